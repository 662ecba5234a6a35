"""Drop-downs and notes of the checklist's workbook: what may stand in each column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from techmodel.core.checklist_columns import Holds
from techmodel.core.checklist_sheets import LISTS, sheet_of
from techmodel.export.xlsx.block import quoted

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.core.checklist_columns import Field, SheetOf

_ROOM = 2000
"""Rows down to which drop-downs and notes go, so that rows that are added have them too."""
_LONGEST_TITLE, _LONGEST_NOTE = 32, 255
"""Characters that spreadsheets take for a note."""


def add_choices(sheet: Worksheet, kind: SheetOf) -> None:
    """Give every column its drop-down, if it has one, and the note that says what it holds."""
    for number, field in enumerate(kind.fields, 1):
        rule = _rule(field)
        letter = get_column_letter(number)
        rule.add(f"{letter}2:{letter}{_ROOM}")
        sheet.add_data_validation(rule)


def _rule(field: Field) -> DataValidation:
    formula = _offered(field)
    return DataValidation(
        type="list" if formula else None,
        formula1=formula,
        allow_blank=True,
        errorStyle="warning",
        showErrorMessage=bool(formula),
        errorTitle="Not in the list" if formula else None,
        error="This is not in the list. Keep it all the same?" if formula else None,
        showInputMessage=bool(field.note),
        promptTitle=field.header[:_LONGEST_TITLE] if field.note else None,
        prompt=field.note[:_LONGEST_NOTE] or None,
    )


def _offered(field: Field) -> str | None:
    """What a drop-down offers, as a formula: words, or the ids of a sheet."""
    if not field.offers or field.holds is Holds.IDS:
        return None
    if field.offers in LISTS:
        return f'"{",".join(LISTS[field.offers])}"'
    return f"{quoted(sheet_of(field.offers).title)}$A$2:$A${_ROOM}"
