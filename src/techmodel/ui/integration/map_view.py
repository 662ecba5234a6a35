"""The map in the window: an item view, so that screen readers find every organisation and way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView
from typing_extensions import override

from techmodel.ui.integration.map_drawing import Drawing, draw
from techmodel.ui.integration.map_model import MapModel
from techmodel.ui.integration.map_paint import State, paint_map
from techmodel.wording import integration_page as wording

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.ui.integration.sight import Pick, Sight
    from techmodel.ui.look import Look

    Index = QModelIndex | QPersistentModelIndex

_FORTH = {QAbstractItemView.CursorAction.MoveDown, QAbstractItemView.CursorAction.MoveNext}
_BACK = {QAbstractItemView.CursorAction.MoveUp, QAbstractItemView.CursorAction.MovePrevious}
_RIGHT = QAbstractItemView.CursorAction.MoveRight
_LEFT = QAbstractItemView.CursorAction.MoveLeft
_HOME = QAbstractItemView.CursorAction.MoveHome
_END = QAbstractItemView.CursorAction.MoveEnd
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class MapView(QListView):
    """Organisations around the edge, one curve for each way.

    A list to screen readers; everything is laid out by our own drawing.

    Up and down go through everything in order; left and right from organisation to organisation.

    Signals:
        picked(tuple): an organisation or a way was chosen; the empty tuple lets go.
        drawn(): the map was drawn anew.
    """

    picked = Signal(object)
    drawn = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._pick: Pick = ()
        self.drawing = Drawing()
        self.items = MapModel(self)
        self.setModel(self.items)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(wording.MAP)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        look.changed.connect(self.lay_out)

    def show_sight(self, sight: Sight, pick: Pick) -> None:
        """Show other flows, some of which stand out."""
        new, self._pick = pick != self._pick, pick
        held = self.items.item(self.currentIndex())
        self.items.show(sight)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.items.place_of(held.pick) if held else self.items.index(0))
        if new and pick:
            self.setCurrentIndex(self.items.place_of(pick))
        self.lay_out()

    def lay_out(self) -> None:
        """Draw the map anew in the room there is."""
        size = self.viewport().size()
        room = size.width(), size.height()
        self.drawing = draw(self.items.sight, self._look, room, self._pick or self._on)
        wide, high = self.drawing.size
        self.horizontalScrollBar().setRange(0, max(0, int(wide - room[0])))
        self.verticalScrollBar().setRange(0, max(0, int(high - room[1])))
        self.horizontalScrollBar().setPageStep(room[0])
        self.verticalScrollBar().setPageStep(room[1])
        self.viewport().update()
        self.drawn.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._look.colour("surface"))
        painter.translate(-self.horizontalOffset(), -self.verticalOffset())
        held = self.items.item(self.currentIndex())
        state = State(self._pick, held.pick if held else (), self.hasFocus())
        paint_map(painter, self.drawing, self._look, self.items.sight.short_names, state)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers():
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and self._pick:
            self.picked.emit(())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
            self._choose(index)
        else:
            self.picked.emit(())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.indexAt(event.position().toPoint()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.items.index(0))
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if self.drawing.is_crowded and not self._pick:
            self.lay_out()
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    @override
    def updateGeometries(self) -> None:
        """The drawing knows where everything is."""

    @override
    def doItemsLayout(self) -> None:
        """The same."""

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def visualRect(self, index: Index) -> QRect:
        item = self.items.item(index)
        if item is None:
            return QRect()
        area = self.drawing.area(item.pick).toAlignedRect()
        return area.translated(-self.horizontalOffset(), -self.verticalOffset())

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        moved = point + QPoint(self.horizontalOffset(), self.verticalOffset())
        return self.items.place_of(self.drawing.at(QPointF(moved)))

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        area, room = self.visualRect(index), self.viewport().rect()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        right, below = area.right() - room.right(), area.bottom() - room.bottom()
        across.setValue(across.value() + min(max(right, 0), max(area.left(), 0)))
        across.setValue(across.value() + min(self.visualRect(index).left(), 0))
        down.setValue(down.value() + max(below, 0))
        down.setValue(down.value() + min(self.visualRect(index).top(), 0))

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        row, last = self.currentIndex().row(), self.items.rowCount() - 1
        if cursorAction in _FORTH:
            row = min(row + 1, last)
        elif cursorAction in _BACK:
            row = max(row - 1, 0)
        elif cursorAction in {_RIGHT, _LEFT}:
            row = self._beside(row, 1 if cursorAction == _RIGHT else -1)
        elif cursorAction in {_HOME, _END}:
            row = 0 if cursorAction == _HOME else last
        return self.items.index(row)

    @override
    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def isIndexHidden(self, index: Index) -> bool:
        return False

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(self.indexAt(rect.center()), command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    @property
    def _on(self) -> Pick:
        """The organisation one is on, or that the way one is on comes from."""
        held = self.items.item(self.currentIndex())
        return held.pick[:1] if held else ()

    def _beside(self, row: int, step: int) -> int:
        """The next organisation that way round; the last one is followed by the first."""
        nodes = [n for n, item in enumerate(self.items.items) if item.cell is None]
        before = [n for n in nodes if n < row] or nodes
        after = [n for n in nodes if n > row] or nodes
        return after[0] if step > 0 else before[-1]

    def _choose(self, index: QModelIndex) -> None:
        """Choose what one is on, or let it go again."""
        item = self.items.item(index)
        if item is not None:
            self.picked.emit(() if item.pick == self._pick else item.pick)
