"""How a view of entries is laid out: filters, table and form, and what stands there before any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.look import XL, S
from techmodel.ui.plan.entries.form import EntryForm
from techmodel.ui.plan.entries.table import EntryTable
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.empty import EmptyState
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import pane, rule, words
from techmodel.wording.entries import NOTHING_LEFT, SHOW_ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from techmodel.ui.look import Look
    from techmodel.ui.plan.entries.fields import Field
    from techmodel.ui.widgets.empty import Way

NARROW = 1000
"""Below this width in CSS pixels the form takes the place of the table."""
FORM = 316
"""CSS pixels that the form is wide beside the table."""
ROWS = 5
"""Rows of the table that are always shown; where there is less room, all of it scrolls."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the parts of a view are called.

    Attributes:
        table, form, search: for screen readers.
        add: the words of the button that adds an entry.
        new: the title of the form for a new one.
        read_only: why nothing can be changed.
    """

    table: str
    form: str
    search: str
    add: str
    new: str
    read_only: str


class Filters(QWidget):
    """A field to search in, what else a view filters by, and how many are left.

    Signals:
        changed(): something else is to be shown.
        cleared(): everything is to be shown.
    """

    changed = Signal()
    cleared = Signal()

    def __init__(self, name: str, others: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(name)
        self.words.setAccessibleName(name)
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(180)
        self.clear = LinkButton(SHOW_ALL, self, small=True)
        self.count = words("", "hint")
        row = FlowLayout(S, self)
        for widget in (self.words, *others, self.clear, self.count):
            row.addWidget(widget)
        self.words.textChanged.connect(self.changed)
        self.clear.clicked.connect(self._on_clear)

    @property
    def searched(self) -> str:
        """What is searched for, in small letters."""
        return self.words.text().strip().casefold()

    def show_count(self, shown: int, all_: int) -> None:
        """Say how many of all are left."""
        self.count.setText(f"{shown:,} of {all_:,}" if shown < all_ else "")
        self.clear.setVisible(shown < all_)

    def _on_clear(self) -> None:
        self.words.clear()
        self.cleared.emit()


class Frame(QStackedWidget):
    """The filters over the table and what is below it, and the form beside it or in its place.

    Attributes:
        filters, add, table, form: the parts.
        nothing: what the table says when no entry passes the filters.
    """

    def __init__(
        self, parent: QWidget, look: Look, fields: Sequence[Field], names: Names, *others: QWidget
    ) -> None:
        """`others` are what is filtered by besides the search."""
        super().__init__(parent)
        self._look, self._names, self._opened = look, names, False
        self._main = pane("page", self)
        self.filters = Filters(names.search, others, self._main)
        self.add = QPushButton(names.add, self._main)
        self.add.setProperty("role", "primary")
        self.why = words("", "hint", wrap=True)
        self.table = EntryTable(look, names.table, fields, self._main)
        self.form = EntryForm(fields, names.form, self._main)
        self.nothing = words(NOTHING_LEFT, "quiet", wrap=True)
        self._left = QScrollArea(self._main)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self._main)
        self._below: QWidget | None = None
        self._empty: EmptyState | None = None
        self._place()
        self.addWidget(self._main)
        look.changed.connect(self.fit)

    @property
    def is_narrow(self) -> bool:
        """Whether table and form take turns."""
        return self.width() < self._look.px(NARROW)

    @property
    def empty(self) -> EmptyState | None:
        """What is shown before there is anything, if it is shown."""
        return self._empty if self.currentWidget() is self._empty else None

    def order_tabs(self, *below: QWidget) -> None:
        """Let Tab go as one reads: filters, table, what is `below` it, form."""
        filters, form = self.filters.findChildren(QWidget), self.form.findChildren(QWidget)
        wanted = [*filters, self.add, self.table, *below, *form]
        here = self.window()
        let_tab_follow(self, [w for w in wanted if w.window() is here])  # lists open in their own

    def put_below(self, widget: QWidget) -> None:
        """Put something below the table, once."""
        self._below = widget
        self._inside.addWidget(rule())
        self._inside.addWidget(widget)

    def put_instead(self, widget: QWidget) -> None:
        """Put something that takes turns with the table, once."""
        self._views.addWidget(widget)

    def show_view(self, number: int) -> None:
        """Show the table (0) or what takes turns with it."""
        self._views.setCurrentIndex(number)

    def show_empty(self, title: str, text: str, ways: Sequence[Way]) -> None:
        """Show what to do first."""
        if self._empty is None:
            self._empty = EmptyState(self._look, title, text, ways, self)
            self.addWidget(self._empty)
        self.setCurrentWidget(self._empty)

    def show_main(self) -> None:
        """Show the table and the form."""
        self.setCurrentWidget(self._main)

    def open(self, *, opened: bool) -> None:
        """Let the form take the place of the table, or the other way, where they take turns."""
        self._opened = opened
        self.fit()

    def show_read_only(self, *, read_only: bool) -> None:
        """Say why nothing can be changed."""
        self.add.setEnabled(not read_only)
        said = self._names.read_only if read_only else ""
        self.add.setAccessibleDescription(said)
        self.why.setText(said)
        self.why.setVisible(read_only)

    def show_none_left(self, *, none: bool) -> None:
        """Say that no entry passes the filters."""
        self.nothing.setVisible(none)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(900), self._look.px(500))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Show both halves, or the one that is wanted."""
        narrow = self.is_narrow
        self._left.setVisible(not narrow or not self._opened)
        self.form.setVisible(not narrow or self._opened)
        self.form.back.setVisible(narrow)
        wide = self._look.px(FORM)
        if not narrow:
            self._splitter.setSizes([self.width() - wide, wide])
        high = self.table.horizontalHeader().sizeHint().height() + ROWS * self._look.px(32)
        self._views.setMinimumHeight(high)

    def _place(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(XL, S, XL, S)
        top.setSpacing(S)
        top.addWidget(self.filters, stretch=1)
        top.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        for line in (self.why, self.nothing):
            line.setContentsMargins(XL, 0, XL, S)
            line.hide()
            column.addWidget(line)
        column.addWidget(rule())
        self._place_halves()
        column.addWidget(self._splitter, stretch=1)

    def _place_halves(self) -> None:
        self._views = QStackedWidget(self._main)
        self._views.addWidget(self.table)
        inside = pane("page", self._left)
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._inside.addWidget(self._views, stretch=1)
        self._left.setWidget(inside)
        self._left.setWidgetResizable(True)
        self._left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self.form)
        self._splitter.setStretchFactor(0, 1)
