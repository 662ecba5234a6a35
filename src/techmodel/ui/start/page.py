"""Start: continue, or begin something new?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.look import XL, L, M, S
from techmodel.ui.start.card import LastCard
from techmodel.ui.start.glance import Glance, find_missing, look_at
from techmodel.ui.start.levels import six_levels
from techmodel.ui.start.recent import ANSWERED, NAME, WHERE, AnsweredDelegate, RecentModel
from techmodel.ui.widgets.buttons import KeyButton
from techmodel.ui.widgets.empty import EmptyState, Way
from techmodel.ui.widgets.header import Header
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import pane, words
from techmodel.ui.worker import Worker
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from techmodel.settings import Recent
    from techmodel.ui.look import Look

QUESTION = "Continue, or begin something new?"
SIDE = 272
"""Width of the right pane in CSS pixels."""
SIDE_BELOW = 760
"""Below this width in CSS pixels at 100 % text the right pane goes under the rest."""

ANY_WIDTH = 16_777_215
"""Qt's QWIDGETSIZE_MAX, which PySide6 does not hand on: no limit."""


class StartPage(QWidget):
    """The last assessment, recent ones, and three ways to begin; made anew when they change.

    Signals:
        document_wanted(object): a document (Path) to open.
        new_wanted(), open_wanted(), sample_wanted(): ways to begin.
        find_wanted(str), forget_wanted(str): what to do about a path that is not there.
    """

    document_wanted = Signal(object)
    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    find_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, look: Look, recents: Sequence[Recent]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look, self._recents = look, tuple(recents)
        self._card: LastCard | None = None
        self._table: Table | None = None
        self._began = False
        self._build()
        self.worker = Worker(self)

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        self._first.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 moves between."""
        return (self._main, self._side) if self._recents else (self._main,)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._began and self._recents:
            self._began = True
            QTimer.singleShot(0, self._read)

    def _build(self) -> None:
        self._header = Header()
        self._header.say(QUESTION, headline(self._recents))
        self._main, self._side = self._make_main(), self._make_side()
        inside = QWidget()
        self._panes = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._panes.setContentsMargins(0, 0, 0, 0)
        self._panes.setSpacing(0)
        self._panes.addWidget(self._main, stretch=1)
        self._panes.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(_scrolled(inside), stretch=1)
        self._look.changed.connect(self._fit)
        self._fit()

    def _make_main(self) -> QWidget:
        main = pane("page")
        column = QVBoxLayout(main)
        column.setContentsMargins(XL, L + S, XL, XL)
        column.setSpacing(L)
        if not self._recents:
            empty = self._first_run()
            self._first: QWidget = empty.buttons[0]
            column.addWidget(empty)
            return main
        self._card = LastCard(self._look, self._recents[0])
        self._card.wanted.connect(self._on_continue)
        self._first = self._card.button
        column.addWidget(self._card)
        if len(self._recents) > 1:
            column.addWidget(words("Other recent assessments", "heading"))
            column.addWidget(self._make_table())
        column.addStretch(1)
        return main

    def _first_run(self) -> EmptyState:
        ways = (
            Way(
                "file-plus",
                "Begin your own",
                "Name the partners and choose what good looks like. It takes about five minutes.",
                "New assessment",
                self.new_wanted.emit,
            ),
            Way(
                "folder",
                "Or go on with one you were given",
                "An assessment is one file, ending in .techmodel.",
                "Open…",
                self.open_wanted.emit,
            ),
            Way(
                "play",
                "Or look around first",
                "An invented partnership with answers, gaps and reports. You can change anything.",
                "Try the sample",
                self.sample_wanted.emit,
            ),
        )
        text = (
            "Find out which technology capabilities joined-up care needs, how far each partner is "
            "from them, and what to do first. Everything stays in one file on this computer."
        )
        return EmptyState(self._look, "Where would you like to begin?", text, ways)

    def _make_table(self) -> Table:
        self._model = RecentModel(self._look, self._recents[1:])
        table = self._table = Table(self._look, "Other recent assessments")
        table.setModel(self._model)
        table.setItemDelegateForColumn(ANSWERED, AnsweredDelegate(self._look, table))
        heads = table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(WHERE, QHeaderView.ResizeMode.Fixed)
        table.activated.connect(self._on_activated)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return table

    def _make_side(self) -> QFrame:
        side = pane("side")
        column = QVBoxLayout(side)
        column.setContentsMargins(L + 4, L + S, L + 4, L)
        column.setSpacing(S)
        if self._recents:
            for text, key, picture, signal in (
                ("New assessment", "Ctrl+N", "file-plus", self.new_wanted),
                ("Open…", "Ctrl+O", "folder", self.open_wanted),
                ("Try the sample", "", "play", self.sample_wanted),
            ):
                button = KeyButton(self._look, text, key, picture=picture)
                button.setProperty("align", "left")
                button.clicked.connect(signal)
                column.addWidget(button)
            column.addSpacing(M)
        column.addWidget(six_levels(self._look))
        column.addStretch(1)
        return side

    def _fit(self) -> None:
        below = self.width() * 100 / self._look.text < SIDE_BELOW
        directions = QBoxLayout.Direction
        self._panes.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        self._side.setMinimumWidth(self._look.px(SIDE))
        self._side.setMaximumWidth(ANY_WIDTH if below else self._look.px(SIDE))
        if self._table is not None:
            rows, head = len(self._recents) - 1, self._table.horizontalHeader()
            self._table.setFixedHeight(rows * self._look.px(40) + head.sizeHint().height() + 4)
            self._table.setColumnWidth(WHERE, self._look.px(190))
            self._table.verticalHeader().setDefaultSectionSize(self._look.px(40))

    def _read(self) -> None:
        """After the first paint: which are still there, and how the last one stands."""
        self.worker.start(find_missing, self._recents, self._on_missing)
        self.worker.start(look_at, self._recents[0], self._on_glance)

    def _on_missing(self, missing: object) -> None:
        if not isinstance(missing, frozenset) or self._table is None or not missing:
            return
        self._model.mark_missing(missing)
        for row in range(self._model.rowCount()):
            if self._model.is_missing(row):
                where = self._table.shown_index(self._model.index(row, WHERE))
                self._table.setIndexWidget(where, self._offers(self._model.recent(row)))

    def _offers(self, recent: Recent) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        for text, signal in (("Find…", self.find_wanted), ("Remove", self.forget_wanted)):
            button = _PathButton(text, recent)
            button.chosen.connect(signal)
            row.addWidget(button)
        return box

    def _on_glance(self, glance: object) -> None:
        if isinstance(glance, Glance) and self._card is not None:
            self._card.show_glance(glance)
            if not glance.problem:
                self._header.say(QUESTION, headline([glance.recent]))

    def _on_continue(self) -> None:
        self.document_wanted.emit(Path(self._recents[0].path))

    def _on_activated(self, index: QModelIndex) -> None:
        if self._table is not None and index.isValid():
            row = self._table.source_index(index).row()
            self.document_wanted.emit(Path(self._model.recent(row).path))


class _PathButton(QPushButton):
    """A small button about one path.

    Signals:
        chosen(str): the path.
    """

    chosen = Signal(str)

    def __init__(self, text: str, recent: Recent) -> None:
        super().__init__(text)
        self._path = recent.path
        self.setProperty("scale", "small")
        self.setAccessibleName(f"{text} {recent.title}")
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._path)


def headline(recents: Sequence[Recent]) -> str:
    """How the last assessment stands, or where to begin."""
    if not recents:
        return "Welcome. Begin with one of three."
    last = recents[0]
    to_go = last.asked - last.answered
    if not last.asked:
        return f"Go on with {last.title or 'your last assessment'}."
    if not last.answered:
        return f"Your last assessment is ready: {plural(last.asked, 'answer')} to go."
    if not to_go:
        return f"Your last assessment is complete: all {last.asked} answers are there."
    if to_go <= last.asked * 0.1:
        return f"Your last assessment is nearly complete: {plural(to_go, 'answer')} to go."
    return f"Your last assessment has {last.answered} of {plural(last.asked, 'answer')}."


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setProperty("pane", "page")
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
