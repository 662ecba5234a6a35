"""The sense of a checklist."""

from __future__ import annotations

from dataclasses import replace

import pytest

from techmodel.core.checklist import Action, Duty, Effort, ModelTarget, Profile, Term, Weeks
from techmodel.core.checklist_checks import check
from techmodel.core.checklist_warnings import warnings
from techmodel.importing.checklist_files import read_checklist_folder
from techmodel.resources import resource

CHECKLIST = read_checklist_folder(resource("checklist"))
REC06 = CHECKLIST.capability("REC-06")
ACTION = REC06.actions[0]


def with_row(table, row_id, **changes):
    """The shipped checklist with one row changed."""
    key = "level" if table == "levels" else "id"
    rows = getattr(CHECKLIST, table)
    changed = [replace(row, **changes) if getattr(row, key) == row_id else row for row in rows]
    return replace(CHECKLIST, **{table: tuple(changed)})


def capability(**changes):
    return with_row("capabilities", "REC-06", **changes)


def scoring(**changes):
    return replace(CHECKLIST, scoring=replace(CHECKLIST.scoring, **changes))


def found(checklist):
    return {(problem.table, problem.id, problem.key) for problem in check(checklist)}


C = "capabilities"
ONE = {
    "id of a domain": (with_row("domains", "MED", id="med"), ("domains", "med", "id")),
    "id of a kind": (with_row("kinds", "gp", id="GP"), ("kinds", "GP", "id")),
    "id of a role": (
        replace(CHECKLIST, roles=CHECKLIST.roles | {"x y": "Somebody"}),
        ("roles", "x y", "id"),
    ),
    "id twice": (with_row("services", "NCRS", id="SCR"), ("services", "SCR", "id")),
    "name twice": (
        with_row("services", "NCRS", name="SUMMARY care record (core and additional information)"),
        ("services", "NCRS", "name"),
    ),
    "nothing at all": (replace(CHECKLIST, care_models=()), ("checklist", "", "care_models")),
    "id of another domain": (capability(id="GOV-06x"), (C, "GOV-06x", "id")),
    "unknown domain": (capability(domain="XYZ"), (C, "REC-06", "domain")),
    "unknown prerequisite": (
        capability(prerequisites=("REC-99",)),
        (C, "REC-06", "prerequisites"),
    ),
    "prerequisite twice": (
        capability(prerequisites=("REC-01", "REC-01")),
        (C, "REC-06", "prerequisites"),
    ),
    "itself as prerequisite": (
        capability(prerequisites=("REC-06",)),
        (C, "REC-06", "prerequisites"),
    ),
    "unknown service": (capability(services=("NOPE",)), (C, "REC-06", "services")),
    "unknown kind": (capability(applies_to=("zoo",)), (C, "REC-06", "applies_to")),
    "no kind": (capability(applies_to=()), (C, "REC-06", "applies_to")),
    "no evidence": (capability(evidence=()), (C, "REC-06", "evidence")),
    "weight of nothing": (capability(weight=0.0), (C, "REC-06", "weight")),
    "weight without end": (capability(weight=float("inf")), (C, "REC-06", "weight")),
    "weight that is no number": (capability(weight=float("nan")), (C, "REC-06", "weight")),
    "weight too large": (capability(weight=1000.5), (C, "REC-06", "weight")),
    "empty wording": (capability(levels=("a", "b", "", "d", "e", "f")), (C, "REC-06", "levels.2")),
    "target of no model": (
        capability(targets={"ZOO": ModelTarget(3)}),
        (C, "REC-06", "targets"),
    ),
    "target above the scale": (
        capability(targets={"PLACE": ModelTarget(6)}),
        (C, "REC-06", "targets.PLACE"),
    ),
    "target below the scale": (
        capability(targets={"PLACE": ModelTarget(-1)}),
        (C, "REC-06", "targets.PLACE"),
    ),
    "action to level 0": (
        capability(actions=(replace(ACTION, to_level=0),)),
        (C, "REC-06", "actions.to_level"),
    ),
    "two actions for a step": (
        capability(actions=(ACTION, ACTION)),
        (C, "REC-06", "actions.to_level"),
    ),
    "unknown role": (
        capability(actions=(replace(ACTION, roles=("KING",)),)),
        (C, "REC-06", "actions.roles"),
    ),
    "empty action": (
        capability(actions=(replace(ACTION, action=" "),)),
        (C, "REC-06", "actions.action"),
    ),
    "empty duty": (capability(duty=Duty("", "here", None)), (C, "REC-06", "duty.name")),
    "long question": (capability(question="y" * 301), (C, "REC-06", "question")),
    "two lines": (capability(why="one\ntwo"), (C, "REC-06", "why")),
    "text that turns direction": (capability(why="one \u202e two"), (C, "REC-06", "why")),
    "space at the end": (capability(why="one "), (C, "REC-06", "why")),
    "long short name": (
        with_row("domains", "MED", short_name="Medicines, tests and more"),
        ("domains", "MED", "short_name"),
    ),
    "note of spaces": (
        with_row("services", "SCR", status_note=" "),
        ("services", "SCR", "status_note"),
    ),
    "empty step to connect": (
        with_row("services", "SCR", connect=("Ask", "")),
        ("services", "SCR", "connect"),
    ),
    "empty need": (with_row("services", "SCR", needs=("",)), ("services", "SCR", "needs")),
    "long word on whom to ask": (
        with_row("services", "SCR", ask="y" * 201),
        ("services", "SCR", "ask"),
    ),
    "empty duty of a service": (
        with_row("services", "SCR", duty=Duty("", "here", None)),
        ("services", "SCR", "duty.name"),
    ),
    "unknown successor": (
        with_row("services", "SCRA", replaced_by="NOPE"),
        ("services", "SCRA", "replaced_by"),
    ),
    "its own successor": (
        with_row("services", "SCRA", replaced_by="SCRA"),
        ("services", "SCRA", "replaced_by"),
    ),
    "successors in a ring": (
        with_row("services", "NCRS", replaced_by="SCRA"),
        ("services", "NCRS", "replaced_by"),
    ),
    "a level too few": (
        replace(CHECKLIST, levels=CHECKLIST.levels[:5]),
        ("levels", "", "level"),
    ),
    "levels of one name": (with_row("levels", 3, name="Shared"), ("levels", "", "name")),
    "a profile without wording": (
        with_row("levels", 3, wording=dict.fromkeys(list(Profile)[:3], "text")),
        ("levels", "3", "wording.enabler"),
    ),
    "empty role": (
        replace(CHECKLIST, roles=CHECKLIST.roles | {"SRO": ""}),
        ("roles", "SRO", "name"),
    ),
    "share above all": (scoring(blocked_share=1.1), ("scoring", "", "blocked_share")),
    "threshold below half": (scoring(default_threshold=0.4), ("scoring", "", "default_threshold")),
    "a grade too few": (
        scoring(evidence_grades=CHECKLIST.scoring.evidence_grades[:3]),
        ("scoring", "", "evidence_grades"),
    ),
    "a band of no weeks": (
        scoring(bands=CHECKLIST.scoring.bands | {Effort.S: Weeks(0, 4, 6)}),
        ("scoring", "", "bands.S"),
    ),
    "a band that falls": (
        scoring(bands=CHECKLIST.scoring.bands | {Effort.M: Weeks(6, 5, 16)}),
        ("scoring", "", "bands.M"),
    ),
    "a band too few": (scoring(bands={}), ("scoring", "", "bands.L")),
    "a meaning too few": (scoring(band_meanings={}), ("scoring", "", "band_meanings.L")),
    "proof of no level": (capability(proof={6: "A log"}), (C, "REC-06", "proof")),
    "an empty proof": (capability(proof={3: " "}), (C, "REC-06", "proof.3")),
    "an empty task": (
        capability(actions=(replace(ACTION, tasks=("",)),)),
        (C, "REC-06", "actions.tasks"),
    ),
    "an earlier id that is none": (capability(was=("rec",)), (C, "REC-06", "was")),
    "an earlier id still in use": (capability(was=("REC-01",)), (C, "REC-06", "was")),
    "an earlier id twice": (capability(was=("REC-91", "REC-91")), (C, "REC-06", "was")),
    "an endless population": (
        with_row("care_models", "PLACE", population="x" * 401),
        ("care_models", "PLACE", "population"),
    ),
    "an empty source": (
        with_row("care_models", "PLACE", sources=("",)),
        ("care_models", "PLACE", "sources"),
    ),
    "a term twice": (
        replace(CHECKLIST, glossary=(Term("GP", "A doctor"), Term("gp", "A practice"))),
        ("glossary", "gp", "term"),
    ),
    "a term without meaning": (
        replace(CHECKLIST, glossary=(Term("GP", ""),)),
        ("glossary", "GP", "meaning"),
    ),
    "a generic role": (
        scoring(generic_actions=(Action(1, "Begin", Effort.S, ("KING",)),)),
        ("scoring", "", "generic_actions.roles"),
    ),
}


@pytest.mark.parametrize(("checklist", "place"), ONE.values(), ids=ONE)
def test_a_fault_is_found_where_it_is(checklist, place):
    assert place in found(checklist)


def test_a_loop_of_prerequisites_is_named_from_its_first_id():
    looped = with_row("capabilities", "GOV-01", prerequisites=("REC-06",))
    messages = [problem.message for problem in check(looped)]

    assert len(messages) == 1
    assert messages[0].startswith("This is a loop: GOV-01 needs REC-06 needs ")
    assert messages[0].endswith(" needs GOV-01.")


def test_an_empty_note_or_reason_is_no_fault():
    assert check(with_row("services", "SCR", status_note="", standards="")) == ()


def test_a_space_that_does_not_break_is_no_fault():
    assert check(capability(why="Within\u00a05 days.")) == ()


def test_targets_below_what_others_need_are_no_fault():
    assert check(with_row("capabilities", "REC-01", targets={"PLACE": ModelTarget(1)})) == ()


WITHOUT_ACTIONS = replace(
    capability(actions=()), scoring=replace(CHECKLIST.scoring, generic_actions=())
)


@pytest.mark.parametrize(
    ("checklist", "place"),
    [
        (capability(actions=()), (C, "REC-06", "actions")),
        (WITHOUT_ACTIONS, (C, "REC-06", "actions")),
        (capability(targets={}), (C, "REC-06", "targets")),
        (capability(targets={"PLACE": ModelTarget(0)}), (C, "REC-06", "targets.PLACE")),
        (capability(services=("SCRA",)), (C, "REC-06", "services")),
        (with_row("services", "SCRA", replaced_by=None), ("services", "SCRA", "replaced_by")),
        (
            replace(CHECKLIST, kinds=(*CHECKLIST.kinds, replace(CHECKLIST.kinds[0], id="zoo"))),
            ("kinds", "zoo", "id"),
        ),
        (
            replace(
                CHECKLIST,
                care_models=(*CHECKLIST.care_models, replace(CHECKLIST.care_models[0], id="ZOO")),
            ),
            ("care_models", "ZOO", "id"),
        ),
        (
            replace(
                CHECKLIST,
                domains=(*CHECKLIST.domains, replace(CHECKLIST.domains[0], id="ZOO")),
            ),
            ("domains", "ZOO", "id"),
        ),
    ],
)
def test_what_deserves_a_look_is_a_warning(checklist, place):
    assert place in {(row.table, row.id, row.key) for row in warnings(checklist)}


def test_a_step_without_any_action_says_what_it_is_planned_with():
    messages = {row.message for row in warnings(WITHOUT_ACTIONS)}

    assert "No action leads to level 1; the step is planned with effort M." in messages


def test_a_problem_reads_as_place_and_sentence():
    problem = check(capability(weight=0.0))[0]

    assert str(problem) == "REC-06, weight: It must be above 0 and at most 1000; it is 0."
