"""The workbook as a whole: its sheets in order, its properties, and writing it safely."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from techmodel.export.replacing import replacing
from techmodel.export.text import clean
from techmodel.export.xlsx.actions import write_actions
from techmodel.export.xlsx.answers import write_answers
from techmodel.export.xlsx.benefits import write_benefits
from techmodel.export.xlsx.block import LISTS
from techmodel.export.xlsx.book import Book
from techmodel.export.xlsx.check import write_check
from techmodel.export.xlsx.costs import write_costs
from techmodel.export.xlsx.decisions import write_decisions
from techmodel.export.xlsx.evidence import write_evidence
from techmodel.export.xlsx.facts import find_facts
from techmodel.export.xlsx.flows import write_flows
from techmodel.export.xlsx.gantt import write_gantt
from techmodel.export.xlsx.gaps import write_gaps
from techmodel.export.xlsx.layout import find_layout
from techmodel.export.xlsx.lists import write_lists
from techmodel.export.xlsx.onboarding import write_onboarding
from techmodel.export.xlsx.package import save
from techmodel.export.xlsx.plan import write_plan
from techmodel.export.xlsx.raid import write_raid
from techmodel.export.xlsx.read_me import write_read_me
from techmodel.export.xlsx.services import write_services
from techmodel.export.xlsx.summary import write_summary
from techmodel.export.xlsx.totals import find_totals
from techmodel.export.xlsx.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.report import Report


def write_workbook(report: Report, path: Path) -> None:
    """Write the workbook of a report; it is re-opened and compared before it takes its place.

    Raises:
        ExportFailed: it could not be written, or does not read back the same; the previous file is
            unchanged.
    """
    book = build(report)
    with replacing(path) as temporary:
        save(book, temporary)
        verify(book, temporary, path.name)


def verify_workbook(report: Report, path: Path) -> None:
    """Re-open a workbook and compare every cell, count and total with the report.

    Raises:
        ExportFailed: something differs; the text names the sheet and the cell.
    """
    verify(build(report), path, path.name)


def build(report: Report) -> Book:
    """The workbook in memory, every sheet written."""
    facts = find_facts(report)
    book = Book(facts, find_layout(facts))
    totals = find_totals(facts, book.layout)
    write_read_me(book)
    write_lists(book)
    write_summary(book, totals)
    write_gaps(book)
    write_plan(book)
    write_gantt(book)
    write_raid(book)
    write_benefits(book)
    write_costs(book)
    write_answers(book)
    write_evidence(book)
    write_actions(book)
    write_services(book)
    write_onboarding(book)
    write_flows(book)
    write_decisions(book)
    write_check(book, totals)
    _arrange(book)
    _describe(book)
    return book


def _arrange(book: Book) -> None:
    """Lists is written early because the chart points at it, and stands before Check."""
    workbook = book.workbook
    lists = workbook[LISTS]
    workbook.move_sheet(lists, len(workbook.sheetnames) - 2 - workbook.sheetnames.index(LISTS))
    workbook.active = 1


def _describe(book: Book) -> None:
    """Properties without anybody's login name, and a calculation on opening."""
    report = book.facts.report
    properties = book.workbook.properties
    properties.title = clean(f"{report.assessment.title}: technology model")
    properties.creator = properties.lastModifiedBy = "techmodel"
    properties.language = "en-GB"
    properties.description = f"Assessment {report.assessment.id}, revision {report.revision}"
    made = report.made.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.created = properties.modified = made
    book.workbook.calculation.fullCalcOnLoad = True
