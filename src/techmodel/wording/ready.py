"""The ready-to-send check in words: what was found, where, and what exports do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.ready import Finding, Severity
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.plan_parts import PlanBook
    from techmodel.core.ready import Check

QUESTION = "Is it ready to send?"

GROUPS = {
    Severity.SETTLE: "Settle before sending",
    Severity.LOOK: "Worth a look",
    Severity.IN_ORDER: "In order",
}
"""The heads of the three groups."""

_ONE_AND_MANY = {
    Finding.NOT_ANSWERED: ("1 question is not answered", "{n} questions are not answered"),
    Finding.BROKEN_PROVIDER: (
        "1 answer names a provider that cannot provide it",
        "{n} answers name a provider that cannot provide them",
    ),
    Finding.TARGET_WITHOUT_REASON: (
        "1 target was changed without a reason",
        "{n} targets were changed without a reason",
    ),
    Finding.NO_CARE_MODEL: ("No care model is chosen", "No care model is chosen"),
    Finding.DONT_KNOW: ("1 answer is “don’t know”", "{n} answers are “don’t know”"),
    Finding.PARKED: ("1 answer is parked", "{n} answers are parked"),
    Finding.DUTY_PASSED: ("1 duty date is in the past", "{n} duty dates are in the past"),
    Finding.SHORTFALL: (
        "1 capability stays below what others need",
        "{n} capabilities stay below what others need",
    ),
    Finding.UNPROVIDED: (
        "1 capability is needed, but nobody here provides it",
        "{n} capabilities are needed, but nobody here provides them",
    ),
    Finding.NO_OWNER: (
        "1 target set by decision has no owner",
        "{n} targets set by decision have no owner",
    ),
    Finding.STATED_ONLY: (
        "1 level rests on “stated only”",
        "{n} levels rest on “stated only”",
    ),
    Finding.NO_EVIDENCE: ("1 level has no evidence", "{n} levels have no evidence"),
    Finding.BELOW_HALF: (
        "1 organisation is not half answered yet",
        "{n} organisations are not half answered yet",
    ),
    Finding.STALE_SERVICE: (
        "1 service status is over a year old",
        "{n} service statuses are over a year old",
    ),
    Finding.PROJECT_LOOP: (
        "1 project waits for itself",
        "{n} projects wait for each other in a circle",
    ),
    Finding.DATE_MISSED: ("1 date cannot be kept", "{n} dates cannot be kept"),
    Finding.PROJECT_NO_OWNER: ("1 project has no owner", "{n} projects have no owner"),
    Finding.PROJECT_NO_DATE: ("1 project has no date", "{n} projects have no date"),
    Finding.PROJECT_LATE: (
        "1 project should have ended already",
        "{n} projects should have ended already",
    ),
    Finding.NOTHING_LEFT: (
        "1 project has nothing left to do, but is not marked done",
        "{n} projects have nothing left to do, but are not marked done",
    ),
    Finding.DONE_WITH_GAP: (
        "1 project is done, but its gap is still there",
        "{n} projects are done, but their gaps are still there",
    ),
    Finding.COST_NO_FUNDING: ("1 cost has no funding", "{n} costs have no funding"),
    Finding.COST_EARLY: (
        "1 cost falls in a year before its project begins",
        "{n} costs fall in years before their projects begin",
    ),
    Finding.BENEFIT_NO_MEASURE: (
        "1 outcome or impact cannot be measured yet",
        "{n} outcomes and impacts cannot be measured yet",
    ),
    Finding.BENEFIT_NO_LINK: (
        "1 benefit is not joined to the rest",
        "{n} benefits are not joined to the rest",
    ),
    Finding.BENEFIT_REVIEW: (
        "1 review of a benefit is overdue",
        "{n} reviews of benefits are overdue",
    ),
    Finding.RISK_NO_SCORE: ("1 risk has no score", "{n} risks have no score"),
    Finding.RISK_NO_OWNER: (
        "1 entry of the risk log has no owner",
        "{n} entries of the risk log have no owner",
    ),
    Finding.RISK_DUE: (
        "1 due date of the risk log has passed",
        "{n} due dates of the risk log have passed",
    ),
    Finding.LOST_PROJECT: (
        "1 entry belongs to a project that is not there any more",
        "{n} entries belong to projects that are not there any more",
    ),
}

_MEANS = {
    Finding.NOT_ANSWERED: "Shown as ranges, from level 0 to 5",
    Finding.DONT_KNOW: "Shown as ranges, from level 0 to 5",
    Finding.NO_CARE_MODEL: "Care models set the targets; without one there are no gaps",
    Finding.STATED_ONLY: "Grade D evidence: somebody said so",
    Finding.NO_EVIDENCE: "Evidence on the cards makes a level easier to trust",
    Finding.STALE_SERVICE: "The reports print the date beside each",
    Finding.PROJECT_NO_DATE: "Say how many weeks each takes, and it gets its dates",
}
"""What it means for the reader, where that says more than the names of what was found."""

_TO_DO = {
    Finding.DONE_WITH_GAP: (
        "Open it and take its answers over, or take it up again",
        "Open each and take its answers over, or take it up again",
    ),
}
"""What to do, for one and for several, where the names alone do not say it."""

_IN_ORDER = {
    Finding.NOT_ANSWERED: "Every question is answered",
    Finding.BROKEN_PROVIDER: "Every provider can provide",
    Finding.TARGET_WITHOUT_REASON: "Every changed target has a reason",
    Finding.NO_CARE_MODEL: "A care model sets the targets",
    Finding.DONT_KNOW: "No answer is “don’t know”",
    Finding.PARKED: "Nothing is parked",
    Finding.DUTY_PASSED: "No duty date has passed with a gap open",
    Finding.SHORTFALL: "Nothing stays below what others need",
    Finding.UNPROVIDED: "Whatever is needed, somebody here provides",
    Finding.NO_OWNER: "Every target set by decision has an owner",
    Finding.STATED_ONLY: "No level rests on “stated only”",
    Finding.NO_EVIDENCE: "Every level has evidence",
    Finding.BELOW_HALF: "Every organisation is at least half answered",
    Finding.STALE_SERVICE: "Every service status is from the last year",
    Finding.PROJECT_LOOP: "No projects wait for each other in a circle",
    Finding.DATE_MISSED: "Every date in the plan can be kept",
    Finding.PROJECT_NO_OWNER: "Every project has an owner",
    Finding.PROJECT_NO_DATE: "Every project has its dates",
    Finding.PROJECT_LATE: "No project is past its end",
    Finding.NOTHING_LEFT: "Every project has work left to do, or is marked done",
    Finding.DONE_WITH_GAP: "Every project that is done has closed its gap",
    Finding.COST_NO_FUNDING: "Every cost has its funding",
    Finding.COST_EARLY: "No cost falls before its project begins",
    Finding.BENEFIT_NO_MEASURE: "Every outcome and impact can be measured and has an owner",
    Finding.BENEFIT_NO_LINK: "Every benefit is joined to the rest",
    Finding.BENEFIT_REVIEW: "No review of a benefit is overdue",
    Finding.RISK_NO_SCORE: "Every risk has a score",
    Finding.RISK_NO_OWNER: "Every entry of the risk log has an owner",
    Finding.RISK_DUE: "No due date of the risk log has passed",
    Finding.LOST_PROJECT: "Everything belongs to projects that are there",
}

_NAMED, _SHORT = 2, 64
"""How many things a line names before it counts the others; one only, where two are longer."""


def ready_headline(checks: Sequence[Check]) -> str:
    """The answer to "Is it ready to send?" in one or two sentences."""
    settle = sum(c.severity is Severity.SETTLE for c in checks)
    look = sum(c.severity is Severity.LOOK for c in checks)
    if settle:
        too_little = any(
            c.finding is Finding.NOT_ANSWERED and c.severity is Severity.SETTLE for c in checks
        )
        word = "Not yet" if too_little else "Nearly"
        first = f"{word}. Settle {plural(settle, 'thing')} first"
        more = f"; {look} more {'is' if look == 1 else 'are'} worth a look" if look else ""
        return f"{first}{more}."
    if look:
        return f"Yes. {look} {'thing is' if look == 1 else 'things are'} worth a look."
    return "Yes. Everything is in order."


def check_title(check: Check) -> str:
    """What a check found, with its count: "2 duty dates are in the past"."""
    if check.severity is Severity.IN_ORDER:
        return _IN_ORDER[check.finding]
    one, many = _ONE_AND_MANY[check.finding]
    return one if len(check.items) == 1 else many.format(n=len(check.items))


def check_detail(check: Check, assessment: Assessment, book: PlanBook | None = None) -> str:
    """Where, or what it means for the reader; "" for what is in order.

    `book` names what is found in the plan.
    """
    if check.severity is Severity.IN_ORDER:
        return ""
    if check.finding in _MEANS:
        return _MEANS[check.finding]
    places = [item_place(item, assessment, book) for item in check.items]
    named = ", ".join(places[:_NAMED])
    count = min(_NAMED, len(places))
    if len(named) > _SHORT:
        named, count = places[0], 1
    more = f" and {len(places) - count} more" if len(places) > count else ""
    to_do = _TO_DO.get(check.finding)
    return f"{named}{more}. {to_do[len(places) > 1]}" if to_do else f"{named}{more}"


def item_place(item: tuple[str, str], assessment: Assessment, book: PlanBook | None = None) -> str:
    """One thing found, by name: "REC-06 for Riverside Trust", "INF-07 Secure e-mail", "P07 Care".

    `book` names projects, costs, benefits and risks.
    """
    what, organisation = item
    short = {o.id: o.short_name or o.name for o in assessment.organisations}
    names: Mapping[str, str] = {str(i): n for i, n in short.items()}
    if what and organisation:
        return f"{what} for {names[organisation]}"
    if organisation:
        return names[organisation]
    return _of_plan(what, book) or _thing(what, assessment)


def _of_plan(what: str, book: PlanBook | None) -> str:
    """A project with its id, another thing of the plan by its name; "" for anything else."""
    if book is None:
        return ""
    projects = {str(p.id): f"{p.id} {p.name}" for p in book.projects}
    names = projects | {c.id: c.label for c in book.costs} | {b.id: b.name for b in book.benefits}
    return (names | {i.id: i.text for i in book.raid}).get(what, "")


def _thing(what: str, assessment: Assessment) -> str:
    """A capability with its id, or a service by its name."""
    for capability in assessment.checklist.capabilities:
        if capability.id == what:
            return f"{what} {capability.name}"
    return next((s.name for s in assessment.checklist.services if s.id == what), what)
