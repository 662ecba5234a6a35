"""Laws of updates: every capability is in one group, and no answer is ever lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from techmodel.core.checklist import CapabilityId
from techmodel.core.checklist_update import (
    Reworded,
    answers_of,
    compare_checklists,
    update_edits,
)
from techmodel.core.journal import Batch, BatchKind, apply_edits, inverse

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist
    from techmodel.core.journal import Json, Tables

MOVES = {"GOV-01": "GOV-91", "REC-06": "REC-96", "UEC-02": "UEC-92", "MED-03": "MED-93"}
GONE, REWORDED = "TOC-02", ("GOV-02", "GOV-03", "REC-01", "REC-02", "PHI-01")


def moved(id_: str) -> CapabilityId:
    return CapabilityId(MOVES.get(id_, id_))


@pytest.fixture(scope="module")
def newer(checklist: Checklist) -> Checklist:
    """Another version: 4 renamed, 1 gone, 6 new, 5 reworded."""
    rows = [
        replace(
            c,
            id=moved(c.id),
            was=(c.id,) if c.id in MOVES else (),
            question=f"{c.question} Why?" if c.id in REWORDED else c.question,
            prerequisites=tuple(moved(id_) for id_ in c.prerequisites if id_ != GONE),
        )
        for c in checklist.capabilities
        if c.id != GONE
    ]
    own = [replace(rows[5], id=CapabilityId(f"X-GOV-0{n}"), name=f"Own {n}") for n in range(6)]
    return replace(checklist, capabilities=(*rows, *own), care_models=checklist.care_models[1:])


def tables_of(checklist: Checklist) -> Tables:
    """Two answers, a target and a piece of evidence of each capability; one project."""
    ids = [c.id for c in checklist.capabilities]
    chosen: list[Json] = [m.id for m in checklist.care_models[:2]]
    return {
        "checklist": {("old",): {"content": "…"}},
        "setting": {
            ("checklist",): {"value": "old"},
            ("care_models",): {"value": chosen},
            ("domains_out",): {"value": []},
        },
        "answer": {(id_, who): {"note": id_ + who} for id_ in ids for who in "ab"},
        "override": {(id_,): {"value": id_} for id_ in ids},
        "evidence": {(f"e{n}",): {"capability": id_} for n, id_ in enumerate(ids)},
        "project": {("P1",): {"steps": ["GOV-01:1", "GOV-01:2@a", "GOV-02:1", "TOC-02:1"]}},
    }


def test_each_capability_is_in_exactly_one_group(checklist: Checklist, newer: Checklist) -> None:
    update = compare_checklists(checklist, newer)
    assert {(r.old, r.id, r.keys) for r in update.renamed} == {(*m, ()) for m in MOVES.items()}
    assert {r.id for r in update.reworded} == set(REWORDED)
    assert update.gone == (GONE,)
    assert [str(id_) for id_ in update.added] == [f"X-GOV-0{n}" for n in range(6)]
    told = [*update.kept, *update.added, *(r.id for r in (*update.reworded, *update.renamed))]
    assert sorted(told) == sorted(c.id for c in newer.capabilities)
    assert update.models_gone == (checklist.care_models[0].id,)


def test_a_version_changes_nothing_against_itself(checklist: Checklist) -> None:
    update = compare_checklists(checklist, checklist)
    assert len(update.kept) == len(checklist.capabilities)
    assert not (update.reworded)
    assert not (update.added)
    assert not (update.gone)
    assert not (update.renamed)
    assert not (update.models_gone)
    assert not (update.domains_gone)


def test_no_answer_is_lost_and_those_of_renamed_ones_follow(
    checklist: Checklist, newer: Checklist
) -> None:
    before = tables_of(checklist)
    update = compare_checklists(checklist, newer)
    after = apply_edits(before, update_edits(before, update, ("new", "packed")))
    assert len(after["answer"]) == len(before["answer"])
    for (id_, who), row in before["answer"].items():
        assert after["answer"][moved(id_), who] == row
    assert answers_of(after)[GONE] == 2
    assert {str(r["capability"]) for r in after["evidence"].values()} == {
        moved(c.id) for c in checklist.capabilities
    }
    assert after["project"]["P1",]["steps"] == ["GOV-91:1", "GOV-91:2@a", "GOV-02:1", "TOC-02:1"]


def test_the_new_version_is_the_one_in_use_and_lost_care_models_are_not_chosen(
    checklist: Checklist, newer: Checklist
) -> None:
    before = tables_of(checklist)
    update = compare_checklists(checklist, newer)
    after = apply_edits(before, update_edits(before, update, ("new", "packed")))
    assert after["setting"]["checklist",]["value"] == "new"
    assert set(after["checklist"]) == {("old",), ("new",)}
    assert after["setting"]["care_models",]["value"] == [checklist.care_models[1].id]


def test_taking_an_update_back_gives_what_was_there(
    checklist: Checklist, newer: Checklist
) -> None:
    before = tables_of(checklist)
    edits = update_edits(before, compare_checklists(checklist, newer), ("new", "packed"))
    real = tuple(e for e in edits if e.old != e.new)
    batch = Batch("b", BatchKind.UPDATE, "2026-11-24T09:00:00Z", "Update", real)
    assert apply_edits(apply_edits(before, real), inverse(batch)) == before


def test_a_version_that_was_there_before_is_not_added_again(checklist: Checklist) -> None:
    before = tables_of(checklist)
    edits = update_edits(before, compare_checklists(checklist, checklist), ("old", "…"))
    assert all(e.old == e.new for e in edits)


def test_two_that_became_one_keep_the_answers_of_both(checklist: Checklist) -> None:
    one, two = (c.id for c in checklist.capabilities[:2])
    rest = checklist.capabilities[2:]
    merged = replace(checklist.capabilities[0], id=CapabilityId("GOV-99"), was=(one, two))
    newer = replace(checklist, capabilities=(merged, *rest))
    before = tables_of(checklist)
    update = compare_checklists(checklist, newer)
    after = apply_edits(before, update_edits(before, update, ("new", "packed")))
    assert ([r.old for r in update.renamed], update.gone) == ([one], (two,))
    assert sum(answers_of(after).values()) == sum(answers_of(before).values())


def test_an_answer_kept_under_the_new_id_is_not_overwritten(
    checklist: Checklist, newer: Checklist
) -> None:
    before = tables_of(checklist)
    before["answer"]["GOV-91", "a"] = {"note": "from long ago"}
    update = compare_checklists(checklist, newer)
    after = apply_edits(before, update_edits(before, update, ("new", "packed")))
    assert after["answer"]["GOV-91", "a"] == {"note": "from long ago"}
    assert after["answer"]["GOV-01", "a"] == {"note": "GOV-01a"}
    assert after["answer"]["GOV-91", "b"] == {"note": "GOV-01b"}


def test_an_id_that_is_used_in_both_versions_is_no_new_id(checklist: Checklist) -> None:
    first, *rest = checklist.capabilities
    same = replace(first, was=(CapabilityId("GOV-77"),))
    fresh = replace(first, id=CapabilityId("GOV-98"), was=(CapabilityId("GOV-78"),), name="Other")
    update = compare_checklists(checklist, replace(checklist, capabilities=(same, fresh, *rest)))
    assert (update.renamed, update.added) == ((), (CapabilityId("GOV-98"),))


@pytest.mark.parametrize(("keys", "asks"), [(("levels",), True), (("targets", "duty"), False)])
def test_answers_deserve_a_look_where_the_wording_changed(
    keys: tuple[str, ...], *, asks: bool
) -> None:
    assert Reworded(CapabilityId("GOV-01"), keys).asks_otherwise is asks
