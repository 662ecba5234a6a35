"""The view of the targets set by decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
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

from techmodel.core.checklist import LEVELS
from techmodel.core.typed_organisations import MAX_NAME
from techmodel.ui.assessment.decisions_model import COLUMNS, FAULTY, MUTED, Column
from techmodel.ui.look import RADIUS_CONTROL, S, Size, Weight
from techmodel.ui.widgets.editable_table import ChoiceEditor, EditableTable
from techmodel.wording.labels import level_name
from techmodel.wording.setup_changes import NOT_PURSUED

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from techmodel.core.checklist import Checklist
    from techmodel.ui.assessment.decisions_model import DecisionsModel
    from techmodel.ui.look import Look

    Index = QModelIndex | QPersistentModelIndex

ROW = 40
WIDE = {Column.LEVEL: 128, Column.ASKED: 120, Column.OWNER: 140, Column.CLEAR: 64}
NARROW = {Column.LEVEL: 112, Column.ASKED: 100, Column.OWNER: 108, Column.CLEAR: 56}
NARROW_BELOW = 800
CAPABILITY_SHARE = 0.45
LEAST = 130
"""Heights and widths in CSS pixels; capability and reason share what is left."""


class DecisionsTable(EditableTable):
    """Level, reason and owner are typed; the last cell clears or keeps a decision."""

    def __init__(
        self,
        look: Look,
        checklist: Checklist,
        model: DecisionsModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "Targets set by decision", parent)
        self._decisions = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(look, checklist, self))
        look.changed.connect(self._fit)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self.resizeRowsToContents)
        self._fit()

    @override
    def act(self, index: QModelIndex) -> None:
        if COLUMNS[index.column()] is Column.CLEAR:
            self._decisions.toggle(index.row())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_reset(self) -> None:
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._decisions.index(0, COLUMNS.index(Column.LEVEL)))
        self.resizeRowsToContents()

    def _fit(self) -> None:
        look = self._look
        room = self.viewport().width()
        widths = NARROW if room < look.px(NARROW_BELOW) else WIDE
        left = room - sum(look.px(w) for w in widths.values())
        left = max(left, 2 * look.px(LEAST))
        first = round(left * CAPABILITY_SHARE)
        for number, column in enumerate(COLUMNS):
            rest = first if column is Column.CAPABILITY else left - first
            self.setColumnWidth(number, look.px(widths[column]) if column in widths else rest)
        self.resizeRowsToContents()


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, checklist: Checklist, view: DecisionsTable) -> None:
        super().__init__(view)
        self._look, self._checklist, self._view = look, checklist, view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Any = option
        area, look = QRect(cell.rect), self._look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour("rule"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if COLUMNS[index.column()] is not Column.CLEAR:
            painter.drawLine(area.topRight(), area.bottomRight())
        self._paint_words(painter, area.adjusted(S, 0, -S, -1), index)
        if cell.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -3, -3), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need at the width of their column."""
        look, width = self._look, self._view.columnWidth(index.column())
        room = QRect(0, 0, width - 2 * S, 10_000)
        metrics = QFontMetrics(self._font(COLUMNS[index.column()]))
        flags = Qt.TextFlag.TextWordWrap
        words = metrics.boundingRect(room, flags, str(index.data() or ""))
        return QSize(width, max(look.px(ROW), words.height() + S))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = COLUMNS[index.column()]
        editor: QWidget
        if column is Column.LEVEL:
            editor = self._level_editor(parent)
        else:
            line = QLineEdit(parent)
            line.setMaxLength(MAX_NAME if column is Column.OWNER else 2000)
            editor = line
        capability = index.model().index(index.row(), 0).data()
        editor.setAccessibleName(f"{column.value} of {capability}")
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(int(value))
        elif isinstance(editor, QLineEdit):
            editor.setText(value)

    @override
    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, str(editor.currentIndex()))
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        cell: Any = option
        editor.setGeometry(QRect(cell.rect).adjusted(1, 1, -2, -2))

    def _level_editor(self, parent: QWidget) -> QComboBox:
        combo = ChoiceEditor(parent)
        for level in LEVELS:
            combo.addItem(level_name(self._checklist, level) if level else NOT_PURSUED)
        combo.chosen.connect(self._on_level_chosen)
        return combo

    def _on_level_chosen(self) -> None:
        combo = self.sender()
        if isinstance(combo, QComboBox):
            self.commitData.emit(combo)
            self.closeEditor.emit(combo, QAbstractItemDelegate.EndEditHint.NoHint)

    def _font(self, column: Column) -> QFont:
        strong = column in {Column.CAPABILITY, Column.LEVEL}
        font = self._look.font(Size.BODY, Weight.SEMIBOLD if strong else Weight.REGULAR)
        font.setUnderline(column is Column.CLEAR)
        return font

    def _paint_words(self, painter: QPainter, area: QRect, index: Index) -> None:
        look, column = self._look, COLUMNS[index.column()]
        token = "ink3" if index.data(MUTED) else "ink"
        if index.data(FAULTY):
            token = "stop.text"
        painter.setPen(look.colour("accent" if column is Column.CLEAR else token))
        painter.setFont(self._font(column))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags | Qt.TextFlag.TextWordWrap, str(index.data() or ""))
