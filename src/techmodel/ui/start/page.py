"""Start: continue, or begin something new?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.look import XL, L, M, S
from techmodel.ui.start.card import LastCard
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.buttons import KeyButton
from techmodel.ui.widgets.empty import EmptyState, Way
from techmodel.ui.widgets.header import Header
from techmodel.ui.widgets.words import pane, words
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from techmodel.settings import Recent
    from techmodel.ui.look import Look

QUESTION = "Continue, or begin something new?"
SIDE = 272
"""Width of the right pane in CSS pixels."""
SIDE_BELOW = 760
"""Below this width in CSS pixels at 100 % text the right pane goes under the rest."""
ANY_WIDTH = 16_777_215
"""Qt's QWIDGETSIZE_MAX, which PySide6 does not hand on: no limit."""
REST_AFTER = 15
"""Milliseconds between the first paint and the rest: one picture of the screen."""


class StartPage(QWidget):
    """The last assessment and ways to begin at once, the rest after the first paint.

    Signals:
        document_wanted(object): a document (Path) to open.
        new_wanted(), open_wanted(), sample_wanted(): ways to begin.
        find_wanted(str), forget_wanted(str): what to do about a path that is not there.
        kept_wanted(object): deal with this Kept work.

    Attributes:
        card: the last assessment, or None on a first run.
    """

    document_wanted = Signal(object)
    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    find_wanted = Signal(str)
    forget_wanted = Signal(str)
    kept_wanted = Signal(object)

    def __init__(
        self,
        look: Look,
        recents: Sequence[Recent],
        add_rest: Callable[[StartPage], object],
        parent: QWidget | None = None,
    ) -> None:
        """`add_rest` is called once, after the first paint."""
        super().__init__(parent)
        self.setObjectName("page")
        self._look, self._recents, self._add_rest = look, tuple(recents), add_rest
        self._is_painted = False
        self.card: LastCard | None = None
        self._build()

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        self._first.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 moves between."""
        return (self._main, self._side) if self._recents else (self._main,)

    def put_side(self, widget: QWidget) -> None:
        """Add something to the right pane."""
        self._side_column.insertWidget(self._side_column.count() - 1, widget)

    def put_first(self, widget: QWidget) -> None:
        """Add something above everything."""
        self._main_column.insertWidget(0, widget)
        self._make_room()
        let_tab_follow(self._header, widget.findChildren(QPushButton))

    def put_below(self, heading: str, widget: QWidget) -> None:
        """Add something under the card."""
        for each in (words(heading, "heading"), widget):
            self._main_column.insertWidget(self._main_column.count() - 1, each)

    def say_headline(self, last: Recent) -> None:
        """Say how the last assessment stands, as it was read."""
        self._header.say(QUESTION, headline([last]))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.card is not None:
            self._on_continue()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(REST_AFTER, self._on_painted)

    def _on_painted(self) -> None:
        self._add_rest(self)

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

    def _make_main(self) -> QFrame:
        main = pane("page")
        self._main_column = QVBoxLayout(main)
        self._main_column.setContentsMargins(XL, L + S, XL, XL)
        self._main_column.setSpacing(L)
        self._main_column.addWidget(self._make_card() if self._recents else self._first_run())
        self._main_column.addStretch(1)
        return main

    def _make_card(self) -> LastCard:
        last = self._recents[0]
        about = f"{plural(last.organisations, 'organisation')} · {Path(last.path).parent.name}"
        self.card = LastCard(self._look, last, about)
        self.card.wanted.connect(self._on_continue)
        self._first: QWidget = self.card.button
        return self.card

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
        empty = EmptyState(self._look, "Where would you like to begin?", text, ways)
        self._first = empty.buttons[0]
        return empty

    def _make_side(self) -> QFrame:
        side = pane("side")
        self._side_column = QVBoxLayout(side)
        self._side_column.setContentsMargins(L + 4, L + S, L + 4, L)
        self._side_column.setSpacing(S)
        if self._recents:
            for text, key, picture, signal in (
                ("New assessment", "Ctrl+N", "file-plus", self.new_wanted),
                ("Open…", "Ctrl+O", "folder", self.open_wanted),
                ("Try the sample", "", "play", self.sample_wanted),
            ):
                button = KeyButton(self._look, text, key, picture=picture)
                button.setProperty("align", "left")
                button.clicked.connect(signal)
                self._side_column.addWidget(button)
            self._side_column.addSpacing(M)
        self._side_column.addStretch(1)
        return side

    def _fit(self) -> None:
        below = self.width() * 100 / self._look.text < SIDE_BELOW
        directions = QBoxLayout.Direction
        self._panes.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        self._side.setMinimumWidth(self._look.px(SIDE))
        self._side.setMaximumWidth(ANY_WIDTH if below else self._look.px(SIDE))

    def _make_room(self) -> None:
        """Let the page grow for what was added, before its words are squeezed for a moment."""
        for layout in (self._main_column, self._panes):
            layout.activate()
        inside = self._panes.parentWidget()
        QCoreApplication.sendPostedEvents(inside, QEvent.Type.LayoutRequest.value)

    def _on_continue(self) -> None:
        self.document_wanted.emit(Path(self._recents[0].path))


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
