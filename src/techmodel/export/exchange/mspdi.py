"""The plan as Microsoft Project XML (MSPDI), as Project 2010 and later read it.

The order of elements is that of Microsoft's schema (mspdi_pj12.xsd, "Project XML Data Interchange
Schema"), with `Active` and `Manual` where Project 2010 writes them. Every step keeps its date when
Project works the plan out anew: it may not begin earlier, and its links hold. Statutory dates are
fixed. There are no resources and no names of people; owners are roles, as a text field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from techmodel.export.exchange.dates import Span, closed_days
from techmodel.export.exchange.mspdi_tasks import (
    DAYS,
    FIELDS,
    FIXED_DURATION,
    HOURS,
    add,
    add_task,
    ends,
)
from techmodel.export.exchange.rows import RowKind, plan_of, rows_of
from techmodel.export.replacing import replacing
from techmodel.export.text import clean
from techmodel.wording.exchange import BANK_HOLIDAY, CLOSED_DAY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from techmodel.core.report import Report
    from techmodel.export.exchange.rows import Row

NAMESPACE = "http://schemas.microsoft.com/project"

_TASK, _TEXT = 20, 7
_SUNDAY, _SATURDAY = 1, 7


def write_mspdi(report: Report, path: Path) -> None:
    """Write the plan of a report: UTF-8, the same bytes for the same plan.

    Raises:
        ExportFailed: there is no plan, nothing in it has dates, or the file could not be written;
            the previous one is unchanged.
    """
    document = _document(report, rows_of(report))
    Xml.indent(document)
    text = Xml.tostring(document, encoding="unicode")
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    with replacing(path) as temporary:
        temporary.write_bytes(f"{head}{text}\n".encode())


def _document(report: Report, rows: Sequence[Row]) -> Xml.Element:
    work = [row for row in rows if row.kind not in {RowKind.DUTY, RowKind.GROUP}]
    title = clean(report.assessment.title)
    project = Xml.Element("Project", xmlns=NAMESPACE)
    add(
        project,
        SaveVersion=14,
        Title=title[:512],
        ScheduleFromStart=1,
        StartDate=min(ends(row)[0] for row in work),
        FinishDate=max(ends(row)[1] for row in work),
        FYStartDate=4,
        CriticalSlackLimit=0,
        CurrencyDigits=2,
        CurrencySymbol="£",
        CurrencyCode="GBP",
        CalendarUID=1,
        DefaultStartTime="08:00:00",
        DefaultFinishTime="17:00:00",
        MinutesPerDay=HOURS * 60,
        MinutesPerWeek=HOURS * 60 * 5,
        DaysPerMonth=20,
        DefaultTaskType=FIXED_DURATION,
        DurationFormat=DAYS,
        WorkFormat=DAYS,
        HonorConstraints=1,
        NewTasksEffortDriven=0,
        NewTasksEstimated=0,
        FiscalYearStart=1,
        WeekStartDay=1,
    )
    _add_fields(project)
    _add_calendar(project, report, rows)
    tasks = Xml.SubElement(project, "Tasks")
    _add_whole(tasks, title, rows)
    for place, row in enumerate(rows, 1):
        add_task(tasks, row, place)
    return project


def _add_fields(project: Xml.Element) -> None:
    """What our text fields are called."""
    fields = Xml.SubElement(project, "ExtendedAttributes")
    for number, name, alias in FIELDS.values():
        one = Xml.SubElement(fields, "ExtendedAttribute")
        add(one, FieldID=number, FieldName=name, CFType=_TEXT, ElemType=_TASK, Alias=alias)


def _add_calendar(project: Xml.Element, report: Report, rows: Sequence[Row]) -> None:
    """Monday to Friday without the bank holidays and closed days of the years that are planned."""
    calendar = Xml.SubElement(Xml.SubElement(project, "Calendars"), "Calendar")
    add(calendar, UID=1, Name="Standard", IsBaseCalendar=1, BaseCalendarUID=-1)
    days = Xml.SubElement(calendar, "WeekDays")
    for kind in range(_SUNDAY, _SATURDAY + 1):
        day = Xml.SubElement(days, "WeekDay")
        is_working = kind not in {_SUNDAY, _SATURDAY}
        add(day, DayType=kind, DayWorking=int(is_working))
        if is_working:
            times = Xml.SubElement(day, "WorkingTimes")
            for start, end in (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")):
                add(Xml.SubElement(times, "WorkingTime"), FromTime=start, ToTime=end)
    whole = Span(min(r.span.first for r in rows), max(r.span.last for r in rows))
    exceptions = Xml.SubElement(calendar, "Exceptions")
    for closed in closed_days(plan_of(report).days, whole):
        one = Xml.SubElement(exceptions, "Exception")
        add(one, EnteredByOccurrences=0)
        period = Xml.SubElement(one, "TimePeriod")
        add(period, FromDate=f"{closed}T00:00:00", ToDate=f"{closed}T23:59:00")
        name = CLOSED_DAY if closed in report.book.closed_days else BANK_HOLIDAY
        add(one, Occurrences=1, Name=name, Type=1, DayWorking=0)


def _add_whole(tasks: Xml.Element, title: str, rows: Sequence[Row]) -> None:
    """The row 0 over all, as Project writes it itself."""
    add(
        Xml.SubElement(tasks, "Task"),
        UID=0,
        ID=0,
        Name=title[:512],
        Active=1,
        Manual=0,
        Type=FIXED_DURATION,
        IsNull=0,
        WBS=0,
        OutlineNumber=0,
        OutlineLevel=0,
        Start=min(ends(row)[0] for row in rows),
        Finish=max(ends(row)[1] for row in rows),
        Milestone=0,
        Summary=1,
    )
