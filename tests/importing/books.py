"""Workbooks made by hand, part by part, so that every part can be made wrong."""

from __future__ import annotations

import io
import zipfile

from techmodel.importing.preflight import check_workbook
from techmodel.importing.workbook_lines import assemble, decoded, encoded
from techmodel.importing.workbook_reading import read_package

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

TYPES_PART, BOOK, BOOK_LINKS = (
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
)
SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"

ROWS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>'
"""The cells of a sheet that nothing is wrong with: "first" and 1."""


def types(main: str = f"{TYPE}.sheet.main+xml", book: str = f"/{BOOK}") -> str:
    """The list of content types."""
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="{book}" ContentType="{main}"/></Types>'
    )


def book(sheets: tuple[str, ...] = ("Answers",), more: str = "", states: str = "") -> str:
    """The workbook's own part; sheets whose names are in `states` are hidden."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"'
        + (' state="hidden"/>' if name in states else "/>")
        for n, name in enumerate(sheets, 1)
    )
    return (
        f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{more}'
        f"<sheets>{listed}</sheets></workbook>"
    )


def links(sheets: int = 1, more: str = "") -> str:
    """What the workbook refers to: sheets, texts and styles."""
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, sheets + 1)
    )
    return (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{listed}{more}'
        f'<Relationship Id="s" Type="{LINKS}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
        f'<Relationship Id="t" Type="{LINKS}/styles" Target="styles.xml"/></Relationships>'
    )


def sheet(rows: str = ROWS, before: str = "", after: str = "") -> str:
    """A sheet."""
    return (
        f'{XML}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    )


def strings(*texts: str) -> str:
    """The table of texts; each is the inside of an entry."""
    return f'{XML}<sst xmlns="{MAIN}">{"".join(f"<si>{text}</si>" for text in texts)}</sst>'


def styles(*formats: int | str) -> str:
    """The styles: number formats, by their built-in number or as they are written."""
    own = [f for f in formats if isinstance(f, str)]
    listed = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{f}"/>' for n, f in enumerate(own))
    ids = [164 + own.index(f) if isinstance(f, str) else f for f in formats]
    cells = "".join(f'<xf numFmtId="{number}"/>' for number in (0, *ids))
    return (
        f'{XML}<styleSheet xmlns="{MAIN}"><numFmts>{listed}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{cells}</cellXfs></styleSheet>'
    )


def parts(**changed: str | bytes) -> dict[str, bytes]:
    """The parts of a whole workbook, some of them replaced by the name of their maker."""
    made: dict[str, str | bytes] = {
        TYPES_PART: changed.pop("types", types()),
        BOOK: changed.pop("book", book()),
        BOOK_LINKS: changed.pop("links", links()),
        SHEET: changed.pop("sheet", sheet()),
        STRINGS: changed.pop("strings", strings("<t>first</t>")),
        STYLES: changed.pop("styles", styles(14, 46, "yyyy\\-mm\\-dd hh:mm", 20)),
    }
    assert not changed
    return {name: p.encode() if isinstance(p, str) else p for name, p in made.items()}


def packed(made: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Parts as a file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, part in made.items():
            archive.writestr(zipfile.ZipInfo(name), part, method)
    return out.getvalue()


def made(**changed: str | bytes) -> bytes:
    """A whole workbook as a file, some parts replaced by the name of their maker."""
    return packed(parts(**changed))


def read(raw: bytes, file: str = "a.xlsx"):
    """What the reader makes of a file, in this process, over its lines."""
    said = b"".join(encoded(line) for line in read_package(check_workbook(raw, file)))
    return assemble(file, decoded(said))


def only_sheet(rows: str, **changed: str | bytes):
    """The one sheet of a workbook with these rows, and what was left out."""
    found = read(made(sheet=sheet(rows), **changed))
    return found.sheets[0], found.left_out
