"""The matrix of flows: who sends, from top to bottom, and who receives, from left to right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate
from typing_extensions import override

from techmodel.ui.integration.sight import Sight
from techmodel.ui.integration.way_paint import paint_way
from techmodel.ui.look import XS, S, Size, Weight
from techmodel.ui.widgets.frozen import FrozenTable
from techmodel.ui.widgets.rows import paint_row
from techmodel.ui.widgets.table import COPY_ROLE, SORT_ROLE
from techmodel.wording import integration_page as wording

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from techmodel.core.flows import FlowCell
    from techmodel.ui.integration.sight import Pick
    from techmodel.ui.look import Look

    Index = QModelIndex | QPersistentModelIndex

NAME, CELL, WIDE, ROW = 128, 64, 92, 36
"""CSS pixels: the column of names, a cell at least and at most, and how high a row is."""
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
_HEADS = (
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class MatrixModel(QAbstractTableModel):
    """A row for each sender, and after its name a column for each receiver."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sight = Sight()

    def show(self, sight: Sight) -> None:
        """Show other flows."""
        same = sight.organisations == self.sight.organisations
        if not same:
            self.beginResetModel()
        self.sight = sight
        if not same:
            self.endResetModel()
        elif sight.organisations:
            count = len(sight.organisations)
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, count))

    def pick(self, index: Index) -> Pick:
        """The way of a cell, the organisation of a name; nothing for an organisation to itself."""
        if not index.isValid():
            return ()
        ids = [str(o.id) for o in self.sight.organisations]
        sender = ids[index.row()]
        if not index.column():
            return (sender,)
        way = sender, ids[index.column() - 1]
        return way if way in self.sight.matrix else ()

    def place_of(self, pick: Pick) -> QModelIndex:
        """The index of a way or an organisation; invalid where there is none."""
        ids = [str(o.id) for o in self.sight.organisations]
        if not pick or not set(pick) <= set(ids):
            return QModelIndex()
        return self.index(ids.index(pick[0]), ids.index(pick[1]) + 1 if len(pick) == 2 else 0)

    def cell(self, index: Index) -> FlowCell | None:
        """What goes the way of a cell, None where nothing does."""
        way = self.pick(index)
        return self.sight.matrix.get((way[0], way[1])) if len(way) == 2 else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.sight.organisations)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.sight.organisations) + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        roles = Qt.ItemDataRole
        if not index.isValid():
            return None
        if role == CELL_ROLE:
            return self.cell(index)
        if role == SORT_ROLE and index.column():
            cell = self.cell(index)
            return cell.level if cell else None
        if role == roles.DisplayRole and not index.column():
            return self._name(index.row(), short=True)
        if role in {roles.AccessibleTextRole, roles.ToolTipRole, COPY_ROLE}:
            return self._words(index)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        roles = Qt.ItemDataRole
        if orientation != Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        if role == roles.DisplayRole:
            return self._name(section - 1, short=True) if section else wording.SENDER
        if role in {roles.ToolTipRole, roles.AccessibleTextRole}:
            return self._name(section - 1, short=False) if section else wording.CORNER
        return None

    def _words(self, index: Index) -> str:
        if not index.column():
            return self._name(index.row(), short=False)
        cell = self.cell(index)
        if cell is not None:
            return wording.way_cell_words(self.pick(index), cell, self.sight.names)
        ids = [str(o.id) for o in self.sight.organisations]
        return wording.no_way_words(ids[index.row()], ids[index.column() - 1], self.sight.names)

    def _name(self, number: int, *, short: bool) -> str:
        id_ = str(self.sight.organisations[number].id)
        return (self.sight.short_names if short else self.sight.names)[id_]


class MatrixDelegate(QStyledItemDelegate):
    """Paints a way as on the map."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: Any = option
        painter.save()
        paint_row(painter, option, self._look, first=False, ring=True)
        cell = index.data(CELL_ROLE)
        if cell is not None:
            paint_way(painter, QRectF(area.rect), self._look, cell)
        painter.restore()


class Matrix(FrozenTable):
    """The matrix; names stay in view.

    Signals:
        picked(tuple): a way or an organisation was chosen; the empty tuple lets go.
    """

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, wording.MATRIX, parent)
        self.cells = MatrixModel(self)
        self._delegate = MatrixDelegate(look, self)
        self.setModel(self.cells)
        self.setSortingEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.horizontalHeader().setDefaultAlignment(_HEADS)
        look.changed.connect(self._size)

    def show_sight(self, sight: Sight, pick: Pick) -> None:
        """Show other flows, and which way is chosen."""
        self.cells.show(sight)
        for column in range(1, self.cells.columnCount()):
            self.setItemDelegateForColumn(column, self._delegate)
        self._size()
        place = self.cells.place_of(pick)
        if place.isValid():
            self.setCurrentIndex(self.shown_index(place))
        elif not pick:
            self.clearSelection()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers():
            self.picked.emit(self.cells.pick(self.source_index(self.currentIndex())))
        elif event.key() == Qt.Key.Key_Escape:
            self.picked.emit(())
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            index = self.indexAt(event.position().toPoint())
            self.picked.emit(self.cells.pick(self.source_index(index)))

    def _size(self) -> None:
        px = self._look.px
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.still.verticalHeader().setDefaultSectionSize(px(ROW))
        heads = QFontMetrics(self._look.font(Size.SMALL, Weight.SEMIBOLD))
        self.horizontalHeader().setFixedHeight(2 * heads.lineSpacing() + S)
        if self._look.widths(wording.MATRIX):
            return
        self.setColumnWidth(0, px(NAME))
        names = self.cells.sight.short_names.values()
        words = [heads.horizontalAdvance(word) + 2 * S + XS for n in names for word in n.split()]
        room = (self.viewport().width() - px(NAME)) // max(1, self.cells.columnCount() - 1)
        wide = min(px(WIDE), max(px(CELL), room, *words, 0))
        for column in range(1, self.cells.columnCount()):
            self.setColumnWidth(column, wide)
