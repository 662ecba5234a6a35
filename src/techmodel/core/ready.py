"""Is it ready to send? What to settle first, what is worth a look, and what is in order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core import ready_plan
from techmodel.core.answers import State
from techmodel.core.checklist import ServiceStatus
from techmodel.core.raid import RaidLack

if TYPE_CHECKING:
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Service
    from techmodel.core.gaps import Gaps
    from techmodel.core.ready_plan import Planning

STALE_AFTER_DAYS = 365
"""A service status older than this is said to be old (design.md 6.7)."""


HALF = 0.5
"""Less completeness than this is too little to send."""


class Severity(StrEnum):
    """How much a check matters before sending."""

    SETTLE = "settle"
    LOOK = "look"
    IN_ORDER = "in order"


class Finding(StrEnum):
    """What is checked."""

    NOT_ANSWERED = "not answered"
    BROKEN_PROVIDER = "broken provider"
    TARGET_WITHOUT_REASON = "target without reason"
    NO_CARE_MODEL = "no care model"
    DONT_KNOW = "don't know"
    PARKED = "parked"
    DUTY_PASSED = "duty passed"
    SHORTFALL = "shortfall"
    UNPROVIDED = "unprovided"
    NO_OWNER = "no owner"
    STATED_ONLY = "stated only"
    NO_EVIDENCE = "no evidence"
    BELOW_HALF = "below half"
    STALE_SERVICE = "stale service"
    PROJECT_LOOP = "project loop"
    DATE_MISSED = "date missed"
    PROJECT_NO_OWNER = "project without owner"
    PROJECT_NO_DATE = "project without date"
    PROJECT_LATE = "project late"
    NOTHING_LEFT = "nothing left to do"
    DONE_WITH_GAP = "done with a gap"
    COST_NO_FUNDING = "cost without funding"
    COST_EARLY = "cost before its project"
    BENEFIT_NO_MEASURE = "benefit without measure"
    BENEFIT_NO_LINK = "benefit without link"
    BENEFIT_REVIEW = "benefit review passed"
    RISK_NO_SCORE = "risk without score"
    RISK_NO_OWNER = "risk without owner"
    RISK_DUE = "risk due passed"
    LOST_PROJECT = "lost project"


_ALL = tuple(Finding)
OF_PLAN = _ALL[_ALL.index(Finding.PROJECT_LOOP) :]
"""What is checked about the plan."""
ENDED = frozenset({ServiceStatus.RETIRED, ServiceStatus.SUPERSEDED})
"""The statuses of services that are over: they cannot grow stale."""
_SETTLE = {
    Finding.BROKEN_PROVIDER,
    Finding.TARGET_WITHOUT_REASON,
    Finding.NO_CARE_MODEL,
    Finding.PROJECT_LOOP,
}

Items = tuple[tuple[str, str], ...]
"""What a check found; see `Check`."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check with what it found: `items` are (id, organisation id).

    The id is that of a capability or service, or of a project, cost, benefit or risk of the plan.
    Either part is "" where the finding is not about one.
    """

    finding: Finding
    severity: Severity
    items: Items


def find_checks(
    assessment: Assessment, gaps: Gaps, today: date, planning: Planning | None = None
) -> tuple[Check, ...]:
    """Every check, those to settle first, then those worth a look, then those in order.

    Only what is in scope is looked at: what the exports do not show cannot spoil them. Questions
    not answered are to settle while not even half is known, and worth a look after that. The plan
    is checked where there is one.
    """
    found: dict[Finding, Items] = {
        Finding.NOT_ANSWERED: _pairs(gaps, State.NOT_ANSWERED),
        Finding.BROKEN_PROVIDER: _broken(gaps),
        Finding.TARGET_WITHOUT_REASON: _overrides(assessment, gaps, "reason"),
        Finding.NO_CARE_MODEL: () if assessment.care_models else (("", ""),),
        Finding.DONT_KNOW: _pairs(gaps, State.DONT_KNOW),
        Finding.PARKED: _parked(assessment, gaps),
        Finding.DUTY_PASSED: _duties_passed(gaps, today),
        Finding.SHORTFALL: tuple((s.capability, "") for s in gaps.shortfalls),
        Finding.UNPROVIDED: tuple((c, "") for c in gaps.unprovided),
        Finding.NO_OWNER: _overrides(assessment, gaps, "owner"),
        Finding.STATED_ONLY: _stated_only(assessment, gaps),
        Finding.NO_EVIDENCE: _no_evidence(assessment, gaps),
        Finding.BELOW_HALF: tuple(("", o) for o in gaps.overall.below_half),
        Finding.STALE_SERVICE: _stale(assessment, gaps, today),
    }
    if planning is not None:
        of_plan = _of_plan(planning, gaps, today)
        found |= {f: tuple((i, "") for i in ids) for f, ids in of_plan.items()}
    settle = _SETTLE if is_half_known(gaps) else _SETTLE | {Finding.NOT_ANSWERED}
    checks = [Check(f, _severity(items, first=f in settle), items) for f, items in found.items()]
    return tuple(sorted(checks, key=lambda c: list(Severity).index(c.severity)))


def _of_plan(planning: Planning, gaps: Gaps, today: date) -> dict[Finding, tuple[str, ...]]:
    """What is checked about the plan, as ids; nothing is said of what is not written down."""
    book, found = planning.book, {Finding.LOST_PROJECT: ready_plan.lost_project(planning)}
    if book.projects:
        found |= {
            Finding.PROJECT_LOOP: ready_plan.in_a_loop(planning),
            Finding.DATE_MISSED: ready_plan.dates_missed(planning),
            Finding.PROJECT_NO_OWNER: ready_plan.without_owner(planning),
            Finding.PROJECT_NO_DATE: ready_plan.without_date(planning),
            Finding.PROJECT_LATE: ready_plan.ended_before(planning, today),
            Finding.NOTHING_LEFT: ready_plan.nothing_left(planning),
            Finding.DONE_WITH_GAP: ready_plan.done_with_gap(planning, gaps),
        }
    if book.costs:
        found |= {
            Finding.COST_NO_FUNDING: ready_plan.without_funding(planning),
            Finding.COST_EARLY: ready_plan.paid_early(planning),
        }
    if book.benefits:
        found |= {
            Finding.BENEFIT_NO_MEASURE: ready_plan.without_measure(planning, today),
            Finding.BENEFIT_NO_LINK: ready_plan.without_link(planning, today),
            Finding.BENEFIT_REVIEW: ready_plan.review_passed(planning, today),
        }
    if book.raid:
        found |= {
            Finding.RISK_NO_SCORE: ready_plan.risks_without(planning, today, RaidLack.NO_SCORE),
            Finding.RISK_NO_OWNER: ready_plan.risks_without(planning, today, RaidLack.NO_OWNER),
            Finding.RISK_DUE: ready_plan.risks_without(planning, today, RaidLack.DUE_PASSED),
        }
    return {f: found[f] for f in OF_PLAN if f in found}


def is_half_known(gaps: Gaps) -> bool:
    """Whether at least half of what is asked is known (the limit of design.md 4.5)."""
    return gaps.overall.completeness is not None and gaps.overall.completeness >= HALF


def _severity(items: Items, first: bool) -> Severity:
    if not items:
        return Severity.IN_ORDER
    return Severity.SETTLE if first else Severity.LOOK


def _pairs(gaps: Gaps, state: State) -> Items:
    return tuple(
        (c.id, organisation)
        for c in gaps.capabilities
        for organisation, pair in c.pairs.items()
        if pair.state is state and not pair.broken
    )


def _broken(gaps: Gaps) -> Items:
    return tuple(
        (c.id, o) for c in gaps.capabilities for o, pair in c.pairs.items() if pair.broken
    )


def _parked(assessment: Assessment, gaps: Gaps) -> Items:
    parked = {pair for pair, answer in assessment.answers.items() if answer.parked}
    return tuple((c.id, o) for c in gaps.capabilities for o in c.pairs if (c.id, o) in parked)


def _overrides(assessment: Assessment, gaps: Gaps, missing: str) -> Items:
    """Targets set by decision whose reason or owner is missing."""
    return tuple(
        (c.id, "")
        for c in gaps.capabilities
        if c.id in assessment.overrides
        and not str(getattr(assessment.overrides[c.id], missing)).strip()
    )


def _duties_passed(gaps: Gaps, today: date) -> Items:
    """Duties whose date has passed while the gap is, or may be, open."""
    return tuple(
        (c.id, "")
        for c in gaps.capabilities
        if c.duty and c.duty.date and c.duty.date < today and c.gap and c.gap.high > 0
    )


def _claims(gaps: Gaps) -> Items:
    """The pairs that claim level 1 or more on their own; nothing proves a level 0."""
    return tuple(
        (c.id, organisation)
        for c in gaps.capabilities
        for organisation, pair in c.pairs.items()
        if pair.level and pair.provided_by is None
    )


def _grades(assessment: Assessment) -> dict[tuple[str, str], set[str]]:
    grades: dict[tuple[str, str], set[str]] = {}
    for evidence in assessment.evidence:
        pair = (evidence.capability, evidence.organisation)
        grades.setdefault(pair, set()).add(evidence.grade)
    return grades


def _stated_only(assessment: Assessment, gaps: Gaps) -> Items:
    """Levels whose only evidence is grade D, stated by somebody."""
    grades = _grades(assessment)
    return tuple(pair for pair in _claims(gaps) if grades.get(pair) == {"D"})


def _no_evidence(assessment: Assessment, gaps: Gaps) -> Items:
    grades = _grades(assessment)
    return tuple(pair for pair in _claims(gaps) if pair not in grades)


def _stale(assessment: Assessment, gaps: Gaps, today: date) -> Items:
    """Linked services whose status is old or undated; retired ones cannot grow stale."""
    shown = {c.id for c in gaps.capabilities}
    linked = {s for c in assessment.checklist.capabilities if c.id in shown for s in c.services}
    return tuple(
        (service.id, "")
        for service in assessment.checklist.services
        if service.id in linked and is_old(service, today)
    )


def is_old(service: Service, today: date) -> bool:
    """Whether a service's status has no date or one over a year ago; what ended is never old."""
    dated = service.status_date
    old = dated is None or (today - dated).days > STALE_AFTER_DAYS
    return old and service.status not in ENDED
