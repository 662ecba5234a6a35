"""The plan book that a workbook which came back leads to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from techmodel.core.plan_parts import Cost, Link, Project, ProjectId, ProjectKind, RaidItem, Status
from techmodel.core.plan_sheets import BENEFITS, COSTS, PLAN, RAID
from techmodel.core.returning_records import benefit_from, cost_from, project_from, raid_from

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import date

    from techmodel.core.plan_parts import Benefit, PlanBook
    from techmodel.core.returning_parts import Values

    Rows = Mapping[str, Values | None]

T = TypeVar("T", "Cost", "Benefit", "RaidItem")
Owned = TypeVar("Owned", Cost, RaidItem)


@dataclass(frozen=True, slots=True)
class Begun:
    """What tells when a project began that is now said to be under way.

    Attributes:
        shown: the start that the workbook showed, by project.
        today: the day it is, or the plan's first day where that is still to come.
    """

    shown: Mapping[str, date | None]
    today: date


def book_after(book: PlanBook, rows: Mapping[str, Rows], begun: Begun) -> PlanBook:
    """The book with rows as they are afterwards.

    With a project go the dependencies on it; what else belonged to it belongs to the plan as a
    whole. With an element of the logic model go the links to it.

    Args:
        book: the plan as it is.
        rows: by the title of the sheet, what the rows that change hold; None for those that go.
        begun: when projects that get under way began.
    """
    plan, model = rows.get(PLAN.title, {}), rows.get(BENEFITS.title, {})
    gone = {ProjectId(id_) for id_, held in plan.items() if held is None}
    lost = {id_ for id_, held in model.items() if held is None}
    costs = _things(book.costs, rows.get(COSTS.title, {}), cost_from)
    raid = _things(book.raid, rows.get(RAID.title, {}), raid_from)
    benefits = _things(book.benefits, model, benefit_from)
    return replace(
        book,
        projects=tuple(_projects(book, plan, begun)),
        links=tuple(k for k in _links(book, plan) if k.after not in gone),
        terms=replace(book.terms, off=_off(book, plan)),
        costs=tuple(_freed(costs, gone)),
        raid=tuple(_freed(raid, gone)),
        benefits=tuple(
            replace(
                b,
                leads_to=tuple(t for t in b.leads_to if t not in lost),
                projects=tuple(p for p in b.projects if p not in gone),
            )
            for b in benefits
        ),
    )


def _projects(book: PlanBook, rows: Rows, begun: Begun) -> Iterator[Project]:
    """The projects in their order, new ones at the end."""
    old = {p.id: p for p in book.projects}
    for project in book.projects:
        held = rows.get(project.id, {})
        if held:
            yield _begun(project, project_from(held, project), begun)
        elif held is not None:
            yield project
    last = max((p.position for p in book.projects), default=0)
    for id_, held in rows.items():
        if held is not None and ProjectId(id_) not in old:
            last += 1
            new = Project(ProjectId(id_), "", ProjectKind.OWN, position=last)
            yield project_from(held, new)


def _begun(old: Project, new: Project, begun: Begun) -> Project:
    """A project that gets under way has its start fixed: as shown, at the latest today."""
    starts = new.status is Status.UNDER_WAY and old.status is Status.NOT_STARTED
    fixed = new.pins.start
    if not starts or (fixed is not None and fixed <= begun.today):
        return new
    shown = fixed or begun.shown.get(new.id) or begun.today
    return replace(new, pins=replace(new.pins, start=min(shown, begun.today)))


def _links(book: PlanBook, rows: Rows) -> Iterator[Link]:
    """The dependencies: those of rows that change as they say, others as they are."""
    for link in book.links:
        if link.project not in rows:
            yield link
    for id_, held in rows.items():
        for after, lag in held["after"] if held else ():
            yield Link(ProjectId(id_), ProjectId(after), lag)


def _off(book: PlanBook, rows: Rows) -> frozenset[ProjectId]:
    off = {id_ for id_ in book.terms.off if id_ not in rows}
    return frozenset(
        off | {ProjectId(i) for i, held in rows.items() if held and not held["counted"]}
    )


def _things(old: Sequence[T], rows: Rows, make: Callable[[Values, str], T]) -> Iterator[T]:
    """Things as their rows say, those without a row as they are, new ones at the end."""
    for thing in old:
        held = rows.get(thing.id, {})
        if held is not None:
            yield make(held, thing.id) if held else thing
    there = {thing.id for thing in old}
    for id_, held in rows.items():
        if held is not None and id_ not in there:
            yield make(held, id_)


def _freed(things: Iterator[Owned], gone: Collection[ProjectId]) -> Iterator[Owned]:
    """Things that belonged to a project that goes belong to the plan as a whole."""
    for thing in things:
        yield replace(thing, project=None) if thing.project in gone else thing
