"""The page and its type: sizes, margins and paragraph styles (design.md 6, mocks/look.md)."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle

from techmodel.core.palette import LIGHT
from techmodel.export.pdf.fonts import BOLD, REGULAR, SEMIBOLD

PAGE = (595.28, 841.89)
"""A4 portrait, in points."""

MARGIN = 42.0
TOP = 42.0
BOTTOM = 56.0
WIDTH = PAGE[0] - 2 * MARGIN
HEIGHT = PAGE[1] - TOP - BOTTOM
"""The room for text: inside the margins, above the footer."""

TITLE, LARGE, BODY, CELL, SMALL = 22.0, 16.0, 12.0, 10.5, 9.0
"""The five sizes; prose is 12 pt, nothing is below 9."""


def _style(name: str, size: float, font: str = REGULAR, **more: float | Color) -> ParagraphStyle:
    settings: dict[str, Any] = {
        "fontName": font,
        "fontSize": size,
        "leading": round(size * 1.34, 1),
        "textColor": HexColor(LIGHT.ink),
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
    }
    return ParagraphStyle(name, None, **(settings | more))


HEADINGS: dict[int, ParagraphStyle] = {
    1: _style("title", TITLE, BOLD, leading=26, spaceAfter=3),
    2: _style("heading 2", LARGE, BOLD, leading=20, spaceBefore=20, spaceAfter=6),
    3: _style("heading 3", BODY, BOLD, leading=16, spaceBefore=12, spaceAfter=3),
}
PROSE = _style("prose", BODY, leading=15.5, spaceAfter=6)
NOTE = _style("note", SMALL, textColor=HexColor(LIGHT.ink2), leading=12.5, spaceAfter=5)
KICKER = _style("kicker", CELL, SEMIBOLD, textColor=HexColor(LIGHT.accent), spaceAfter=2)
SUBTITLE = _style("subtitle", CELL, textColor=HexColor(LIGHT.ink2), spaceAfter=12)
ASK = _style("ask", BODY, BOLD, spaceAfter=4)
ITEM = _style("item", BODY, leading=15.5, spaceAfter=2)
SMALL_ITEM = _style("small item", CELL, spaceAfter=1)
CELLS = _style("cell", CELL, leading=13.5)
DENSE = _style("dense cell", 9.5, leading=12)
HEAD = _style("head", SMALL, SEMIBOLD, textColor=HexColor(LIGHT.ink2), leading=11)
ENTRY = _style("entry", CELL, spaceBefore=1.5, leading=14)
