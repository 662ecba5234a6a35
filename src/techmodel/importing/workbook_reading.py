"""From the parts of a workbook to lines: sheets, rows and what was left out."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from techmodel.core.errors import BadInput
from techmodel.importing import workbook_lines as lines
from techmodel.importing.cell_values import clean_text
from techmodel.importing.foreign_kinds import SAVE_AS_XLSX
from techmodel.importing.left_out import sheet_sentences, sheets_sentence
from techmodel.importing.limits import MAX_CELLS, MAX_SHEETS
from techmodel.importing.preflight import small_tree
from techmodel.importing.sheet_parser import Book, SheetParser
from techmodel.importing.workbook_tables import read_dates, read_strings
from techmodel.importing.xml_stream import MAIN, STRICT_MAIN, Unreadable, listen
from techmodel.importing.zip_parts import damaged

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping
    from datetime import datetime
    from xml.etree.ElementTree import Element

    from techmodel.importing.preflight import Package
    from techmodel.importing.workbook_lines import Line

_MAX_NAME = 255
"""Characters of a sheet's name that are kept; Excel allows 31."""
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_package(package: Package) -> Iterator[Line]:
    """What a workbook holds, in order: sheets with their rows, then what was left out.

    Raises:
        BadInput: its parts contradict each other, or a cap is passed that cannot be left out.
    """
    tree = small_tree(package.file, package.workbook, package.parts[package.workbook])
    if tree.tag == f"{{{STRICT_MAIN}}}workbook":
        raise BadInput(
            f"'{package.file}' is a Strict Open XML workbook, which we do not read. "
            f"{SAVE_AS_XLSX} Nothing was changed."
        )
    links = _links(package)
    sheets = _sheets(tree, package.file)
    book = Book(
        package.file,
        read_strings(package, _linked(links, "sharedStrings")),
        read_dates(package, _linked(links, "styles")),
        _epoch(tree),
    )
    allowance = MAX_CELLS
    for element in sheets[:MAX_SHEETS]:
        allowance -= yield from _sheet(package, element, links, book, allowance)
    if len(sheets) > MAX_SHEETS:
        names = [_name(element) for element in sheets[MAX_SHEETS:]]
        yield lines.left_out(sheets_sentence(names, MAX_SHEETS))
    for sentence in package.left_out:
        yield lines.left_out(sentence)
    yield lines.END


def _sheet(
    package: Package,
    element: Element,
    links: Mapping[str, tuple[str, str]],
    book: Book,
    allowance: int,
) -> Generator[Line, None, int]:
    """The lines of a sheet; returns how many cells it held."""
    name = _name(element)
    kind, part = links.get(element.get(_ID, ""), ("", ""))
    if kind in {"chartsheet", "dialogsheet", "xlMacrosheet"}:
        yield lines.left_out(f"'{name}' was not read: it is no sheet of cells.")
        return 0
    if kind != "worksheet" or part not in package.parts:
        raise damaged(package.file, f"the sheet '{name}' is missing")
    yield lines.sheet(name, hidden=element.get("state", "visible") != "visible")
    parser = SheetParser(book, name, allowance)
    try:
        for _ in listen(package.parts[part], parser):
            for number, values in parser.rows:
                yield lines.row(number, values)
            parser.rows.clear()
    except Unreadable as error:
        raise damaged(package.file, f"the sheet '{name}' cannot be read") from error
    yield lines.formulas(parser.found.formulas)
    for sentence in sheet_sentences(name, parser.found):
        yield lines.left_out(sentence)
    return parser.cells


def _sheets(tree: Element, file: str) -> list[Element]:
    """The workbook's list of sheets; every one has a name of its own."""
    sheets = tree.findall(f"{{{MAIN}}}sheets/{{{MAIN}}}sheet")
    names = [_name(element).casefold() for element in sheets]
    if not sheets or "" in names or len(set(names)) < len(names):
        raise damaged(file, "its list of sheets is not as it must be")
    return sheets


def _name(element: Element) -> str:
    return (clean_text(element.get("name", ""))[0] or "")[:_MAX_NAME]


def _links(package: Package) -> dict[str, tuple[str, str]]:
    """What the workbook refers to: by id, the kind and the name of the part."""
    folder, own = posixpath.split(package.workbook)
    name = posixpath.join(folder, "_rels", f"{own}.rels")
    if name not in package.parts:
        raise damaged(package.file, "it does not say where its sheets are")
    found = {}
    for link in small_tree(package.file, name, package.parts[name]):
        if link.get("TargetMode", "Internal") == "Internal":
            target = posixpath.join("/", folder, link.get("Target", ""))
            part = posixpath.normpath(target).lstrip("/").lower()
            found[link.get("Id", "")] = (link.get("Type", "").rpartition("/")[2], part)
    return found


def _linked(links: Mapping[str, tuple[str, str]], kind: str) -> str:
    return next((part for found, part in links.values() if found == kind), "")


def _epoch(tree: Element) -> datetime:
    """The day from which the workbook counts: 1900, or 1904 in old ones of the Mac."""
    properties = tree.find(f"{{{MAIN}}}workbookPr")
    counted = "" if properties is None else properties.get("date1904", "")
    return CALENDAR_MAC_1904 if counted in {"1", "true"} else CALENDAR_WINDOWS_1900
