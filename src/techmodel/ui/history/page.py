"""The history page: every change with its day, and what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.journal import BatchKind
from techmodel.session.touched import Touched
from techmodel.ui.history.filters import Filters
from techmodel.ui.history.model import BatchModel, LineModel, when_words
from techmodel.ui.history.wrapped import WrappedDelegate
from techmodel.ui.look import XL, M, S
from techmodel.ui.page import Page
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import rule, words
from techmodel.wording.history import batch_lines, find_book, history_headline, undo_words

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from techmodel.core.journal import Batch
    from techmodel.wording.edits import Book

NOTHING_FOUND = "No change matches. “Show all” brings every change back."
BATCH_SHARES, LINE_SHARES = (0.15, 0.5, 0.17, 0.15), (0.26, 0.24, 0.24, 0.24)
"""How the columns share the width."""
MOST_WRAPPED = 60
"""Texts of a change with more lines than this are not wrapped; their tips show them whole."""
QUESTION = "What was changed, when, and who decided?"


class HistoryPage(Page):
    """The whole journal, newest first; it is never shortened."""

    name = "History"
    icon = "history"
    cares = Touched.ALL
    _all: tuple[Batch, ...] = ()
    _book: Book | None = None

    @override
    def question(self) -> str:
        return QUESTION

    @override
    def headline(self) -> str:
        batches = self.workspace.session.batches()
        first = when_words(batches[0].at) if batches else ""
        return history_headline(len(batches), len(self._batches.batches), first)

    @override
    def refresh(self) -> None:
        session = self.workspace.session
        self._all = session.batches()
        self._book = find_book(session.assessment(), self._all)
        self.filters.offer(self._all, self._book)
        self._undo.setText(undo_words(session.to_undo()))
        self._show()

    @override
    def focus_first(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return self.filters.words, self.table, self.detail

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._size_columns()

    @override
    def _build(self) -> None:
        self._sized = False
        self._batches, self._lines = BatchModel(self), LineModel(self)
        self.filters = Filters()
        self.table = Table(self.look, "Changes")
        self.table.setModel(self._batches)
        self.detail = Table(self.look, "What a change did")
        self.detail.setModel(self._lines)
        self.detail.setWordWrap(True)
        self.detail.setItemDelegate(WrappedDelegate(self.look, self.detail))
        self._undo = words(role="small", wrap=True)
        self._undo.setContentsMargins(XL, S, XL, S)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(rule())
        column.addWidget(self._split(), stretch=1)
        column.addWidget(rule())
        column.addWidget(self._undo)

    @override
    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filtered)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)

    def _split(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Vertical)
        nothing = words(NOTHING_FOUND, "quiet", wrap=True)
        nothing.setContentsMargins(XL, M, XL, M)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, M, 0, 0)
        column.setSpacing(S)
        self._what = words(role="heading", wrap=True)
        self._what.setContentsMargins(XL, 0, XL, 0)
        column.addWidget(self._what)
        column.addWidget(self.detail, stretch=1)
        split.addWidget(self._stack)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        return split

    def _show(self) -> None:
        """Show what the filters leave, and keep the row one is on where it is still there."""
        if self._book is None:
            return
        current = self._current()
        shown = self.filters.passing(reversed(self._all), self._book)
        taken = frozenset(b.takes for b in self._all if b.kind is BatchKind.UNDO)
        self._batches.show(shown, taken)
        self._stack.setCurrentIndex(0 if shown else 1)
        ids = [b.id for b in shown]
        row = ids.index(current.id) if current and current.id in ids else 0
        index = self.table.shown_index(self._batches.index(row, 0))
        self.table.setCurrentIndex(index)
        self._on_current(index)

    def _current(self) -> Batch | None:
        return self._batch(self.table.currentIndex())

    def _batch(self, index: QModelIndex) -> Batch | None:
        source = self.table.source_index(index)
        return self._batches.batches[source.row()] if source.isValid() else None

    def _on_current(self, index: QModelIndex) -> None:
        batch = self._batch(index)
        if batch is None or self._book is None:
            self._what.setText("")
            self._lines.show(())
            return
        self._what.setText(batch.label)
        lines = batch_lines(batch, self._book)
        self._lines.show(lines)
        if len(lines) <= MOST_WRAPPED:
            # once the columns have their widths, by which the texts wrap
            QTimer.singleShot(0, self.detail, self.detail.resizeRowsToContents)

    def _on_filtered(self) -> None:
        self._show()
        self.say_headline()

    def _size_columns(self) -> None:
        """Give the columns widths that suit them, once, unless a person's are remembered."""
        if self._sized:
            return
        self._sized = True
        for table, shares in ((self.table, BATCH_SHARES), (self.detail, LINE_SHARES)):
            if not self.look.widths(table.accessibleName()):
                for column, share in enumerate(shares):
                    table.setColumnWidth(column, round(self.width() * share))
            table.horizontalHeader().setStretchLastSection(True)
