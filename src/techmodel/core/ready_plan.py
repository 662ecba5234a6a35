"""What the ready-to-send check finds in the plan (design.md 6.8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.benefits import Lack
from techmodel.core.benefits import find_lacks as benefit_lacks
from techmodel.core.costs import counted, early, unfunded
from techmodel.core.plan_parts import Status
from techmodel.core.plan_steps import is_needed, parse_step
from techmodel.core.raid import RaidLack
from techmodel.core.raid import find_lacks as raid_lacks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from techmodel.core.gaps import Gaps
    from techmodel.core.plan import Plan, PlannedProject
    from techmodel.core.plan_parts import PlanBook, Project

_OVER = {Status.DONE, Status.DROPPED}
_UNMEASURED = {Lack.NO_MEASURE, Lack.NO_BASELINE, Lack.NO_TARGET, Lack.NO_OWNER, Lack.NO_REVIEW}
_UNLINKED = {Lack.LEADS_NOWHERE, Lack.NOTHING_LEADS_HERE}


@dataclass(frozen=True, slots=True)
class Planning:
    """The plan as it is looked at before sending.

    Attributes:
        book: what is stored.
        plan: what it comes to.
    """

    book: PlanBook
    plan: Plan


def is_planned(book: PlanBook) -> bool:
    """Whether anything is planned at all."""
    return bool(book.projects or book.costs or book.benefits or book.raid)


def in_a_loop(planning: Planning) -> tuple[str, ...]:
    """Projects that wait for each other in a circle, which the plan does not keep; each once."""
    return tuple(dict.fromkeys(p for link in planning.plan.looped for p in link.projects))


def without_owner(planning: Planning) -> tuple[str, ...]:
    """Projects to be worked on for which no role answers."""
    return tuple(p.id for p in _to_do(planning.book) if not p.owner.strip())


def without_date(planning: Planning) -> tuple[str, ...]:
    """Projects that stand nowhere in the calendar because nobody said how long they take."""
    return _planned(planning, lambda p: p.start is None and not p.project.steps)


def nothing_left(planning: Planning) -> tuple[str, ...]:
    """Projects whose steps are all there already, though nobody called them done."""
    return _planned(planning, lambda p: p.start is None and bool(p.project.steps))


def done_with_gap(planning: Planning, gaps: Gaps) -> tuple[str, ...]:
    """Projects that are marked done, though a gap they were to close is still there."""
    done = [p for p in planning.book.projects if p.status is Status.DONE]
    return tuple(p.id for p in done if any(is_needed(gaps, parse_step(s)) for s in p.steps))


def ended_before(planning: Planning, today: date) -> tuple[str, ...]:
    """Projects whose end, planned or fixed, has passed though they are not done."""

    def is_late(planned: PlannedProject) -> bool:
        days = (planned.end, planned.project.pins.finish_by)
        return any(day is not None and day < today for day in days)

    return _planned(planning, is_late)


def dates_missed(planning: Planning) -> tuple[str, ...]:
    """What has a date that the plan does not keep: projects, and capabilities with a duty."""
    return tuple(dict.fromkeys(m.capability or m.project or "" for m in planning.plan.missed))


def without_funding(planning: Planning) -> tuple[str, ...]:
    """Costs for which no source of money is named."""
    return tuple(c.id for c in unfunded(counted(planning.book)))


def paid_early(planning: Planning) -> tuple[str, ...]:
    """Costs of a year before their project begins."""
    return tuple(c.id for c in early(counted(planning.book), planning.plan))


def without_measure(planning: Planning, today: date) -> tuple[str, ...]:
    """Outcomes and impacts without measure, baseline, target, owner or review date."""
    return _benefits(planning, today, _UNMEASURED)


def without_link(planning: Planning, today: date) -> tuple[str, ...]:
    """Elements of the logic model that lead nowhere, or to which nothing leads."""
    return _benefits(planning, today, _UNLINKED)


def review_passed(planning: Planning, today: date) -> tuple[str, ...]:
    """Outcomes and impacts whose review date has passed."""
    return _benefits(planning, today, {Lack.REVIEW_PASSED})


def risks_without(planning: Planning, today: date, lack: RaidLack) -> tuple[str, ...]:
    """Open risks, assumptions, issues and dependencies that lack something."""
    return tuple(i.id for i in planning.book.raid if lack in raid_lacks(i, today))


def lost_project(planning: Planning) -> tuple[str, ...]:
    """Costs, benefits and risks that name a project which is not there any more."""
    book = planning.book
    ids = {p.id for p in book.projects}
    return (
        *(c.id for c in book.costs if c.project and c.project not in ids),
        *(b.id for b in book.benefits if not ids.issuperset(b.projects)),
        *(i.id for i in book.raid if i.project and i.project not in ids),
    )


def _to_do(book: PlanBook) -> list[Project]:
    """The projects to be worked on."""
    return [p for p in book.projects if p.status not in _OVER and p.id not in book.terms.off]


def _planned(planning: Planning, holds: Callable[[PlannedProject], bool]) -> tuple[str, ...]:
    """The projects to be worked on of which something holds."""
    ids = {p.id for p in _to_do(planning.book)}
    return tuple(p.project.id for p in planning.plan.projects if p.project.id in ids and holds(p))


def _benefits(planning: Planning, today: date, lacks: Iterable[Lack]) -> tuple[str, ...]:
    wanted = set(lacks)
    found = benefit_lacks(planning.book.benefits, today)
    return tuple(id_ for id_, all_ in found.items() if not wanted.isdisjoint(all_))
