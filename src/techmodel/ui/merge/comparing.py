"""The right pane: one thing to settle, as both files have it, and the ways to settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from techmodel.core.merge_parts import Choice
from techmodel.ui.look import XL, XS, L, M
from techmodel.ui.merge.card import SideCard, breakable
from techmodel.ui.merge.levels import Levels
from techmodel.ui.merge.scroll import Scroll
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import pane, words
from techmodel.wording import merge_page as wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from techmodel.ui.look import Look
    from techmodel.ui.merge.picture import Picture


class Comparing(Scroll):
    """Head, two cards, and the line below.

    Signals:
        chosen(object): a side (Choice); of organisations of one name: OURS one, THEIRS two.
        level_chosen(int): another level.
        parked(), both_kept(), opened_again(): the other ways.
        list_wanted(): a person wants to see the list, where there is no room for both.
    """

    chosen = Signal(object)
    level_chosen = Signal(int)
    parked = Signal()
    both_kept = Signal()
    opened_again = Signal()
    list_wanted = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        """`over` is the page, on which the levels open."""
        super().__init__(over)
        self._look, self._over = look, over
        self._picture: Picture | None = None
        self.levels: Levels | None = None
        self._build()
        self._connect()

    @property
    def first(self) -> QWidget:
        """Where choosing begins."""
        return self.one if self._picture is not None and self._picture.same else self.ours.button

    def name_files(self, ours: str, theirs: str) -> None:
        """Say which documents are compared."""
        self.ours.name_file(ours)
        self.theirs.name_file(theirs)

    def show_picture(self, picture: Picture, place: str) -> None:
        """Show one thing to settle; `place` is which of all it is."""
        had, before = self.first.hasFocus(), self._picture
        self._picture = picture
        self._line.setText(breakable(picture.line))
        self._title.setText(breakable(picture.title))
        self._place.setText(place)
        self.to_list.setText(f"{place}, show the list")
        own = picture.chosen if not picture.same else None
        self.ours.show_card(picture.ours, chosen=own is Choice.OURS)
        self.theirs.show_card(picture.theirs, chosen=own is Choice.THEIRS)
        self._show_ways(picture)
        self._show_same(picture)
        if had:
            self.first.setFocus()
        if before is None or (before.line, before.title) != (picture.line, picture.title):
            QTimer.singleShot(0, self, self._to_top)  # once it is laid out anew

    def show_narrow(self, *, narrow: bool) -> None:
        """Offer a way to the list where there is no room for both."""
        self.to_list.setVisible(narrow)
        self._place.setVisible(not narrow)

    def open_levels(self) -> None:
        """Show the levels to choose another one from."""
        if self._picture is None or not self._picture.levels:
            return
        self.close_levels()
        self.levels = Levels(self._look, self._picture.levels, self._over)
        self.levels.chosen.connect(self.level_chosen)
        self.levels.open_over(self.another)

    def close_levels(self) -> None:
        """Put the levels away."""
        if self.levels is not None:
            self.levels.close_it()
            self.levels = None

    def _show_ways(self, picture: Picture) -> None:
        """The ways beside the two cards, and what was chosen where it was one of them."""
        apart = picture.settled and picture.chosen is None
        self._settled.setText(wording.state_words(picture.settled) if apart else "")
        ways: dict[QWidget, bool] = {
            self.another: bool(picture.levels),
            self.park: picture.parks,
            self.both: picture.keeps_both,
        }
        shown = {self._settled: bool(apart), self._neither: any(ways.values()), **ways}
        shown |= {self.again: bool(picture.settled), self._stays: not picture.same}
        for widget, offered in shown.items():
            widget.setVisible(offered)
        self._lay_out([widget for widget, offered in shown.items() if offered])

    def _lay_out(self, widgets: list[QWidget]) -> None:
        """Put these in a line; what is hidden would take room between them."""
        while self._flow.takeAt(0) is not None:
            pass
        for widget in widgets:
            widget.setMinimumHeight(self.another.sizeHint().height())
            self._flow.addWidget(widget)
        self._flow.update()

    def _show_same(self, picture: Picture) -> None:
        self._sames.setVisible(picture.same)
        self.one.setChecked(picture.same and picture.chosen is Choice.OURS)
        self.two.setChecked(picture.same and picture.chosen is Choice.THEIRS)

    def _build(self) -> None:
        self.ours = SideCard(self._look, wording.THIS_FILE)
        self.theirs = SideCard(self._look, wording.OTHER_FILE)
        cards = QHBoxLayout()
        cards.setSpacing(L)
        cards.addWidget(self.ours, stretch=1)
        cards.addWidget(self.theirs, stretch=1)
        inside = pane("page", self.viewport())
        column = QVBoxLayout(inside)
        column.setContentsMargins(XL, L, XL, M)
        column.setSpacing(M)
        column.addLayout(self._head())
        column.addLayout(cards, stretch=1)
        column.addWidget(self._same())
        column.addLayout(self._ways())
        self.setWidget(inside)

    def _head(self) -> QHBoxLayout:
        self._line, self._title = words("", "small", wrap=True), words("", "title", wrap=True)
        self._place, self.to_list = words("", "small"), LinkButton("", small=True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._line)
        texts.addWidget(self._title)
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addLayout(texts, stretch=1)
        for widget in (self._place, self.to_list):
            head.addWidget(widget, alignment=Qt.AlignmentFlag.AlignTop)
        return head

    def _same(self) -> QWidget:
        """Two buttons with what each means, for organisations of one name."""
        self._sames = QWidget()
        self.one, self.two = QPushButton(wording.ONE), QPushButton(wording.TWO)
        row = QHBoxLayout(self._sames)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        for button, means in ((self.one, wording.ONE_MEANS), (self.two, wording.TWO_MEANS)):
            button.setCheckable(True)
            button.setAccessibleDescription(means)
            column = QVBoxLayout()
            column.setSpacing(XS)
            column.addWidget(button)
            column.addWidget(words(means, "small", wrap=True))
            column.addStretch(1)
            row.addLayout(column, stretch=1)
        return self._sames

    def _ways(self) -> FlowLayout:
        self._neither, self._settled = words("Neither?", "quiet"), words("", "heading")
        self.another, self.park = LinkButton(wording.ANOTHER_LEVEL), LinkButton(wording.PARK)
        self.both, self.again = LinkButton(wording.KEEP_BOTH), LinkButton(wording.OPEN_AGAIN)
        self._stays: QLabel = words(wording.STAYS, "hint")
        self._flow = FlowLayout(M, between=XS)
        for widget in (
            *(self._settled, self._neither, self.another, self.park, self.both),
            *(self.again, self._stays),
        ):
            self._flow.addWidget(widget)
        return self._flow

    def _connect(self) -> None:
        self.ours.chosen.connect(self._on_left)
        self.one.clicked.connect(self._on_left)
        self.theirs.chosen.connect(self._on_right)
        self.two.clicked.connect(self._on_right)
        self.another.clicked.connect(self.open_levels)
        self.park.clicked.connect(self.parked)
        self.both.clicked.connect(self.both_kept)
        self.again.clicked.connect(self.opened_again)
        self.to_list.clicked.connect(self.list_wanted)

    def _to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def _on_left(self) -> None:
        self.chosen.emit(Choice.OURS)

    def _on_right(self) -> None:
        self.chosen.emit(Choice.THEIRS)
