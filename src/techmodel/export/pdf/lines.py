"""Flowables that are lines of a list or of the contents, or the end of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from techmodel.export.pdf.canvas import TagCanvas, marked
from techmodel.export.pdf.flow import TextFlow
from techmodel.export.pdf.fonts import REGULAR, width

if TYPE_CHECKING:
    from techmodel.export.pdf.elements import Element


class PageEnd(Flowable):
    """What follows starts a page; a `soft` one only where this page is filled well."""

    def __init__(self, *, soft: bool) -> None:
        super().__init__()
        self.soft = soft

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Nothing to see."""
        del aW, aH
        return 0, 0

    def draw(self) -> None:
        """Nothing to paint."""


class ItemFlow(Flowable):
    """An item of a list: its sign, and its text to the right of it."""

    _ROOM = 18.0

    def __init__(self, sign: str, label: Element | None, text: TextFlow) -> None:
        super().__init__()
        self._sign, self._label, self._text = sign, label, text

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """The text beside the sign."""
        self.width, self.height = aW, self._text.wrap(aW - self._ROOM, aH)[1]
        return self.width, self.height

    def least(self, width: float) -> float:
        """The height of its first two lines."""
        return self._text.least(width - self._ROOM)

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """The sign stays with the first part."""
        parts = self._text.split(aW - self._ROOM, aH)
        signs = (self._sign, "")
        return [
            ItemFlow(sign, self._label if sign else None, part)
            for sign, part in zip(signs, parts, strict=False)
            if isinstance(part, TextFlow)
        ]

    def draw(self) -> None:
        """Paint sign and text."""
        style = self._text.style
        if self._sign:
            with marked(self.canv, self._label):
                self.canv.setFont(REGULAR, style.fontSize)
                self.canv.setFillColor(style.textColor)
                self.canv.drawString(2, self.height - style.fontSize, self._sign)
        self._text.drawOn(self.canv, self._ROOM, 0)

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """The room below."""
        return self._text.getSpaceAfter()


class EntryFlow(Flowable):
    """A line of the contents: a heading's words, and its page once all pages are known."""

    def __init__(self, text: TextFlow) -> None:
        super().__init__()
        self._text = text

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """The words, with room for the number."""
        self.width, self.height = aW, self._text.wrap(aW - 40, aH)[1]
        return self.width, self.height

    def draw(self) -> None:
        """Paint the words now and the number later."""
        canvas = self.canv
        self._text.drawOn(canvas, 0, 0)
        if isinstance(canvas, TagCanvas):
            canvas.later(lambda: self._number(canvas))

    def _number(self, canvas: TagCanvas) -> None:
        style = self._text.style
        number = str(canvas.page_of(self._text.link) or "")
        left = self.width - width(number, REGULAR, style.fontSize)
        with marked(canvas, self._text.element):
            canvas.setFont(REGULAR, style.fontSize)
            canvas.setFillColor(style.textColor)
            canvas.drawString(left, self.height - style.fontSize, number)

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """The room above."""
        return self._text.getSpaceBefore()

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """The room below."""
        return self._text.getSpaceAfter()
