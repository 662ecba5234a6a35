"""The list of what care models require, as a workbook or as a page of HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from techmodel.core.errors import ExportFailed
from techmodel.core.sheets import Column, ColumnKind
from techmodel.export.replacing import replacing, write_whole
from techmodel.export.text import clean, is_live
from techmodel.export.xlsx.block import Block
from techmodel.export.xlsx.book import safe
from techmodel.export.xlsx.package import new_workbook, paint
from techmodel.export.xlsx.style import head_for, named_styles, style_for
from techmodel.export.xlsx.table import fit, freeze, head_height, height, name_table, set_print
from techmodel.wording.requirements import (
    LIST_HEADS,
    MODEL_HEADS,
    list_notice,
    list_rows,
    list_title,
    model_rows,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.core.checklist import CareModelId, Checklist
    from techmodel.core.requirements import Requirement

    Rows = Sequence[Sequence[str]]
    Styles = dict[str, StyleArray]

_ID, _NAME, _TEXT = ColumnKind.ID, ColumnKind.NAME, ColumnKind.TEXT
_WORD = ColumnKind.WORD
_LIST_KINDS = (_ID, _NAME, _NAME, _WORD, *(_TEXT,) * (len(LIST_HEADS) - 4))
_MODEL_KINDS = (_ID, _NAME, *(_TEXT,) * (len(MODEL_HEADS) - 2))
_STYLE = """
body { font: 100%/1.5 sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0 2rem; }
caption { font-weight: 600; text-align: left; padding: .5rem 0; }
th, td { border-bottom: 1px solid #75847f; padding: .4rem .6rem; text-align: left;
  vertical-align: top; }
"""


def write_requirements_workbook(
    checklist: Checklist,
    models: Sequence[CareModelId],
    requirements: Sequence[Requirement],
    path: Path,
) -> None:
    """Write the sheets Requirements and Care models; they are read back and compared.

    Raises:
        ExportFailed: it could not be written, or does not read back the same; the previous file
            is unchanged.
    """
    meant = {
        "Requirements": (LIST_HEADS, _LIST_KINDS, list_rows(checklist, requirements)),
        "Care models": (MODEL_HEADS, _MODEL_KINDS, model_rows(checklist, models)),
    }
    workbook = new_workbook()
    workbook.properties.title = list_title(checklist, models)
    workbook.properties.creator = workbook.properties.lastModifiedBy = "techmodel"
    workbook.properties.language = "en-GB"
    styles: Styles = {}
    for style in named_styles():
        workbook.add_named_style(style)
        styles[style.name] = style.as_tuple()
    for title, (heads, kinds, rows) in meant.items():
        columns = [Column(h, h, k) for h, k in zip(heads, kinds, strict=True)]
        _write_sheet(workbook.create_sheet(title), styles, columns, rows)
    with replacing(path) as temporary:
        workbook.save(temporary)
        _compare(temporary, {title: rows for title, (_, _, rows) in meant.items()}, path.name)


def write_requirements_html(
    checklist: Checklist,
    models: Sequence[CareModelId],
    requirements: Sequence[Requirement],
    path: Path,
) -> None:
    """Write one page with both tables, without anything from elsewhere.

    Raises:
        ExportFailed: as `write_whole`.
    """
    title = escape(list_title(checklist, models))
    parts = (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">',
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main><h1>{title}</h1>",
        f"<p>{escape(list_notice(checklist))}</p>",
        _table("Requirements", LIST_HEADS, list_rows(checklist, requirements)),
        _table("Care models", MODEL_HEADS, model_rows(checklist, models)),
        "</main></body></html>\n",
    )
    write_whole(clean("".join(parts)).encode(), path)


def _table(title: str, heads: Sequence[str], rows: Rows) -> str:
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    lines = (
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    head = f"<thead><tr>{top}</tr></thead>"
    return f"<table><caption>{title}</caption>{head}<tbody>{''.join(lines)}</tbody></table>"


def _write_sheet(sheet: Worksheet, styles: Styles, columns: Sequence[Column], rows: Rows) -> None:
    title = sheet.title
    sheet.sheet_view.showGridLines = False
    grid = [([c.header for c in columns], [head_for(c.kind) for c in columns])]
    grid += [(list(row), [style_for(c.kind) for c in columns]) for row in rows]
    for at, (cells, looks) in enumerate(grid, 1):
        for number, (text, look) in enumerate(zip(cells, looks, strict=True), 1):
            cell = sheet.cell(at, number)
            cell.value, cell.data_type = safe(text), "s"
            paint(cell, styles[look], quoted=is_live(text))
    widths = [fit(column, (row[n] for row in rows)) for n, column in enumerate(columns)]
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.row_dimensions[1].height = head_height(columns, widths)
    for at, row in enumerate(rows, 2):
        sheet.row_dimensions[at].height = height(row, widths)
    block = Block(title, 1, 1, tuple(column.id for column in columns), len(rows))
    name_table(sheet, block, f"tbl{title.replace(' ', '')}")
    freeze(sheet)
    set_print(sheet, len(columns))


def _compare(path: Path, meant: dict[str, Rows], name: str) -> None:
    """Re-open the file and compare every cell."""
    with path.open("rb") as stream:
        workbook = load_workbook(stream, read_only=True)
        for title, rows in meant.items():
            found = workbook[title].iter_rows(min_row=2, values_only=True)
            read = [[str(cell or "").replace("_x005F_", "_") for cell in row] for row in found]
            if read != [[clean(cell) for cell in row] for row in rows]:
                raise ExportFailed(
                    f"'{name}' did not read back as it was written (sheet {title}). Nothing was "
                    "kept; please tell whoever looks after techmodel."
                )
