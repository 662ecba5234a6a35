"""The list of conditions: a chip with the level of each, and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from techmodel.ui.look import M, S, Size, Weight
from techmodel.ui.widgets.mark import Kind, Mark, level_mark
from techmodel.ui.widgets.paint import paint_chip
from techmodel.ui.widgets.rows import paint_row
from techmodel.wording.conditions_page import LIST, item_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPainter

    from techmodel.core.conditions import Condition, Factor, FactorId
    from techmodel.ui.look import Look

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT, CHIP = 40, 22
MARK_ROLE = Qt.ItemDataRole.UserRole + 1
"""The chip of a condition."""


def factor_mark(given: Condition | None) -> Mark:
    """The chip of an answer, a dash where there is none."""
    return level_mark(given.level) if given else Mark(Kind.NOT_ANSWERED)


class FactorModel(QAbstractListModel):
    """The conditions with what is answered, in the order of the checklist."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.factors: tuple[Factor, ...] = ()
        self._given: Mapping[FactorId, Condition] = {}

    def show(self, factors: Sequence[Factor], given: Mapping[FactorId, Condition]) -> None:
        """Show these conditions; rows stay where only answers changed."""
        if tuple(factors) != self.factors:
            self.beginResetModel()
            self.factors, self._given = tuple(factors), given
            self.endResetModel()
            return
        self._given = given
        if factors:
            self.dataChanged.emit(self.index(0), self.index(len(factors) - 1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.factors)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        factor = self.factors[index.row()]
        given = self._given.get(factor.id)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return factor.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item_words(factor, given.level if given else None)
        return factor_mark(given) if role == MARK_ROLE else None


class FactorDelegate(QStyledItemDelegate):
    """Paints a chip and a name."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.px(ROW_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, held = self._look, _held(option)
        painter.save()
        paint_row(painter, option, look, first=True, ring=True)
        area, side = QRect(held.rect).adjusted(M, 0, -S, 0), look.px(CHIP)
        chip = QRect(area.left(), area.center().y() - side // 2, side, side)
        paint_chip(painter, chip, look, index.data(MARK_ROLE))
        selected = bool(held.state & QStyle.StateFlag.State_Selected)
        painter.setFont(look.font(Size.BODY, Weight.SEMIBOLD if selected else Weight.REGULAR))
        painter.setPen(look.colour("ink"))
        area.setLeft(chip.right() + S)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


def _held(option: Any) -> Any:  # noqa: ANN401 - the stubs leave out the fields of options
    return option


class FactorList(QListView):
    """The conditions to choose from.

    Signals:
        chosen(int): another condition is current; its place.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.factors = FactorModel(self)
        self.setModel(self.factors)
        self.setItemDelegate(FactorDelegate(look, self))
        self.setAccessibleName(LIST)
        self.setProperty("pane", "side")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current)
        look.changed.connect(self.doItemsLayout)

    def choose(self, place: int) -> None:
        """Make a condition the current one."""
        self.setCurrentIndex(self.factors.index(place))

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())
