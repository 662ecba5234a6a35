"""The painted values as widgets: level chip, level bar, range bar, pips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from techmodel.ui.widgets.paint import (
    OUTLINE,
    paint_chip,
    paint_level_bar,
    paint_pips,
    paint_range_bar,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from techmodel.core.gaps import Range
    from techmodel.ui.look import Look
    from techmodel.ui.widgets.mark import Mark


class Painted(QWidget):
    """A small picture of a value with a name for screen readers; it takes no focus."""

    def __init__(self, look: Look, size: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._size = look, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._size[0]), self._look.px(self._size[1]))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter, QRectF(self.rect()))
        painter.end()

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        raise NotImplementedError


class LevelChip(Painted):
    """A chip of 20, 24 or 32 CSS pixels, by default with room for a target's outline around it."""

    def __init__(self, look: Look, mark: Mark, side: int = 24, *, room: bool = True) -> None:
        super().__init__(look, (side, side))
        self._room = OUTLINE if room else 0
        self.show_mark(mark)

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(2 * self._room, 2 * self._room)

    def show_mark(self, mark: Mark) -> None:
        """Show another value."""
        self._mark = mark
        self.setAccessibleName(mark.words)
        self.update()

    @override
    def _paint(self, painter: QPainter, area: QRectF) -> None:
        room = self._room
        paint_chip(painter, area.adjusted(room, room, -room, -room), self._look, self._mark)


class LevelBar(Painted):
    """Five boxes: reached, may be, target."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, (92, 18), parent)
        self.show_levels(0, 0, 0)

    def show_levels(self, low: int, high: int, target: int) -> None:
        """Show levels 0..5 against a target 0..5, 0 = none."""
        self._levels, self._target = (low, high), target
        level = str(low) if low == high else f"{low} to {high}"
        self.setAccessibleName(
            f"level {level} of {target}" if target else f"level {level}, no target"
        )
        self.update()

    @override
    def _paint(self, painter: QPainter, area: QRectF) -> None:
        paint_level_bar(painter, area, self._look, self._levels, self._target)


class RangeBar(Painted):
    """How much of the target is reached, 0..1, as a range."""

    def __init__(
        self, look: Look, size: tuple[int, int] = (64, 8), parent: QWidget | None = None
    ) -> None:
        super().__init__(look, size, parent)
        self._share: Range | None = None

    def show_range(self, share: Range | None, words: str) -> None:
        """Show a share, or a full hatch with None; `words` is what a screen reader says."""
        self._share = share
        self.setAccessibleName(words)
        self.update()

    @override
    def _paint(self, painter: QPainter, area: QRectF) -> None:
        paint_range_bar(painter, area, self._look, self._share)


class Pips(Painted):
    """One square per missing level."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, (45, 12), parent)
        self._gap: Range | None = None

    def show_gap(self, gap: Range | None, words: str) -> None:
        """Show a gap of 0..5 levels; `words` is what a screen reader says."""
        self._gap = gap
        self.setAccessibleName(words)
        self.update()

    @override
    def _paint(self, painter: QPainter, area: QRectF) -> None:
        paint_pips(painter, area, self._look, self._gap)
