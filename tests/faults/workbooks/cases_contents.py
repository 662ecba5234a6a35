"""Workbooks whose parts contradict each other, or that are no workbooks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.faults.workbooks import zips
from tests.faults.workbooks.making import (
    EXCEL,
    OLE,
    amplified,
    cell,
    rows,
)
from tests.importing.books import (
    MAIN,
    TYPE,
    book,
    links,
    made,
    packed,
    parts,
    sheet,
    types,
)

if TYPE_CHECKING:
    from collections.abc import Callable


CONTENTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "an entity that nobody declared": (partial(cell, "<v>&a;</v>"), "cannot be read"),
    "an encoding that nobody knows": (
        lambda: made(sheet=sheet().replace("UTF-8", "no-such")),
        "cannot be read",
    ),
    "bytes that are no UTF-8": (
        lambda: made(sheet=sheet().encode().replace(b"A1", b"\xff\xfe")),
        "cannot be read",
    ),
    "zeros within": (lambda: made(sheet=sheet() + "\0" * 100), "cannot be read"),
    "a sheet that stops": (lambda: made(sheet=sheet()[:-40]), "cannot be read"),
    "no sheet at all": (lambda: made(sheet=""), "cannot be read"),
    "no list of parts": (
        lambda: packed({n: p for n, p in parts().items() if "Content" not in n}),
        "is a zip file, not an Excel workbook",
    ),
    "a list of parts of 2 MB": (
        lambda: made(types=types() + f"<!--{zips.dense(2_000_000).hex()}-->"),
        "table of contents larger than 1 MB, the limit",
    ),
    "two workbooks in one": (
        lambda: made(
            types=types().replace(
                "</Types>",
                f'<Override PartName="/xl/b.xml" ContentType="{TYPE}.sheet.main+xml"/></Types>',
            )
        ),
        "which part is the workbook",
    ),
    "a sheet in another file": (
        lambda: made(links=links().replace("worksheets/sheet1.xml", "../../../../etc/passwd")),
        "the sheet 'Answers' is missing",
    ),
    "a sheet on the net": (
        lambda: made(
            links=links().replace(
                'Target="worksheets/sheet1.xml"',
                'TargetMode="External" Target="http://127.0.0.1:9/sheet1.xml"',
            )
        ),
        "the sheet 'Answers' is missing",
    ),
    "sheets of one name": (lambda: made(book=book(("A", "A")), links=links(2)), "list of sheets"),
    "a Strict workbook": (
        lambda: made(book=book().replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")),
        "Strict Open XML workbook",
    ),
    "column ZZZZZZ": (lambda: rows('<row r="1"><c r="ZZZZZZ1"/></row>'), "ZZZZZZ1"),
    "row -1": (lambda: rows('<row r="-1"/>'), "row '-1'"),
    "a row of a billion": (lambda: rows('<row r="1000000000"/>'), "row '1000000000'"),
    "a row number of a thousand digits": (lambda: rows(f'<row r="{"9" * 1000}"/>'), "holds row"),
    "a row number in other digits": (lambda: rows('<row r="\u0661"/>'), "holds row"),
    "rows in disorder": (lambda: rows('<row r="9"/><row r="2"/>'), "row '2' after row 9"),
    "the same cell twice": (
        lambda: rows('<row r="1"><c r="A1"/><c r="A1"/></row>'),
        "does not follow the one before",
    ),
    "a cell in the wrong row": (lambda: rows('<row r="1"><c r="A2"/></row>'), "'A2' in row 1"),
    "a cell within a cell": (
        lambda: rows('<row r="1"><c r="A1"><c r="B1"/></c></row>'),
        "a cell outside of a row",
    ),
    "a text that is not there": (partial(cell, "<v>7</v>", 't="s"'), "whose text is missing"),
    "one long text shown very often": (amplified, "more than 64 MB of text and numbers"),
    "a workbook with macros": (
        lambda: made(types=types(f"{EXCEL}.sheet.macroEnabled.main+xml")),
        "a workbook with macros (.xlsm)",
    ),
    "a binary workbook": (
        lambda: made(types=types(f"{EXCEL}.sheet.binary.macroEnabled.main")),
        "a binary workbook (.xlsb)",
    ),
    "an add-in": (
        lambda: made(types=types(f"{EXCEL}.addin.macroEnabled.main+xml")),
        "an add-in of Excel (.xlam)",
    ),
    "an old workbook": (
        lambda: OLE + "Workbook".encode("utf-16-le") + bytes(2),
        "an old Excel workbook (.xls)",
    ),
    "an OpenDocument spreadsheet": (
        lambda: packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "an OpenDocument spreadsheet (.ods)",
    ),
    "a CSV file": (lambda: b"capability,answer\nREC-06,3\n", "a text file, such as CSV"),
    "nothing": (lambda: b"", "is empty"),
    "noise": (lambda: bytes(range(256)) * 100, "is another kind of file"),
}
