"""The bar of scenarios: which is shown, and what may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from techmodel.ui.look import XL, S
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.choice_box import choice_list, fill_choices
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import words
from techmodel.wording import plan_whatif as wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.plan_parts import Scenario


class ScenarioBar(QWidget):
    """A list of scenarios, with the plan first, and their verbs.

    Signals:
        chosen(str): a scenario, by its id, or the plan ("").
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = choice_list(wording.SCENARIO, wording.THE_PLAN)
        self.keep, self.update_ = self._button(wording.KEEP), self._button(wording.UPDATE)
        self.rename, self.forget = self._button(wording.RENAME), self._button(wording.FORGET)
        self._why = words(role="small", wrap=True)
        inside = QWidget(self)
        flow = FlowLayout(S, inside)
        buttons = (self.keep, self.update_, self.rename, self.forget)
        for widget in (self.list, *buttons):
            flow.addWidget(widget)
        let_tab_follow(self.list, buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, S, XL, S)
        column.setSpacing(S)
        column.addWidget(inside)
        column.addWidget(self._why)
        self.list.activated.connect(self._on_activated)

    def show_scenarios(self, scenarios: Sequence[Scenario], current: str) -> None:
        """Show other scenarios, and which of them is current."""
        fill_choices(self.list, [(s.id, s.name) for s in scenarios])
        self.list.setCurrentIndex(max(0, self.list.findData(current)))

    def allow(self, *, changed: bool, scenario: bool, read_only: bool) -> None:
        """Offer what can be done.

        Args:
            changed: the terms are others than those of what is current.
            scenario: a scenario is current, not the plan.
            read_only: nothing can be kept.
        """
        self.keep.setEnabled(not read_only)
        self.update_.setEnabled(changed and scenario and not read_only)
        for button in (self.rename, self.forget):
            button.setEnabled(scenario and not read_only)
        self._why.setText(wording.ONLY_TO_LOOK)
        self._why.setVisible(read_only)

    def _button(self, verb: str) -> QPushButton:
        return QPushButton(verb, self)

    def _on_activated(self) -> None:
        self.chosen.emit(self.list.currentData())
