"""Only what was changed in the workbook counts, and only once; what both changed is asked."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.coming_back import (
    ANSWER,
    BENEFIT,
    COST,
    LISTING,
    OWN,
    PAIR,
    PROJECT,
    RECORDS,
    RISK,
    STAGE,
    entry,
    faults,
    found,
)

from techmodel.core.answers import NOT_ANSWERED, State, Value
from techmodel.core.checklist import Weeks
from techmodel.core.plan_parts import CostKind, Money, Pins, Status
from techmodel.core.returning import CUT
from techmodel.core.returning_parts import Fault, Typed
from techmodel.core.returning_records import (
    answer_record,
    benefit_record,
    cost_record,
    project_record,
    raid_record,
)
from techmodel.core.typed_weeks import scaled

SHOWN = {
    "Plan": {
        **{"project": "Shared record", "owner": "Architect", "status": "Under way"},
        **{"percent": 0.4, "start": None, "weeks": 8, "after": "P02+3", "counted": "Yes"},
        **{"finish_by": date(2027, 6, 30), "note": "Steady", "reason": None},
    },
    "Costs": {
        **{"project": "P01", "label": "Licences", "kind": "Recurrent", "low": 8, "likely": 10},
        **{"high": 14.0, "first_year": "2027/28", "years": 3, "funding": None, "note": None},
    },
    "Benefits": {"name": "Fewer calls", "leads_to": "B2", "projects": "P01", "stage": "outcome"},
    "RAID": {"kind": "Risk", "text": "A supplier is late", "likelihood": 4, "impact": "3"},
    "Answers": {"answer": "3 Structured", "reason": None, "note": "As agreed"},
    "Onboarding": {
        **{"stage": "Planned", "owner": "Architect", "date": "1 March 2027", "note": None},
    },
    "Flows": {
        **{"information": "Photographs", "capability": "REC-01", "target": "4 Shared"},
        **{"level": "2 Viewable", "reason": None, "note": "As seen"},
    },
}
IDS = {
    **{"Plan": "P01", "Costs": "C1", "Benefits": "B1", "RAID": "R1"},
    **{"Answers": PAIR, "Onboarding": STAGE, "Flows": OWN},
}


def row(sheet, **cells):
    return entry(sheet, IDS[sheet], **{**SHOWN[sheet], **cells})


def new(result):
    (change,) = result.changes
    return change.new


def costs(**fields):
    return {"C1": cost_record(replace(COST, **fields))}


@pytest.mark.parametrize("sheet", SHOWN)
def test_a_row_that_was_not_changed_changes_nothing(sheet):
    result = found(row(sheet))

    assert (result.changes, result.conflicts, result.troubles, result.gone) == ((), (), (), ())


def test_a_changed_cell_is_told_with_what_was_and_what_is_here():
    (change,) = found(row("Costs", funding="Grant")).changes

    assert change.row == ("Costs", "C1")
    assert change.name == "Licences"
    assert list(change.cells) == ["funding"]
    assert (change.then, change.now, change.new) == (
        {"funding": ""},
        {"funding": ""},
        {"funding": "Grant"},
    )


def test_columns_that_are_not_there_change_nothing():
    assert found(entry("Costs", "C1", label="Licences")).changes == ()


def test_what_only_the_program_changed_is_no_change_of_the_workbook():
    result = found(row("Costs"), now=costs(funding="Grant"))

    assert (result.changes, result.conflicts, result.alike) == ((), (), 0)


def test_what_both_changed_alike_is_counted_and_not_asked():
    result = found(row("Costs", funding="Grant"), now=costs(funding="Grant"))

    assert (result.changes, result.conflicts, result.alike) == ((), (), 1)


def test_what_both_changed_is_a_conflict_with_all_three():
    (conflict,) = found(row("Costs", funding="Grant"), now=costs(funding="Trust")).conflicts

    assert [side["funding"] for side in (conflict.then, conflict.now, conflict.new)] == [
        "",
        "Trust",
        "Grant",
    ]
    assert conflict.id == (("Costs", "C1"), "funding")


def test_amounts_hold_together():
    (conflict,) = found(row("Costs", likely=12), now=costs(amount=Money(9, 10, 14))).conflicts

    assert conflict.new == {"low": 8, "likely": 12, "high": 14}
    assert list(conflict.cells) == ["likely"]


def test_what_was_taken_away_here_and_changed_there_is_asked_as_a_whole():
    (conflict,) = found(row("Costs", funding="Grant", note="New"), now={}).conflicts

    assert conflict.now == {}
    assert (conflict.new["label"], conflict.new["funding"]) == ("Licences", "Grant")
    assert [*conflict.cells] == ["funding", "note"]


def test_what_was_taken_away_here_and_not_changed_there_stays_away():
    result = found(row("Costs"), now={})

    assert (result.conflicts, result.changes, result.gone) == ((), (), ())


def test_a_row_that_is_missing_is_asked_about_unless_it_went_here_too():
    (gone,) = found(sheet="Costs", now=costs(note="New")).gone

    assert (gone.row, gone.name, gone.changed) == (("Costs", "C1"), "Licences", True)
    assert found(sheet="Costs", now={}).gone == ()
    assert not found(sheet="Costs").gone[0].changed


def test_rows_left_out_are_not_missing():
    assert found(sheet="Costs", passed=["C1"]).gone == ()


def test_answers_never_go_missing():
    assert found(sheet="Answers").gone == ()


def test_what_came_in_here_since_is_not_missing():
    assert found(sheet="Costs", then={}, now=costs()).gone == ()


def test_an_id_nobody_knows_and_one_that_is_there_twice_are_said():
    result = found(row("Costs"), entry("Costs", "C9", 3), entry("Costs", "C1", 4))

    assert faults(result) == {"A3": Fault.UNKNOWN_ID, "A4": Fault.TWICE}


def test_an_id_that_came_in_since_the_export_is_compared_with_now():
    (change,) = found(row("Costs", funding="Grant"), then={}, now=costs()).changes

    assert change.new == {"funding": "Grant"}


def test_a_formula_gives_its_value_and_one_without_a_value_is_said():
    whole = row("Costs", funding="Grant", note="x")
    cells = {
        **whole.cells,
        "funding": replace(whole.cells["funding"], formula=True),
        "note": Typed(None, "K2", formula=True),
    }
    result = found(replace(whole, cells=cells))

    assert new(result) == {"funding": "Grant"}
    assert faults(result) == {"K2": Fault.NO_VALUE}


def test_a_text_that_did_not_fit_into_its_cell_was_not_changed():
    note = "x" * (CUT + 10)
    now = costs(note=note)

    assert found(row("Costs", note=note[: CUT + 1]), then=now).changes == ()
    assert found(row("Costs", note="x" * 20), then=now).changes != ()


def test_what_the_program_works_out_is_not_taken_and_said():
    (record,) = RECORDS["Plan"].values()
    then = {"P01": replace(record, told={"slack": 5, "kind": "From gaps", "critical": ""})}
    cells = {"slack": 5.0, "kind": "By hand", "critical": None}
    result = found(entry("Plan", "P01", **cells), then=then)

    assert (result.told, result.changes) == (("C2",), ())
    assert found(entry("Plan", "P01"), then=then).told == ()


def test_weeks_keep_the_shares_of_their_range():
    assert new(found(row("Plan", weeks=16)))["weeks"] == Weeks(8, 16, 24)
    assert new(found(row("Plan", weeks=None)))["weeks"] is None
    assert scaled(Weeks(), 5) == Weeks(5, 5, 5)


def test_a_start_that_is_typed_is_fixed_and_one_that_is_emptied_let_go():
    planned = project_record(replace(PROJECT, pins=Pins(date(2027, 1, 4))), None, (), ())
    then = {"P01": planned}

    assert new(found(row("Plan", start="4 Feb 2027")))["start"] == date(2027, 2, 4)
    emptied = entry("Plan", "P01", start=None)
    assert new(found(emptied, then=then)) == {"start": None}


def test_a_project_that_is_done_is_done_by_all_of_it():
    done = new(found(row("Plan", status="Done")))
    begun = new(found(row("Plan", status="Not started")))

    assert (done["status"], done["percent"]) == (Status.DONE, 100)
    assert begun["percent"] == 0


def test_a_reason_goes_when_a_project_is_taken_up_again():
    dropped = replace(PROJECT, status=Status.DROPPED, reason="No money")
    then = {"P01": project_record(dropped, None, (), ())}
    change = found(entry("Plan", "P01", status="Under way", reason="No money"), then=then)

    assert new(change)["reason"] == ""


def test_what_is_paid_once_is_paid_in_one_year():
    assert new(found(row("Costs", kind="one-off"))) == {"kind": CostKind.ONE_OFF, "years": 1}


def test_an_answer_that_needs_no_reason_loses_it():
    told = Value(State.NOT_APPLICABLE, reason="No beds")
    then = {PAIR: answer_record(replace(ANSWER, value=told))}
    change = found(entry("Answers", PAIR, answer=2, reason="No beds"), then=then)

    assert new(change) == {"answer": Value(State.LEVEL, 2), "reason": ""}
    emptied = found(entry("Answers", PAIR, answer=None, reason="No beds"), then=then)
    assert new(emptied)["answer"] == NOT_ANSWERED


def test_space_that_reading_takes_away_is_no_change():
    odd = replace(COST, label="Two  words ", note="a\n")
    assert (
        found(row("Costs", label="Two words", note="a"), then={"C1": cost_record(odd)}).changes
        == ()
    )


def test_dangling_ids_that_were_there_already_are_no_fault():
    then = {"B1": benefit_record(replace(BENEFIT, leads_to=("B2", "B9")))}

    assert found(row("Benefits", leads_to="B9"), then=then).troubles == ()


def test_every_column_a_person_may_change_has_a_record_and_a_group():
    for title, listing in LISTING.items():
        columns = {c.id for c in listing.sheet.columns if c.editable}
        for record in RECORDS[title].values():
            assert columns == record.held.keys() == record.shown.keys()
        assert columns == {c for group in listing.groups for c in group}


def test_a_risk_is_read_back_as_it_is_held():
    assert raid_record(replace(RISK, is_open=False)).shown["open"] is False
