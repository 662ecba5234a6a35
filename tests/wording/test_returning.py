"""What a workbook that came back comes to, in sentences that say where and what is allowed."""

from datetime import date

import pytest
from tests.core.coming_back import entry, found
from tests.core.test_returning import costs, row

from techmodel.core.answers import State, Value
from techmodel.core.checklist import Weeks
from techmodel.core.merge_parts import Choice
from techmodel.core.plan_parts import CostKind, RaidKind, Stage, Status
from techmodel.core.returning import Gone
from techmodel.core.returning_final import Settled
from techmodel.core.returning_parts import Fault, ListBack, Returned, Trouble
from techmodel.wording.returning import (
    NO_CHANGES,
    SAME_ALREADY,
    batch_label,
    gone_words,
    headline,
    left_out_words,
    notes,
    trouble_words,
    unsettled_words,
)
from techmodel.wording.returning_lines import (
    Naming,
    added_line,
    change_lines,
    choice_words,
    gone_line,
    value_of_cell,
)

GONE = Gone(("Costs", "C2"), "Old licences", changed=True)


@pytest.fixture
def naming(checklist):
    return Naming(checklist, {"org-1": "Hill Practice"})


def told(sheet, column, raw):
    (trouble,) = found(row(sheet, **{column: raw})).troubles
    return trouble_words(trouble).partition(": ")[2]


@pytest.mark.parametrize(
    ("sheet", "column", "raw", "sentence"),
    [
        ("Plan", "start", "soon", "‘soon’ is not a date. Type one such as 4 January 2027 or "),
        ("Plan", "weeks", 4.5, "‘4.5’ is not a whole number. Weeks: whole numbers only, such as"),
        ("Plan", "weeks", -4, "‘-4’ is out of range. Weeks: 0 to 520."),
        ("Plan", "finish_by", "1/1/1850", "‘1/1/1850’ is out of range. Finish by: 1 Jan 2000 to "),
        ("Plan", "status", "maybe", "‘maybe’ is not on the list. Choose Not started, Under way, "),
        ("Plan", "status", None, "Status is empty. Choose Not started, Under way, Done or "),
        ("Plan", "project", None, "Project is empty. Fill it in."),
        ("Plan", "after", "P08, P09", "There is no project ‘P08’ or ‘P09’. Give the id of one "),
        ("Plan", "reason", "So", "‘So’ is a reason, which is asked for only where a project is "),
        ("Costs", "likely", 99, "The amounts do not rise: low, likely and high, such as 8,000"),
        ("Costs", "high", 10**11, "‘100000000000’ is out of range. High: 0 to 10,000,000,000."),
        ("Costs", "first_year", 1900, "‘1900’ is out of range. First year: 2000 to 2199."),
        ("Answers", "answer", "Not applicable", "Say why; “Not applicable” needs a reason."),
        ("Answers", "answer", "High", "‘High’ is not an answer. Choose a level from 0 to 5, “Don"),
    ],
)
def test_a_cell_that_cannot_be_taken_says_what_is_allowed(sheet, column, raw, sentence):
    assert told(sheet, column, raw).startswith(sentence)


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_its_sentence(fault):
    trouble = Trouble(("Plan", "P01"), "C7", "percent", fault, "x", ("2", "9"))

    assert trouble_words(trouble).startswith("Plan, C7: ")
    assert "{" not in trouble_words(trouble)


def test_an_empty_cell_is_called_so():
    trouble = Trouble(("Plan", ""), "B7", "percent", Fault.NOT_A_SHARE)

    assert trouble_words(trouble).startswith("Plan, B7: An empty cell is not")


def test_a_change_is_a_line_a_cell(naming):
    (change,) = found(row("Costs", likely=12, high=20)).changes

    assert [*change_lines(change, naming)] == [
        ("Costs, F2", "C1 Licences", "Likely", "£10", "£12"),
        ("Costs, G2", "C1 Licences", "High", "£14", "£20"),
    ]


def test_an_answer_is_named_by_capability_and_organisation(naming):
    (change,) = found(row("Answers", answer=4)).changes
    (line,) = change_lines(change, naming)

    assert line[1:] == ("REC-01 for Hill Practice", "Answer", "3 Structured", "4 Shared")


def test_a_row_that_was_taken_away_here_is_one_line(naming):
    (conflict,) = found(row("Costs", funding="Grant"), now={}).conflicts

    assert [line[2:] for line in change_lines(conflict, naming)] == [
        ("the whole row", "taken away", "changed")
    ]


def test_new_and_missing_rows_are_a_line_each(naming):
    (added,) = found(entry("Costs", label="Laptops", likely=4000), then={}, now={}).added

    assert added_line(added, naming)[1].endswith(" Laptops")
    assert added_line(added, naming).new == "Laptops; £4,000"
    assert gone_line(GONE, naming).old == "changed here since the export"


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("weeks", Weeks(4, 6, 9), "6 (4 to 9)"),
        ("weeks", Weeks(6, 6, 6), "6"),
        ("weeks", None, "as its steps take"),
        ("start", None, "not fixed"),
        ("finish_by", None, "nothing"),
        ("start", date(2027, 1, 4), "4 Jan 2027"),
        ("percent", 40, "40%"),
        ("first_year", 2027, "2027/28"),
        ("low", 8000, "£8,000"),
        ("after", (("P01", 0), ("P02", 3)), "P01, P02+3"),
        ("projects", (), "nothing"),
        ("leads_to", ("B1",), "B1"),
        ("counted", False, "No"),
        ("owner", "", "nothing"),
        ("years", 3, "3"),
        ("kind", RaidKind.RISK, "Risk"),
        ("kind", CostKind.ONE_OFF, "One-off"),
        ("stage", Stage.OUTCOME, "Outcome"),
        ("status", Status.DONE, "Done"),
        ("answer", Value(State.DONT_KNOW), "Don’t know"),
    ],
)
def test_values_are_said_as_people_know_them(column, value, words, naming):
    assert value_of_cell(column, value, naming) == words


def test_what_it_comes_to_is_one_sentence():
    both = found(row("Costs", funding="Grant"))
    same = found(row("Costs"))

    assert headline([both], Settled()) == "1 cell changed."
    assert headline([same], Settled()) == NO_CHANGES
    assert headline([both], Settled(), 2).startswith("2 cells of this workbook cannot be taken.")


def test_conflicts_are_named_first_and_count_as_settled():
    result = found(row("Costs", funding="Grant"), now={})
    ours = Settled({result.conflicts[0].id: Choice.OURS})

    assert headline([result], Settled()) == "1 thing was changed here as well. 1 cell changed."
    assert headline([result], ours) == "1 thing was changed here as well. Nothing is taken yet."


def test_what_is_the_same_already_is_said():
    result = found(row("Costs", funding="Grant"), now=costs(funding="Grant"))

    assert headline([result], Settled()) == SAME_ALREADY


def test_the_batch_says_what_it_did():
    gone = found(sheet="Costs")
    settled = Settled(deleted=frozenset({("Costs", "C1")}))

    assert batch_label("a.xlsx", [gone], settled) == "Workbook 'a.xlsx': 1 row removed"
    assert batch_label("a.xlsx", [], Settled()) == "Workbook 'a.xlsx': nothing changed"


def test_counts_and_choices_in_words():
    assert gone_words(1) == "1 row is not in the workbook any more and stays here"
    assert gone_words(2) == "2 rows are not in the workbook any more and stay here"
    assert unsettled_words(2).startswith("2 things were changed here and in the workbook")
    assert left_out_words([("Plan", "P02"), ("Plan", "P01")]).endswith(
        "taken: Plan P01, Plan P02."
    )
    assert [choice_words(c) for c in (None, *Choice)] == [
        "open",
        "stays as it is here",
        "taken from the workbook",
    ]


def test_what_is_not_looked_at_is_said_by_sheet():
    many = tuple(f"H{n}" for n in range(12))
    back = ListBack("Plan", (), ("Weeks", "Owner"), ("Mine",), many)
    said = notes(Returned("a.xlsx", {"Plan": back}, ("RAID",), {}, ("Row 9 onwards.",)))

    assert said == (
        "There is no sheet RAID, so nothing of it changes.",
        "Not on Plan, so nothing of it changes: Weeks and Owner.",
        "Not read on Plan, because the program did not make it: “Mine”.",
        f"Not taken on Plan, because the program works it out: {', '.join(many[:10])} and 2 more.",
        "Row 9 onwards.",
    )
    none = notes(Returned("a.xlsx", {}, ("RAID", "Costs"), headless=("Plan",)))
    assert none[0].startswith("There are no sheets RAID and Costs")
    assert none[1].startswith("The sheet Plan has no header with “Id”")


def test_a_project_set_to_done_in_a_workbook_brings_no_answers_and_the_note_says_where_they_are():
    back = found(row("Plan", status="Done", percent=1.0))
    (note,) = notes(Returned("p.xlsx", {}), (back,))

    assert back.troubles == ()
    assert note.endswith("open it on the page Plan and choose “Take its answers over…”.")
