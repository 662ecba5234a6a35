"""Rows of workbooks that come back, for tests."""

from datetime import date

from techmodel.core.answers import Answer, State, Value
from techmodel.core.checklist import CapabilityId, Weeks
from techmodel.core.flow_parts import FlowKey, FlowState, FlowValue, OwnFlow
from techmodel.core.onboarding import Onboarding
from techmodel.core.onboarding import Stage as ServiceStage
from techmodel.core.organisations import OrganisationId
from techmodel.core.plan_parts import (
    Benefit,
    Cost,
    CostKind,
    Link,
    Money,
    Pins,
    Project,
    ProjectId,
    RaidItem,
    RaidKind,
    Stage,
    Status,
)
from techmodel.core.returning import compare
from techmodel.core.returning_cells import Answering
from techmodel.core.returning_integration import (
    added_record,
    asked_record,
    flow_record,
    onboarding_record,
)
from techmodel.core.returning_lists import DONT_KNOW, LISTINGS, Words
from techmodel.core.returning_new import new_ids
from techmodel.core.returning_parts import Entry, ListBack, Typed
from techmodel.core.returning_records import (
    answer_record,
    benefit_record,
    cost_record,
    project_record,
    raid_record,
)

LISTING = {listing.title: listing for listing in LISTINGS}
PAIR = "REC-01|org-1"
STAGE, ASKED, OWN = "PDS|org-1", "org-1|org-2|F-01", "org-2|org-1|FK7D2"

PROJECT = Project(
    ProjectId("P01"),
    "Shared record",
    owner="Architect",
    status=Status.UNDER_WAY,
    percent=40,
    note="Steady",
    pins=Pins(None, date(2027, 6, 30)),
    weeks=Weeks(4, 8, 12),
    position=1,
)
COST = Cost("C1", ProjectId("P01"), "Licences", CostKind.RECURRENT, Money(8, 10, 14), 2027, 3)
BENEFIT = Benefit("B1", "Fewer calls", Stage.OUTCOME, ("B2",), (ProjectId("P01"),))
RISK = RaidItem("R1", RaidKind.RISK, "A supplier is late", likelihood=4, impact=3)
ANSWER = Answer(
    CapabilityId("REC-01"), OrganisationId("org-1"), Value(State.LEVEL, 3), note="As agreed"
)
ONBOARDING = Onboarding("PDS", "org-1", ServiceStage.PLANNED, "Architect", date(2027, 3, 1))
LEVEL_2 = FlowValue(FlowState.LEVEL, 2)
ASKED_KEY, OWN_KEY = FlowKey(*ASKED.split("|")), FlowKey(*OWN.split("|"))
OWN_FLOW = OwnFlow("Photographs", CapabilityId("REC-01"), 4)
RECORDS = {
    "Plan": {
        "P01": project_record(PROJECT, None, [Link(ProjectId("P01"), ProjectId("P02"), 3)], set())
    },
    "Costs": {"C1": cost_record(COST)},
    "Benefits": {"B1": benefit_record(BENEFIT)},
    "RAID": {"R1": raid_record(RISK)},
    "Answers": {PAIR: answer_record(ANSWER)},
    "Onboarding": {STAGE: onboarding_record(ONBOARDING)},
    "Flows": {
        OWN: added_record(flow_record(OWN_KEY, LEVEL_2, "As seen", OWN_FLOW)),
        ASKED: asked_record(flow_record(ASKED_KEY, LEVEL_2, "", OwnFlow("Letter", "REC-01", 3))),
    },
}
WORDS = Words(
    lists={
        "Plan.status": {s.value: s for s in Status},
        "Plan.counted": {"yes": True, "no": False},
        "RAID.kind": {k.value: k for k in RaidKind},
        "RAID.open": {"yes": True, "no": False},
        "RAID.likelihood": {str(n): n for n in range(1, 6)},
        "RAID.impact": {str(n): n for n in range(1, 6)},
        "Benefits.stage": {s.value: s for s in Stage},
        "Costs.kind": {k.value: k for k in CostKind},
        "Onboarding.stage": {s.value: s for s in ServiceStage},
    },
    projects={"p01": "P01", "p02": "P02", "shared record": "P01"},
    benefits={"b1": "B1", "b2": "B2"},
    organisations={"trust": "org-1", "hill practice": "org-2"},
    capabilities={"rec-01": "REC-01", "rec-02": "REC-02", "shared record": "REC-02"},
    answering=Answering(
        ("Absent", "Standalone", "Viewable", "Structured", "Shared", "Orchestrated"),
        {"don’t know": State.DONT_KNOW, "not applicable": State.NOT_APPLICABLE},
        {"hill practice": OrganisationId("org-2")},
    ),
    blank={
        "Costs": {
            **dict.fromkeys(("project", "label", "funding", "note"), ""),
            **dict.fromkeys(("low", "likely", "high"), 0),
            **{"kind": CostKind.ONE_OFF, "first_year": 2026, "years": 1},
        },
        "Flows": {
            **dict.fromkeys(("from", "to", "information", "capability", "reason", "note"), ""),
            **{"target": None, "level": DONT_KNOW},
        },
        "Plan": {
            **dict.fromkeys(("project", "owner", "reason", "note"), ""),
            **dict.fromkeys(("start", "weeks", "finish_by")),
            **{"status": Status.NOT_STARTED, "percent": 0, "after": (), "counted": True},
        },
    },
)


def entry(sheet, id_="", row=2, **cells):
    """A row with some cells, each in a column of its own."""
    found = {c: Typed(v, f"{chr(66 + n)}{row}") for n, (c, v) in enumerate(cells.items())}
    return Entry(sheet, row, id_, {"id": Typed(id_ or None, f"A{row}"), **found})


def found(*entries, sheet="", then=None, now=None, passed=()):
    """What rows of one sheet come to."""
    title = sheet or entries[0].sheet
    listing, back = LISTING[title], ListBack(title, entries, passed=frozenset(passed))
    before = RECORDS[title] if then is None else then
    here = before if now is None else now
    return compare(listing, back, (before, here), WORDS, new_ids(listing, back, before, WORDS))


def faults(result):
    """What is wrong, by cell."""
    return {t.cell: t.fault for t in result.troubles}
