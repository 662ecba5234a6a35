"""A table in the place of the cards: what is taken without asking, or what a rule would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout
from typing_extensions import override

from techmodel.ui.look import XL, L, M, S
from techmodel.ui.merge.scroll import Scroll
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.table import SORT_ROLE, Table
from techmodel.ui.widgets.words import pane, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from techmodel.ui.look import Look

    Index = QModelIndex | QPersistentModelIndex


ROW, LEAST = 48, 130
"""Height of a row, and of the table at least, in CSS pixels."""


class TextModel(QAbstractTableModel):
    """Rows of texts under heads."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._sort: tuple[tuple[str, ...], ...] = ()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """What is shown."""
        return self._rows

    def show(self, rows: Sequence[tuple[str, ...]], sort: Sequence[tuple[str, ...]] = ()) -> None:
        """Show other rows; `sort` holds what they are sorted by where that is another text."""
        self.beginResetModel()
        self._rows, self._sort = tuple(rows), tuple(sort) or tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        return self._heads[section] if across and role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._rows[index.row()][index.column()]
        return self._sort[index.row()][index.column()] if role == SORT_ROLE else None


class TablePane(Scroll):
    """A title, a sentence, a table, and what can be done with all of it.

    It scrolls where there is room for very little.

    Signals:
        closed(): the way back was taken.
        done(int): one of the buttons was pressed, by its number.
    """

    closed = Signal()
    done = Signal(int)

    def __init__(
        self, look: Look, name: str, heads: Sequence[str], verbs: Sequence[str] = ()
    ) -> None:
        """`name` is the table's; `verbs` are the words of the buttons below it."""
        super().__init__()
        self._look = look
        self.model = TextModel(heads, self)
        self.table = Table(look, name)
        self.table.setModel(self.model)
        self.table.setWordWrap(True)
        self.buttons = [QPushButton(verb, self) for verb in verbs]
        self._build()
        look.changed.connect(self._fit)
        self._fit()

    def show_rows(
        self,
        title: str,
        text: str,
        rows: Sequence[tuple[str, ...]],
        sort: Sequence[tuple[str, ...]] = (),
    ) -> None:
        """Show other rows under a title and a sentence, which may be ""."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.table.setAccessibleName(title)
        self.model.show(rows, sort)
        if rows:
            self.table.setCurrentIndex(self.table.model().index(0, 0))

    def share_width(self, shares: Sequence[float]) -> None:
        """Let columns take shares of the width; 0 takes what is left."""
        heads, modes = self.table.horizontalHeader(), QHeaderView.ResizeMode
        for column, share in enumerate(shares):
            heads.setSectionResizeMode(column, modes.Interactive if share else modes.Stretch)
            if share:
                self.table.setColumnWidth(column, round(self.width() * share))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.back.isHidden():
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._title, self._text = words("", "title", wrap=True), words("", "quiet", wrap=True)
        self.back = LinkButton("Back to the comparison")
        self.back.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(XL, L, XL, 0)
        head.setSpacing(M)
        head.addWidget(self._title, stretch=1)
        head.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignTop)
        self._text.setContentsMargins(XL, 0, XL, 0)
        inside = pane("page", self.viewport())
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(self._text)
        beside = QHBoxLayout()
        beside.setContentsMargins(L, 0, 0, 0)
        beside.addWidget(self.table)
        column.addLayout(beside, stretch=1)
        column.addLayout(self._below())
        self.setWidget(inside)

    def _below(self) -> QHBoxLayout:
        below = QHBoxLayout()
        below.setContentsMargins(XL, 0, XL, M if self.buttons else 0)
        below.setSpacing(S)
        for number, button in enumerate(self.buttons):
            button.setProperty("number", number)
            button.clicked.connect(self._on_pressed)
            below.addWidget(button)
        below.addStretch(1)
        return below

    def _on_pressed(self) -> None:
        self.done.emit(self.sender().property("number"))

    def _fit(self) -> None:
        """Two lines a row: what is decided on is not cut short."""
        self.table.setMinimumHeight(self._look.px(LEAST))
        self.table.verticalHeader().setDefaultSectionSize(self._look.px(ROW))
