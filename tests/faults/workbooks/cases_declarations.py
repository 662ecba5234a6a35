"""Workbooks that declare types or entities, in every part and encoding."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.faults.workbooks import zips
from tests.faults.workbooks.making import (
    CODE,
    DAMAGED,
    LAUGHS,
    OUTSIDE,
    PARAMETER,
    QUADRATIC,
    REMOTE,
    declared,
    encoded,
    half_ascii,
)
from tests.importing.books import (
    book,
    links,
    made,
    packed,
    parts,
    strings,
    styles,
    types,
)

if TYPE_CHECKING:
    from collections.abc import Callable


DECLARATIONS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a billion laughs": (lambda: made(sheet=declared(LAUGHS, "&lol9;")), CODE),
    "an entity used very often": (lambda: made(sheet=declared(QUADRATIC, "&a;" * 20_000)), CODE),
    "an entity from a file": (lambda: made(sheet=declared(OUTSIDE, "&a;")), CODE),
    "an entity from the net": (lambda: made(sheet=declared(PARAMETER)), CODE),
    "a declaration from the net": (lambda: made(sheet=declared(REMOTE)), CODE),
    "a declaration in UTF-16": (partial(encoded, "utf-16"), CODE),
    "a declaration in UTF-16 BE": (partial(encoded, "utf-16-be"), CODE),
    "a declaration in UTF-16 LE": (partial(encoded, "utf-16-le"), CODE),
    "a declaration in UTF-32": (partial(encoded, "utf-32"), CODE),
    "a declaration in Latin-1": (partial(half_ascii, "iso-8859-1"), CODE),
    "a declaration in EBCDIC": (partial(half_ascii, "cp037"), DAMAGED),
    "a declaration in UTF-7": (partial(half_ascii, "utf-7"), CODE),
    "a declaration in Shift-JIS": (partial(half_ascii, "shift_jis"), CODE),
    "a declaration in the texts": (
        lambda: made(strings=OUTSIDE + strings("<t>&a;</t>")[56:]),
        CODE,
    ),
    "a declaration in the styles": (lambda: made(styles=REMOTE + styles()[56:]), CODE),
    "a declaration in the links": (lambda: made(links=LAUGHS + links()[56:]), CODE),
    "a declaration in the list of parts": (lambda: made(types=REMOTE + types()[56:]), CODE),
    "a declaration in the workbook": (lambda: made(book=OUTSIDE + book()[56:]), CODE),
    "a declaration in a part that nobody needs": (
        lambda: zips.with_parts({"docProps/core.xml": LAUGHS.encode()}),
        CODE,
    ),
    "a sheet that is a picture": (
        lambda: packed(
            parts(links=links().replace("worksheets/sheet1.xml", "media/sheet1.xml"))
            | {"xl/media/sheet1.xml": declared(LAUGHS, "&lol9;").encode()}
        ),
        "the sheet 'Answers' is missing",
    ),
}
