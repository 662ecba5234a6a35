"""What the Gantt says."""

from datetime import date
from types import SimpleNamespace

import pytest

from techmodel.core.forecast import Moment
from techmodel.core.plan import DutyDate
from techmodel.core.plan_parts import Pins, Project, ProjectId, Status
from techmodel.core.ranges import Range
from techmodel.wording import gantt as wording

DAY = date(2027, 6, 30)


def project(**fields):
    return Project(ProjectId("P07"), "Service directory", **fields)


@pytest.mark.parametrize(
    ("fields", "slack", "counted", "said"),
    [
        ({}, 54, True, "on one day; 54 working days of slack"),
        ({}, 1, True, "on one day; 1 working day of slack"),
        ({}, 0, True, "on one day; critical"),
        ({}, None, False, "on one day; not counted"),
        (
            {"status": Status.UNDER_WAY, "percent": 40, "pins": Pins(finish_by=DAY)},
            0,
            True,
            "on one day; critical; under way; 40% done; to be done by 30 Jun 2027",
        ),
    ],
)
def test_a_bar_is_told_in_words(fields, slack, counted, said):
    found = wording.bar_words(project(**fields), "on one day", slack, counted)

    assert found == f"P07 Service directory: {said}"


@pytest.mark.parametrize(
    ("status", "slack", "late", "said"),
    [
        (Status.NOT_STARTED, 12, False, "12"),
        (Status.NOT_STARTED, 0, False, "Critical"),
        (Status.NOT_STARTED, 0, True, "Late, critical"),
        (Status.NOT_STARTED, 12, True, "Late, 12"),
        (Status.NOT_STARTED, None, True, "Late"),
        (Status.NOT_STARTED, None, False, ""),
        (Status.DONE, None, True, "Done"),
        (Status.DROPPED, None, False, "Dropped"),
    ],
)
def test_slack_and_late_are_said_side_by_side(status, slack, late, said):
    assert wording.slack_words(status, slack, late=late) == said


@pytest.mark.parametrize(
    ("peak", "when", "limit", "over", "said"),
    [
        (0, None, 5, 0, "Nothing in the plan has dates yet."),
        (6, DAY, 5, 1, "Over the limit in 1 month (hatched); at most 6 in June 2027."),
        (20, DAY, None, 0, "At most 20 at once, in June 2027."),
        (5, DAY, 5, 0, "Never more than 5 at once."),
        (51, DAY, None, 0, "51 at once in June 2027. If that is too many, set a limit."),
    ],
)
def test_the_load_is_told_in_a_sentence(peak, when, limit, over, said):
    assert wording.load_words(peak, when, limit, over) == said


def test_spans_and_days_are_short():
    assert wording.span_words(None, DAY) == "no dates"
    assert wording.span_words(DAY, DAY) == "on 30 Jun 2027"
    assert wording.span_words(date(2027, 1, 4), DAY) == "4 Jan 2027 to 30 Jun 2027"
    assert wording.day_words(DAY) == "30 Jun 27"
    assert wording.day_words(None) == ""


def test_a_statutory_date_has_shorter_and_shorter_labels(session):
    assessment = session.assessment()
    first = next(c for c in assessment.checklist.capabilities if c.duty)
    duty = DutyDate(first.id, DAY, None, None)

    assert wording.duty_labels(duty, assessment) == (
        f"{first.name}, 30 Jun",
        f"{first.id}, 30 Jun",
        "30 Jun",
    )
    assert wording.duty_tip(duty, assessment).endswith("30 June 2027; not planned")


def test_what_cannot_begin_earlier_or_when_it_should_says_why():
    said = wording.cannot_begin_earlier(project(), "it waits for P01")
    assert said == "P07 cannot begin earlier: it waits for P01."
    days = (date(2027, 1, 11), date(2027, 2, 1))
    said = wording.moved_less_words(project(), *days, "the limit is 14 at a time")

    assert (
        said == "P07 begins on 1 February 2027, not on 11 January 2027: the limit is 14 at a time."
    )


def test_where_a_project_begins_is_said():
    assert wording.moved_words(project(), DAY) == "P07 does not begin before 30 June 2027."
    assert wording.moved_words(project(), None) == "P07 begins as soon as it can."


def test_no_domain_stays_lowest_where_all_are_reached(checklist):
    both = [d.id for d in checklist.domains[:2]]
    held = SimpleNamespace(checklist=checklist)

    def said(*lows):
        shares = {d: Range(low, 1.0) for d, low in zip(both, lows, strict=True)}
        return wording.target_words([Moment(DAY, {}, shares, None)], held)

    assert said(0.4, 1.0).startswith(f"{checklist.domains[0].name} stays lowest: 40–100%")
    assert said(0.999, 1.0).endswith("99–100% at the end.")
    assert said(1.0, 1.0) == "Every domain reaches its targets."
