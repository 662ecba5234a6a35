"""Exporting: which export a file name asks for, writing it, and reading it back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.errors import ExportFailed, WrongUse
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from techmodel.core.report import Report

MAX_STEM = 100
"""Characters of a suggested name, so that folder and name together stay short enough."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


class ExportKind(StrEnum):
    """The exports of a whole assessment, each by the ending of its file."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


class PlanKind(StrEnum):
    """The exports of the plan for other tools, each by the ending of its file."""

    XML = "xml"
    """Microsoft Project XML."""
    ICS = "ics"
    """A calendar of milestones and statutory dates."""
    GANTT = "gantt.csv"
    """CSV in GanttProject's headings."""


AnyKind = ExportKind | PlanKind


@dataclass(frozen=True, slots=True)
class ExportJob:
    """One file to write. `force` replaces a file that is there."""

    report: Report
    path: Path
    kind: AnyKind
    force: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """One file that was written and read back; `size` in bytes."""

    path: Path
    kind: AnyKind
    size: int


def kind_of(path: Path) -> AnyKind:
    """The export that a file name asks for by its ending.

    Raises:
        WrongUse: the ending is none of ours.
    """
    ending = path.suffix.lower().removeprefix(".")
    if path.name.lower().endswith(f".{PlanKind.GANTT}"):
        return PlanKind.GANTT
    if ending in set(ExportKind):
        return ExportKind(ending)
    if ending in set(PlanKind):
        return PlanKind(ending)
    raise WrongUse(
        f"'{path.name}' does not say which export is meant."
        " End the name in .pdf, .xlsx, .csv or .json, or for the plan in .xml or .ics."
    )


def export_report(job: ExportJob) -> Exported:
    """Write an export whole or not at all, and read it back before saying so.

    A plain function of a frozen value, for the background worker.

    Raises:
        ExportFailed: the file exists and may not be replaced, could not be written, or did not
            read back the same; with the sentence.
    """
    check_free(job.path, force=job.force)
    try:
        _WRITERS[job.kind](job.report, job.path)
        return Exported(job.path, job.kind, job.path.stat().st_size)
    except OSError as error:  # the writers explain their own; this is from reading back
        reason = error.strerror or type(error).__name__
        raise ExportFailed(
            f"'{job.path.name}' was written, but could not be read back ({reason})."
            " Export it again, to another place if it goes on."
        ) from error


def check_free(path: Path, *, force: bool) -> None:
    """Refuse to write over a file that is there, unless that is allowed.

    Raises:
        ExportFailed: the file exists and may not be replaced.
    """
    if path.exists() and not force:
        raise ExportFailed(
            f"'{path.name}' exists already. Nothing was written."
            " Choose another name, or allow it to be replaced (--force)."
        )


def left_out(report: Report) -> str:
    """Which projects exports of the plan leave out, because nobody said how long they take.

    A sentence; "" where there is none.
    """
    from techmodel.core.plan_tasks import is_counted
    from techmodel.wording.exchange import left_out_words

    plan = report.plan
    undated = [
        f"{p.project.id} {p.project.name}"
        for p in (plan.projects if plan else ())
        if p.start is None and is_counted(p.project, report.book)
    ]
    return left_out_words(undated)


def export_name(title: str, day: date) -> str:
    """A file name without ending, such as "Wendlemere – review – 26 Nov 2026"."""
    kept = " ".join(_FORBIDDEN.sub(" ", title).split()).strip(". ")
    end = f" – review – {short_date(day)}"
    kept = kept[: MAX_STEM - len(end)].rstrip(". ") or "Assessment"
    return f"{kept}{end}"


def checked_name(name: str) -> str:
    """A name a person typed for exports, without ending.

    Raises:
        WrongUse: no system, or not every one, takes such a name; with what to leave out.
    """
    kept = name.strip()
    if not kept:
        raise WrongUse("Type a name for the files.")
    wrong = _FORBIDDEN.search(kept)
    if wrong:
        raise WrongUse(f"A file name cannot hold {wrong.group()[0]!r}. Leave it out.")
    if kept.endswith(".") or _RESERVED.fullmatch(kept.split(".")[0]):
        raise WrongUse(f"Windows cannot take {kept!r} as a file name. Choose another.")
    return kept


def export_paths(folder: Path, stem: str, kinds: Sequence[AnyKind]) -> tuple[Path, ...]:
    """The files that exports of one name become, in the order of `kinds`."""
    return tuple(folder / f"{stem}.{kind.value}" for kind in kinds)


def free_stem(folder: Path, stem: str, kinds: Sequence[AnyKind]) -> str:
    """The name itself, or the first of which no file is there: "Plan (2)", "Plan (3)"."""
    number, free = 1, stem
    while any(path.exists() for path in export_paths(folder, free, kinds)):
        number += 1
        free = f"{stem} ({number})"
    return free


def _write_pdf(report: Report, path: Path) -> None:
    from techmodel.export.pdf.report import verify_report, write_report

    write_report(report, path)
    verify_report(report, path)


def _write_workbook(report: Report, path: Path) -> None:
    """Writing compares the workbook before it takes its place; once is enough."""
    from techmodel.export.xlsx.workbook import write_workbook

    write_workbook(report, path)


def _write_csv(report: Report, path: Path) -> None:
    import csv

    from techmodel.export.csv import ANSWER_COLUMNS, write_answers_csv
    from techmodel.export.text import clean, guard

    write_answers_csv(report, path)
    names = {o.id: guard(clean(o.name)) for o in report.assessment.organisations}
    asked = [(c.id, names[o]) for c in report.gaps.capabilities for o in c.pairs]
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [tuple(row) for row in csv.reader(file)]
    if rows[:1] != [ANSWER_COLUMNS] or [row[:2] for row in rows[1:]] != asked:
        raise _differs(path)


def _write_json(report: Report, path: Path) -> None:
    import json

    from techmodel.export.json import assessment_json, write_json

    write_json(report, path)
    meant = json.loads(json.dumps(assessment_json(report)))
    if json.loads(path.read_text(encoding="utf-8")) != meant:
        raise _differs(path)


def _write_mspdi(report: Report, path: Path) -> None:
    from techmodel.export.exchange.mspdi import write_mspdi
    from techmodel.export.exchange.mspdi_reading import verify_mspdi

    write_mspdi(report, path)
    verify_mspdi(report, path)


def _write_ical(report: Report, path: Path) -> None:
    from techmodel.export.exchange.ical import verify_ical, write_ical

    write_ical(report, path)
    verify_ical(report, path)


def _write_gantt_csv(report: Report, path: Path) -> None:
    from techmodel.export.exchange.gantt_csv import verify_gantt_csv, write_gantt_csv

    write_gantt_csv(report, path)
    verify_gantt_csv(report, path)


def _differs(path: Path) -> ExportFailed:
    return ExportFailed(
        f"'{path.name}' does not read back as it was written. Do not send it; export it again,"
        " to another place if it goes on."
    )


_WRITERS: dict[AnyKind, Callable[[Report, Path], None]] = {
    ExportKind.PDF: _write_pdf,
    ExportKind.XLSX: _write_workbook,
    ExportKind.CSV: _write_csv,
    ExportKind.JSON: _write_json,
    PlanKind.XML: _write_mspdi,
    PlanKind.ICS: _write_ical,
    PlanKind.GANTT: _write_gantt_csv,
}
