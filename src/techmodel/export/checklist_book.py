"""The whole checklist as a workbook to edit: a sheet for each of its tables (design.md 9)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from techmodel.core.checklist_columns import Holds
from techmodel.core.checklist_flat import flat_rows
from techmodel.core.checklist_json import checklist_to_json
from techmodel.core.checklist_sheets import SHEETS, YES
from techmodel.core.checklist_their_scale import THEIR_SCALE
from techmodel.core.errors import ExportFailed
from techmodel.core.sheets import Column
from techmodel.export.checklist_choices import add_choices
from techmodel.export.replacing import replacing
from techmodel.export.text import is_live
from techmodel.export.xlsx.block import Block
from techmodel.export.xlsx.book import safe
from techmodel.export.xlsx.package import new_workbook, paint
from techmodel.export.xlsx.style import (
    BODY,
    LABEL,
    SECTION,
    TITLE,
    head_for,
    named_styles,
    style_for,
)
from techmodel.export.xlsx.table import fit, freeze, head_height, height, name_table, set_print
from techmodel.wording.checklist_book import HOW
from techmodel.wording.numbers import british_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.core.checklist import Checklist
    from techmodel.core.checklist_columns import Field, SheetOf

    Cell = str | int | float | date | None
    Rows = Sequence[Sequence[Cell]]
    Styles = dict[str, StyleArray]

READ_ME = "Read me"
_WIDTHS = (26, 90)


def write_checklist_workbook(checklist: Checklist, path: Path) -> None:
    """Write the workbook; it is re-opened and compared before it takes its place.

    Raises:
        ExportFailed: it could not be written, or does not read back the same; the previous file
            is unchanged.
    """
    found = flat_rows(checklist_to_json(checklist))
    meant = {
        sheet.title: [[_cell(f, row[f.key]) for f in sheet.fields] for row in found[sheet.table]]
        for sheet in SHEETS
    }
    workbook = _build(checklist, meant)
    with replacing(path) as temporary:
        workbook.save(temporary)
        _compare(temporary, meant, path.name)


def _cell(field: Field, value: Any) -> Cell:  # noqa: ANN401 - JSON of a known column
    """The content of a cell; what is empty is an empty cell."""
    if not value and (field.holds is not Holds.WHOLE or value is None):
        return 0.0 if field.holds is Holds.NUMBER and value is not None else None
    match field.holds:
        case Holds.FLAG:
            return YES
        case Holds.DATE:
            return date.fromisoformat(value)
        case Holds.IDS:
            return ", ".join(value)
        case Holds.LINES:
            return "\n".join(value)
    made: Cell = value
    return made


def _build(checklist: Checklist, meant: dict[str, list[list[Cell]]]) -> Workbook:
    workbook = new_workbook()
    styles: Styles = {}
    for style in named_styles():
        workbook.add_named_style(style)
        styles[style.name] = style.as_tuple()
    _write_read_me(workbook, styles, checklist)
    for kind in SHEETS:
        _write_sheet(workbook, styles, kind, meant[kind.title])
    _write_sheet(workbook, styles, THEIR_SCALE, [])
    workbook.active = 1
    properties = workbook.properties
    properties.title = f"{checklist.title}, version {checklist.version}"
    properties.creator = properties.lastModifiedBy = "techmodel"
    properties.language = "en-GB"
    return workbook


def _write_read_me(workbook: Workbook, styles: Styles, checklist: Checklist) -> None:
    sheet: Worksheet = workbook.create_sheet(READ_ME)
    sheet.sheet_view.showGridLines = False
    for letter, width in zip("AB", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    version = f"{checklist.version}, {british_date(checklist.date)}"
    lines = [
        ((checklist.title, None), TITLE),
        (("Version", version), LABEL),
        *((pair, LABEL) for pair in HOW),
        (("Sheets", None), SECTION),
        *(((kind.title, kind.purpose), LABEL) for kind in (*SHEETS, THEIR_SCALE)),
    ]
    for row, (pair, style) in enumerate(lines, 1):
        _put(sheet, styles, (row, 1), pair[0], style)
        if pair[1]:
            _put(sheet, styles, (row, 2), pair[1], BODY)
            sheet.row_dimensions[row].height = height(pair, _WIDTHS)
    sheet.row_dimensions[1].height = 24
    set_print(sheet, 2, header_row=0)


def _write_sheet(workbook: Workbook, styles: Styles, kind: SheetOf, rows: Rows) -> None:
    sheet: Worksheet = workbook.create_sheet(kind.title)
    sheet.sheet_view.showGridLines = False
    columns = [Column(f.key, f.header, f.kind) for f in kind.fields]
    looks = [style_for(column.kind) for column in columns]
    for number, column in enumerate(columns, 1):
        _put(sheet, styles, (1, number), column.header, head_for(column.kind))
    shown = rows or [[None] * len(columns)]
    for at, cells in enumerate(shown, 2):
        for number, (content, look) in enumerate(zip(cells, looks, strict=True), 1):
            _put(sheet, styles, (at, number), content, look)
    widths = [fit(column, (row[n] for row in shown)) for n, column in enumerate(columns)]
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.row_dimensions[1].height = head_height(columns, widths)
    for at, cells in enumerate(shown, 2):
        sheet.row_dimensions[at].height = height(cells, widths)
    block = Block(kind.title, 1, 1, tuple(column.id for column in columns), len(shown))
    name_table(sheet, block, f"tbl{kind.title.replace(' ', '')}")
    freeze(sheet)
    set_print(sheet, len(columns))
    add_choices(sheet, kind)


def _put(
    sheet: Worksheet, styles: Styles, place: tuple[int, int], content: Cell, style: str
) -> None:
    """Write one cell; text is written as text, whatever it begins with."""
    cell = sheet.cell(*place)
    live = False
    if isinstance(content, str):
        cell.value = safe(content)
        cell.data_type = "s"
        live = is_live(content)
    else:
        cell.value = content
    paint(cell, styles[style], quoted=live)


def _compare(path: Path, meant: dict[str, list[list[Cell]]], name: str) -> None:
    """Re-open the file and compare every cell."""
    with path.open("rb") as stream:
        workbook = load_workbook(stream, read_only=True)
        for title, rows in meant.items():
            found = workbook[title].iter_rows(min_row=2, max_row=len(rows) + 1, values_only=True)
            for number, (wanted, cells) in enumerate(zip(rows, found, strict=True), 2):
                if list(map(_plain, wanted)) != list(map(_plain, cells)):
                    raise ExportFailed(
                        f"'{name}' did not read back as it was written (sheet {title}, row "
                        f"{number}). Nothing was kept; please tell whoever looks after techmodel."
                    )


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    """A value as it is compared: a day without time, text as it was before it was made safe."""
    if isinstance(value, str):
        return value.replace("_x005F_", "_")
    return value.date() if hasattr(value, "date") else value
