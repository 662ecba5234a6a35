"""When the rows of the plan run, also those that have begun already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from techmodel.core.plan_tasks import DAYS_A_WEEK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from techmodel.core.plan import Plan, PlannedProject
    from techmodel.core.working_days import WorkingDays

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both ends included."""

    first: date
    last: date


Spans = dict[str, tuple[Span, int]]
"""By step, or own project: when it runs, and how many per cent of it are done."""


def spans_of(plan: Plan, planned: PlannedProject, today: date) -> Spans:
    """When each piece of a scheduled project runs, and how much of it is done.

    The plan places what is left. Other tools want to see the whole piece: one that has begun is
    drawn back over the days it takes, at least to today, or to the day on which the project was
    begun where that is known; pieces that are done stand before it, in the past. No more of it is
    done than has passed.
    """
    ids = plan.work.of_project[planned.project.id]
    done: dict[str, int] = {}
    spans: Spans = {}
    for id_ in ids:
        run = plan.placed.placed[id_]
        whole = plan.work.weeks[id_].likely * DAYS_A_WEEK
        left = run.end - run.start
        day = Span(plan.days.day(run.start), plan.days.day(max(run.end - 1, run.start)))
        if left < whole:
            done[id_] = left
        spans[id_] = (day, 0)
    planned_spans = dict(spans)
    if done:
        _draw_back(plan, done, spans, today)
        begun = planned.project.pins.start
        if begun and begun <= today:
            _begin_on(plan.days.on_or_after(begun), next(iter(done)), spans)
    for id_, (span, percent) in spans.items():
        past = percent_by(plan.days, span, percent, today)
        spans[id_] = (span, past) if past else planned_spans[id_]
    return spans


def percent_by(days: WorkingDays, span: Span, percent: int, today: date) -> int:
    """How much of a stretch is done, at most as much of it as has passed by today.

    Other tools take it as a share of time, and work that is done does not lie ahead.
    """
    past = count_days(days, Span(span.first, min(span.last, today)))
    return min(percent, 100 * past // max(1, count_days(days, span)))


def count_days(days: WorkingDays, span: Span) -> int:
    """The working days of a stretch."""
    return sum(1 for _ in _working(days, span))


def closed_days(days: WorkingDays, span: Span) -> Iterator[date]:
    """The days from Monday to Friday of a stretch on which nobody works."""
    day = span.first
    while day <= span.last:
        if day.weekday() < DAYS_A_WEEK and days.on_or_after(day) != day:
            yield day
        day += _DAY


def _draw_back(plan: Plan, left: dict[str, int], spans: Spans, today: date) -> None:
    """Give the pieces that have begun their days, the last one first."""
    before = _back(plan.days, today, 1)
    for id_ in reversed(left):
        whole = plan.work.weeks[id_].likely * DAYS_A_WEEK
        last = spans[id_][0].last if left[id_] else before
        first = min(_back(plan.days, last, whole), before)
        spans[id_] = (Span(first, last), max(1, 100 * (whole - left[id_]) // whole))
        before = _back(plan.days, first - _DAY, 1)


def _begin_on(day: date, id_: str, spans: Spans) -> None:
    """Let a piece begin on a day, unless it ends before."""
    span, percent = spans[id_]
    if day <= span.last:
        spans[id_] = (Span(day, span.last), percent)


def _back(days: WorkingDays, day: date, count: int) -> date:
    """The first of so many working days, of which the last is on or before a day."""
    while True:
        if days.on_or_after(day) == day:
            count -= 1
            if count <= 0:
                return day
        day -= _DAY


def _working(days: WorkingDays, span: Span) -> Iterator[date]:
    day = days.on_or_after(span.first)
    while day <= span.last:
        yield day
        day = days.on_or_after(day + _DAY)
