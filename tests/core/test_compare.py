"""Two moments side by side: answers that changed and which way, levels, targets, set-up."""

from dataclasses import replace

import pytest
from tests.core.builders import assessment, question

from techmodel.core.answers import Evidence
from techmodel.core.compare import LevelChange, Moment, compare
from techmodel.core.compare_answers import Turn
from techmodel.core.gaps import find_gaps
from techmodel.core.journal import Edit
from techmodel.core.ranges import Range

PARTNERS = [{"id": "o1"}, {"id": "o2"}]


def moment(answers, tables=None, partners=PARTNERS, **changes):
    """A moment of the capabilities A-1 and B-1 with target 3, answered by two partners."""
    capabilities = [{"id": c, "targets": {"M": 3}} for c in ("A-1", "B-1")]
    rows = {c: row for c, row in zip(("A-1", "B-1"), answers, strict=True) if row}
    held = assessment(question(capabilities, partners, rows, **changes))
    return Moment(held, find_gaps(held), tables or {})


def turns(then, now, last=None):
    changes = compare(then, now, last or {}).answers
    return [(c.capability, c.organisation, c.turn) for c in changes]


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        (2, 3, Turn.RAISED),
        (3, 2, Turn.LOWERED),
        ("?", 3, Turn.NEWLY_KNOWN),
        ("-", "n/a", Turn.NEWLY_KNOWN),
        (3, "?", Turn.NO_LONGER_KNOWN),
        (3, "n/a", Turn.OTHERWISE),
        ("?", "-", Turn.OTHERWISE),
        (2, ("by", "o2"), Turn.OTHERWISE),
    ],
)
def test_which_way_an_answer_went(before, after, turn):
    then, now = moment([[before, 2], None]), moment([[after, 2], None])

    assert turns(then, now) == [("A-1", "o1", turn)]


def test_what_is_the_same_is_not_listed():
    assert turns(moment([[2, 3], None]), moment([[2, 3], None])) == []


def test_a_provided_answer_follows_the_level_that_counts():
    then, now = moment([[1, 3], None]), moment([[("by", "o2"), 3], None])

    assert turns(then, now) == [("A-1", "o1", Turn.RAISED)]


def test_answers_stand_in_the_order_of_the_checklist_then_of_the_partners():
    found = turns(moment([None, None]), moment([[1, 2], [3, 4]]))

    assert [f[:2] for f in found] == [("A-1", "o1"), ("A-1", "o2"), ("B-1", "o1"), ("B-1", "o2")]


def test_answers_asked_neither_then_nor_now_are_left_out():
    then, now = (moment([[n, 1], None], domains_out=["A"]) for n in (1, 2))

    assert turns(then, now) == []


def test_notes_and_evidence_count_as_changes_of_another_kind():
    then = moment([[2, 2], None])
    first, second = then.assessment.answers
    noted = replace(then.assessment.answers[first], note="Why", parked=True)
    now = replace(
        then.assessment,
        answers={first: noted, second: then.assessment.answers[second]},
        evidence=(Evidence("e1", *second, "A", "Log"),),
    )
    found = compare(then, Moment(now, then.gaps, {}), {}).answers

    assert [c.fields for c in found] == [("note", "parked"), ("evidence",)]
    assert {c.turn for c in found} == {Turn.OTHERWISE}


def test_the_batch_that_decided_stands_beside_the_answer():
    last = {("A-1", "o1"): "the batch"}
    found = compare(moment([[2, 2], None]), moment([[3, 3], None]), last).answers

    assert [c.batch for c in found] == ["the batch", None]


def test_a_partner_that_joined_is_newly_known():
    then = moment([[2], None], partners=PARTNERS[:1])

    assert turns(then, moment([[2, 4], None])) == [("A-1", "o2", Turn.NEWLY_KNOWN)]


def test_levels_and_targets_that_changed_are_listed():
    then = moment([[2, 2], None])
    now = moment([[3, 3], None], overrides={"B-1": 4})

    assert compare(then, now, {}).levels == (
        LevelChange("A-1", "A", Range(2, 2), Range(3, 3), 3, 3),
        LevelChange("B-1", "B", Range(0, 5), Range(0, 5), 3, 4),
    )


def test_a_capability_that_came_into_scope_had_no_level():
    then = moment([[2, 2], None], domains_out=["B"])
    now = moment([[2, 2], None])

    assert compare(then, now, {}).levels == (LevelChange("B-1", "B", None, Range(0, 5), None, 3),)


def test_the_set_up_is_compared_row_by_row_without_answers():
    rows = {"answer": {("A-1", "o1"): {"note": ""}}, "setting": {("title",): {"value": "A"}}}
    other = {"answer": {}, "setting": {("title",): {"value": "B"}}}
    found = compare(moment([None, None], rows), moment([None, None], other), {})

    assert found.set_up == (Edit("setting", ("title",), "value", "A", "B"),)


def test_the_progress_is_part_of_it():
    found = compare(moment([[2, 2], None]), moment([[3, 3], None]), {})

    assert found.progress.overall.share == 1.0
