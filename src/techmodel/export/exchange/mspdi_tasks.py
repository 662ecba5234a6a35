"""The rows of the plan as tasks of Microsoft Project XML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from techmodel.export.exchange.rows import RowKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from techmodel.export.exchange.rows import Row

HOURS = 8
"""Working hours of a day: 8 to 12 and 13 to 17."""
FIXED_DURATION, DAYS = 1, 7
"""The type of tasks, and the unit in which durations and lags are shown."""
FIELDS = {"id": ("188743731", "Text1", "Plan id"), "owner": ("188743734", "Text2", "Owner (role)")}
"""Texts of ours in fields that Project keeps for its users: number, name, and what we call it."""

_FINISH_TO_START, _AS_SOON_AS_POSSIBLE, _NOT_EARLIER = 1, 0, 4
_TENTHS = HOURS * 60 * 10
"""Tenths of a minute in a working day, in which lags are written."""


def add_task(tasks: Xml.Element, row: Row, place: int) -> None:
    """Add a row as a task; `place` is its position in the list, from 1."""
    task = Xml.SubElement(tasks, "Task")
    start, finish = ends(row)
    add(
        task,
        UID=row.uid,
        ID=place,
        Name=row.name,
        Active=1,
        Manual=int(_is_fixed(row)),
        Type=FIXED_DURATION,
        IsNull=0,
        WBS=row.id,
        OutlineNumber=row.number,
        OutlineLevel=row.number.count(".") + 1,
        Start=start,
        Finish=finish,
        Duration=_hours(row.days * HOURS),
        DurationFormat=DAYS,
        EffortDriven=0,
        Estimated=0,
        Milestone=int(row.is_milestone),
        Summary=int(row.is_summary),
        PercentComplete=row.percent,
    )
    _add_progress(task, row)
    _add_constraint(task, row)
    if row.notes:
        add(task, Notes=row.notes)
    for uid, lag in row.after:
        link = Xml.SubElement(task, "PredecessorLink")
        add(link, PredecessorUID=uid, Type=_FINISH_TO_START, CrossProject=0)
        add(link, LinkLag=lag * _TENTHS, LagFormat=DAYS)
    for name, (number, _, _) in FIELDS.items():
        if getattr(row, name):
            attribute = Xml.SubElement(task, "ExtendedAttribute")
            add(attribute, FieldID=number, Value=getattr(row, name))


def _add_progress(task: Xml.Element, row: Row) -> None:
    """When a piece began and ended, and how long it took so far."""
    start, finish = ends(row)
    if row.percent:
        add(task, ActualStart=start)
    if row.percent == 100:
        add(task, ActualFinish=finish)
    done = row.days * HOURS * row.percent // 100
    add(task, ActualDuration=_hours(done), RemainingDuration=_hours(row.days * HOURS - done))


def _add_constraint(task: Xml.Element, row: Row) -> None:
    """Work that has not begun may not begin earlier than planned; what has begun stays."""
    free = row.is_summary or row.percent or _is_fixed(row)
    add(task, ConstraintType=_AS_SOON_AS_POSSIBLE if free else _NOT_EARLIER, CalendarUID=-1)
    if not free:
        add(task, ConstraintDate=morning(row.span.first))
    if row.deadline:
        add(task, Deadline=evening(row.deadline))


def _is_fixed(row: Row) -> bool:
    """Whether a row is a date that nothing moves."""
    return row.kind is RowKind.DUTY


def ends(row: Row) -> tuple[str, str]:
    """When a row begins and ends; a statutory date is the end of its day."""
    if row.kind in {RowKind.DUTY, RowKind.GROUP}:
        return evening(row.span.first), evening(row.span.last)
    start = morning(row.span.first)
    return start, start if row.is_milestone else evening(row.span.last)


def facts(row: Row) -> Mapping[str, object]:
    """What must be the same in the file."""
    start, finish = ends(row)
    return {
        "UID": str(row.uid),
        "Name": row.name,
        "WBS": row.id,
        "OutlineNumber": row.number,
        "Start": start,
        "Finish": finish,
        "Duration": _hours(row.days * HOURS),
        "PercentComplete": str(row.percent),
        "Milestone": str(int(row.is_milestone)),
        "Notes": row.notes,
        "links": [(str(uid), str(lag * _TENTHS)) for uid, lag in row.after],
    }


def morning(day: date) -> str:
    """When work begins on a day."""
    return f"{day}T08:00:00"


def evening(day: date) -> str:
    """When work ends on a day."""
    return f"{day}T17:00:00"


def _hours(hours: int) -> str:
    return f"PT{hours}H0M0S"


def add(parent: Xml.Element, **texts: str | int) -> None:
    """Add elements with a text each, in the order given."""
    for name, text in texts.items():
        Xml.SubElement(parent, name).text = str(text)
