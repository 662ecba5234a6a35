"""Which services close which of our gaps, in which order, and what is said of their age."""

from datetime import date, timedelta

import pytest
from tests.core.services import TODAY, entries, entry, service

from techmodel.core.checklist import Duty, ServiceStatus
from techmodel.core.onboarding import Onboarding, Stage
from techmodel.core.services_guide import Age, DutyState, Wanted, choose, needs_a_look

LINKS = {"A-1": ["P"], "A-2": ["P", "Q"], "A-3": ["R"]}
CATALOGUE = [service(id_) for id_ in ("OUT", "R", "Q", "P")]


def ids(found):
    return [e.service.id for e in found]


def test_a_service_closes_the_gaps_of_the_capabilities_it_belongs_to_most_pressing_first():
    found = {e.service.id: (e.supports, e.gaps) for e in entries(LINKS, *CATALOGUE)}

    assert found == {
        "P": (("A-1", "A-2"), ("A-1", "A-2")),
        "Q": (("A-2",), ("A-2",)),
        "R": (("A-3",), ()),
        "OUT": ((), ()),
    }


def test_the_most_pressing_gap_comes_first_then_catalogue_order_and_what_ended_last():
    ended = service("OLD", status=ServiceStatus.RETIRED, replaced_by="P")
    links = LINKS | {"A-1": ["OLD", "P"]}

    assert ids(entries(links, ended, *CATALOGUE)) == ["P", "Q", "OUT", "R", "OLD"]


def test_of_two_for_the_same_gap_the_one_that_closes_more_comes_first():
    links = {"A-1": ["Q", "P"], "A-2": ["P"]}

    assert ids(entries(links, service("Q"), service("P"))) == ["P", "Q"]


def test_gaps_out_of_scope_are_nobody_s():
    found = entries(LINKS, *CATALOGUE, domains_out=["A"])

    assert [(e.supports, e.gaps, dict(e.stages)) for e in found] == [((), (), {})] * 4


def test_those_stand_in_it_who_are_asked_and_those_for_whom_something_is_recorded():
    said = Onboarding("P", "o3", Stage.NOT_APPLICABLE)
    first, *_ = entries(LINKS, *CATALOGUE, recorded={("P", "o3"): said})

    assert dict(first.stages) == {
        "o1": Onboarding("P", "o1"),
        "o2": Onboarding("P", "o2"),
        "o3": said,
    }
    assert (first.count(Stage.NOT_STARTED), first.count(Stage.LIVE)) == (2, 0)
    assert first.is_recorded
    assert not entry().is_recorded


@pytest.mark.parametrize(
    ("changes", "age"),
    [
        ({"status_date": TODAY - timedelta(days=365)}, Age.FRESH),
        ({"status_date": TODAY - timedelta(days=366)}, Age.OLD),
        ({"status_date": None}, Age.UNDATED),
        ({"status_date": None, "status": ServiceStatus.SUPERSEDED}, Age.ENDED),
    ],
)
def test_a_status_is_old_after_a_year_and_without_a_date(changes, age):
    found = entry(**changes)

    assert found.age is age
    assert needs_a_look(found) == (age in {Age.OLD, Age.UNDATED})


@pytest.mark.parametrize(
    ("duty", "state"),
    [
        (None, DutyState.NONE),
        (Duty("Contract", "A page", None), DutyState.UNDATED),
        (Duty("Contract", "A page", TODAY), DutyState.COMING),
        (Duty("Contract", "A page", date(2026, 9, 30)), DutyState.PASSED),
    ],
)
def test_a_duty_has_passed_the_day_after_its_date(duty, state):
    found = entry(duty=duty)

    assert found.duty is state
    assert needs_a_look(found) == (state is DutyState.PASSED)


@pytest.mark.parametrize(
    ("status", "can"),
    [("live", True), ("limited", True), ("planned", False), ("retired", False)],
)
def test_what_is_planned_or_ended_cannot_be_used(status, can):
    assert entry(status=ServiceStatus(status)).can_be_used is can


def test_what_ended_leads_to_what_came_after_it():
    ended = service("OLD", status=ServiceStatus.RETIRED, replaced_by="NEW")
    lost = service("LOST", status=ServiceStatus.RETIRED, replaced_by="GONE")
    found = {e.service.id: e.successor for e in entries({}, ended, lost, service("NEW"))}

    assert found == {"OLD": service("NEW"), "LOST": None, "NEW": None}


FILTERS = {
    "everything": (Wanted(), ["P", "Q", "OUT", "R"]),
    "a gap": (Wanted(gap="A-1"), ["P"]),
    "any gap": (Wanted(with_gap=True), ["P", "Q"]),
    "a kind": (Wanted(kinds=frozenset({"guidance"})), ["Q"]),
    "a status": (Wanted(statuses=frozenset({ServiceStatus.LIMITED})), ["OUT"]),
    "what to check": (Wanted(check=True), ["R"]),
    "a stage": (Wanted(stages=frozenset({Stage.LIVE})), ["P"]),
    "a stage of one": (Wanted(stages=frozenset({Stage.LIVE}), organisation="o2"), []),
    "words of a name": (Wanted(searched="service q"), ["Q"]),
    "two at once": (Wanted(with_gap=True, kinds=frozenset({"guidance"})), ["Q"]),
    "nothing": (Wanted(gap="A-1", check=True), []),
}


@pytest.mark.parametrize(("wanted", "left"), FILTERS.values(), ids=FILTERS)
def test_filters_narrow_and_keep_the_order(wanted, left):
    catalogue = [
        service("OUT", status=ServiceStatus.LIMITED),
        service("R", status_date=None),
        service("Q", kind="guidance"),
        service("P"),
    ]
    live = {("P", "o1"): Onboarding("P", "o1", Stage.LIVE)}

    assert ids(choose(entries(LINKS, *catalogue, recorded=live), wanted)) == left
