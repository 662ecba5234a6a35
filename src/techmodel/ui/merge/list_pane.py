"""The left pane: what is to be settled, what is taken without asking, and the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout
from typing_extensions import override

from techmodel.ui.look import XS, L, M, S
from techmodel.ui.merge.keys import command_of
from techmodel.ui.merge.list_delegate import HEIGHT, ListDelegate
from techmodel.ui.merge.list_model import ListModel
from techmodel.ui.merge.scroll import Scroll
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.words import pane, rule, words
from techmodel.wording import merge_page as wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLabel, QWidget

    from techmodel.ui.look import Look
    from techmodel.ui.merge.list_model import Row

COUNTS = (wording.ONLY_THEIRS, wording.ONLY_OURS, wording.BOTH_ALIKE)
LEAST_ROWS = 3
"""So many lines of the list are seen however little room there is."""


class ConflictList(QListView):
    """The list; keys that settle are left to the page."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if command_of(event) is None:
            super().keyPressEvent(event)
        else:
            event.ignore()


class ListPane(Scroll):
    """List, counts and rule; it scrolls where there is little room.

    Signals:
        chosen(int): another line is the current one.
        opened(): a person wants to look at it.
        list_wanted(int): show what one of the counts counts, in their order.
        rule_wanted(), rule_back_wanted(): settle the rest by a rule, or open it again.
    """

    chosen = Signal(int)
    opened = Signal()
    list_wanted = Signal(int)
    rule_wanted = Signal()
    rule_back_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("pane", "side")
        self.model = ListModel(self)
        self._build()
        look.changed.connect(self._fit)

    @property
    def current(self) -> int:
        """The number of the current line, -1 for none."""
        return self.list.currentIndex().row()

    def show_rows(self, rows: Sequence[Row], title: str, settled: int) -> None:
        """Show the lines and how many are settled."""
        self.model.show(rows)
        self._title.setText(title)
        self._settled.setText(f"{settled} settled" if settled else "")
        self.list.setVisible(bool(rows))
        self._keys.setVisible(bool(rows))
        self._fit()

    def show_counts(self, counts: Sequence[int], rounds: str) -> None:
        """Show what is taken without asking, and which rounds are not."""
        for (number, link), count in zip(self._counts, counts, strict=True):
            number.setVisible(not count)
            link.setVisible(bool(count))
            link.setText(wording.show_words(count))
        for (_, link), name in zip(self._counts, COUNTS, strict=True):
            link.setAccessibleName(f"{name}: {link.text()}")
        self._rounds.setText(rounds)
        self._rounds.setVisible(bool(rounds))

    def show_rule(self, *, offered: bool, used: bool) -> None:
        """Offer to settle the rest by a rule, or to open again what it settled."""
        self.rule.setVisible(offered)
        self.rule_back.setVisible(used)

    def go(self, number: int) -> None:
        """Make a line the current one."""
        index = self.model.index(number)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flag)
        self.list.scrollTo(index)

    def _build(self) -> None:
        inside = pane("side", self.viewport())
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, M)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(rule())
        column.addWidget(self._list(), stretch=1)
        column.addLayout(self._below())
        column.addStretch(0)
        self.setWidget(inside)

    def _head(self) -> QHBoxLayout:
        self._title, self._settled = words("", "heading"), words("", "small")
        head = QHBoxLayout()
        head.setContentsMargins(L, M, L, M)
        head.addWidget(self._title, stretch=1)
        head.addWidget(self._settled)
        return head

    def _list(self) -> QListView:
        self.list = ConflictList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ListDelegate(self._look, self.list))
        self.list.setProperty("pane", "side")
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName("Changed in both files")
        self.list.setAccessibleDescription(wording.KEYS)
        self.list.selectionModel().currentRowChanged.connect(self._on_current)
        self.list.clicked.connect(self._on_clicked)
        return self.list

    def _below(self) -> QVBoxLayout:
        self.rule, self.rule_back = LinkButton(wording.RULE), LinkButton(wording.RULE_BACK)
        self._rounds = words("", "small", wrap=True)
        below = QVBoxLayout()
        below.setContentsMargins(L, M, L, 0)
        below.setSpacing(XS)
        for link in (self.rule, self.rule_back):
            below.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
        below.addSpacing(S)
        below.addWidget(words(wording.TAKEN, "heading"))
        self._counts = [self._count(n, below) for n in range(len(COUNTS))]
        below.addWidget(self._rounds)
        self._keys = words(wording.KEYS, "hint", wrap=True)
        below.addSpacing(S)
        below.addWidget(self._keys)
        self.rule.clicked.connect(self.rule_wanted)
        self.rule_back.clicked.connect(self.rule_back_wanted)
        return below

    def _count(self, number: int, below: QVBoxLayout) -> tuple[QLabel, LinkButton]:
        """A line with a count, which is a link where there is something to show."""
        none, link = words("0"), LinkButton("")
        link.setProperty("number", number)
        link.clicked.connect(self._on_link)
        row = QHBoxLayout()
        row.addWidget(words(COUNTS[number]), stretch=1)
        row.addWidget(none)
        row.addWidget(link)
        below.addLayout(row)
        return none, link

    def _on_link(self) -> None:
        self.list_wanted.emit(self.sender().property("number"))

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())

    def _on_clicked(self) -> None:
        self.opened.emit()

    def _fit(self) -> None:
        """Let the list be as high as its lines, or scroll where there is less room."""
        row, count = self._look.px(HEIGHT), self.model.rowCount()
        self.list.setMaximumHeight(max(1, row * count))
        self.list.setMinimumHeight(row * min(count, LEAST_ROWS))
