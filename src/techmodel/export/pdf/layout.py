"""Lays flowables on pages: headings stay with what follows, and nothing leaves the frame."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from techmodel.export.pdf.flow import MUCH, ArtFlow, HeadingFlow
from techmodel.export.pdf.lines import ItemFlow, PageEnd
from techmodel.export.pdf.styles import HEIGHT, MARGIN, PAGE, TOP, WIDTH
from techmodel.export.pdf.tables import TableFlow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable


_LEADS = 110.0
"""Paragraphs and charts lower than this together are a lead to the table that follows."""


def lay_out(canvas: Canvas, flowables: Sequence[Flowable]) -> None:
    """Draw the flowables from the top of the canvas's present page, on as many pages as needed.

    Raises:
        RuntimeError: a flowable that cannot be cut is taller than a page.
    """
    frame = _Frame(canvas)
    for n, flowable in enumerate(flowables):
        if isinstance(flowable, PageEnd):
            frame.end_page(soft=flowable.soft)
            continue
        if isinstance(flowable, HeadingFlow):
            frame.ensure(_together(flowables[n:]))
        elif _next_to_last(flowables[n : n + 3]):
            frame.ensure(sum(_least(item) for item in flowables[n : n + 2]))
        frame.put(flowable)


def _next_to_last(flowables: Sequence[Flowable]) -> bool:
    """Whether the first is an item with just one more after it, which would stand alone."""
    kinds = [isinstance(flowable, ItemFlow) for flowable in flowables]
    return kinds[:2] == [True, True] and kinds[2:] != [True]


def _together(flowables: Sequence[Flowable]) -> float:
    """The height of headings and the least of what follows them."""
    height = 0.0
    for n, flowable in enumerate(flowables):
        height += flowable.getSpaceBefore()
        if not isinstance(flowable, HeadingFlow):
            return height + _opening(flowables[n : n + 4])
        height += flowable.wrap(WIDTH, MUCH)[1] + flowable.getSpaceAfter()
    return height


def _opening(flowables: Sequence[Flowable]) -> float:
    """The least of what stands under a heading; short leads stay with what they lead to."""
    leads = 0.0
    for flowable in flowables:
        if isinstance(flowable, TableFlow | ArtFlow):
            return leads + _least(flowable)
        if isinstance(flowable, HeadingFlow) and flowable.level == 0:
            break
        leads += flowable.wrap(WIDTH, MUCH)[1] + flowable.getSpaceAfter()
        if leads > _LEADS:
            break
    return _least(flowables[0])


def _least(flowable: Flowable) -> float:
    least = getattr(flowable, "least", None)
    return float(least(WIDTH) if least else flowable.wrap(WIDTH, MUCH)[1])


class _Frame:
    """The room left on the present page."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._room, self._after = HEIGHT, 0.0

    @property
    def _fresh(self) -> bool:
        return self._room == HEIGHT

    def new_page(self) -> None:
        """Go to the next page, unless nothing stands on this one."""
        if not self._fresh:
            self._canvas.showPage()
            self._room, self._after = HEIGHT, 0.0

    def end_page(self, *, soft: bool) -> None:
        """Go to the next page; softly, only where less than half of this one is left."""
        if not soft or self._room < HEIGHT / 2:
            self.new_page()

    def ensure(self, height: float) -> None:
        """Go to the next page where less room than this is left."""
        if height > self._room:
            self.new_page()

    def put(self, flowable: Flowable) -> None:
        """Draw the flowable, cut where pages end."""
        waiting = deque([flowable])
        while waiting:
            part = waiting.popleft()
            gap = 0.0 if self._fresh else max(self._after, part.getSpaceBefore())
            height = part.wrap(WIDTH, self._room)[1]
            if gap + height <= self._room:
                self._draw(part, gap, height)
                continue
            cut = part.split(WIDTH, self._room - gap)
            if not cut and self._fresh:
                raise RuntimeError(f"{type(part).__name__} is taller than a page")
            if not cut:
                self.new_page()
            waiting.extendleft(reversed(cut or [part]))

    def _draw(self, part: Flowable, gap: float, height: float) -> None:
        self._room -= gap + height
        part.drawOn(self._canvas, MARGIN, PAGE[1] - TOP - (HEIGHT - self._room))
        self._after = part.getSpaceAfter()
