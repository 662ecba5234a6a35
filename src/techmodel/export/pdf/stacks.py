"""Flowables that stand under or beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from techmodel.core.palette import LIGHT
from techmodel.export.pdf.canvas import marked
from techmodel.export.pdf.flow import MUCH
from techmodel.export.pdf.styles import HEIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence


class StackFlow(Flowable):
    """Flowables under each other."""

    def __init__(self, parts: Sequence[Flowable]) -> None:
        super().__init__()
        self.parts = tuple(parts)
        self._heights: list[float] = []

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Measure every part; the room between two is the larger that either asks for."""
        del aH
        self.width = aW
        self._heights = [part.wrap(aW, MUCH)[1] for part in self.parts]
        self.height = sum(self._heights) + sum(self._gaps())
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """What fits and the rest, cutting one part where it can be cut."""
        self.wrap(aW, aH)
        room = aH
        for n, (part, height, gap) in enumerate(
            zip(self.parts, self._heights, self._gaps(), strict=True)
        ):
            if gap + height > room:
                cut = part.split(aW, room - gap)
                above, below = (cut[:1], cut[1:]) if cut else ([], [part])
                fits, rest = [*self.parts[:n], *above], [*below, *self.parts[n + 1 :]]
                return [StackFlow(fits), StackFlow(rest)] if fits else []
            room -= gap + height
        return [self]

    def draw(self) -> None:
        """Paint the parts from the top down."""
        y = self.height
        for part, height, gap in zip(self.parts, self._heights, self._gaps(), strict=True):
            y -= gap + height
            part.drawOn(self.canv, 0, y)

    def _gaps(self) -> list[float]:
        """The room above each part; none above the first."""
        pairs = zip(self.parts, self.parts[1:], strict=False)
        return [0.0, *(max(a.getSpaceAfter(), b.getSpaceBefore()) for a, b in pairs)][
            : len(self.parts)
        ]


class PanelFlow(Flowable):
    """A stack set apart by a soft ground and an edge."""

    _INSET = (16.0, 10.0)

    def __init__(self, stack: StackFlow) -> None:
        super().__init__()
        self.stack = stack

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """The stack and the ground around it."""
        height = self.stack.wrap(aW - 2 * self._INSET[0], aH)[1]
        self.width, self.height = aW, height + 2 * self._INSET[1]
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """Two panels, where the stack can be cut."""
        parts = self.stack.split(aW - 2 * self._INSET[0], aH - 2 * self._INSET[1])
        return [PanelFlow(p) for p in parts if isinstance(p, StackFlow)]

    def draw(self) -> None:
        """Paint ground, edge and stack."""
        canvas = self.canv
        with marked(canvas, None):
            canvas.setFillColor(HexColor(LIGHT.soft))
            canvas.rect(0, 0, self.width, self.height, 0, 1)
            canvas.setFillColor(HexColor(LIGHT.accent))
            canvas.rect(0, 0, 4.5, self.height, 0, 1)
        self.stack.drawOn(canvas, self._INSET[0], self._INSET[1])

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """The room below."""
        return 4


class BesideFlow(Flowable):
    """Two stacks beside each other; where they are too tall together, one after the other."""

    _GAP = 24.0

    def __init__(self, left: StackFlow, right: StackFlow, share: float) -> None:
        super().__init__()
        self.sides, self.share = (left, right), share

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """As tall as the taller side."""
        self.width = aW
        heights = [s.wrap(w, aH)[1] for s, w in zip(self.sides, self._widths(aW), strict=True)]
        self.height = max(heights)
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """Nothing as long as a fresh page would hold both; else the sides one after the other."""
        del aW
        del aH
        return [] if self.height <= HEIGHT else [*self.sides]

    def draw(self) -> None:
        """Paint both sides from the same top."""
        x = 0.0
        for side, width in zip(self.sides, self._widths(self.width), strict=True):
            side.drawOn(self.canv, x, self.height - side.height)
            x += width + self._GAP

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """The room above."""
        return self.sides[0].parts[0].getSpaceBefore()

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """The room below."""
        return 10

    def _widths(self, width: float) -> tuple[float, float]:
        left = (width - self._GAP) * self.share
        return left, width - self._GAP - left
