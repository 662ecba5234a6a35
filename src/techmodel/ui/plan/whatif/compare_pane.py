"""Two ways of planning side by side, in a table and in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from techmodel.ui.look import XL, M, S
from techmodel.ui.plan.whatif.rows import side_rows
from techmodel.ui.widgets.choice_box import ChoiceBox
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.plain_model import PlainModel
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import words
from techmodel.wording import plan_whatif as wording
from techmodel.wording.plan_changes import scenario_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.ui.look import Look
    from techmodel.ui.plan.whatif.outcome import Outcome

PLAN, HERE = "plan", "here"
"""The keys of the plan, and of what is set."""
WIDTHS = (340, 220, 220)
"""Widths of the columns in CSS pixels."""


class ComparePane(QWidget):
    """Two lists to choose from, what the second does against the first, and both in a table.

    Signals:
        changed(): another two are chosen.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.one, self.other = self._list(wording.FIRST), self._list(wording.SECOND)
        self._lines = words(role="large", wrap=True)
        self.table = Table(look, wording.NAMES[wording.COMPARE], self)
        self.model = PlainModel(("", "", ""), parent=self.table)
        self._build()

    @property
    def chosen(self) -> tuple[str, str]:
        """The keys of both."""
        return self.one.currentData(), self.other.currentData()

    @property
    def sentence(self) -> str:
        """What the second does against the first."""
        return self._lines.text()

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other ways of planning (key, name); what was chosen stays while it is there."""
        for list_, first in ((self.one, PLAN), (self.other, HERE)):
            held = list_.currentData()
            list_.blockSignals(True)  # noqa: FBT003 - Qt's own
            list_.clear()
            for key, name in choices:
                list_.addItem(name, key)
            keys = [key for key, _ in choices]
            list_.setCurrentIndex(keys.index(held if held in keys else first))
            list_.blockSignals(False)  # noqa: FBT003 - Qt's own

    def show_outcomes(self, assessment: Assessment, one: Outcome, other: Outcome) -> None:
        """Show both of those that are chosen."""
        names = self.one.currentText(), self.other.currentText()
        lines = scenario_lines(one.plan, other.plan, one.moments, other.moments)
        self._lines.setText(wording.compared(*names, lines))
        self.model.show(side_rows(assessment, one, other), ("", *names))

    def _list(self, name: str) -> ChoiceBox:
        made = ChoiceBox(self)
        for part in (made, made.view()):
            part.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(20)
        return made

    def _build(self) -> None:
        self.table.setModel(self.model)
        inside = QWidget(self)
        flow = FlowLayout(S, inside)
        for word, list_ in ((wording.FIRST, self.one), (wording.SECOND, self.other)):
            label = words(word)
            label.setBuddy(list_)
            label.setMinimumHeight(self._look.px(32))
            flow.addWidget(label)
            flow.addWidget(list_)
            list_.activated.connect(self._on_activated)
        top = QVBoxLayout()
        top.setContentsMargins(XL, M, XL, M)
        top.setSpacing(S)
        top.addWidget(inside)
        top.addWidget(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, stretch=1)
        self._look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        if not self._look.widths(self.table.accessibleName()):
            for column, width in enumerate(WIDTHS):
                self.table.setColumnWidth(column, self._look.px(width))

    def _on_activated(self) -> None:
        self.changed.emit()
