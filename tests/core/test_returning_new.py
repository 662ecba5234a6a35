"""Rows without an id are new, once."""

from dataclasses import replace

from tests.core.coming_back import COST, LISTING, WORDS, entry, faults, found

from techmodel.core.checklist import Weeks
from techmodel.core.plan_parts import CostKind, Status
from techmodel.core.returning_new import new_ids
from techmodel.core.returning_parts import Fault, ListBack
from techmodel.core.returning_records import Record


def only(result):
    (added,) = result.added
    return added


def test_a_new_row_holds_what_it_says_and_the_plainest_for_the_rest():
    added = only(found(entry("Costs", label="Laptops", likely="£4,000"), now={}, then={}))

    assert added.name == "Laptops"
    assert added.row[1].startswith("C")
    assert [added.values[c] for c in ("low", "likely", "high")] == [4000, 4000, 4000]
    assert (added.values["kind"], added.values["first_year"]) == (CostKind.ONE_OFF, 2026)


def test_a_new_project_takes_its_weeks_as_they_are():
    added = only(found(entry("Plan", project="Training", weeks=6, status="under way", percent=20)))

    assert added.values["weeks"] == Weeks(6, 6, 6)
    assert (added.values["status"], added.values["percent"]) == (Status.UNDER_WAY, 20)


def test_a_row_that_says_nothing_is_no_row():
    result = found(entry("Costs", label=" ", total=5), then={}, now={})

    assert (result.added, result.troubles) == ((), ())


def test_a_new_row_has_to_say_what_it_is_and_what_it_costs():
    result = found(entry("Costs", funding="Grant"), then={}, now={})

    assert [t.column for t in result.troubles] == ["label", "likely"]
    assert {t.fault for t in result.troubles} == {Fault.MISSING}


def test_what_is_wrong_with_a_new_row_is_said_cell_by_cell():
    result = found(entry("Costs", label="Laptops", likely="much", years=99), then={}, now={})

    assert faults(result) == {"C2": Fault.NOT_WHOLE, "D2": Fault.OUT_OF_RANGE}


def test_what_holds_together_is_judged_together():
    result = found(entry("Costs", label="Laptops", low=9, likely=4, high=9), then={}, now={})

    assert faults(result) == {"D2": Fault.ORDER}


def test_new_rows_get_the_same_ids_each_time_and_others_for_others():
    rows = [entry("Costs", row=n, label=name) for n, name in enumerate(("A", "B", "a "), 2)]
    back = ListBack("Costs", tuple(rows))
    ids = new_ids(LISTING["Costs"], back, ["C1"], WORDS)

    assert ids == new_ids(LISTING["Costs"], back, ["C1"], WORDS)
    assert len(set(ids.values())) == 3
    assert new_ids(LISTING["Costs"], back, ids.values(), WORDS) != ids


def test_a_new_row_that_came_in_before_adds_nothing():
    first = only(found(entry("Costs", label="Laptops", likely=4000), then={}, now={}))
    here = {first.row[1]: Record(first.values, first.values)}
    again = found(entry("Costs", label="Laptops", likely=4000), then={}, now=here)

    assert (again.added, again.conflicts) == ((), ())
    assert again.alike > 0


def test_a_new_row_that_came_in_before_and_differs_is_asked():
    first = only(found(entry("Costs", label="Laptops", likely=4000), then={}, now={}))
    held = {**first.values, "funding": "Grant"}
    here = {first.row[1]: Record(held, held)}
    (conflict,) = found(
        entry("Costs", label="Laptops", likely=4000, funding="Trust"), then={}, now=here
    ).conflicts

    assert (conflict.then, conflict.now, conflict.new) == (
        {},
        {"funding": "Grant"},
        {"funding": "Trust"},
    )
    assert replace(COST, id=first.row[1]).id == conflict.row[1]


def test_a_row_without_a_name_column_has_no_name():
    back = ListBack("Costs", (entry("Costs", likely=1),))

    assert new_ids(LISTING["Costs"], back, [], WORDS)
