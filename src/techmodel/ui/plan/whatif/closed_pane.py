"""The days on which nobody works: those closed by hand, and bank holidays."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from techmodel.ui.checklist.typed_day import parse_day
from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.field import Field
from techmodel.ui.widgets.plain_model import PlainModel, PlainRow
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import restyle, when_pressed, words
from techmodel.wording import plan_whatif as wording
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from techmodel.ui.look import Look

LONGEST = 60
"""Days that may be closed at once."""
DAY = 130
"""CSS pixels of the column of days."""


def typed_days(text: str) -> tuple[date, ...]:
    """The days of "24 Dec 2026" or "24 Dec 2026 to 1 Jan 2027", () where it is neither."""
    first, _, last = text.partition(" to ")
    begin, end = parse_day(first), parse_day(last or first)
    if begin is None or end is None or not 0 <= (end - begin).days < LONGEST:
        return ()
    return tuple(begin + timedelta(days=n) for n in range((end - begin).days + 1))


class ClosedPane(QWidget):
    """A list of days with a field to close more; it takes effect at once.

    Signals:
        closed(frozenset): these are the days that are closed by hand now.
    """

    closed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days: frozenset[date] = frozenset()
        self.table = Table(look, wording.CLOSED_NAME, self)
        self.model = PlainModel(wording.CLOSED_HEADS, parent=self.table)
        self.typed = QLineEdit(self)
        self.close_, self.open_ = QPushButton(wording.CLOSE, self), QPushButton(wording.OPEN, self)
        self._wrong = words("", "problem", wrap=True)
        self._may = True
        self._build()

    def show_days(
        self, closed: Collection[date], holidays: Mapping[date, str], *, may_change: bool
    ) -> None:
        """Show other days, with the bank holidays of the plan's years."""
        self._days, self._may = frozenset(closed), may_change
        names = dict.fromkeys(closed, wording.BY_HAND)
        whole = {**holidays, **names}
        self.model.show(
            [
                PlainRow(d.isoformat(), (short_date(d), whole[d]), ((0, d.toordinal()),))
                for d in sorted(whole)
            ]
        )
        for part in (self.typed, self.close_):
            part.setEnabled(may_change)
        self._on_current()

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.horizontalHeader().setStretchLastSection(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(XL, S, M, S)
        foot.addWidget(self.open_)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_top())
        column.addWidget(self.table, stretch=1)
        column.addLayout(foot)
        when_pressed(self.close_, self._on_close)
        when_pressed(self.open_, self._on_open)
        self.typed.returnPressed.connect(self._on_close)
        self.table.selectionModel().selectionChanged.connect(self._on_current)
        self._look.changed.connect(self._fit)
        self._fit()
        self._say_wrong("")

    def _make_top(self) -> QVBoxLayout:
        self.typed.setPlaceholderText(wording.CLOSE_HINT)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.typed, stretch=1)
        line.addWidget(self.close_)
        top = QVBoxLayout()
        top.setContentsMargins(XL, M, M, S)
        top.setSpacing(S)
        top.addWidget(words(wording.CLOSED_TEXT, "small", wrap=True))
        top.addWidget(Field(wording.CLOSE_NAME, self.typed, beside=line))
        top.addWidget(self._wrong)
        return top

    def _fit(self) -> None:
        self.table.setColumnWidth(0, self._look.px(DAY))

    @property
    def _chosen(self) -> frozenset[date]:
        """The days selected that were closed by hand."""
        rows = {self.table.source_index(i).row() for i in self.table.selectedIndexes()}
        return self._days & {date.fromisoformat(self.model.rows[n].key) for n in rows}

    def _on_current(self) -> None:
        self.open_.setEnabled(self._may and bool(self._chosen))

    def _on_close(self) -> None:
        days = typed_days(self.typed.text())
        self._say_wrong("" if days else wording.WRONG_DAYS)
        if days:
            self.typed.clear()
            self.closed.emit(self._days | set(days))

    def _on_open(self) -> None:
        self.closed.emit(self._days - self._chosen)

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.typed.setProperty("state", "wrong" if sentence else "")
        restyle(self.typed)
