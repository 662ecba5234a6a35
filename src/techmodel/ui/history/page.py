"""The history page: every change with its day, and what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.core.history import find_entries, newest_first
from techmodel.core.journal import standing
from techmodel.session.touched import Touched
from techmodel.ui.history.filters import Filters
from techmodel.ui.history.model import BatchModel, LineModel, when_words
from techmodel.ui.look import XL, M, S
from techmodel.ui.page import Page
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import rule, words
from techmodel.ui.widgets.wrapped import WrappedRows
from techmodel.wording.history import (
    AFTER_MERGE,
    IS_NOW,
    SHOW_THEN,
    batch_lines,
    find_book,
    history_headline,
    undo_words,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from techmodel.core.history import Entry
    from techmodel.wording.edits import Book

NOTHING_FOUND = "No change matches. “Show all” brings every change back."
BATCH_WIDTHS = ((0.13, 140), (0.50, 220), (0.17, 150), (0.15, 120))
LINE_WIDTHS = ((0.26, 200), (0.24, 160), (0.24, 140), (0.24, 140))
"""How the columns share the width, and their least widths in CSS pixels."""
QUESTION = "What was changed, when, and who decided?"


class HistoryPage(Page):
    """The whole journal, newest first; it is never shortened.

    Signals:
        look_wanted(int): the assessment is to be shown as it was just after a revision.
    """

    name = "History"
    icon = "history"
    cares = Touched.ALL
    look_wanted = Signal(int)
    _all: tuple[Entry, ...] = ()
    _taken_back: frozenset[str] = frozenset()
    _book: Book | None = None

    @override
    def question(self) -> str:
        return QUESTION

    @override
    def headline(self) -> str:
        first = when_words(self._all[-1].batch.at) if self._all else ""
        taken = sum(e.merge is not None for e in self._all)
        return history_headline(len(self._all), len(self._batches.entries), first, taken)

    @override
    def refresh(self) -> None:
        session = self.workspace.session
        batches, taken = session.batches(), session.taken()
        stands = standing(batches)
        self._all = newest_first(find_entries(batches, taken))
        self._taken_back = frozenset(b.id for b in batches if b.id not in stands)
        self._book = find_book(session.assessment(), batches, taken)
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
        WrappedRows(self.look, self.detail)
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
        self.then.clicked.connect(self._on_then)

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
        column.addLayout(self._detail_head())
        column.addWidget(self.detail, stretch=1)
        split.addWidget(self._stack)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        return split

    def _detail_head(self) -> QHBoxLayout:
        """What the change is called, and the way to that moment, with why it is off."""
        self._what = words(role="heading", wrap=True)
        self._note = words(role="small", wrap=True)
        self.then = QPushButton(SHOW_THEN)
        self.then.setProperty("scale", "toolbar")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._what)
        texts.addWidget(self._note)
        row = QHBoxLayout()
        row.setContentsMargins(XL, 0, XL, 0)
        row.setSpacing(M)
        row.addLayout(texts, stretch=1)
        row.addWidget(self.then, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _show(self) -> None:
        """Show what the filters leave, and keep the row one is on where it is still there."""
        if self._book is None:
            return
        current = self._current()
        shown = self.filters.passing(self._all, self._book)
        self._batches.show(shown, self._taken_back)
        self._stack.setCurrentIndex(0 if shown else 1)
        row = shown.index(current) if current in shown else 0
        index = self.table.shown_index(self._batches.index(row, 0))
        self.table.setCurrentIndex(index)
        self._on_current(index)

    def _current(self) -> Entry | None:
        return self._entry(self.table.currentIndex())

    def _entry(self, index: QModelIndex) -> Entry | None:
        source = self.table.source_index(index)
        return self._batches.entries[source.row()] if source.isValid() else None

    def _on_current(self, index: QModelIndex) -> None:
        entry = self._entry(index)
        self._show_then(entry)
        if entry is None or self._book is None:
            self._what.setText("")
            self._lines.show(())
            return
        self._what.setText(entry.batch.label)
        self._lines.show(batch_lines(entry.batch, self._book))

    def _show_then(self, entry: Entry | None) -> None:
        """Offer the moment of an entry; the newest is how things are now."""
        newest = entry is not None and entry.moment == self.workspace.session.revision
        taken = entry is not None and entry.merge is not None
        self.then.setEnabled(entry is not None and not newest)
        self._note.setText(IS_NOW if newest else AFTER_MERGE if taken else "")
        self._note.setVisible(bool(self._note.text()))
        self.then.setAccessibleDescription(self._note.text())

    def _on_then(self) -> None:
        entry = self._current()
        if entry is not None:
            self.look_wanted.emit(entry.moment)

    def _on_filtered(self) -> None:
        self._show()
        self.say_headline()

    def _size_columns(self) -> None:
        """Give the columns widths that suit them, once, unless a person's are remembered."""
        if self._sized:
            return
        self._sized = True
        for table, widths in ((self.table, BATCH_WIDTHS), (self.detail, LINE_WIDTHS)):
            if not self.look.widths(table.accessibleName()):
                for column, (share, least) in enumerate(widths):
                    wanted = max(round(self.width() * share), self.look.px(least))
                    table.setColumnWidth(column, wanted)
            table.horizontalHeader().setStretchLastSection(True)
