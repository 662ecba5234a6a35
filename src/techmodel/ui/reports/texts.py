"""What the reports place says about its exports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from techmodel.core.flows import find_flows
from techmodel.core.plan_sheets import ACTIONS, BENEFITS, COSTS, GANTT, PLAN, RAID
from techmodel.core.ready_plan import is_planned
from techmodel.core.services_guide import find_entries
from techmodel.core.sheets import (
    ANSWERS,
    CHECK,
    DECISIONS,
    EVIDENCE,
    FLOWS,
    GAPS,
    ONBOARDING,
    SERVICES,
)
from techmodel.session.exports import ExportKind, PlanKind
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from techmodel.core.report import Report
    from techmodel.session.exports import AnyKind

    _Sheet = tuple[str, Callable[[], int] | None, str]

EXPORT_NAMES: dict[AnyKind, str] = {
    ExportKind.PDF: "PDF report",
    ExportKind.XLSX: "Excel workbook",
    ExportKind.CSV: "CSV answers",
    ExportKind.JSON: "JSON assessment",
    PlanKind.XML: "Microsoft Project file",
    PlanKind.ICS: "calendar",
    PlanKind.GANTT: "GanttProject file",
}
_GANTT = "The projects as bars by week, drawn from the dates on Plan."
IN_THE_REPORT = "In the PDF report"
GUIDES_LINE = "Two pages for each domain: what others did and saw, with sources"
NOTHING_TICKED = "Tick what to export."

_KILO = 1024


def export_line(kind: ExportKind, report: Report) -> str:
    """What is in an export, in one line."""
    if kind is ExportKind.PDF:
        return "The whole report, tagged, with outline and links"
    if kind is ExportKind.XLSX:
        return f"{sum(1 for _ in _all(report))} sheets with formulas that recalculate"
    if kind is ExportKind.CSV:
        return f"{plural(_asked(report), 'row')}, one for each answer asked"
    return "Everything, with checklist and history, for programs"


def workbook_sheets(report: Report) -> tuple[tuple[str, str, str], ...]:
    """The sheets of the workbook in order: name, number of rows or "", what it is for."""
    return tuple(
        (name, f"{count():,}" if count else "", purpose) for name, count, purpose in _all(report)
    )


def _all(report: Report) -> Iterator[_Sheet]:
    """Every sheet; rows are only counted when somebody asks."""
    assessment, gaps = report.assessment, report.gaps
    yield "Read me", None, "What this is, how to read it, what may be changed."
    yield "Summary", None, "The headlines, domains, partners and a chart."
    yield GAPS.title, partial(len, gaps.capabilities), GAPS.purpose
    yield from _planned(report)
    yield ANSWERS.title, partial(_asked, report), ANSWERS.purpose
    yield EVIDENCE.title, partial(_evidence, report), EVIDENCE.purpose
    yield from _actions(report)
    yield SERVICES.title, partial(len, assessment.checklist.services), SERVICES.purpose
    yield ONBOARDING.title, partial(_stages, report), ONBOARDING.purpose
    yield FLOWS.title, partial(_flows, report), FLOWS.purpose
    yield DECISIONS.title, partial(len, report.decisions), DECISIONS.purpose
    yield "Lists", None, "What drop-downs offer, and workings that other sheets look up."
    yield CHECK.title, None, CHECK.purpose


def _planned(report: Report) -> Iterator[_Sheet]:
    """The sheets of the plan that stand before the answers, where anything is planned."""
    book = report.book
    if not is_planned(book):
        return
    if report.plan:
        yield PLAN.title, partial(len, report.plan.projects), PLAN.purpose
        yield GANTT, None, _GANTT
    yield RAID.title, partial(len, book.raid), RAID.purpose
    yield BENEFITS.title, partial(len, book.benefits), BENEFITS.purpose
    yield COSTS.title, partial(len, book.costs), COSTS.purpose


def _actions(report: Report) -> Iterator[_Sheet]:
    """The sheet of the plan's steps, where there are projects."""
    if report.plan:
        steps = sum(len(p.steps) for p in report.plan.projects)
        yield ACTIONS.title, lambda: steps, ACTIONS.purpose


def destination(folder: Path, home: Path, stem: str) -> str:
    """Where the files go: "Into Documents, named “Wendlemere – review – 26 Nov 2026”"."""
    where = folder.name if folder.parent == home and folder.name else str(folder)
    return f"Into {where}, named “{stem}”"


def button_words(count: int) -> str:
    """What the filled button says."""
    return f"Export {plural(count, 'file')}" if count else "Export"


def progress_words(kind: AnyKind, number: int, total: int) -> str:
    """What is being done: "Writing the PDF report, 1 of 2 ..."."""
    name = EXPORT_NAMES[kind]
    return f"Writing and checking the {name}, {number} of {total} …"


def done_words(done: int, failed: int) -> str:
    """How it ended: "2 files exported and read back."."""
    told = [f"{plural(done, 'file')} exported and read back."] if done else []
    if failed:
        told.append(f"{failed} {'was' if failed == 1 else 'were'} not written.")
    return " ".join(told)


def size_words(size: int) -> str:
    """The size of a file for people: "412 KB", "1.3 MB"."""
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO)):,} KB"
    return f"{size / _KILO / _KILO:.1f} MB"


def exists_words(names: list[str], folder: Path) -> str:
    """That files are there already."""
    where = folder.name or str(folder)
    if len(names) == 1:
        return f"“{names[0]}” exists already in {where}."
    return f"{len(names)} of these files exist already in {where}."


def _stages(report: Report) -> int:
    """How many organisations services may be for, over all services."""
    entries = find_entries(report.assessment, report.gaps, report.onboarding, report.today)
    return sum(len(entry.stages) for entry in entries)


def _evidence(report: Report) -> int:
    asked = {(c.id, o) for c in report.gaps.capabilities for o in c.pairs}
    return sum((e.capability, e.organisation) in asked for e in report.assessment.evidence)


def _flows(report: Report) -> int:
    return len(find_flows(report.assessment))


def _asked(report: Report) -> int:
    return sum(len(c.pairs) for c in report.gaps.capabilities)
