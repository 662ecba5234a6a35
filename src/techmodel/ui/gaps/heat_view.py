"""The heat map's tree: whole columns scroll sideways while the first two stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget
from typing_extensions import override

from techmodel.ui.gaps.heat_delegate import HeatDelegate
from techmodel.ui.gaps.heat_head import HeatHead
from techmodel.ui.gaps.heat_model import FIRST, NAME, TOGETHER, HeatModel

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent

    from techmodel.ui.look import Look

NAME_LEAST, NAME_TIGHT, TOGETHER_WIDTH = 190, 150, 130
CELL_LEAST, CELL_MOST = 45, 84
"""Widths in CSS pixels."""


class HeatView(QTreeView):
    """The tree of domains and capabilities by organisation.

    Signals:
        card_wanted(QModelIndex): a capability's row was chosen to open.
        why_wanted(QModelIndex): a number was asked to explain itself.
        copy_wanted(): the map was asked to copy itself.
        columns_moved(): other organisations are in view; see `first` and `fitting`.
    """

    card_wanted = Signal(object)
    why_wanted = Signal(object)
    columns_moved = Signal()
    copy_wanted = Signal()

    def __init__(self, look: Look, model: HeatModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self.first = self.fitting = 0
        self._head = HeatHead(look, self)
        self._delegate = HeatDelegate(look, self)
        self._build()
        model.modelReset.connect(self._on_reset)
        look.changed.connect(self.lay_out)

    def _build(self) -> None:
        self.setModel(self._model)
        self.setHeader(self._head)
        self.setItemDelegate(self._delegate)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName("Heat map of domains, capabilities and organisations")

    @property
    def columns(self) -> int:
        """How many organisations there are."""
        return self._model.columnCount() - FIRST

    def copy(self) -> None:
        """Ask for the whole map to be copied (Ctrl+C)."""
        self.copy_wanted.emit()

    def mark(self, column: int) -> None:
        """Let the column of one organisation stand out, -1 for none, and bring it into view."""
        self._delegate.marked = self._head.marked = column
        if column >= FIRST:
            self._bring(column)
        self.viewport().update()
        self._head.viewport().update()

    def move_to(self, first: int) -> None:
        """Let the columns in view begin with this organisation."""
        first = max(0, min(first, self.columns - self.fitting))
        if first != self.first:
            self.first = first
            self._hide_others()
            self.columns_moved.emit()

    def lay_out(self) -> None:
        """Give every column its width: as many organisations as fit, the name takes the rest."""
        px, width, count = self._look.px, self.viewport().width(), self.columns
        room = width - px(NAME_LEAST) - px(TOGETHER_WIDTH)
        if room // max(1, count) < px(CELL_LEAST):
            room += px(NAME_LEAST - NAME_TIGHT)
        cell = min(self._wished(), room // max(1, count))
        if cell < px(CELL_LEAST):  # not all fit, so those in view need not be cramped
            cell = self._wished()
        self.fitting = max(1, min(count, room // cell)) if count else 0
        self.first = max(0, min(self.first, count - self.fitting))
        self.setColumnWidth(TOGETHER, px(TOGETHER_WIDTH))
        for column in range(FIRST, FIRST + count):
            self.setColumnWidth(column, cell)
        self.setColumnWidth(NAME, width - px(TOGETHER_WIDTH) - self.fitting * cell)
        self._hide_others()
        self.doItemsLayout()
        self._head.updateGeometry()
        self.updateGeometries()
        self.columns_moved.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            QTimer.singleShot(0, self, self.lay_out)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._go(self._model.index(0, NAME))
        self.viewport().update()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep F1 from opening the help while a number can explain itself."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1
        if event.type() == QEvent.Type.ShortcutOverride and is_key:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        index = self.currentIndex()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.modifiers() or not index.isValid():
            super().keyPressEvent(event)
        elif event.key() in steps:
            self._sideways(index, steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(index)
        elif event.key() == Qt.Key.Key_F1:
            self.why_wanted.emit(index)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        is_number = index.column() == TOGETHER or self._model.domain(index) is not None
        if index.column() != NAME and is_number:
            self.why_wanted.emit(index)
        else:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        """Open a capability's card, or open or close a domain."""
        if self._model.capability(index):
            self.card_wanted.emit(index)
        else:
            name = index.siblingAtColumn(NAME)
            self.setExpanded(name, not self.isExpanded(name))

    def _sideways(self, index: QModelIndex, step: int) -> None:
        name, column = index.siblingAtColumn(NAME), index.column() + step
        if (
            self._model.domain(index)
            and index.column() == NAME
            and (step > 0) != self.isExpanded(name)
        ):
            self.setExpanded(name, step > 0)
        elif column < NAME:
            self._go(index.parent())
        elif column < self._model.columnCount():
            self._bring(column)
            self._go(index.siblingAtColumn(column))

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
            self.scrollTo(index)
        self.viewport().update()

    def _bring(self, column: int) -> None:
        """Bring an organisation's column into view."""
        place = column - FIRST
        if place >= 0 and place < self.first:
            self.move_to(place)
        elif place >= self.first + self.fitting:
            self.move_to(place - self.fitting + 1)

    def _wished(self) -> int:
        """The cell width that suits the longest word of the heads."""
        metrics = QFontMetrics(self._head.font_used)
        heads = [
            self._model.headerData(FIRST + n, Qt.Orientation.Horizontal)
            for n in range(self.columns)
        ]
        widest = max(
            (metrics.horizontalAdvance(w) for h in heads for w in str(h).split()), default=0
        )
        return max(self._look.px(CELL_LEAST), min(widest + 8, self._look.px(CELL_MOST)))

    def _hide_others(self) -> None:
        for n in range(self.columns):
            self.setColumnHidden(FIRST + n, not self.first <= n < self.first + self.fitting)

    def _on_reset(self) -> None:
        self.first = 0
        self.lay_out()
