"""Statutory and contract duties with their dates, and whether they are met today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from techmodel.export.content.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Lines,
    Mark,
    Prose,
    Status,
    Table,
)
from techmodel.wording.numbers import gap_range, plural, short_date
from techmodel.wording.report_plan import NONE, reached_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.checklist import Duty
    from techmodel.core.gaps import CapabilityGap
    from techmodel.export.content.view import View


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty with all the capabilities behind it; `planned` is when the plan reaches them."""

    named: str
    date: str
    status: Status
    source: str
    capabilities: tuple[CapabilityGap, ...]
    planned: str = ""


def duty_rows(view: View) -> tuple[DutyRow, ...]:
    """Every duty in scope once: late with a gap first, then to come, then met; by date."""
    together: dict[Duty, list[CapabilityGap]] = {}
    for gap in view.gaps.capabilities:
        if gap.duty:
            together.setdefault(gap.duty, []).append(gap)
    today = view.report.today
    ordered = sorted(together.items(), key=lambda item: _order(item[0], item[1], today))
    return tuple(_row(view, duty, tuple(gaps)) for duty, gaps in ordered)


def duty_blocks(view: View) -> Iterator[Block]:
    """The chapter with every duty."""
    rows = duty_rows(view)
    if not rows:
        return
    yield Heading("Duties and dates", 2, "duties")
    yield Prose(
        "A duty counts as met when the partnership has reached the target of every capability"
        " behind it. Dates are those of the checklist; check them before you rely on them."
    )
    columns = (
        *duty_columns(view, 0.86),
        Column("Capabilities", 0.14),
    )
    cells = tuple(
        (*duty_cells(view, row), Lines(tuple(view.ref(g.id) for g in row.capabilities)))
        for row in rows
    )
    yield Table(columns, cells, "All duties, their dates and where they stand.", dense=True)


def duty_columns(view: View, room: float) -> tuple[Column, ...]:
    """Duty, date and today; with a plan also when it reaches what the duty needs."""
    date_, today, plan = 0.12, 0.22, 0.165 if view.report.plan else 0.0
    columns = (
        Column("Duty", room - date_ - today - plan),
        Column("Date", date_, Align.RIGHT),
        Column("Today", today),
    )
    return (*columns, Column("The plan reaches it", plan)) if plan else columns


def duty_cells(view: View, row: DutyRow) -> tuple[Cell, ...]:
    """The cells of those columns."""
    cells = (row.named, row.date, row.status)
    return (*cells, row.planned) if view.report.plan else cells


def duty_status(duty: Duty, gaps: tuple[CapabilityGap, ...], today: date) -> Status:
    """Met, passed or to come, with the widest gap that is open."""
    open_gaps = [g.gap for g in gaps if g.gap and g.target and g.target.level]
    if not open_gaps:
        return Status(Mark.OPEN, "No target or no level")
    worst = max(open_gaps, key=lambda gap: (gap.high, gap.low))
    if worst.high == 0:
        return Status(Mark.DONE, "Met")
    surely = any(gap.low > 0 for gap in open_gaps)
    words = f"gap of {gap_range(worst)}" if surely else "perhaps met"
    if duty.date is None:
        return Status(Mark.OPEN, f"No date found, {words}")
    if duty.date < today:
        return Status(Mark.LATE, f"Passed, {words}")
    return Status(Mark.OPEN, f"{plural((duty.date - today).days, 'day')} left, {words}")


def _row(view: View, duty: Duty, gaps: tuple[CapabilityGap, ...]) -> DutyRow:
    day = short_date(duty.date) if duty.date else "\N{EN DASH}"
    status = duty_status(duty, gaps, view.report.today)
    plan, ids = view.report.plan, {g.id for g in gaps}
    dates = [d for d in plan.duties if d.capability in ids] if plan and not plan.endless else []
    return DutyRow(duty.name, day, status, duty.source, gaps, reached_words(dates) or NONE)


def _order(duty: Duty, gaps: list[CapabilityGap], today: date) -> tuple[int, date, str]:
    status = duty_status(duty, tuple(gaps), today)
    ranks = {Mark.LATE: 0, Mark.OPEN: 1, Mark.DONE: 2}
    return ranks[status.mark], duty.date or date.max, duty.name
