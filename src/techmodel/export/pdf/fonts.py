"""The embedded type family, and text that it can show."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from techmodel.core.errors import ExportFailed

REGULAR = "TechmodelSans"
SEMIBOLD = "TechmodelSans-Semibold"
BOLD = "TechmodelSans-Bold"
ITALIC = "TechmodelSans-Italic"

SUBSTITUTE = "■"
"""Stands, visibly, for a character the type family does not have (trust.md F20)."""

_FILES = {REGULAR: "Regular", SEMIBOLD: "Semibold", BOLD: "Bold", ITALIC: "It"}
_SAME = str.maketrans({"‐": "-", "‑": "-", "\u2007": " ", "\u2009": " ", "\u202f": " "})  # noqa: RUF001 - these very signs are replaced


@cache
def load_fonts() -> frozenset[int]:
    """Register the fonts with reportlab, once; gives the code points that every one of them has.

    The italic, which nothing is set in and which lacks Greek and Cyrillic, does not count.

    Raises:
        ExportFailed: a font file is missing from this installation or damaged.
    """
    shared: list[set[int]] = []
    for name, weight in _FILES.items():
        font = _font(name, f"SourceSansPro-{weight}.ttf")
        pdfmetrics.registerFont(font)
        if name != ITALIC:
            shared.append(set(font.face.charToGlyph))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=SEMIBOLD
    )
    return frozenset(set.intersection(*shared))


def _font(name: str, file: str) -> Any:  # noqa: ANN401 - reportlab's fonts are not typed
    try:
        content = (files("font_source_sans_pro") / "files" / file).read_bytes()
        return TTFont(name, BytesIO(content))
    except (ModuleNotFoundError, OSError, TTFError) as error:
        raise ExportFailed(
            f"The report was not made: its font ({file}) is missing from this installation or"
            " damaged. Install the program again."
        ) from error


def plain_text(text: str) -> str:
    """The text on one line, without what no reader of properties takes: controls, half signs."""
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in text)


def showable(text: str) -> str:
    """The text with line ends kept, and `SUBSTITUTE` for every character that cannot be shown."""
    known = load_fonts()
    clean = unicodedata.normalize("NFC", text).translate(_SAME)
    clean = clean.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if all(ord(c) in known for c in clean):
        return clean
    return "".join(_shown(c, known) for c in clean)


def _shown(character: str, known: frozenset[int]) -> str:
    if character == "\n" or ord(character) in known:
        return character
    return "" if unicodedata.category(character) in {"Cf", "Cc"} else SUBSTITUTE


def width(text: str, font: str, size: float) -> float:
    """The width of one line of text, in points."""
    load_fonts()
    return float(pdfmetrics.stringWidth(text, font, size))


def measure(text: str, size: float, *, bold: bool) -> float:
    """The width of one line of text as charts set it, in points."""
    return width(showable(text), SEMIBOLD if bold else REGULAR, size)
