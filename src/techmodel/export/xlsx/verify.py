"""Reading a workbook back and comparing it, cell by cell and total by total."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from techmodel.core.errors import ExportFailed
from techmodel.export.xlsx.plan_verify import plan_differences
from techmodel.export.xlsx.read_back import columns_of, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from techmodel.core.gaps import Range
    from techmodel.export.xlsx.book import Book
    from techmodel.export.xlsx.read_back import Grid

_SHEET_DAMAGE = (BadZipFile, KeyError, ValueError, TypeError, AttributeError, SyntaxError)
"""What openpyxl raises for a package that is not whole."""


def verify(book: Book, path: Path, name: str) -> None:
    """Compare the file at `path` with the workbook that was made; `name` is what to call it.

    Raises:
        ExportFailed: the file does not open, or something in it differs.
    """
    formulas = _read(path, name, values=False)
    values = _read(path, name, values=True)
    if list(formulas) != book.workbook.sheetnames:
        raise _failed(name, "its sheets are not the ones that were written")
    for title in formulas:
        _compare_sheet(book, title, formulas[title], values[title], name)
    for difference in (*_differences(book, values), *plan_differences(book, values)):
        raise _failed(name, difference)


def _read(path: Path, name: str, *, values: bool) -> dict[str, Grid]:
    """Every cell of every sheet: formulas as text, or their values."""
    try:
        with path.open("rb") as file:
            workbook = load_workbook(file, read_only=True, data_only=values)
            return {s.title: list(s.iter_rows(values_only=True)) for s in workbook.worksheets}
    except OSError as error:
        raise _failed(name, f"it cannot be read ({error.strerror})") from error
    except _SHEET_DAMAGE as error:
        raise _failed(name, "it cannot be opened") from error


def _failed(name: str, difference: str) -> ExportFailed:
    return ExportFailed(
        f"'{name}' did not read back as it was meant: {difference}."
        " Export it again; if that does not help, choose another place."
    )


def _compare_sheet(book: Book, title: str, formulas: Grid, values: Grid, name: str) -> None:
    stored = book.stored[title]
    rows = zip_longest(
        book.workbook[title].iter_rows(values_only=True), formulas, values, fillvalue=()
    )
    for number, cells in enumerate(rows, 1):
        for column, (meant, formula, value) in enumerate(zip_longest(*cells), 1):
            worked_out: object = stored.get((number, column), meant)
            if not (same(meant, formula) and same(worked_out, value)):
                where = f"{title} {get_column_letter(column)}{number}"
                raise _failed(name, f"{where} holds {value!r} instead of {worked_out!r}")


def _differences(book: Book, values: Mapping[str, Grid]) -> Iterator[str]:
    """Counts and totals of the file against the engine's, worked out from its cells anew."""
    report, layout = book.facts.report, book.layout
    gaps = columns_of(layout.gaps, values)
    answers = columns_of(layout.answers, values)
    counts = {
        "Gaps": (len(report.gaps.capabilities), len(gaps["id"])),
        "Answers": (sum(len(c.pairs) for c in report.gaps.capabilities), len(answers["id"])),
        **_integration(book, values),
    }
    for title, (meant, found) in counts.items():
        if meant != found:
            yield f"{title} holds {found} rows instead of {meant}"
    if not _reached(gaps, range(len(gaps["id"])), report.gaps.overall.attainment):
        yield "the attainment of all domains differs"
    for partner in report.gaps.organisations:
        own = [n for n, o in enumerate(answers["organisation_id"]) if o == partner.id]
        if len(own) != partner.asked or not _reached(answers, own, partner.attainment):
            yield f"the figures of {book.facts.names[partner.id]} differ"


def _integration(book: Book, values: Mapping[str, Grid]) -> dict[str, tuple[int, int]]:
    """How many rows of services, stages and flows there are to be, and are."""
    facts, layout = book.facts, book.layout
    meant = {
        layout.services: len(facts.services),
        layout.onboarding: sum(len(entry.stages) for entry in facts.services),
        layout.flows: len(facts.flows),
    }
    return {b.title: (n, len(columns_of(b, values)["id"])) for b, n in meant.items()}


def _reached(
    columns: Mapping[str, Sequence[object]], rows: Sequence[int], meant: Range | None
) -> bool:
    asked_for, low, high = (
        sum(float(str(columns[c][n])) for n in rows)
        for c in ("asked_for", "reached_low", "reached_high")
    )
    if meant is None or not asked_for:
        return meant is None and not asked_for
    return same(meant.low, low / asked_for) and same(meant.high, high / asked_for)
