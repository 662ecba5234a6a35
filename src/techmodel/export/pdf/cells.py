"""From a cell of the content to the flowable that stands in the table."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Literal

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from techmodel.export.content.blocks import (
    Align,
    Chip,
    LevelBar,
    Lines,
    Named,
    Ref,
    Share,
    ShareBar,
    Status,
    Ticks,
)
from techmodel.export.pdf import art
from techmodel.export.pdf.canvas import marked
from techmodel.export.pdf.elements import Element
from techmodel.export.pdf.flow import MUCH, HeadingFlow, TextFlow, longest_word
from techmodel.export.pdf.paint import paint
from techmodel.export.pdf.stacks import StackFlow

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.export.content.blocks import Cell, Mark
    from techmodel.export.shapes import Chart
    from techmodel.wording.phrases import Words

_SIDES: dict[Align, Literal[0, 1, 2]] = {Align.LEFT: 0, Align.CENTRE: 1, Align.RIGHT: 2}
_SHIFTS = {Align.LEFT: 0.0, Align.RIGHT: 1.0, Align.CENTRE: 0.5}


@cache
def aligned(style: ParagraphStyle, align: Align) -> ParagraphStyle:
    """The style with its lines standing left, right or centred."""
    return ParagraphStyle(f"{style.name} {align}", style, alignment=_SIDES[align])


def cell_flow(cell: Cell, style: ParagraphStyle, align: Align, element: Element) -> Flowable:
    """The flowable of a cell, everything in it tagged as the element or below it."""
    if isinstance(cell, Status):
        return StatusCell(cell.mark, TextFlow(cell.words, style, element))
    if isinstance(cell, Lines):
        look = aligned(style, align)
        return StackFlow([_text(p, look, Element("P", element)) for p in cell.parts])
    if isinstance(cell, str | tuple | Ref | Named):
        return _text(cell, aligned(style, align), element)
    return ArtCell(_drawing(cell, style.fontSize), _SHIFTS[align], element)


def _text(part: Words | Ref | Named, style: ParagraphStyle, element: Element) -> TextFlow:
    if isinstance(part, Ref):
        return TextFlow(part.words, style, Element("Link", element), part.key)
    if isinstance(part, Named):
        return HeadingFlow(part.words, style, element, part.key, None)
    return TextFlow(part, style, element)


def _drawing(
    cell: Chip | LevelBar | Share | ShareBar | Ticks, size: float
) -> Callable[[float], Chart]:
    """What draws the cell, given the width of its column."""
    if isinstance(cell, LevelBar):
        return lambda _: art.level_bar(cell, size)
    if isinstance(cell, Chip):
        return lambda _: art.chip(cell, size)
    if isinstance(cell, Ticks):
        return lambda _: art.ticks(cell, size)
    if isinstance(cell, Share):
        return partial(art.share, cell, size=size)
    return partial(art.share_bar, cell)


class ArtCell(Flowable):
    """A drawing made for the width of its column; `shift` 0 stands left, 0.5 centred, 1 right."""

    def __init__(self, make: Callable[[float], Chart], shift: float, element: Element) -> None:
        super().__init__()
        self._make, self._shift, self._element = make, shift, element

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Draw it for this width."""
        del aH
        self._chart = self._make(aW)
        self.width, self.height = aW, self._chart.height
        return self.width, self.height

    def draw(self) -> None:
        """Paint it inside its element."""
        x = (self.width - self._chart.width) * self._shift
        with marked(self.canv, self._element):
            paint(self.canv, self._chart, x, self.height)


class StatusCell(Flowable):
    """A sign before its words."""

    _ROOM = 17.0

    def __init__(self, mark: Mark, words: TextFlow) -> None:
        super().__init__()
        self._sign, self._words = art.sign(mark), words

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """The words beside the sign."""
        self.width, self.height = aW, self._words.wrap(aW - self._ROOM, aH)[1]
        return self.width, self.height

    def draw(self) -> None:
        """Paint the sign as decoration, then the words."""
        with marked(self.canv, None):
            paint(self.canv, self._sign, 0, self.height - 1)
        self._words.drawOn(self.canv, self._ROOM, 0)


class TurnedFlow(Flowable):
    """Text that reads upwards, for the head of a narrow column, as high as it must be to fit."""

    _HIGHS = (44.0, 52.0, 60.0, 70.0, 84.0, 110.0, 140.0, 180.0, 240.0)

    def __init__(self, text: TextFlow) -> None:
        super().__init__()
        self._text = text

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """The lowest height at which its lines stand side by side in the column."""
        del aH
        for high in self._HIGHS:
            self._across = self._text.wrap(high, MUCH)[1]
            if self._across <= aW and longest_word(self._text) <= high:
                break
        self.width, self.height = aW, high
        return self.width, self.height

    def draw(self) -> None:
        """Paint it turned, in the middle of its column."""
        self.canv.saveState()
        self.canv.translate((self.width - self._across) / 2, 0)
        self.canv.rotate(90)
        self._text.drawOn(self.canv, 0, -self._across)
        self.canv.restoreState()
