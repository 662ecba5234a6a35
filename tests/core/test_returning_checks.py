"""What may not be taken is said for its cell, with what is allowed."""

import pytest
from tests.core.coming_back import ANSWER, PAIR, entry, faults, found
from tests.core.test_returning import row

from techmodel.core.returning_parts import Fault

WRONG = [
    ("Plan", "project", None, Fault.MISSING),
    ("Plan", "status", None, Fault.MISSING),
    ("Plan", "status", "maybe", Fault.NOT_A_WORD),
    ("Plan", "percent", 140, Fault.OUT_OF_RANGE),
    ("Plan", "percent", "-5%", Fault.OUT_OF_RANGE),
    ("Plan", "weeks", -1, Fault.OUT_OF_RANGE),
    ("Plan", "weeks", 521, Fault.OUT_OF_RANGE),
    ("Plan", "weeks", "six", Fault.NOT_WHOLE),
    ("Plan", "start", "soon", Fault.NOT_A_DATE),
    ("Plan", "finish_by", "1 January 1850", Fault.OUT_OF_RANGE),
    ("Plan", "after", "P09", Fault.UNKNOWN_PROJECT),
    ("Plan", "after", "P02+2601", Fault.NOT_A_WAIT),
    ("Plan", "owner", "x" * 201, Fault.TOO_LONG),
    ("Plan", "note", "x" * 20_001, Fault.TOO_LONG),
    ("Plan", "reason", "Because", Fault.REASON_UNUSED),
    ("RAID", "text", "", Fault.MISSING),
    ("RAID", "likelihood", 6, Fault.NOT_A_WORD),
    ("RAID", "project", "P09", Fault.UNKNOWN_PROJECT),
    ("Benefits", "stage", "Reward", Fault.NOT_A_WORD),
    ("Benefits", "leads_to", "B2, B9", Fault.UNKNOWN_BENEFIT),
    ("Benefits", "projects", "P01, P09", Fault.UNKNOWN_PROJECT),
    ("Costs", "likely", 7, Fault.ORDER),
    ("Costs", "low", None, Fault.MISSING),
    ("Costs", "high", -1, Fault.OUT_OF_RANGE),
    ("Costs", "years", 31, Fault.OUT_OF_RANGE),
    ("Costs", "years", 0, Fault.OUT_OF_RANGE),
    ("Costs", "first_year", 1999, Fault.OUT_OF_RANGE),
    ("Costs", "first_year", "soon", Fault.NOT_A_YEAR),
    ("Answers", "answer", "High", Fault.NOT_AN_ANSWER),
    ("Answers", "answer", "Not applicable", Fault.REASON_MISSING),
    ("Answers", "reason", "Because", Fault.REASON_UNUSED),
    ("Onboarding", "stage", "Nearly", Fault.NOT_A_WORD),
    ("Onboarding", "stage", None, Fault.MISSING),
    ("Onboarding", "date", "soon", Fault.NOT_A_DATE),
    ("Onboarding", "owner", "x" * 201, Fault.TOO_LONG),
    ("Flows", "level", "High", Fault.NOT_AN_ANSWER),
    ("Flows", "level", "Provided by Hill Practice", Fault.NOT_AN_ANSWER),
    ("Flows", "level", "Not applicable", Fault.REASON_MISSING),
    ("Flows", "reason", "Because", Fault.REASON_UNUSED),
    ("Flows", "target", "6", Fault.NOT_A_LEVEL),
    ("Flows", "target", "Don’t know", Fault.NOT_A_LEVEL),
    ("Flows", "information", " ", Fault.MISSING),
    ("Flows", "capability", None, Fault.MISSING),
    ("Flows", "capability", "REC-99", Fault.UNKNOWN_CAPABILITY),
]


@pytest.mark.parametrize(("sheet", "column", "raw", "fault"), WRONG)
def test_a_cell_that_cannot_be_taken_is_said(sheet, column, raw, fault):
    result = found(row(sheet, **{column: raw}))

    assert [t.fault for t in result.troubles] == [fault]
    assert result.changes == ()


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"status": "Dropped"}, Fault.REASON_MISSING),
        ({"status": "Not started", "percent": 0.5}, Fault.NOT_BEGUN),
        ({"status": "Done", "percent": 0.5}, Fault.ALL_DONE),
    ],
)
def test_status_share_and_reason_have_to_fit(cells, fault):
    assert [t.fault for t in found(row("Plan", **cells)).troubles] == [fault]


def test_years_of_what_is_paid_once_are_said():
    assert faults(found(row("Costs", kind="one-off", years=4))).popitem()[1] is Fault.ONCE


def test_what_may_be_empty_is_emptied():
    risk = found(row("RAID", likelihood=None, impact=None))
    plan = found(row("Plan", owner=None, finish_by=None, after=None))

    assert [list(c.new.values()) for c in risk.changes] == [[None], [None]]
    assert (plan.troubles, len(plan.changes)) == ((), 3)


def test_a_likelihood_is_a_step_of_the_list():
    (change,) = found(row("RAID", likelihood="5")).changes

    assert change.new == {"likelihood": 5}


def test_a_dropped_project_with_its_reason_is_taken():
    assert found(row("Plan", status="Dropped", reason="No money")).troubles == ()


def test_all_that_is_wrong_is_listed_at_once():
    result = found(row("Plan", weeks=-1, start="soon", status="maybe", owner="Nurse"))

    assert len(result.troubles) == 3
    assert [list(c.new) for c in result.changes] == [["owner"]]


def test_an_answer_provided_by_another_may_have_a_reason():
    cells = {"answer": "Provided by Hill Practice", "reason": "They run it"}

    assert found(row("Answers", **cells)).troubles == ()
    assert ANSWER.capability in PAIR


def test_a_trouble_says_where_even_without_the_column():
    result = found(entry("Answers", answer=3))

    assert faults(result) == {"A2": Fault.NO_ID}
