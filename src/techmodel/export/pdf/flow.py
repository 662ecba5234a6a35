"""Tagged flowables: text, headings and charts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.platypus import Flowable, Paragraph

from techmodel.export.pdf.canvas import TagCanvas, marked
from techmodel.export.pdf.fonts import showable, width
from techmodel.export.pdf.paint import paint
from techmodel.wording.phrases import Strong, pieces, plain

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

    from techmodel.export.pdf.elements import Element
    from techmodel.export.shapes import Chart
    from techmodel.wording.phrases import Words

_LONG = 20
"""Words up to so many letters fit every column."""

_WORDS = re.compile(r"\S+")
_PARTS = re.compile(r"[^/\-_.?=&+#]+[/\-_.?=&+#]*|[/\-_.?=&+#]+")

MUCH = 1e6
"""More room than anything needs."""


def markup(words: Words) -> str:
    """The sentence in reportlab's markup; nothing a person typed is taken as markup."""
    return "".join(
        f"<b>{_safe(piece)}</b>" if isinstance(piece, Strong) else _safe(piece)
        for piece in pieces(words)
    )


def _safe(text: str) -> str:
    return escape(showable(text)).replace("\n", "<br/>")


def longest_word(text: TextFlow) -> float:
    """The width of the longest word, which no line can be narrower than without cutting it."""
    words = showable(text.words).split()
    return max((width(w, text.style.fontName, text.style.fontSize) for w in words), default=0.0)


def softened(words: Words, style: ParagraphStyle, room: float) -> Words:
    """The sentence with addresses and paths that are wider than the room broken at their signs."""

    def fits(text: str) -> bool:
        return width(showable(text), style.fontName, style.fontSize) <= room

    def soft(word: str) -> str:
        lines = [""]
        for part in _PARTS.findall(word):
            lines = [*lines[:-1], lines[-1] + part] if fits(lines[-1] + part) else [*lines, part]
        return " ".join(line for line in lines if line)

    return tuple(
        type(piece)(_WORDS.sub(lambda m: m[0] if fits(m[0]) else soft(m[0]), piece))
        for piece in pieces(words)
    )


class TextFlow(Flowable):
    """A paragraph that belongs to an element; one with a `link` leads to the place of that key."""

    def __init__(
        self,
        words: Words,
        style: ParagraphStyle,
        element: Element | None = None,
        link: str = "",
    ) -> None:
        super().__init__()
        self.words = plain(words)
        self.style = style
        self.element = element
        self.link = link
        self.paragraph = Paragraph(markup(words), style)
        self._hard = words if any(len(w) > _LONG for w in self.words.split()) else None

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Break the lines."""
        if self._hard is not None:
            self.paragraph = Paragraph(markup(softened(self._hard, self.style, aW)), self.style)
        self.width, self.height = self.paragraph.wrap(aW, aH)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """What fits and the rest, both of the same element; nothing where too little fits."""
        parts = self.paragraph.split(aW, aH)
        return [self._part(p) for p in parts if isinstance(p, Paragraph)]

    def least(self, width: float) -> float:
        """The height of its first two lines, the least that may stand at the foot of a page."""
        height = self.wrap(width, MUCH)[1]
        return min(height, 2 * self.style.leading)

    def draw(self) -> None:
        """Paint the text inside its element, and lay the link over it."""
        canvas = self.canv
        with marked(canvas, self.element):
            self.paragraph.drawOn(canvas, 0, 0)
        if self.link and self.element and isinstance(canvas, TagCanvas):
            canvas.link(self.element, self.link, self.words, (0, 0, self.width, self.height))

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """The room above."""
        return float(self.style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """The room below."""
        return float(self.style.spaceAfter)

    def _part(self, paragraph: Paragraph) -> TextFlow:
        part = TextFlow("", self.style, self.element, self.link)
        part.words, part.paragraph = self.words, paragraph
        return part


class HeadingFlow(TextFlow):
    """A heading: a place to go to, and with a `level` (from 0) an entry of the outline."""

    def __init__(
        self, words: Words, style: ParagraphStyle, element: Element, key: str, level: int | None
    ) -> None:
        super().__init__(words, style, element)
        self.key, self.level = key, level

    def draw(self) -> None:
        """Paint it, and name the place."""
        super().draw()
        if self.key and isinstance(self.canv, TagCanvas):
            self.canv.place(self.key, 0, self.height + 8)
            if self.level is not None:
                self.canv.outline(self.words, self.key, self.level)


class ArtFlow(Flowable):
    """A chart that belongs to an element; a Figure says where it stands on the page."""

    def __init__(self, chart: Chart, element: Element | None = None, gap: float = 0) -> None:
        super().__init__()
        self.chart, self.element, self.gap = chart, element, gap
        self.width, self.height = chart.width, chart.height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Its own size."""
        del aW, aH
        return self.width, self.height

    def draw(self) -> None:
        """Paint it inside its element."""
        element = self.element
        if element and element.role == "Figure":
            x, y = self.canv.absolutePosition(0, 0)
            box = f"{x:.1f} {y:.1f} {x + self.width:.1f} {y + self.height:.1f}"
            element.alt = self.chart.alt
            element.attributes = f"/O /Layout /Placement /Block /BBox [{box}]"
        with marked(self.canv, element):
            paint(self.canv, self.chart, 0, self.height)

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """The room below."""
        return self.gap
