"""What filling the plan would add, change, take away and leave, project by project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from techmodel.ui.look import XL, S
from techmodel.ui.widgets.buttons import FilterToggle
from techmodel.ui.widgets.plain_model import PlainModel, PlainRow
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import words
from techmodel.wording import fill as wording
from techmodel.wording.plan_labels import project_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.ui.look import Look
    from techmodel.wording.fill import Line

WIDTHS = (90, 360)
"""Widths of the first columns in CSS pixels; the last takes the rest."""


class ChangesPane(QWidget):
    """The lines with a toggle for each kind."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: Sequence[Line] = ()
        self.toggles = {what: FilterToggle(what.value, self) for what in wording.What}
        self.table = Table(look, wording.CHANGES, self)
        self.model = PlainModel(wording.CHANGES_HEADS, parent=self.table)
        self._moved = words(role="small", wrap=True)
        self._nothing = words(wording.NO_GAPS, "quiet", wrap=True)
        self._build()
        look.changed.connect(self._fit)

    def show_lines(self, lines: Sequence[Line], moved: str) -> None:
        """Show other lines, and that some projects only move in the list."""
        self._lines = lines
        for what, toggle in self.toggles.items():
            count = sum(line.what is what for line in lines)
            toggle.show_count(count)
            toggle.setVisible(bool(count))
        self._nothing.setVisible(not lines)
        self._moved.setText(moved)
        self._moved.setVisible(bool(moved))
        self._filter()

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.horizontalHeader().setStretchLastSection(True)
        head = QHBoxLayout()
        head.setContentsMargins(XL, S, XL, S)
        head.setSpacing(S)
        for toggle in self.toggles.values():
            head.addWidget(toggle)
            toggle.setChecked(True)
            toggle.clicked.connect(self._filter)
        head.addWidget(self._moved, stretch=1)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        self._nothing.setContentsMargins(XL, S, XL, S)
        column.addWidget(self._nothing)
        column.addWidget(self.table, stretch=1)
        self._fit()

    def _fit(self) -> None:
        if not self._look.widths(wording.CHANGES):
            for column, width in enumerate(WIDTHS):
                self.table.setColumnWidth(column, self._look.px(width))

    def _filter(self) -> None:
        shown = [n for n in self._lines if self.toggles[n.what].isChecked()]
        order = list(wording.What)
        self.model.show(
            [
                PlainRow(
                    line.project.id,
                    (line.what.value, project_words(line.project), line.why),
                    ((0, order.index(line.what)),),
                )
                for line in shown
            ]
        )
