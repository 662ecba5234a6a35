"""How a cell of the plan's table looks, and the editors that open in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyleOptionViewItem
from typing_extensions import override

from techmodel.ui.look import RADIUS_CHIP
from techmodel.ui.plan.gantt.lines import Kind
from techmodel.ui.plan.gantt.tree_model import COUNT, LINE, NAME, OWNER
from techmodel.ui.widgets.rows import RowDelegate, paint_row
from techmodel.wording import gantt as wording

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QObject, QPersistentModelIndex
    from PySide6.QtWidgets import QWidget

    from techmodel.ui.look import Look

    Index = QModelIndex | QPersistentModelIndex

ROW, BOX = 28, 16
"""Heights of a row and of a tick box in CSS pixels."""


class TreeDelegate(RowDelegate):
    """Cells with our rows; a tick box in the first column.

    Attributes:
        owners: the roles that are offered as owners.
    """

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(look, parent)
        self.owners: tuple[str, ...] = ()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group = index.data(LINE).kind is Kind.GROUP
        if group and index.column() > NAME:
            return  # its name goes on over these cells
        if group and index.column() == NAME:
            self._stretch(option)
        if index.column() != COUNT:
            super().paint(painter, option, index)
            return
        painter.save()
        paint_row(painter, option, self._look, first=True, ring=True)
        if index.data(LINE).kind is Kind.PROJECT:
            self._paint_box(painter, option, index)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), self._look.px(ROW))

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        able = index.column() == COUNT and index.flags() & Qt.ItemFlag.ItemIsUserCheckable
        if not able or not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            toggle(model, index)
        return True

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(wording.HEADS[index.column()])
        if index.column() == OWNER:
            completer = QCompleter(self.owners, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        area = QRect(option.rect)
        wanted = self._look.px({NAME: 220, OWNER: 180}.get(index.column(), 96))
        around = editor.parentWidget()
        room = around.width() - area.x() if around else wanted
        area.setWidth(min(max(area.width(), wanted), room))
        editor.setGeometry(area)

    def _stretch(self, option: Any) -> None:  # noqa: ANN401 - the stubs leave out the fields of options
        """Let a cell go on to the right end of the table."""
        area = QRect(option.rect)
        area.setRight(option.widget.viewport().width() - 1)
        option.rect = area

    def _paint_box(self, painter: QPainter, option: Any, index: Index) -> None:  # noqa: ANN401 - the stubs leave out the fields of options
        look, side = self._look, self._look.px(BOX)
        area = QRect(option.rect)
        box = QRect(0, 0, side, side)
        box.moveCenter(area.center())
        able = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line" if able else "rule"), 1))
        painter.setBrush(look.colour("surface"))
        if checked == Qt.CheckState.Checked:
            ground = look.colour("accent" if able else "sunken")
            painter.setPen(QPen(ground, 1))
            painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), RADIUS_CHIP, RADIUS_CHIP)
        if checked == Qt.CheckState.Checked:
            token = "on_accent" if able else "ink3"
            painter.drawPixmap(box.topLeft(), look.pixmap("tick", token, BOX))


def toggle(model: QAbstractItemModel, index: Index) -> None:
    """Tick a box, or take the tick away."""
    on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
    new = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
    model.setData(index, new, Qt.ItemDataRole.CheckStateRole)
