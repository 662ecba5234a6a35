"""The story of another version of the checklist in an open assessment."""

from dataclasses import replace

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.checklist import CapabilityId, CareModelId
from techmodel.core.errors import Refused
from techmodel.core.journal import WHOLE_ROW, BatchKind, Edit
from techmodel.session.checklist_update import preview_update, take_update


def renewed(checklist, **head):
    """A version in which GOV-01 has another id, GOV-02 is gone and GOV-03 is worded anew."""
    first, _, third, *rest = checklist.capabilities
    gone, now = CapabilityId("GOV-02"), CapabilityId("GOV-91")
    rows = (
        replace(first, id=now, was=(first.id,)),
        replace(third, question="Is it safe?"),
        replace(rest[0], id=CapabilityId("X-GOV-01"), name="Our own"),
        *rest,
    )
    rows = tuple(
        replace(
            c,
            prerequisites=tuple(now if p == first.id else p for p in c.prerequisites if p != gone),
        )
        for c in rows
    )
    return replace(checklist, capabilities=rows, version="9", **head)


@pytest.fixture
def answered(session):
    organisation = session.assessment().organisations[0].id
    for id_ in ("GOV-01", "GOV-02", "GOV-03"):
        session.answers.give(CapabilityId(id_), organisation, Value(State.LEVEL, 3))
    return session


def test_a_preview_lists_everything_and_writes_nothing(answered, checklist):
    before = answered.revision
    lines = preview_update(answered, renewed(checklist)).lines
    assert lines[0].endswith("71 kept, 1 reworded, 1 new, 1 gone, 1 renamed.")
    assert lines[1].startswith("renamed   GOV-01 is now GOV-91 ")
    assert lines[1].endswith("; 1 answer follows")
    assert lines[2].endswith(": the question; look at its 1 answer again")
    assert lines[3] == "new       X-GOV-01 Our own"
    assert lines[4].endswith("; 1 answer is kept, not counted")
    assert answered.revision == before


def test_an_update_is_one_batch_that_one_undo_takes_back(answered, checklist):
    before = answered.tables()
    take_update(answered, renewed(checklist))
    batch = answered.batches()[-1]
    found = answered.gaps().of(CapabilityId("GOV-91"))
    assert (batch.kind, batch.label[:32]) == (BatchKind.UPDATE, "Checklist updated to version 9 o")
    assert found is not None
    assert next(p.level for p in found.pairs.values()) == 3
    assert answered.assessment().checklist.version == "9"
    answered.undo()
    assert answered.tables() == before


def test_an_answer_of_something_gone_comes_back_with_it(answered, checklist):
    take_update(answered, renewed(checklist))
    preview = preview_update(answered, checklist)
    assert any(line.endswith("; 1 answer is there from before") for line in preview.lines)
    take_update(answered, checklist)
    gap = answered.gaps().of(CapabilityId("GOV-02"))
    assert gap is not None
    assert next(p.level for p in gap.pairs.values()) == 3


def test_the_same_version_changes_nothing(answered, checklist):
    before = answered.revision
    take_update(answered, checklist)
    assert preview_update(answered, checklist).is_same
    assert answered.revision == before


def test_a_version_that_does_not_know_a_partner_is_refused(answered, checklist):
    kinds = tuple(k for k in checklist.kinds if k.id != "acute")
    with pytest.raises(Refused, match="does not know the kind acute of Riverside Trust"):
        preview_update(answered, replace(checklist, kinds=kinds))


def test_a_version_without_the_care_models_chosen_is_refused(answered, checklist):
    other = replace(checklist.care_models[0], id=CareModelId("ELSE"))
    with pytest.raises(Refused, match="none of the care models"):
        take_update(answered, replace(checklist, care_models=(other,)))


def test_what_else_changes_or_goes_is_said(answered, checklist):
    chosen = set(answered.assessment().care_models)
    gone = next(m for m in checklist.care_models if m.id not in chosen)
    first, *rest = renewed(checklist).capabilities
    rows = (replace(first, weight=2.0), *rest)
    models = tuple(m for m in checklist.care_models if m is not gone)
    newer = replace(renewed(checklist), capabilities=rows, care_models=models)
    lines = preview_update(answered, newer).lines
    assert lines[1].endswith("; 1 answer follows; also changed: its weight")
    assert lines[-1] == f"gone      care model {gone.id}"


def test_an_answer_that_came_under_an_earlier_id_follows_with_the_next_update(answered, checklist):
    newer = renewed(checklist)
    take_update(answered, newer)
    second = answered.assessment().organisations[1].id
    row = dict(answered.tables()["answer"][min(answered.tables()["answer"])])
    answered.apply([Edit("answer", ("GOV-01", second), WHOLE_ROW, None, row)], "Merged")
    preview = preview_update(answered, newer)
    assert not preview.is_same
    assert preview.lines[-1] == "moved     1 answer under the earlier id GOV-01 follows to GOV-91"
    take_update(answered, newer)
    assert ("GOV-91", second) in answered.tables()["answer"]
    assert preview_update(answered, newer).is_same


def reworked(checklist):
    """A version with four renamed, one gone, six new and five reworded; and its changes by id."""
    ids = [c.id for c in checklist.capabilities]
    moves = {
        id_: CapabilityId(f"{id_.split('-')[0]}-{90 + n}") for n, id_ in enumerate(ids[::15][:4])
    }
    gone, told = ids[7], ids[8:13]
    rows = [
        replace(
            c,
            id=moves.get(c.id, c.id),
            was=(c.id,) if c.id in moves else (),
            question=f"{c.question} Really?" if c.id in told else c.question,
            prerequisites=tuple(moves.get(p, p) for p in c.prerequisites if p != gone),
        )
        for c in checklist.capabilities
        if c.id != gone
    ]
    new = [
        replace(rows[1], id=CapabilityId(f"X-GOV-{n:02}"), name=f"Ours {n}", was=())
        for n in range(6)
    ]
    flows = tuple(
        replace(f, capability=moves.get(f.capability, f.capability))
        for f in checklist.flows
        if f.capability != gone
    )
    made = replace(checklist, capabilities=(*rows, *new), flows=flows, version="9")
    return made, {**moves, gone: gone} | dict.fromkeys(told)


def test_no_answer_is_lost_whatever_a_version_renames_drops_adds_and_rewords(session, checklist):
    newer, changed = reworked(checklist)
    answers = {
        (c.id, o.id): Value(State.LEVEL, n % 6)
        for n, c in enumerate(checklist.capabilities)
        for o in session.assessment().organisations
        if o.kind in c.applies_to
    }
    session.answers.give_many(answers, label="All")
    before = session.tables()
    counts, *lines = preview_update(session, newer).lines
    assert counts.endswith("64 kept, 5 reworded, 6 new, 1 gone, 4 renamed.")
    assert all(any(f" {id_} " in f"{line} " for line in lines) for id_ in changed)
    take_update(session, newer)
    held = {
        (changed.get(key[0]) or key[0], *key[1:]): row for key, row in before["answer"].items()
    }
    assert session.tables()["answer"] == held
    back = preview_update(session, checklist).lines[0]
    assert back.endswith(" 1 new, 6 gone, 4 renamed.")
    take_update(session, checklist)
    assert session.tables()["answer"] == before["answer"]
    session.undo()
    session.undo()
    assert session.tables() == before
