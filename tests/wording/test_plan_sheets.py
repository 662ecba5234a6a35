"""What stands in the cells that people may change on the plan's sheets."""

from dataclasses import replace
from datetime import date

from tests.export.plan_builders import two

from techmodel.core.checklist import Weeks
from techmodel.core.plan_parts import (
    Benefit,
    Cost,
    CostKind,
    Link,
    Money,
    Pins,
    RaidItem,
    RaidKind,
    Stage,
    Status,
)
from techmodel.core.plan_sheets import BENEFITS, COSTS, PLAN, RAID
from techmodel.wording.plan_sheets import (
    after_words,
    benefit_cells,
    cost_cells,
    plan_cells,
    raid_cells,
    steps_list,
)

COST = Cost("c1", None, "Licences", CostKind.RECURRENT, Money(1, 2, 3), 2027, 3)
ITEM = RaidItem("r1", RaidKind.RISK, "Late", likelihood=4, is_open=False)
BENEFIT = Benefit("b1", "Calls saved", Stage.OUTCOME, ("b2", "b3"), ("P01",))


def cells_of(report, project="P01"):
    return plan_cells(report.plan.of(project), report.book)


def test_every_column_for_entries_has_a_cell():
    for sheet, cells in (
        (PLAN, cells_of(two())),
        (RAID, raid_cells(ITEM)),
        (BENEFITS, benefit_cells(BENEFIT)),
        (COSTS, cost_cells(COST)),
    ):
        assert set(cells) == {"id", *(c.id for c in sheet.columns if c.editable)}


def test_a_scheduled_project_shows_the_dates_of_the_plan():
    report = two(P01={"status": Status.UNDER_WAY, "percent": 40})
    cells = cells_of(report)

    assert (cells["status"], cells["percent"]) == ("Under way", 0.4)
    assert cells["start"] == report.plan.of("P01").start
    assert cells["weeks"] == report.plan.of("P01").weeks.likely


def test_what_is_done_shows_what_was_fixed_by_hand():
    day = date(2027, 1, 4)
    report = two(P01={"status": Status.DONE, "pins": Pins(day), "weeks": Weeks(1, 2, 3)})
    cells = cells_of(report)

    assert (cells["percent"], cells["start"], cells["weeks"]) == (1, day, 2)


def test_what_has_no_dates_has_none():
    cells = cells_of(two(P01={"status": Status.DROPPED, "reason": "Not now"}))

    assert (cells["start"], cells["weeks"], cells["reason"]) == (None, None, "Not now")


def test_what_is_switched_off_is_not_counted():
    report = two()
    book = replace(report.book, terms=replace(report.book.terms, off=frozenset({"P01"})))

    assert plan_cells(report.plan.of("P01"), book)["counted"] == "No"


def test_links_by_hand_carry_the_days_between():
    book = replace(two().book, links=(Link("P02", "P01"), Link("P02", "P03", 5)))

    assert after_words(book, "P02") == "P01, P03+5"
    assert after_words(book, "P01") == ""


def test_words_stand_for_what_is_stored():
    assert (raid_cells(ITEM)["likelihood"], raid_cells(ITEM)["impact"]) == ("4 Likely", "")
    assert raid_cells(ITEM)["open"] == "No"
    assert benefit_cells(BENEFIT)["leads_to"] == "b2, b3"
    assert (cost_cells(COST)["first_year"], cost_cells(COST)["kind"]) == ("2027/28", "Recurrent")
    assert steps_list({1: ("Rare", "Hardly")}) == (("1 Rare", "Hardly"),)
