"""The workbook of the full checklist with its plan, against the same by bare openpyxl.

Bare means a plain workbook with the same texts, numbers, formulas and named styles in the same
cells, saved by openpyxl: no stored values, tables, sizes, rules, drop-downs or print set-up.
Reading back and comparing is left out. Run with `python tests/benchmarks/bench_workbook.py`;
prints the ratio of interleaved medians.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook

from techmodel.export.xlsx.package import save
from techmodel.export.xlsx.style import named_styles
from techmodel.export.xlsx.workbook import build

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.export.plan_workbooks import full_planned

if TYPE_CHECKING:
    from techmodel.export.xlsx.book import Book

RUNS = 15
AT_MOST = 1.5

Cells = dict[str, list[tuple[int, int, object, str, str]]]


def cells_of(book: Book) -> Cells:
    """Row, column, value, type and style of every cell, by sheet."""
    return {
        sheet.title: [
            (cell.row, cell.column, cell.value, cell.data_type, cell.style)
            for row in sheet.iter_rows()
            for cell in row
            if cell.has_style
        ]
        for sheet in book.workbook
    }


def bare(cells: Cells, path: Path) -> None:
    """The same cells and styles, written by openpyxl alone."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for style in named_styles():
        workbook.add_named_style(style)
    for title, found in cells.items():
        sheet = workbook.create_sheet(title)
        for row, column, value, kind, style in found:
            cell = sheet.cell(row, column)
            cell.style = style
            cell.value = value
            cell.data_type = kind
    workbook.save(path)


def measure(runs: int = RUNS) -> tuple[float, float]:
    """Median seconds of our workbook and of the bare one, interleaved."""
    made = full_planned()
    cells = cells_of(build(made))
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Plan.xlsx"
        for _ in range(runs + 1):
            started = time.perf_counter()
            save(build(made), path)
            middle = time.perf_counter()
            bare(cells, path)
            theirs.append(time.perf_counter() - middle)
            ours.append(middle - started)
    return statistics.median(ours[1:]), statistics.median(theirs[1:])


def main() -> None:
    """Print the figures."""
    ours, theirs = measure()
    print(
        f"Workbook of the full checklist with its plan: {ours * 1000:.0f} ms, bare openpyxl"
        f" {theirs * 1000:.0f}; ratio {ours / theirs:.2f} (at most {AT_MOST})"
    )


if __name__ == "__main__":
    main()
