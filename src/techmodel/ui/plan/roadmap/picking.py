"""A painted area with spots to go to: by pointer, or by arrows and Enter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget
from typing_extensions import override

from techmodel.ui.announce import announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from techmodel.ui.look import Look

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
ASIDE = 3
"""How much a step aside counts against a step along when an arrow looks for the next spot."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Something to go to: its key, where it is painted, and what is said of it."""

    key: str
    area: QRect
    words: str


def next_spot(spots: Sequence[Spot], current: Spot, way: tuple[int, int]) -> Spot:
    """The nearest spot in a direction (x, y); the current one where there is none."""

    def distance(spot: Spot) -> int | None:
        step = spot.area.center() - current.area.center()
        along = step.x() * way[0] + step.y() * way[1]
        aside = _gap(spot.area, current.area, across=bool(way[1]))
        return along + ASIDE * aside if along > 0 else None

    far = [(d, n) for n, s in enumerate(spots) if (d := distance(s)) is not None]
    return spots[min(far)[1]] if far else current


def _gap(one: QRect, other: QRect, *, across: bool) -> int:
    """How far two areas are apart, across or downwards; 0 where one is over the other."""
    if across:
        return max(0, one.left() - other.right(), other.left() - one.right())
    return max(0, one.top() - other.bottom(), other.top() - one.bottom())


class PickArea(QAbstractScrollArea):
    """Subclasses paint on the viewport and say where things are by `show_spots`.

    Signals:
        chosen(str): the key of a spot that a person wants to go to.
        marked(str): the key of the spot the arrows have come to.
        copy_wanted(): the table that says the same is to be copied.
    """

    chosen = Signal(str)
    marked = Signal(str)
    copy_wanted = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._spots: tuple[Spot, ...] = ()
        self._current = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        look.changed.connect(self.lay_out)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What can be gone to, in reading order."""
        return self._spots

    @property
    def current(self) -> Spot | None:
        """The spot that arrows start from."""
        found = [s for s in self._spots if s.key == self._current]
        return found[0] if found else next(iter(self._spots), None)

    def lay_out(self) -> None:
        """Work out anew where everything is; called on every resize and change of the look."""

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Take over other spots, in coordinates of the whole picture; the marked one stays."""
        self._spots = tuple(spots)
        self.viewport().update()

    def mark(self, key: str) -> None:
        """Mark a spot by its key, and bring it into view."""
        found = [s for s in self._spots if s.key == key]
        if found and key != self._current:
            self._current = key
            self.marked.emit(key)
        if found:
            self.bring(found[0].area)
            self.setAccessibleDescription(found[0].words)
            self.viewport().update()

    def bring(self, area: QRect) -> None:
        """Scroll so far that an area of the picture is seen."""
        room = self.viewport().size()
        for bar, low, high, size in (
            (self.horizontalScrollBar(), area.left(), area.right(), room.width()),
            (self.verticalScrollBar(), area.top(), area.bottom(), room.height()),
        ):
            value = max(min(bar.value(), low - self._margin), high + self._margin - size)
            bar.setValue(min(value, low) if high - low > size else value)

    @property
    def offset(self) -> QPoint:
        """How far the picture is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif current is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _WAYS:
            self._go(next_spot(self._spots, current, _WAYS[key]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(self._spots[0 if key == Qt.Key.Key_Home else -1])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(current.key)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.spot_at(event.position().toPoint())
        shapes = Qt.CursorShape
        self.viewport().setCursor(shapes.PointingHandCursor if over else shapes.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position().toPoint())
        if spot and event.button() == Qt.MouseButton.LeftButton:
            self.mark(spot.key)
            self.chosen.emit(spot.key)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._tell(event)  # type: ignore[arg-type] # such an event is a QHelpEvent
            return True
        return super().viewportEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current:
            self.mark(self.current.key)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def spot_at(self, place: QPoint) -> Spot | None:
        """The spot at a place of the viewport."""
        where = place + self.offset
        return next((s for s in self._spots if s.area.contains(where)), None)

    @property
    def _margin(self) -> int:
        return self._look.px(48)

    def _go(self, spot: Spot) -> None:
        self.mark(spot.key)
        announce(self, spot.words)

    def _tell(self, event: QHelpEvent) -> None:
        spot = self.spot_at(event.pos())
        QToolTip.showText(event.globalPos(), spot.words if spot else "", self.viewport())
