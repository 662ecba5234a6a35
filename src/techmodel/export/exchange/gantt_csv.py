"""The plan as CSV in the headings of GanttProject, as its import reads them.

What its import does (version 3, package `biz.ganttproject.impex.csv`), and so what is written:

- the byte order mark is not taken off, so there is none;
- ids are numbers; a link is `ID-FS>PnD`: `>` lets time pass in between, where `=` would pull the
  later task up to the earlier one;
- dates are read as the short dates of the program's own settings: day/month/year in Britain;
- where a duration is given the end is ignored, and counted anew by a calendar that knows no bank
  holidays; so only milestones have one (0), and work keeps its end;
- a column it does not know becomes a field of its own.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from techmodel.export.exchange.reading import differs
from techmodel.export.exchange.rows import rows_of
from techmodel.export.replacing import replacing
from techmodel.export.text import guard

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from techmodel.core.report import Report
    from techmodel.export.exchange.rows import Row

COLUMNS = (
    *("ID", "Name", "Begin date", "End date", "Duration", "Completion", "Cost", "Coordinator"),
    *("Predecessors", "Outline number", "Resources", "Assignments", "Task color", "Web Link"),
    *("Notes", "Plan id", "Owner (role)", "Status"),
)
"""Those of GanttProject in its order, then three of ours."""


def write_gantt_csv(report: Report, path: Path) -> None:
    """Write the plan of a report: UTF-8 without a byte order mark, CRLF.

    Raises:
        ExportFailed: there is no plan, nothing in it has dates, or the file could not be written;
            the previous one is unchanged.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(row) for row in rows_of(report))
    with replacing(path) as temporary:
        temporary.write_bytes(out.getvalue().encode())


def verify_gantt_csv(report: Report, path: Path) -> None:
    """Read a written file back and compare it with the plan, row by row.

    Raises:
        ExportFailed: something differs; the text names the row.
        OSError: the file cannot be read.
    """
    with path.open(encoding="utf-8", newline="") as file:
        read = [tuple(line) for line in csv.reader(file)]
    rows = rows_of(report)
    if read[:1] != [COLUMNS] or len(read) != len(rows) + 1:
        raise differs(path, f"it has {len(read)} lines, not {len(rows) + 1}")
    for line, row in zip(read[1:], rows, strict=True):
        if line != _cells(row):
            raise differs(path, f"{row.id} {row.name}")


def _cells(row: Row) -> tuple[str, ...]:
    waits = ";".join(f"{uid}-FS>P{lag}D" for uid, lag in row.after)
    return (
        *(str(row.uid), guard(row.name), _short(row.span.first), _short(row.span.last)),
        *("0" if row.is_milestone else "", str(row.percent), "", "", waits, row.number),
        *("", "", "", "", guard(row.notes), guard(row.id), guard(row.owner), row.status),
    )


def _short(day: date) -> str:
    """A date as British settings write it: "25/11/2026"."""
    return day.strftime("%d/%m/%Y")
