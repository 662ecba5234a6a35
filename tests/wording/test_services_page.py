"""The page of services in words: rows, banners, and the like."""

from datetime import date

import pytest
from tests.core.services import TODAY, entries, entry, service

from techmodel.core.checklist import Duty, ServiceStatus
from techmodel.core.onboarding import Onboarding, Stage
from techmodel.wording import services_page as words

MARCH = date(2026, 3, 15)


@pytest.mark.parametrize(
    ("day", "months"),
    [(MARCH, 0), (date(2026, 3, 16), 0), (date(2026, 2, 15), 1), (date(2024, 11, 16), 15)],
)
def test_a_month_counts_once_it_is_over(day, months):
    assert words.months_old(day, MARCH) == months


@pytest.mark.parametrize(
    ("changes", "age", "banner"),
    [
        ({}, "under a month", "Live, as of 1 November 2026."),
        (
            {"status_date": date(2024, 7, 16)},
            "28 months",
            "Live, as of 16 July 2024. 28 months old: check before you rely on it.",
        ),
        (
            {"status_date": None},
            "no date",
            "Live. No date was found: check before you rely on it.",
        ),
        (
            {"status": ServiceStatus.PLANNED},
            "under a month",
            "Planned, as of 1 November 2026. It is not there to use yet.",
        ),
        (
            {"status": ServiceStatus.RETIRED},
            "retired",
            "Retired, as of 1 November 2026. This checklist does not say what came after it.",
        ),
    ],
)
def test_what_is_old_undated_planned_or_over_is_said_plainly(changes, age, banner):
    found = entry(**changes)

    assert words.age_words(found, TODAY) == age
    assert words.banner_words(found, TODAY) == banner
    assert words.is_plain(found) == (not changes)


def test_a_banner_names_what_came_after():
    old = service("OLD", status=ServiceStatus.SUPERSEDED, replaced_by="NEW")
    found = {e.service.id: e for e in entries({}, old, service("NEW"))}["OLD"]

    assert words.banner_words(found, TODAY).endswith(". Service NEW came after it.")
    assert words.successor_words(found.successor) == "Show Service NEW"


@pytest.mark.parametrize(
    ("stages", "here", "hers"),
    [
        ({}, "Not started", "Not started"),
        ({"o1": Stage.PLANNED}, "1 of 2 planned", "Not started"),
        ({"o1": Stage.PLANNED, "o2": Stage.LIVE}, "1 of 2 live", "Live"),
        ({"o1": Stage.NOT_APPLICABLE, "o2": Stage.ONBOARDING}, "1 of 1 onboarding", "Onboarding"),
        (
            {"o1": Stage.NOT_APPLICABLE, "o2": Stage.NOT_APPLICABLE},
            "Not applicable",
            "Not applicable",
        ),
    ],
)
def test_here_counts_the_furthest_stage_of_those_it_is_for(stages, here, hers):
    held = {("S", who): Onboarding("S", who, stage) for who, stage in stages.items()}
    found = entries({"A-1": ["S"]}, service("S"), recorded=held)[0]

    assert words.here_words(found) == here
    assert words.here_words(found, "o2") == hers


def test_a_row_says_gaps_stage_age_and_duty():
    old = {"status_date": date(2024, 7, 16), "duty": Duty("Law", "", date(2025, 1, 1))}

    assert words.row_words(entry(**old), TODAY) == (
        "Service S, helps 1 gap, not started, status 28 months old, duty date passed"
    )
    alone = entries({}, service("S", status_date=None))[0]
    assert words.row_words(alone, TODAY) == (
        "Service S, helps no gap, not asked, status without a date"
    )


def test_an_entry_is_told_whole():
    found = entry(standards="FHIR R4.", duty=Duty("Law", "", date(2025, 1, 1)))

    assert words.entry_words(found, TODAY) == (
        "It does something. National service, run by NHS England. Standards: FHIR R4. "
        "Live, as of 1 November 2026. Duty: Law. Its date, 1 January 2025, has passed, and A-1 is "
        "still below target."
    )


def test_small_words_agree_with_their_numbers():
    assert words.gaps_title(0) == "It closes none of our gaps"
    assert words.gaps_title(6) == "Helps to close 6 of our gaps"
    assert words.supports_title(1, 0) == "Supports 1 capability without a gap"
    assert words.supports_title(2, 1) == "Supports 2 more capabilities without a gap"
    assert words.level_words("1–2", 3) == "1–2 of 3"
    assert words.spoken_level("1", None) == "1, no target"
    assert words.chosen_words(["A"], 7) == "A"
    assert words.chosen_words(["A", "B"], 7) == "2 partners"
    assert words.chosen_words(["A", "B"], 2) == "All 2 partners"
    assert words.left_words(1) == "1 service shown"
