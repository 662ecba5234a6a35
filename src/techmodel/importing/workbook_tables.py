"""The tables that the sheets of a workbook share: its texts, and how its numbers are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles.numbers import builtin_format_code, is_date_format, is_timedelta_format

from techmodel.importing.cell_values import DateStyle, clean_text
from techmodel.importing.xml_stream import Unreadable, listen, main
from techmodel.importing.zip_parts import damaged

if TYPE_CHECKING:
    from techmodel.importing.cell_values import Trouble
    from techmodel.importing.preflight import Package

_MAX_FORMAT = 255
"""Characters of a number format (Excel's own limit)."""


def read_strings(package: Package, part: str) -> list[tuple[str | None, Trouble | None]]:
    """The workbook's table of texts."""
    listener = _Strings()
    _hear(package, part, listener)
    return listener.found


def read_dates(package: Package, part: str) -> dict[str, DateStyle]:
    """Which cell styles show a number as a time, by their number as cells name it."""
    listener = _Styles()
    _hear(package, part, listener)
    styles = {}
    for index, format_id in enumerate(listener.cells):
        code = listener.formats.get(format_id) or _built_in(format_id)
        if code and is_date_format(code):
            shown = DateStyle.DURATION if is_timedelta_format(code) else DateStyle.MOMENT
            styles[str(index)] = shown
    return styles


def _built_in(format_id: str) -> str:
    known = format_id.isascii() and format_id.isdigit() and len(format_id) < 4
    return builtin_format_code(int(format_id)) or "" if known else ""


def _hear(package: Package, part: str, listener: _Strings | _Styles) -> None:
    if part in package.parts:
        try:
            for _ in listen(package.parts[part], listener):
                pass
        except Unreadable as error:
            raise damaged(package.file, f"the part '{part[:100]}' cannot be read") from error


class _Strings:
    """Listens to the table of texts; readings of Japanese names are not part of them."""

    def __init__(self) -> None:
        self.done = False
        self.found: list[tuple[str | None, Trouble | None]] = []
        self._pieces: list[str] = []
        self._in_text = False
        self._readings = 0

    def start(self, name: str, _: dict[str, str]) -> None:
        """An element begins."""
        if name == main("si"):
            self._pieces = []
        elif name == main("rPh"):
            self._readings += 1
        self._in_text = name == main("t") and not self._readings

    def end(self, name: str) -> None:
        """An element ends."""
        self._in_text = False
        if name == main("si"):
            self.found.append(clean_text("".join(self._pieces)))
        elif name == main("rPh"):
            self._readings -= 1

    def text(self, text: str) -> None:
        """Text within an element."""
        if self._in_text:
            self._pieces.append(text)


class _Styles:
    """Listens to the styles: number formats, and which of them each cell style has."""

    def __init__(self) -> None:
        self.done = False
        self.formats: dict[str, str] = {}
        self.cells: list[str] = []
        self._of_cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == main("numFmt"):
            code = attributes.get("formatCode", "")[:_MAX_FORMAT]
            self.formats[attributes.get("numFmtId", "")] = code
        elif name == main("cellXfs"):
            self._of_cells = True
        elif name == main("xf") and self._of_cells:
            self.cells.append(attributes.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        """An element ends."""
        if name == main("cellXfs"):
            self._of_cells, self.done = False, True

    def text(self, text: str) -> None:
        """Text within an element; styles have none."""
