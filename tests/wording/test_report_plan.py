"""The plan in the report, in plain words."""

from dataclasses import replace
from datetime import date

import pytest
from tests.export import plan_reports as plans
from tests.export.plan_builders import TODAY, two

from techmodel.core.checklist import Weeks
from techmodel.core.plan import DutyDate
from techmodel.core.plan_parts import (
    Cost,
    CostKind,
    Money,
    Pins,
    Project,
    ProjectKind,
    RaidItem,
    RaidKind,
    Status,
    Terms,
)
from techmodel.core.ranges import Range
from techmodel.wording import report_plan as words
from techmodel.wording.phrases import plain

REPORT = plans.foreseen(two())
BOOK, PLAN = REPORT.book, REPORT.plan
NOW = REPORT.gaps.overall.attainment


def planned(**changes):
    return replace(PLAN.projects[0], project=replace(PLAN.projects[0].project, **changes))


def test_terms_say_start_pace_closed_days_and_what_is_left_out():
    terms = Terms(capacity=1, roles={"R": 2}, off=frozenset({"P02"}))
    book = replace(BOOK, terms=terms, closed_days=frozenset({TODAY}))
    said = words.terms_words(REPORT.assessment, book, PLAN)

    assert "with at most 1 step in work at once, of them at most 2 with the role R." in said
    assert "1 day is closed besides" in said
    assert "1 project is kept in the list but not counted." in said
    assert "with no limit on what is" in words.terms_words(REPORT.assessment, BOOK, PLAN)


def test_several_are_counted_in_the_plural():
    terms = Terms(off=frozenset({"P01", "P02"}))
    book = replace(BOOK, terms=terms, closed_days=frozenset({TODAY, date(2027, 1, 4)}))
    said = words.terms_words(REPORT.assessment, book, PLAN)

    assert "2 days are closed" in said
    assert "2 projects are kept" in said


def test_what_is_reached_is_said_from_today_to_the_end():
    said = plain(words.reach_words(NOW, REPORT.forecast, PLAN.end))

    assert said.startswith(
        "If all goes as planned, the partnership reaches 100% of its targets by"
    )
    assert said.endswith("from 40% today.")
    assert words.reach_words(NOW, (), PLAN.end) == ""
    assert words.reach_words(NOW, REPORT.forecast, None) == ""
    same = words.reach_words(Range(1, 1), REPORT.forecast, PLAN.end)
    assert same == "The plan leaves the share of the targets reached at 100%."


def test_levels_run_from_the_lowest_step_to_the_highest():
    first = PLAN.projects[0].project
    partner = replace(first, kind=ProjectKind.ORGANISATION, organisation="o1")

    assert (
        words.levels_words(REPORT.assessment, first)
        == "A-1\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}3"
    )
    assert words.levels_words(REPORT.assessment, partner).endswith(", at o1")
    assert words.levels_words(REPORT.assessment, Project("PX", "Own")) == ""


@pytest.mark.parametrize(
    ("changes", "counted", "said"),
    [
        ({}, True, ""),
        ({}, False, "Not counted"),
        ({"status": Status.UNDER_WAY, "percent": 40}, True, "Under way, 40% done"),
        ({"status": Status.DONE}, True, "Done"),
        ({"status": Status.DROPPED, "reason": "No money"}, False, "Dropped; No money"),
        ({"pins": Pins(None, date(2027, 6, 30))}, True, "To be done by 30 Jun 2027"),
    ],
)
def test_a_state_is_said_where_it_is_more_than_not_started(changes, counted, said):
    assert words.state_words(planned(**changes), counted=counted) == said


def test_slack_and_weeks():
    assert words.slack_words(replace(PLAN.projects[0], slack=0)) == "critical"
    assert words.slack_words(replace(PLAN.projects[0], slack=1)) == "1 day"
    assert words.slack_words(replace(PLAN.projects[0], slack=None)) == words.NONE
    assert words.weeks_words(planned(weeks=Weeks(2, 3, 4))) == "2–4"
    assert words.weeks_words(replace(planned(), weeks=Weeks())) == words.NONE


def test_a_duty_is_reached_when_the_last_of_its_capabilities_is():
    kept = DutyDate("A-1", date(2027, 6, 30), date(2027, 5, 3), "P01")
    late = DutyDate("A-2", date(2027, 6, 30), date(2027, 7, 5), "P02")

    assert words.reached_words([]) == ""
    assert words.reached_words([kept]) == "3 May 2027"
    assert words.reached_words([kept, late]) == "5 Jul 2027, late"
    assert words.reached_words([kept, replace(late, got=None)]) == "Not planned"


def test_costs_say_when_they_are_paid():
    once = Cost("C", None, "Desk", CostKind.ONE_OFF, Money(1, 2, 3), 2027)
    yearly = replace(once, kind=CostKind.RECURRENT, years=3)

    assert words.paid_words(once) == ("Once", "2027/28")
    assert words.paid_words(yearly) == ("Yearly", "2027/28 to 2029/30")


def test_scores_say_what_they_are_made_of():
    item = RaidItem("R", RaidKind.RISK, "Late", likelihood=4, impact=3)

    assert words.factors_words(item) == "4 Likely × 3 Moderate"
    assert words.factors_words(replace(item, likelihood=None)) == "3 Moderate"
    assert words.factors_words(replace(item, likelihood=None, impact=None)) == ""


def test_counts():
    assert words.pace_words(Terms()) == "no limit"
    assert words.pace_words(Terms(capacity=14)) == "14"
    assert words.more_words(3) == "and 3 more"
    assert words.projects_words(1) == "one project"
    assert words.projects_words(36) == "36 projects"
    assert words.kept_words(PLAN) == "1 of 1"
    assert words.kept_words(replace(PLAN, duties=())) == "none left to keep"
    assert words.day_or_none(None) == words.NONE
