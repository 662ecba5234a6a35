"""The open risks as a picture of five by five fields, each with its score and its count."""

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
from PySide6.QtGui import QGuiApplication, QKeySequence, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QTableView,
)
from typing_extensions import override

from techmodel.core.raid import STEPS, Band, band
from techmodel.ui.announce import announce
from techmodel.ui.look import S, Size, Weight
from techmodel.ui.widgets.table import COPY_ROLE, tab_separated
from techmodel.wording import raid_page as wording
from techmodel.wording.raid import IMPACT, LIKELIHOOD, step_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from techmodel.ui.look import Look

    Index = QModelIndex | QPersistentModelIndex
    Counts = Mapping[tuple[int, int], int]

GROUNDS = {
    Band.LOW: ("surface", "ink"),
    Band.MEDIUM: ("sunken", "ink"),
    Band.HIGH: ("warn.bg", "warn.text"),
    Band.VERY_HIGH: ("stop.bg", "stop.text"),
}
"""Ground and ink of each band; its score says it without the colour."""
NAME, FIELD, ROW = 124, 84, 32
"""CSS pixels: the column of names, a field, and how high a row is."""
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
"""(likelihood, impact, count) of a field."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class MatrixModel(QAbstractTableModel):
    """A row a step of likelihood, the highest first; a column a step of impact."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._counts: Counts = {}

    def show(self, counts: Counts) -> None:
        """Show other counts, by (likelihood, impact)."""
        self._counts = dict(counts)
        self.dataChanged.emit(self.index(0, 0), self.index(len(STEPS) - 1, len(STEPS)))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(STEPS)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(STEPS) + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        likelihood, impact = len(STEPS) - index.row(), index.column()
        if not impact:
            said = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            return step_name(LIKELIHOOD, likelihood) if said else None
        count = self._counts.get((likelihood, impact), 0)
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: str(count or ""),
            Qt.ItemDataRole.ToolTipRole: wording.cell_words(likelihood, impact, count),
            Qt.ItemDataRole.AccessibleTextRole: wording.cell_words(likelihood, impact, count),
            COPY_ROLE: str(count),
            CELL_ROLE: (likelihood, impact, count),
        }
        return values.get(role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return step_name(IMPACT, section) if section else wording.CORNER


class MatrixDelegate(QStyledItemDelegate):
    """Paints a field: its score small, its count large, the chosen one framed."""

    def __init__(self, look: Look, view: Matrix) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Any = option
        area, found = QRectF(cell.rect), index.data(CELL_ROLE)
        painter.save()
        if isinstance(found, tuple):
            self._paint_field(painter, area, *found)
        else:
            painter.setFont(self._look.font(Size.SMALL, Weight.SEMIBOLD))
            painter.setPen(self._look.colour("ink2"))
            words = area.adjusted(S, 0, -S, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        if cell.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(2, 2, -3, -3))
        painter.restore()

    def _paint_field(
        self, painter: QPainter, area: QRectF, likelihood: int, impact: int, count: int
    ) -> None:
        look, number = self._look, likelihood * impact
        ground, ink = GROUNDS[band(number)]
        painter.fillRect(area, look.colour(ground))
        painter.setPen(look.colour("rule"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        if self._view.chosen == (likelihood, impact):
            painter.setPen(QPen(look.colour("accent"), 3))
            painter.drawRect(area.adjusted(2, 2, -3, -3))
        painter.setPen(look.colour(ink))
        painter.setFont(look.font(Size.SMALL))
        words = area.adjusted(S, 0, -S, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(number))
        if count:
            painter.setFont(look.font(Size.LARGE, Weight.SEMIBOLD))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(words, right, str(count))


class Matrix(QTableView):
    """The picture; a field is chosen with Enter, Space or a click, and let go by the same.

    Signals:
        chosen_changed(): another field is chosen, or none.

    Attributes:
        chosen: (likelihood, impact), or None.
    """

    chosen_changed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.chosen: tuple[int, int] | None = None
        self.fields = MatrixModel(self)
        self.setModel(self.fields)
        self.setItemDelegate(MatrixDelegate(look, self))
        self.setAccessibleName(wording.MATRIX)
        self.setAccessibleDescription(wording.MATRIX_HINT)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for heads in (self.horizontalHeader(), self.verticalHeader()):
            heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.clicked.connect(self._choose)
        look.changed.connect(self.fit)
        self.fit()

    def show_counts(self, counts: Counts) -> None:
        """Show other counts, by (likelihood, impact)."""
        self.fields.show(counts)

    def let_go(self) -> None:
        """Choose no field, without saying so."""
        self.chosen = None
        self.viewport().update()

    def fit(self) -> None:
        """Be as large as the fields."""
        px = self._look.px
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.setColumnWidth(0, px(NAME))
        for step in STEPS:
            self.setColumnWidth(step, px(FIELD))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedSize(px(NAME) + len(STEPS) * px(FIELD), head + len(STEPS) * px(ROW))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            columns, rows = range(len(STEPS) + 1), range(len(STEPS))
            QGuiApplication.clipboard().setText(tab_separated(self.fields, rows, columns))
            announce(self, f"{len(STEPS)} rows copied")
        elif event.key() in _ENTER and not event.modifiers():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        found = index.data(CELL_ROLE)
        if isinstance(found, tuple):
            cell = found[:2]
            self.chosen = None if cell == self.chosen else cell
            self.viewport().update()
            self.chosen_changed.emit()
