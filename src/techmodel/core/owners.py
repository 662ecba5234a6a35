"""Who answers for what: per role everything it owns, with the next date (design.md 6.6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.benefits import MEASURED
from techmodel.core.costs import by_project, counted
from techmodel.core.lateness import find_late
from techmodel.core.plan_parts import NO_MONEY, RaidKind, Status
from techmodel.core.plan_tasks import is_counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import Gaps
    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Money, PlanBook, Project


class OwnedKind(StrEnum):
    """What a role answers for."""

    PROJECT = "project"
    TARGET = "target"
    RISK = "risk"
    ASSUMPTION = "assumption"
    ISSUE = "issue"
    DEPENDENCY = "dependency"
    BENEFIT = "benefit"


class When(StrEnum):
    """What happens on the date of something owned."""

    BEGINS = "begins"
    ENDS = "ends"
    DUE = "due"
    DUTY = "duty"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Owned:
    """One thing a role answers for.

    Attributes:
        kind, id, name: what it is.
        when, date: what comes next and when; None where nothing is dated.
        late: whether that day has passed; of a project and of a duty also whether the plan ends
            after the day it must be done by (`core.lateness`).
    """

    kind: OwnedKind
    id: str
    name: str
    when: When | None = None
    date: date | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """A role with everything it answers for, the next date first.

    Attributes:
        role: as it is first written; "" for what nobody answers for.
        owned: all of it.
        money: what the projects it owns cost over all years.
    """

    role: str
    owned: tuple[Owned, ...]
    money: Money = NO_MONEY

    @property
    def next(self) -> Owned | None:
        """What comes next, or is late already; None where nothing is dated."""
        return next((o for o in self.owned if o.date), None)

    @property
    def late(self) -> int:
        """How many of them are late."""
        return sum(o.late for o in self.owned)


def find_owners(
    assessment: Assessment, gaps: Gaps, book: PlanBook, plan: Plan | None, today: date
) -> tuple[Owner, ...]:
    """Every role that answers for something, by name; last what nobody answers for.

    Left out are projects that are done, dropped or switched off, closed risks, and targets out of
    scope. Roles that differ only in capitals and spaces are one.

    Args:
        assessment: targets set by decision.
        gaps: whether a duty is still to be met.
        book: projects, risks and benefits.
        plan: what the book comes to, for dates; None when it cannot be worked out.
        today: what is late is judged against.
    """
    names: dict[str, str] = {}
    owned: dict[str, list[Owned]] = {}
    money: dict[str, Money] = {}
    costs: dict[str, Money] = {
        str(project): sums.total for project, sums in by_project(counted(book)).items()
    }
    for role, thing in (
        *_projects(book, plan, today),
        *_targets(assessment, gaps, plan, today),
        *_raid(book, today),
        *_benefits(book, today),
    ):
        folded = " ".join(role.casefold().split())
        names.setdefault(folded, " ".join(role.split()))
        owned.setdefault(folded, []).append(thing)
        if thing.kind is OwnedKind.PROJECT:
            money[folded] = money.get(folded, NO_MONEY) + costs.get(thing.id, NO_MONEY)
    return tuple(
        Owner(names[f], tuple(sorted(owned[f], key=_next_first)), money.get(f, NO_MONEY))
        for f in sorted(owned, key=lambda f: (not f, f))
    )


def _next_first(owned: Owned) -> tuple[bool, str, int, str]:
    day = owned.date.isoformat() if owned.date else ""
    return not day, day, list(OwnedKind).index(owned.kind), owned.id


def _projects(book: PlanBook, plan: Plan | None, today: date) -> Iterator[tuple[str, Owned]]:
    late = find_late(plan, book, today) if plan else {}
    for project in book.projects:
        if is_counted(project, book):
            yield project.owner, _project(project, plan, late=project.id in late)


def _project(project: Project, plan: Plan | None, *, late: bool) -> Owned:
    """A project and its next date: when it begins, or when it ends once it is under way."""
    planned = plan.of(project.id) if plan else None
    begun = project.status is Status.UNDER_WAY
    day = (planned.end if begun else planned.start) if planned else None
    if day is None:
        return Owned(OwnedKind.PROJECT, project.id, project.name, late=late)
    when = When.ENDS if begun else When.BEGINS
    return Owned(OwnedKind.PROJECT, project.id, project.name, when, day, late)


def _targets(
    assessment: Assessment, gaps: Gaps, plan: Plan | None, today: date
) -> Iterator[tuple[str, Owned]]:
    missed = {d.capability for d in plan.duties if not d.kept} if plan else set()
    names = {c.id: c.name for c in assessment.checklist.capabilities}
    for gap in gaps.capabilities:
        override = assessment.overrides.get(gap.id)
        if override is None:
            continue
        day = gap.duty.date if gap.duty and gap.gap and gap.gap.high else None
        late = day is not None and (day < today or gap.id in missed)
        when = When.DUTY if day else None
        yield (
            override.owner,
            Owned(OwnedKind.TARGET, gap.id, names.get(gap.id, gap.id), when, day, late),
        )


_RAID = {
    RaidKind.RISK: OwnedKind.RISK,
    RaidKind.ASSUMPTION: OwnedKind.ASSUMPTION,
    RaidKind.ISSUE: OwnedKind.ISSUE,
    RaidKind.DEPENDENCY: OwnedKind.DEPENDENCY,
}


def _raid(book: PlanBook, today: date) -> Iterator[tuple[str, Owned]]:
    for item in book.raid:
        if item.is_open:
            when = When.DUE if item.due else None
            late = item.due is not None and item.due < today
            yield item.owner, Owned(_RAID[item.kind], item.id, item.text, when, item.due, late)


def _benefits(book: PlanBook, today: date) -> Iterator[tuple[str, Owned]]:
    """Elements with an owner, and outcomes and impacts without one."""
    for benefit in book.benefits:
        if benefit.owner.strip() or benefit.stage in MEASURED:
            when = When.REVIEW if benefit.review else None
            late = benefit.review is not None and benefit.review < today
            owned = Owned(OwnedKind.BENEFIT, benefit.id, benefit.name, when, benefit.review, late)
            yield benefit.owner, owned
