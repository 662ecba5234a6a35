"""The sheet Evidence: what supports the answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from techmodel.core.sheets import EVIDENCE, pair_id
from techmodel.export.xlsx.layout import GRADES
from techmodel.export.xlsx.table import write_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.answers import Evidence
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.facts import Facts


def write_evidence(book: Book) -> None:
    """Write the sheet: the evidence of asked pairs, in their order."""
    rows = [_row(book.facts, e) for e in book.facts.evidence]
    block = book.layout.evidence
    sheet = write_list(book, EVIDENCE, block, rows)
    choice = DataValidation(type="list", formula1=GRADES, allow_blank=True)
    choice.add(f"{block.letter('grade')}{block.first}:{block.letter('grade')}{block.last}")
    sheet.add_data_validation(choice)


def _row(facts: Facts, evidence: Evidence) -> Mapping[str, Content]:
    return {
        "id": evidence.id,
        "answer_id": pair_id(evidence.capability, evidence.organisation),
        "capability": facts.capabilities[evidence.capability].name,
        "organisation": facts.names[evidence.organisation],
        "grade": evidence.grade,
        "title": evidence.title,
        "date": _day(evidence.date),
        "where": evidence.where,
    }


def _day(text: str) -> date | str:
    """A real date, or the text where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
