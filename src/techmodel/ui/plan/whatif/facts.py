"""Four figures at once: the end, the duty dates, what is reached, what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from techmodel.ui.look import XL, XXL, M
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import words
from techmodel.wording import plan_whatif as wording

if TYPE_CHECKING:
    from techmodel.ui.plan.whatif.outcome import Outcome

_LABELS = ("Ends", "Duty dates kept", "Reached in the end", "Costs")


class Fact(QFrame):
    """A figure with what it is above and what the plan says below."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self._figure, self._plan = words(role="number"), words(role="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words(label, "label"))
        column.addWidget(self._figure)
        column.addWidget(self._plan)

    @property
    def text(self) -> str:
        """The figure as shown."""
        return self._figure.text()

    def show_figure(self, here: str, plan: str) -> None:
        """Show another figure; what the plan says stands below where it is another."""
        said = wording.plan_says(plan) if plan != here else "as the plan"
        self._figure.setText(here)
        self._plan.setText(said)
        self.setAccessibleName(f"{self._label}: {here}, {said}")


class Facts(QWidget):
    """The figures in a row, or in more than one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = [Fact(label, self) for label in _LABELS]
        flow = FlowLayout(XXL, self, between=M)
        flow.setContentsMargins(XL, M, XL, M)
        for fact in self.facts:
            flow.addWidget(fact)

    def show_outcomes(self, plan: Outcome, here: Outcome) -> None:
        """Show other figures."""
        pairs = (
            (wording.end_words(here.plan), wording.end_words(plan.plan)),
            (wording.duties_words(here.plan), wording.duties_words(plan.plan)),
            (wording.reached_words(here.moments), wording.reached_words(plan.moments)),
            (wording.costs_words(here.costs), wording.costs_words(plan.costs)),
        )
        for fact, pair in zip(self.facts, pairs, strict=True):
            fact.show_figure(*pair)
        self.layout().invalidate()  # type: ignore[union-attr] # it has one
