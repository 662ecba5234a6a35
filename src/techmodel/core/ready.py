"""Is it ready to send? What to settle first, what is worth a look, and what is in order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.checklist import ServiceStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import Gaps

STALE_AFTER_DAYS = 365
"""A service status older than this is said to be old (design.md 6.7)."""


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


_SETTLE = {Finding.BROKEN_PROVIDER, Finding.TARGET_WITHOUT_REASON, Finding.NO_CARE_MODEL}


@dataclass(frozen=True, slots=True)
class Check:
    """One check with what it found: `items` are (capability or service id, organisation id or "")."""

    finding: Finding
    severity: Severity
    items: tuple[tuple[str, str], ...]


def find_checks(assessment: Assessment, gaps: Gaps, today: date) -> tuple[Check, ...]:
    """Every check, those to settle first, then those worth a look, then those in order."""
    found = {
        Finding.NOT_ANSWERED: tuple(_pairs(gaps, State.NOT_ANSWERED)),
        Finding.BROKEN_PROVIDER: tuple(_broken(gaps)),
        Finding.TARGET_WITHOUT_REASON: tuple(
            (o.capability, "") for o in assessment.overrides.values() if not o.reason.strip()
        ),
        Finding.NO_CARE_MODEL: () if assessment.care_models else (("", ""),),
        Finding.DONT_KNOW: tuple(_pairs(gaps, State.DONT_KNOW)),
        Finding.PARKED: tuple(_parked(assessment, gaps)),
        Finding.DUTY_PASSED: tuple(_duties(gaps, today)),
        Finding.SHORTFALL: tuple((s.capability, "") for s in gaps.shortfalls),
        Finding.UNPROVIDED: tuple((c, "") for c in gaps.unprovided),
        Finding.NO_OWNER: tuple(
            (o.capability, "") for o in assessment.overrides.values() if not o.owner.strip()
        ),
        Finding.STATED_ONLY: tuple(_stated_only(assessment, gaps)),
        Finding.NO_EVIDENCE: tuple(_no_evidence(assessment, gaps)),
        Finding.BELOW_HALF: tuple(("", o) for o in gaps.overall.below_half),
        Finding.STALE_SERVICE: tuple(_stale(assessment, today)),
    }
    checks = [Check(f, _severity(f, items), items) for f, items in found.items()]
    return tuple(sorted(checks, key=lambda c: list(Severity).index(c.severity)))


def _severity(finding: Finding, items: tuple[tuple[str, str], ...]) -> Severity:
    if not items:
        return Severity.IN_ORDER
    return Severity.SETTLE if finding in _SETTLE else Severity.LOOK


def _pairs(gaps: Gaps, state: State) -> Iterator[tuple[str, str]]:
    for c in gaps.capabilities:
        for organisation, pair in c.pairs.items():
            if pair.state is state and not pair.broken:
                yield c.id, organisation


def _broken(gaps: Gaps) -> Iterator[tuple[str, str]]:
    for c in gaps.capabilities:
        for organisation, pair in c.pairs.items():
            if pair.broken:
                yield c.id, organisation


def _parked(assessment: Assessment, gaps: Gaps) -> Iterator[tuple[str, str]]:
    for c in gaps.capabilities:
        for organisation in c.pairs:
            answer = assessment.answers.get((c.id, organisation))
            if answer and answer.parked:
                yield c.id, organisation


def _duties(gaps: Gaps, today: date) -> Iterator[tuple[str, str]]:
    for c in gaps.capabilities:
        if c.duty and c.duty.date and c.duty.date < today and c.gap and c.gap.high > 0:
            yield c.id, ""


def _levels(gaps: Gaps) -> Iterator[tuple[str, str]]:
    """The pairs with a level of their own."""
    for c in gaps.capabilities:
        for organisation, pair in c.pairs.items():
            if pair.state is State.LEVEL and pair.provided_by is None:
                yield c.id, organisation


def _stated_only(assessment: Assessment, gaps: Gaps) -> Iterator[tuple[str, str]]:
    """Levels of 1 or more whose only evidence is grade D."""
    grades: dict[tuple[str, str], set[str]] = {}
    for e in assessment.evidence:
        grades.setdefault((e.capability, e.organisation), set()).add(e.grade)
    return (pair for pair in _levels(gaps) if grades.get(pair) == {"D"})


def _no_evidence(assessment: Assessment, gaps: Gaps) -> Iterator[tuple[str, str]]:
    held = {(str(e.capability), str(e.organisation)) for e in assessment.evidence}
    return (pair for pair in _levels(gaps) if pair not in held)


def _stale(assessment: Assessment, today: date) -> Iterator[tuple[str, str]]:
    """Linked services whose status is old or undated; retired ones cannot grow stale."""
    linked = {s for c in assessment.checklist.capabilities for s in c.services}
    for service in assessment.checklist.services:
        over = service.status in {ServiceStatus.RETIRED, ServiceStatus.SUPERSEDED}
        if service.id not in linked or over:
            continue
        if service.status_date is None or (today - service.status_date).days > STALE_AFTER_DAYS:
            yield service.id, ""
