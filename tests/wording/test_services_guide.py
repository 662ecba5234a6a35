"""The guide to services in words."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.services import entries, entry, service

from techmodel.core.checklist import Duty, ServiceStatus
from techmodel.core.onboarding import Onboarding, Stage
from techmodel.wording import services_guide as words


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Live, as at 1 November 2026."),
        (
            {"status_date": date(2024, 7, 16)},
            (
                "Live, as at 16 July 2024; that is more than a year ago: check it before you "
                "plan on it."
            ),
        ),
        ({"status_date": None}, "Live; no date was found: check it before you plan on it."),
        (
            {"status": ServiceStatus.PLANNED},
            "Planned, not there to use yet, as at 1 November 2026.",
        ),
        ({"status_date": None, "status": ServiceStatus.RETIRED}, "Retired."),
    ],
)
def test_an_old_status_is_said_plainly(changes, said):
    assert words.status_words(entry(**changes)) == said


def test_what_ended_names_what_came_after_it():
    ended = service("OLD", status=ServiceStatus.RETIRED, replaced_by="NEW")
    new, old = entries({}, ended, service("NEW"))

    assert words.after_words(old) == "Service NEW came after it."
    assert words.after_words(new) == ""
    silent = replace(old, successor=None)
    assert words.after_words(silent) == "This checklist does not say what came after it."


@pytest.mark.parametrize(
    ("duty", "said"),
    [
        (None, ""),
        (Duty("Contract", "x", None), "Duty: Contract. No date was found."),
        (
            Duty("Contract", "x", date(2027, 4, 1)),
            "Duty: Contract. It applies from 1 April 2027.",
        ),
        (
            Duty("Contract", "x", date(2026, 9, 30)),
            (
                "Duty: Contract. Its date, 30 September 2026, has passed, and A-1 is still below "
                "target."
            ),
        ),
    ],
)
def test_a_duty_is_said_with_its_date(duty, said):
    assert words.duty_words(entry(duty=duty)) == said


def test_a_passed_duty_without_a_gap_is_only_said_to_have_passed():
    duty = Duty("Contract", "x", date(2026, 9, 30))
    (found,) = entries({"A-3": ["S"]}, service("S", duty=duty))

    assert words.duty_words(found).endswith("30 September 2026, has passed.")
    both = replace(found, gaps=("A-1", "A-2"))
    assert words.duty_words(both).endswith("has passed, and A-1 and A-2 are still below target.")


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ({"A-1": ["S"], "A-2": ["S"]}, "Helps to close 2 gaps: A-1, A-2."),
        ({"A-3": ["S"]}, "Belongs to A-3, where there is no gap."),
        ({}, "No capability in scope is linked to it."),
    ],
)
def test_it_says_which_gaps_it_helps_to_close(links, said):
    (found,) = entries(links, service("S"))

    assert words.gaps_words(found) == said


HEADLINES = {
    "none": ((), "This checklist knows no services."),
    "no gap": (entries({}, service("S")), "No service is linked to a gap of ours."),
    "in order": (entries({"A-1": ["S"]}, service("S")), "1 of 1 service helps to close our gaps."),
    "to check": (
        entries(
            {"A-1": ["S", "T"]},
            service("S", duty=Duty("Contract", "x", date(2026, 1, 1))),
            service("T", status_date=None),
        ),
        (
            "2 of 2 services help to close our gaps. Of these, 1 duty date has passed and 1 "
            "status has no date or an old one."
        ),
    ),
}


@pytest.mark.parametrize(("found", "said"), HEADLINES.values(), ids=HEADLINES)
def test_the_headline_answers_with_the_numbers_of_this_assessment(found, said):
    assert words.headline(found) == said


def test_what_is_recorded_is_counted_and_said():
    live = Onboarding("S", "o1", Stage.LIVE, "Digital lead", date(2026, 3, 1))
    (found,) = entries({"A-1": ["S"]}, service("S"), recorded={("S", "o1"): live})

    assert words.progress_words(found) == "1 live, 1 not started"
    assert words.onboarding_words(live) == "Live since 1 March 2026, Digital lead"
    planned = Onboarding("S", "o1", Stage.PLANNED, day=date(2027, 3, 1))
    assert words.onboarding_words(planned) == "Planned by 1 March 2027"
    assert words.onboarding_words(Onboarding("S", "o1")) == "Not started"


def test_steps_are_numbered_and_sources_named():
    made = service("S", connect=("Ask.", "Test."), confidence="partly")

    assert words.steps_words(made) == "1. Ask. 2. Test."
    assert words.trust_words(made) == (
        "Only partly verified. Source: https://example.org. Licence not checked."
    )


def test_kinds_to_choose_from_stand_in_order_once():
    found = entries({}, service("A", kind="b"), service("B", kind="a"), service("C", kind="b"))

    assert words.kinds_of(found) == ("a", "b")
