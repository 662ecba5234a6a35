"""Workbooks whose sheets, texts or styles are hostile or odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.importing.books import (
    MAIN,
    SHEET,
    book,
    links,
    made,
    packed,
    parts,
    sheet,
    strings,
)

if TYPE_CHECKING:
    from collections.abc import Callable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
EXCEL = "application/vnd.ms-excel"
CODE = "contains code we do not allow"
DAMAGED = "is damaged"
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'

LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(
        f'<!ENTITY lol{n} "{f"&lol{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10)
    )
    + "]>"
)
QUADRATIC = f'<!DOCTYPE x [<!ENTITY a "{"A" * 100_000}">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
PARAMETER = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'
REMOTE = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'


def cell(inside: str, attributes: str = "") -> bytes:
    """A workbook with one cell."""
    return made(sheet=sheet(f'<row r="1"><c r="A1" {attributes}>{inside}</c></row>'))


def rows(cells: str) -> bytes:
    """A workbook with these rows."""
    return made(sheet=sheet(cells))


def declared(doctype: str, value: str = "1") -> str:
    """A sheet with a declaration before it."""
    start = '<?xml version="1.0"?>'
    body = sheet(f'<row r="1"><c r="A1" t="str"><v>{value}</v></c></row>')
    return start + doctype + body[body.index("<worksheet") :]


def encoded(encoding: str, text: str | None = None) -> bytes:
    """A workbook whose sheet has a declaration, in another encoding."""
    found = text or declared(OUTSIDE, "&a;")
    named = found.replace("?>", f' encoding="{encoding}"?>', 1)
    return made(sheet=named.encode(encoding))


def half_ascii(encoding: str) -> bytes:
    """A sheet whose first line is ASCII and names the encoding of the rest."""
    head, _, rest = declared(OUTSIDE, "&a;").partition("?>")
    return made(sheet=f'{head} encoding="{encoding}"?>'.encode() + rest.encode(encoding))


def counted(number: int, text: Callable[[int], str]) -> str:
    """A text for each number from 1."""
    return "".join(map(text, range(1, number + 1)))


def one_cell_rows(number: int) -> str:
    """So many rows of one cell."""
    return counted(number, lambda n: f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>')


def million_rows() -> bytes:
    """A million rows in a sheet that says it has one."""
    return made(sheet=sheet(one_cell_rows(999_999), before='<dimension ref="A1:B1"/>'))


def far_cell() -> bytes:
    """One cell in the last corner."""
    return rows(f'{ONE}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def merges() -> bytes:
    """Thousands of merged rows of full width."""
    ranges = counted(3_998, lambda n: f'<mergeCell ref="A{n + 1}:XFD{n + 1}"/>')
    return made(sheet=sheet(ONE, after=f"<mergeCells>{ranges}</mergeCells>"))


def amplified() -> bytes:
    """One long text that very many cells show."""
    cells = counted(
        9_000, lambda n: f'<row r="{n}"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'
    )
    return made(sheet=sheet(cells), strings=strings(f"<t>{'text ' * 6_000}</t>"))


def many_sheets(number: int) -> bytes:
    """So many sheets, all of them the same."""
    found = parts(book=book(tuple(f"S{n}" for n in range(1, number + 1))), links=links(number))
    for n in range(2, number + 1):
        found[SHEET.replace("1", str(n))] = found[SHEET]
    return packed(found)


def many_styles() -> bytes:
    """Very many styles, each with a format that is hard to read."""
    formats = counted(
        10_000, lambda n: f'<numFmt numFmtId="{n + 163}" formatCode="{"[h" * 120}"/>'
    )
    cells = counted(20_000, lambda n: f'<xf numFmtId="{n % 10_000 + 164}"/>')
    return made(
        styles=f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
        f"<cellXfs>{cells}</cellXfs></styleSheet>"
    )
