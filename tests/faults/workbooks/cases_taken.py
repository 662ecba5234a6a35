"""Odd workbooks that are read, each with a part of what must be said to be left out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.faults.workbooks import zips
from tests.faults.workbooks.making import (
    OLE,
    ONE,
    cell,
    counted,
    far_cell,
    many_sheets,
    many_styles,
    merges,
    million_rows,
    rows,
)
from tests.importing.books import (
    LINKS,
    STRINGS,
    STYLES,
    book,
    links,
    made,
    packed,
    parts,
    sheet,
)

if TYPE_CHECKING:
    from collections.abc import Callable


TAKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "a cell in the last corner": (far_cell, "Row 20,001 onwards of 'Answers' was not read"),
    "thousands of merged rows": (merges, ""),
    "a million rows that are said to be one": (million_rows, "Row 20,001 onwards of 'Answers'"),
    "a dimension of everything": (
        lambda: made(sheet=sheet(before='<dimension ref="A1:XFD1048576"/>')),
        "",
    ),
    "16,384 columns": (
        lambda: rows(f"<row>{'<c><v>1</v></c>' * 16_384}</row>"),
        "Column GS onwards of 'Answers' was not read (limit 200 columns)",
    ),
    "33 sheets": (partial(many_sheets, 33), "13 sheets were not read (limit 20)"),
    "a very hidden sheet": (
        lambda: made(book=book(states="Answers").replace("hidden", "veryHidden")),
        "",
    ),
    "a sheet that is the workbook": (
        lambda: made(links=links().replace("worksheets/sheet1.xml", "workbook.xml")),
        "",
    ),
    "40,000 characters": (
        partial(cell, f"<v>{'x' * 40_000}</v>", 't="str"'),
        "1 cell of 'Answers' was cut after 32,767 characters: A1.",
    ),
    "a text of 40 MB": (
        lambda: cell(f"<v>{zips.dense(40_000_000).decode()[4:].replace('--><!--', '')[:-3]}</v>"),
        "neither number nor text",
    ),
    "half a character": (partial(cell, "<v>_xD800_x</v>", 't="str"'), "cannot be stored"),
    "a character of control": (partial(cell, "<v>_x0007_x</v>", 't="str"'), "cannot be stored"),
    "a number of 5,000 digits": (partial(cell, f"<v>{'1' * 5_000}</v>"), "neither number nor"),
    "a number that is too large": (partial(cell, "<v>1E999</v>"), "neither number nor text"),
    "a number that is none": (partial(cell, "<v>NaN</v>"), "neither number nor text"),
    "a day after the last": (partial(cell, "<v>9E9</v>", 's="1"'), "no date of the years"),
    "an hour before the first": (partial(cell, "<v>-9E99</v>", 's="2"'), "no date of the years"),
    "a style that is not there": (partial(cell, "<v>5</v>", 's="999999999"'), ""),
    "styles that are hard to read": (many_styles, ""),
    "an error of Excel": (partial(cell, "<v>#REF!</v>", 't="e"'), "Excel shows an error there"),
    "formulas": (
        lambda: rows('<row r="4"><c r="B4"><f>1</f><v>1</v></c><c r="C4"><f>2</f></c></row>'),
        "We imported values only; 2 cells on 'Answers' held formulas: B4, C4.",
    ),
    "a formula that starts a program": (
        partial(cell, "<f>cmd|'/c calc'!A1</f><v>1</v>"),
        "1 cell on 'Answers' held formulas: A1.",
    ),
    "a text that looks like a formula": (partial(cell, "<v>=1+1</v>", 't="str"'), ""),
    "macros within": (lambda: zips.with_parts({"xl/vbaProject.bin": OLE}), "Macros were left"),
    "links to other workbooks": (
        lambda: packed(
            parts(
                links=links(more=f'<Relationship Id="x" Type="{LINKS}/externalLink" Target="e"/>')
            )
            | {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
        ),
        "Links to other workbooks were left out.",
    ),
    "an embedded document": (
        lambda: zips.with_parts({"xl/embeddings/oleObject1.bin": OLE}),
        "Embedded objects and controls were left out.",
    ),
    "connections": (
        lambda: zips.with_parts({"xl/connections.xml": b"<connections/>"}),
        "Connections to other data were left out.",
    ),
    "the source of a pivot table": (
        lambda: zips.with_parts({"xl/pivotCache/pivotCacheRecords1.xml": b"<a/>"}),
        "Pivot tables were left out.",
    ),
    "a part named to climb out": (lambda: zips.with_parts({"../../x.xml": b"<a/>"}), ""),
    "a part named from the root": (lambda: zips.with_parts({"/etc/x.xml": b"<a/>"}), ""),
    "a name of 60,000 letters": (lambda: zips.with_parts({"x" * 60_000: b""}), ""),
    "a remark that is not there": (partial(zips.end_record, 20, "<H", 60_000), ""),
    "noise after the end": (lambda: zips.whole() + bytes(50), ""),
    "50,000 attributes": (
        lambda: made(sheet=sheet(before="<x " + counted(50_000, "a{}='' ".format) + "/>")),
        "",
    ),
    "an attribute of 6 MB": (
        lambda: made(sheet=sheet(before=f'<x a="{zips.dense(3_000_000).hex()}"/>')),
        "",
    ),
    "elements 140,000 deep": (
        lambda: made(sheet=sheet(before="<a>" * 140_000 + "</a>" * 140_000)),
        "",
    ),
    "20,000 formulas": (
        lambda: rows(
            counted(20_000, lambda n: f'<row r="{n}"><c r="A{n}"><f>1</f><v>1</v></c></row>')
        ),
        "and 19,990 more.",
    ),
    "an instruction and an inclusion": (
        lambda: made(
            sheet=sheet(
                before='<?php exit?><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
                'href="file:///etc/hostname" parse="text"/>'
            )
        ),
        "",
    ),
    "no texts and no styles": (
        lambda: packed(
            {n: p for n, p in parts(sheet=sheet(ONE)).items() if n not in {STRINGS, STYLES}}
        ),
        "",
    ),
    "a list of sheets 100,000 deep": (
        lambda: made(book=book(more="<a>" * 100_000 + "</a>" * 100_000)),
        "",
    ),
}
