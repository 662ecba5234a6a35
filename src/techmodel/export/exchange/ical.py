"""Milestones and statutory dates of the plan as a calendar (iCalendar, RFC 5545).

Events last all day and leave the day free. They ask nobody to come: there is no organiser and no
attendee. An event keeps its id, so that a calendar that takes the file in again moves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from techmodel.core.errors import ExportFailed
from techmodel.export.exchange.reading import differs
from techmodel.export.exchange.rows import duty_id, plan_of
from techmodel.export.replacing import replacing
from techmodel.export.text import clean
from techmodel.wording import exchange as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from techmodel.core.report import Report

_OCTETS = 75
"""Octets of a line, its end apart (RFC 5545, 3.1)."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Event:
    """One day in the calendar; `id` is the same in every export, `group` its category."""

    id: str
    day: date
    summary: str
    notes: str
    group: str


def events_of(report: Report) -> tuple[Event, ...]:
    """The ends of projects, the dates they are to be done by, and statutory dates, by day.

    Raises:
        ExportFailed: there is no plan, or nothing in it has a date; with the sentence.
    """
    events = sorted(_events(report), key=lambda e: (e.day, e.id))
    if not events:
        raise ExportFailed(words.NO_DATES)
    return tuple(events)


def write_ical(report: Report, path: Path) -> None:
    """Write the events of a report's plan: UTF-8, CRLF, the same bytes for the same plan.

    Raises:
        ExportFailed: there is no plan, nothing in it has a date, or the file could not be
            written; the previous one is unchanged.
    """
    text = "".join(f"{_folded(line)}\r\n" for line in _lines(report))
    with replacing(path) as temporary:
        temporary.write_bytes(text.encode())


def verify_ical(report: Report, path: Path) -> None:
    """Read a written file back and compare it with the plan, event by event.

    Raises:
        ExportFailed: something differs.
        OSError: the file cannot be read.
    """
    whole = path.read_bytes().decode(errors="replace").replace("\r\n ", "")
    lines = whole.split("\r\n")
    if lines != [*_lines(report), ""]:
        raise differs(path, f"its {len(lines)} lines are not those of the plan")


def _events(report: Report) -> Iterator[Event]:
    assessment, plan = report.assessment, plan_of(report)
    for planned in plan.projects:
        project = planned.project
        if planned.start is None or planned.end is None:
            continue
        name, notes = f"{project.id} {project.name}", words.project_notes(planned)
        yield Event(f"end:{project.id}", planned.end, f"{name}: ends", notes, "Project")
        due = project.pins.finish_by
        if due:
            yield Event(f"due:{project.id}", due, f"{name}: to be done by", notes, "Project")
    for duty in plan.duties:
        notes = words.duty_notes(assessment, plan, duty)
        name = words.duty_name(assessment, duty)
        yield Event(duty_id(duty), duty.wanted, name, notes, words.DUTIES)


def _lines(report: Report) -> Iterator[str]:
    """The lines of the file, not yet folded."""
    stamp = _stamp(report)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//techmodel//Plan//EN")
    yield from ("CALSCALE:GREGORIAN", "METHOD:PUBLISH")
    title = _escaped(" ".join(report.assessment.title.split()))
    yield from (f"NAME:{title}", f"X-WR-CALNAME:{title}")
    for event in events_of(report):
        yield "BEGIN:VEVENT"
        yield f"UID:{_escaped(f'{event.id}@{report.assessment.id}.techmodel')}"
        yield f"DTSTAMP:{stamp}"
        yield f"SEQUENCE:{report.revision}"
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.day + _DAY:%Y%m%d}"
        yield f"SUMMARY:{_escaped(' '.join(event.summary.split()))}"
        yield f"DESCRIPTION:{_escaped(event.notes)}"
        yield f"CATEGORIES:{_escaped(event.group)}"
        yield from ("TRANSP:TRANSPARENT", "CLASS:PUBLIC", "END:VEVENT")
    yield "END:VCALENDAR"


def _stamp(report: Report) -> str:
    """When what is told was last changed, so that the same plan gives the same file."""
    if report.batches:
        last = datetime.fromisoformat(report.batches[-1].at)
    else:
        last = datetime.combine(report.today, time(), UTC)
    return f"{last.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """A text as a value (RFC 5545, 3.3.11)."""
    kept = clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return kept.replace("\n", "\\n").replace("\t", " ")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets; no character is cut."""
    pieces, size = [""], 0
    for character in line:
        width = len(character.encode())
        if size + width > _OCTETS:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += width
    return "\r\n".join(pieces)
