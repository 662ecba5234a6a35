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

MOST_LINES = 40
"""Of one paragraph, as they were typed."""

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


def in_runs(words: Words, most: int = MOST_LINES) -> tuple[Words, ...]:
    """The sentence cut after every so many lines of its own, none of which is lost.

    reportlab breaks and cuts a paragraph as a whole, which takes the square of its length.
    """
    lines: list[list[str]] = [[]]
    for piece in pieces(words):
        first, *rest = piece.split("\n")
        lines[-1].append(type(piece)(first))
        lines += [[type(piece)(line)] for line in rest]
    if len(lines) <= most:
        return (words,)
    return tuple(_run(lines[n : n + most]) for n in range(0, len(lines), most))


def _run(lines: list[list[str]]) -> Words:
    """Lines as one sentence; an empty one at the end would not be seen without an end."""
    ended = "".join(lines[-1]).strip()
    joined = [part for line in lines for part in (*line, "\n")]
    return tuple(joined[:-1] if ended else joined)


class TextFlow(Flowable):
    """A text that belongs to an element; one with a `link` leads to the place of that key.

    It is one paragraph, or of many lines several of at most `MOST_LINES` right under each other.
    """

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
        self.runs = tuple(Run(run, style) for run in in_runs(words))

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Break the lines."""
        del aH
        self.width, self.height = aW, sum(run.measure(aW) for run in self.runs)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """What fits and the rest, both of the same element; nothing where too little fits."""
        room = aH
        for n, run in enumerate(self.runs):
            if run.measure(aW) > room:
                above, below = run.cut(aW, room)
                fits = (*self.runs[:n], *above)
                return (
                    [self._part(fits), self._part((*below, *self.runs[n + 1 :]))] if fits else []
                )
            room -= run.measure(aW)
        return [self]

    def least(self, width: float) -> float:
        """The height of its first two lines, the least that may stand at the foot of a page."""
        height = self.wrap(width, MUCH)[1]
        return min(height, 2 * self.style.leading)

    def draw(self) -> None:
        """Paint the text inside its element, and lay the link over it."""
        canvas, y = self.canv, self.height
        with marked(canvas, self.element):
            for run in self.runs:
                y -= run.measure(self.width)
                run.paragraph.drawOn(canvas, 0, y)
        if self.link and self.element and isinstance(canvas, TagCanvas):
            canvas.link(self.element, self.link, self.words, (0, 0, self.width, self.height))

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """The room above."""
        return float(self.style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """The room below."""
        return float(self.style.spaceAfter)

    def _part(self, runs: tuple[Run, ...]) -> TextFlow:
        part = TextFlow("", self.style, self.element, self.link)
        part.words, part.runs = self.words, runs
        return part


class Run:
    """One of the paragraphs of a text; measured once for a width."""

    def __init__(self, words: Words, style: ParagraphStyle) -> None:
        self.paragraph, self._style = Paragraph(markup(words), style), style
        self._hard = words if any(len(w) > _LONG for w in plain(words).split()) else None
        self._width, self._height = -1.0, 0.0

    def measure(self, width: float) -> float:
        """Its height at a width."""
        if width != self._width:
            if self._hard is not None:
                soft = softened(self._hard, self._style, width)
                self.paragraph = Paragraph(markup(soft), self._style)
            self._width, self._height = width, self.paragraph.wrap(width, MUCH)[1]
        return self._height

    def cut(self, width: float, room: float) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """What of it fits and the rest; all of it is the rest where too little fits."""
        self._width = -1.0  # reportlab forgets the lines of what it has tried to cut
        found = self.paragraph.split(width, room)
        parts = [self._part(part) for part in found if isinstance(part, Paragraph)]
        return tuple(parts[:1]), tuple(parts[1:]) if parts else (self,)

    def _part(self, paragraph: Paragraph) -> Run:
        part = Run("", self._style)
        part.paragraph = paragraph
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
