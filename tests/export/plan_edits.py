"""A plan changed twice: in the workbook by hand, and in the engine; both must say the same."""

from dataclasses import replace
from datetime import date

from openpyxl import load_workbook
from tests.export.plan_builders import TWO, planned

from techmodel.core.checklist import Weeks
from techmodel.core.plan_parts import (
    Cost,
    CostKind,
    Money,
    Pins,
    PlanBook,
    Project,
    ProjectKind,
    RaidItem,
    RaidKind,
    Status,
    Terms,
)

BY = date(2027, 3, 31)
COST = Cost("cost-1", "P1", "Licences", CostKind.RECURRENT, Money(1000, 2000, 4000), 2026, 3)
ONCE = Cost("cost-2", "P4", "Switch", CostKind.ONE_OFF, Money(500, 500, 500), 2027)
RISK = RaidItem("raid-0", RaidKind.RISK, "Late", likelihood=2, impact=3)


def edited_plan(*, changed=False):
    """Own projects without links or a limit, so that each moves alone; `changed` as below."""
    projects = [
        Project(f"P{n}", f"Project {n}", ProjectKind.OWN, weeks=Weeks(2, 4, 9), position=n)
        for n in range(1, 7)
    ]
    costs, raid, off = [COST, ONCE], RISK, frozenset()
    projects[4] = replace(projects[4], pins=Pins(None, BY))
    if changed:
        # over Christmas and New Year, from a Monday: bank holidays of the calendar do not count
        projects[0] = replace(projects[0], pins=Pins(date(2026, 12, 21)))
        projects[1] = replace(projects[1], weeks=Weeks(2, 30, 30))
        projects[2] = replace(projects[2], status=Status.DONE)
        projects[4] = replace(projects[4], weeks=Weeks(2, 25, 25))
        costs, off = [replace(COST, years=5, amount=Money(1000, 2500, 4000)), ONCE], {"P4"}
        raid = replace(RISK, likelihood=5, impact=4)
    terms = Terms(off=frozenset(off))
    return planned(TWO, PlanBook(tuple(projects), (), tuple(costs), raid=(raid,), terms=terms))


def edit_plan(path):
    """The same changes by hand; where the engine takes dates away, they are emptied."""
    workbook = load_workbook(path)
    plan = Editor(workbook["Plan"])
    plan.put("P1", Start=date(2026, 12, 21))
    plan.put("P2", Weeks=30)
    plan.put("P3", Status="Done", Start=None, Weeks=None)
    plan.put("P4", Counted="No", Start=None, Weeks=None)
    plan.put("P5", Weeks=25)
    Editor(workbook["Costs"]).put("cost-1", Likely=2500, Years=5)
    Editor(workbook["RAID"]).put("raid-0", Likelihood="5 Almost certain", Impact=4)
    workbook.save(path)


class Editor:
    """Puts values into the cells of a list by id and header."""

    def __init__(self, sheet):
        self._sheet = sheet
        self._heads = [c.value for c in sheet[1]]
        self._rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}

    def put(self, id_, **values):
        for header, value in values.items():
            self._rows[id_][self._heads.index(header)].value = value
