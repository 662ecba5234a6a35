"""How the cells of the table of organisations are painted and edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from techmodel.core.typed_organisations import MAX_NAME, MAX_SHORT_NAME
from techmodel.ui.look import RADIUS_CONTROL, XS, S, Size, Weight
from techmodel.ui.widgets.editable_table import ChoiceEditor
from techmodel.ui.widgets.organisations_cells import ACTIONS, Column
from techmodel.ui.widgets.organisations_model import BRIEF, FAULTY, OrganisationsModel
from techmodel.wording.organisations import CHOOSE_KIND

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QFontMetrics
    from PySide6.QtWidgets import QTableView

    from techmodel.ui.look import Look

    Index = QModelIndex | QPersistentModelIndex

ICON = 16
_RULED = frozenset(
    {Column.NAME, Column.KIND, Column.SHORT_NAME, Column.WEIGHT, Column.QUESTIONS, Column.ANSWERED}
)


class OrganisationsDelegate(QStyledItemDelegate):
    """Paints names on two lines, kinds as choices, faults with a sign and words.

    Signals:
        list_pasted(str): several lines or cells were pasted while typing in one.
    """

    list_pasted = Signal(str)

    def __init__(self, look: Look, model: OrganisationsModel, view: QTableView) -> None:
        super().__init__(view)
        self._look, self._model, self._view = look, model, view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Any = option
        column = self._model.columns[index.column()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRect(cell.rect), index)
        area = QRect(cell.rect).adjusted(S, 0, -S, -1)
        faulty = bool(index.data(FAULTY))
        if faulty:
            area = self._paint_fault(painter, area, column)
        painter.setPen(self._colour(index, column, faulty=faulty))
        painter.setFont(self._font(index, column))
        self._paint_words(painter, area, index)
        if cell.state & QStyle.StateFlag.State_HasFocus:
            self._paint_focus(painter, QRect(cell.rect))
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._model.columns[index.column()]
        if column is Column.KIND:
            return self._kind_editor(parent, index)
        editor = QLineEdit(parent)
        editor.setMaxLength(MAX_SHORT_NAME if column is Column.SHORT_NAME else MAX_NAME)
        if column is Column.WEIGHT:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(_editor_name(column, index))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit):
            editor.setText(value)

    @override
    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox):
            if editor.currentIndex() >= 0:
                model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        cell: Any = option
        editor.setGeometry(QRect(cell.rect).adjusted(1, 1, -2, -2))

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Paste)
            and isinstance(editor, QLineEdit)
        ):
            text = QGuiApplication.clipboard().text()
            if "\t" in text or "\n" in text.strip():
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
                self.list_pasted.emit(text)
                return True
        return super().eventFilter(editor, event)

    def _kind_editor(self, parent: QWidget, index: Index) -> QComboBox:
        combo = ChoiceEditor(parent)
        for kind in self._model.facts.checklist.kinds:
            combo.addItem(kind.name, kind.id)
        combo.setPlaceholderText(CHOOSE_KIND)
        combo.setAccessibleName(_editor_name(Column.KIND, index))
        combo.chosen.connect(self._on_kind_chosen)
        return combo

    def _on_kind_chosen(self) -> None:
        combo = self.sender()
        if isinstance(combo, QComboBox):
            self.commitData.emit(combo)
            self.closeEditor.emit(combo, QAbstractItemDelegate.EndEditHint.NoHint)

    def _paint_ground(self, painter: QPainter, area: QRect, index: Index) -> None:
        look, column = self._look, self._model.columns[index.column()]
        if index.row() == self._view.currentIndex().row():
            painter.fillRect(area, look.colour("bg"))
        painter.setPen(look.colour("rule"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if column in _RULED:
            painter.drawLine(area.topRight(), area.bottomRight())

    def _paint_fault(self, painter: QPainter, area: QRect, column: Column) -> QRect:
        """The edge and the sign of a fault; what is left for the words."""
        look, side = self._look, self._look.px(ICON)
        painter.setPen(QPen(look.colour("stop.edge"), 1))
        box = area.adjusted(XS - S, XS, S - XS, -XS)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        top = area.center().y() - side // 2 + 1
        painter.drawPixmap(area.left(), top, look.pixmap("alert", "stop.text", ICON))
        return area.adjusted(side + XS, 0, 0, 0)

    def _paint_words(self, painter: QPainter, area: QRect, index: Index) -> None:
        column = self._model.columns[index.column()]
        if column is Column.REMOVE:
            if index.data():
                side = self._look.px(20)
                picture = self._look.pixmap("trash", "ink2", 20)
                box = QRect(0, 0, side, side)
                box.moveCenter(area.center())
                painter.drawPixmap(box.topLeft(), picture)
        elif column is Column.KIND:
            self._paint_kind(painter, area, index)
        elif column in {Column.NAME, Column.SHORT_NAME}:
            self._paint_wrapped(painter, area, str(index.data()))
        else:
            painter.drawText(area, index.data(Qt.ItemDataRole.TextAlignmentRole), index.data())

    def _paint_kind(self, painter: QPainter, area: QRect, index: Index) -> None:
        """The kind's name, or its short one where that does not fit, and the sign of a choice."""
        side = self._look.px(ICON)
        if self._model.editable(index):
            top = area.center().y() - side // 2 + 1
            sign = self._look.pixmap("down", "ink2", ICON)
            painter.drawPixmap(area.right() - side + 1, top, sign)
        room = area.adjusted(0, 0, -side - XS, 0)
        metrics, name = painter.fontMetrics(), str(index.data())
        if metrics.horizontalAdvance(name) > room.width():
            name = str(index.data(BRIEF))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_wrapped(self, painter: QPainter, area: QRect, text: str) -> None:
        """Words on one line or, where they are longer, on two; the rest is cut."""
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(text) <= area.width():
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
            return
        first, rest = _break(text, area.width(), metrics)
        second = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, area.width())
        option = QTextOption(Qt.AlignmentFlag.AlignVCenter)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        painter.drawText(area, f"{first}\n{second}" if first else second, option)

    def _paint_focus(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(QPen(self._look.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1, 1, -3, -3), RADIUS_CONTROL, RADIUS_CONTROL)

    def _colour(self, index: Index, column: Column, *, faulty: bool) -> QColor:
        if faulty:
            return self._look.colour("stop.text")
        rows = self._model.rows
        if index.row() == len(rows) or not rows[index.row()].stays:
            return self._look.colour("accent" if column in ACTIONS else "ink3")
        if column is Column.ROW:
            return self._look.colour("ink2")
        return self._look.colour("accent" if column in ACTIONS else "ink")

    def _font(self, index: Index, column: Column) -> QFont:
        strong = column in {Column.NAME, Column.QUESTIONS} and index.row() < len(self._model.rows)
        font = self._look.font(Size.BODY, Weight.SEMIBOLD if strong else Weight.REGULAR)
        font.setUnderline(column in ACTIONS)
        return font


def _break(text: str, width: int, metrics: QFontMetrics) -> tuple[str, str]:
    """As many whole words as fit, and the rest."""
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        first = " ".join(words[:count])
        if metrics.horizontalAdvance(first) <= width:
            return first, " ".join(words[count:])
    return "", text


def _editor_name(column: Column, index: Index) -> str:
    return f"{column.value} of row {index.row() + 1}"
