"""A table whose first column stays in view while the others scroll sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from techmodel.ui.widgets.rows import RowDelegate
from techmodel.ui.widgets.table import Table

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.ui.look import Look

_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class FrozenTable(Table):
    """A second view of the first column lies over it once the table is scrolled sideways.

    Attributes:
        still: that view; it takes no focus and is not there for screen readers.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self.still = QTableView(self)
        self.still.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.still.setItemDelegate(RowDelegate(look, self.still))
        self.still.setAccessibleName(name)
        self.still.setShowGrid(False)
        self.still.verticalHeader().hide()
        self.still.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.still.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.still.setHorizontalScrollBarPolicy(_OFF)
        self.still.setVerticalScrollBarPolicy(_OFF)
        heads = self.still.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setDefaultAlignment(self.horizontalHeader().defaultAlignment())
        self.still.hide()
        self.horizontalHeader().sectionResized.connect(self._lay_over)
        self.horizontalScrollBar().valueChanged.connect(self._lay_over)
        self.verticalScrollBar().valueChanged.connect(self.still.verticalScrollBar().setValue)
        self.still.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        look.changed.connect(self._lay_over)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.still.setModel(self.model())
        self.still.setSelectionModel(self.selectionModel())
        self.model().modelReset.connect(self._lay_over)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_over()

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.visualRect(index).left()
        if index.column() > 0 and hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def _covered(self) -> int:
        """The width of the first column, and of what it leaves of a figure."""
        width, heads = self.columnWidth(0), self.horizontalHeader()
        cut = heads.visualIndexAt(width)
        if cut < 1:
            return width
        column = heads.logicalIndex(cut)
        left = heads.sectionViewportPosition(column)
        return width if left >= width else left + heads.sectionSize(column)

    def _lay_over(self) -> None:
        """Cover the first column, as far as the table is scrolled."""
        scrolled = self.horizontalScrollBar().value() > 0
        self.still.setVisible(scrolled)
        if not scrolled:
            return
        width, heads = self._covered(), self.horizontalHeader()
        for column in range(1, self.model().columnCount()):
            self.still.hideColumn(column)
        self.still.setColumnWidth(0, width)
        self.still.horizontalHeader().setFixedHeight(heads.height())
        height = self.verticalHeader().defaultSectionSize()
        self.still.verticalHeader().setDefaultSectionSize(height)
        tall = self.viewport().height() + heads.height()
        self.still.setGeometry(self.frameWidth(), self.frameWidth(), width, tall)
        self.still.verticalScrollBar().setValue(self.verticalScrollBar().value())
        self.still.raise_()
