"""The plan in sentences."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.plans import CHAIN, START, calendar, chain, worked

from techmodel.core.checklist import Weeks
from techmodel.core.gaps import find_gaps
from techmodel.core.held_up import HeldUp
from techmodel.core.plan import work_out
from techmodel.core.plan_parts import (
    Link,
    Pins,
    PlanBook,
    Project,
    ProjectId,
    ProjectKind,
    Status,
    Terms,
)
from techmodel.core.plan_tasks import LoopedLink
from techmodel.wording.plan import (
    EMPTY,
    capability_words,
    count_words,
    held_up_words,
    loop_refused,
    loop_words,
    missed_words,
    needed_for,
    needed_words,
    plan_headline,
    step_words,
    unplanned_lines,
)
from techmodel.wording.plan_steps import steps_words

TODAY = date(2026, 11, 24)
LATER = date(2027, 12, 1)


def two():
    return chain()[2]


def headline(projects, terms=None, today=TODAY, **book):
    used = terms or Terms(START)
    return plan_headline(worked(projects, terms=used, **book), used, today)


def test_the_headline_says_when_how_much_at_once_and_what_has_passed():
    first, second = two()
    late = [replace(second, weeks=Weeks(1, 1, 1)), replace(first, weeks=Weeks(40, 60, 80))]

    assert headline(late, Terms(START, 5), LATER) == (
        "By January 2028, five at a time. One duty date has passed."
    )
    assert headline(late, Terms(START, 12)) == (
        "By January 2028, 12 at a time. One duty date will be missed."
    )


def test_a_plan_that_keeps_its_duties_says_so():
    assert (
        headline(two())
        == "By June 2027, with no limit on what runs at once. Every duty date is kept."
    )


def test_a_plan_without_a_stored_start_says_that_it_moves_with_the_days():
    assert headline(two(), Terms(capacity=5)).startswith(
        "By June 2027 if it began tomorrow, five at a time."
    )


def test_fixed_dates_that_are_not_kept_are_counted():
    first, second = two()
    pinned = replace(second, pins=Pins(finish_by=date(2026, 12, 1)))

    assert headline([first, pinned]).endswith(
        "One fixed date cannot be kept. Every duty date is kept."
    )


@pytest.mark.parametrize(
    ("projects", "said"),
    [
        ([], EMPTY),
        (
            [replace(p, status=Status.DONE) for p in two()],
            "Everything in the plan is done or dropped.",
        ),
        ([Project(ProjectId("P9"), "x", ProjectKind.OWN)], "Nothing in the plan has dates yet."),
        (
            [Project(ProjectId("P9"), "x", ProjectKind.OWN, weeks=Weeks(1, 90_000, 90_000))],
            "Not before 2300, with no limit on what runs at once.",
        ),
    ],
)
def test_a_plan_without_an_end_says_why(projects, said):
    assert headline(projects).startswith(said)


def test_passed_and_coming_duties_are_told_apart():
    second = CHAIN["capabilities"][1] | {"duty": "2027-12-01"}
    found, gaps, _ = chain(capabilities=[CHAIN["capabilities"][0], second])
    own = Project(ProjectId("P9"), "x", ProjectKind.OWN, weeks=Weeks(1, 2, 3))
    plan = work_out(found, gaps, PlanBook((own,)), calendar())

    assert plan_headline(plan, Terms(), date(2027, 6, 1)).endswith(
        "One duty date has passed. One more duty date will be missed."
    )
    assert plan_headline(plan, Terms(), date(2028, 6, 1)).endswith("Two duty dates have passed.")


def test_counts_are_words_up_to_ten():
    assert [count_words(n) for n in (0, 1, 10, 11, 1200)] == ["no", "one", "ten", "11", "1,200"]


def test_missed_dates_are_sentences():
    first, second = two()
    pinned = replace(second, pins=Pins(date(2026, 11, 2), date(2026, 12, 1)))
    plan = worked([replace(first, status=Status.DROPPED), pinned])
    found = chain()[0]
    names = {p.project.id: p.project.name for p in plan.projects}

    assert [missed_words(m, found, names) for m in plan.missed] == [
        "P02 Name of A-2 was to be done by 1 December 2026; it is done on 8 June 2027.",
        "A-1 Name of A-1: the duty date is 31 March 2027; the plan does not reach the target.",
    ]


def test_a_start_later_than_asked_is_no_broken_date_and_says_what_holds_it_up():
    first, second = two()
    early = replace(second, pins=Pins(date(2026, 11, 30)))
    held = HeldUp(second.id, date(2026, 11, 30), START, (first.id,), 5, (("SRO", 1), ("o1", 2)))
    named = {second.id: second.name}

    plan = worked([first, early], terms=Terms(capacity=1))
    assert "cannot be kept" not in plan_headline(plan, Terms(), TODAY)
    assert [held_up_words(h, chain()[0], named) for h in plan.held_up] == [
        (
            "P02 Name of A-2 begins 10 Mar 2027 instead of 30 Nov 2026 as asked: no more than "
            "1 step may be in work at once."
        )
    ]
    assert held_up_words(held, chain()[0], {}) == (
        "P02 begins 25 Nov 2026 instead of 30 Nov 2026 as asked: it waits for P01, no more than "
        "5 steps may be in work at once, no more than 1 step at once for “Senior responsible "
        "owner” and no more than 2 steps at once for “o1”."
    )
    bare = HeldUp(second.id, date(2026, 11, 2), START)
    assert held_up_words(bare, chain()[0], {}).endswith("as asked: the plan begins then.")


def test_a_duty_that_is_reached_late_says_when():
    first, second = two()
    plan = worked([replace(first, weeks=Weeks(40, 60, 80)), second])
    (missed,) = plan.missed

    assert missed_words(missed, chain()[0], {}) == (
        "A-1 Name of A-1: the duty date is 31 March 2027; the plan reaches the target on "
        "18 January 2028."
    )


def test_circles_are_named_by_the_projects_in_them():
    first, second = two()
    plan = worked([first, second], links=(Link("P01", "P02"), Link("P02", "P01")))
    (looped,) = plan.looped

    assert loop_words([first, second], looped) == (
        "P02 Name of A-2 does not wait for P01 Name of A-1: they would wait for each other in a "
        "circle (P01 Name of A-1 → P02 Name of A-2 → P01 Name of A-1). Unlink P02 from P01 or "
        "P01 from P02."
    )
    assert loop_refused([first, second], looped).startswith(
        "P02 Name of A-2 cannot wait for P01 Name of A-1: they would wait"
    )


def test_what_waits_for_nothing_planned_is_grouped_by_what_it_would_wait_for():
    found, gaps, (first, second) = chain(overrides={"A-2": 4})
    book = PlanBook((replace(first, status=Status.DROPPED), second))
    plan = work_out(found, gaps, book, calendar())

    assert unplanned_lines(plan, found.checklist) == (
        "A-2 to level 3 would wait for A-1 Name of A-1 to level 2, which nobody plans.",
        "A-2 to level 4 would wait for A-1 Name of A-1 to level 3, which nobody plans.",
    )


def test_steps_are_told_in_few_words():
    checklist = chain()[0].checklist

    assert step_words("A-1:3") == "A-1 to level 3"
    assert step_words("A-1:3@o1", checklist) == "A-1 Name of A-1 to level 3"
    assert steps_words(["A-1:2", "A-1:3", "B-1:2"]) == "A-1 to 2 and 3, B-1 to 2"
    assert capability_words(checklist, "NO-1") == "NO-1"


def test_only_links_set_by_hand_can_be_unlinked():
    link, other = Link("P01", "P02"), Link("P02", "P03")
    ring = LoopedLink(link, ("P02", "P01", "P03", "P02"), (other,))
    projects = [*two(), replace(two()[0], id="P03")]

    assert loop_refused(projects, ring).endswith("Unlink P02 from P03 first.")
    assert loop_words(projects, ring).endswith("Unlink P01 from P02 or P02 from P03.")
    bare = replace(ring, by_hand=())
    assert loop_refused(projects, bare).endswith("so nothing can be unlinked.")
    itself = LoopedLink(Link("P01", "P01"), ("P01", "P01"))
    assert loop_refused(projects, itself).endswith("A project cannot wait for itself.")
    assert loop_words(projects, itself).endswith("Unlink P01 from P01.")


def test_a_raised_prerequisite_says_for_whom():
    deep = {"id": "A-1", "targets": {}, "actions": {}}
    high = [{"id": f"B-{n}", "targets": {"M": 4}, "prerequisites": ["A-1"]} for n in range(1, 6)]
    raised = chain(
        capabilities=[CHAIN["capabilities"][0] | deep]
        + [CHAIN["capabilities"][1] | h | {"domain": "B"} for h in high],
    )
    found, gaps, projects = raised
    (low,) = [p for p in projects if p.steps[0].startswith("A-1")]

    assert find_gaps(found) == gaps
    assert needed_for(gaps, low) == tuple(f"B-{n}" for n in range(1, 6))
    assert needed_words(gaps, low) == "needed by B-1, B-2, B-3 and 2 others"
    assert needed_words(gaps, projects[-1]) == ""
    assert needed_words(gaps, replace(low, steps=("NO-1:1",))) == ""
