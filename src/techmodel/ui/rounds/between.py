"""The bar over a comparison: which two moments, what can be done with the round, which view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.buttons import Segmented
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import words
from techmodel.wording.comparing import joined_words
from techmodel.wording.history import SHOW_THEN
from techmodel.wording.numbers import percent_range
from techmodel.wording.rounds import ONLY_TO_LOOK

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from techmodel.core.compare import Comparison
    from techmodel.core.rounds import Round
    from techmodel.ui.look import Look

DOMAINS, ANSWERS = "domains", "answers"
"""The two views of a comparison."""
WIDE = 1040
"""From this width in CSS pixels on all stands in one row."""


class Between(QFrame):
    """What is compared, and the buttons for it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("pane", "top")
        self._head, self._small = words(role="heading"), words(role="small", wrap=True)
        self._joined = words(role="small", wrap=True)
        self.then = QPushButton(SHOW_THEN)
        self.rename, self.forget = QPushButton("Rename…"), QPushButton("Forget")
        choices = ((DOMAINS, "By domain"), (ANSWERS, "Answers that changed"))
        self.views = Segmented(choices, "Compare")
        self._build()
        look.changed.connect(self._fit)

    def show_comparison(self, comparison: Comparison, since: Round, *, may_change: bool) -> None:
        """Say what is compared; renaming and forgetting may be off, which is then said."""
        self._head.setText(f"From {since.name} to now")
        off = "" if may_change else f" {ONLY_TO_LOOK}"
        self._small.setText(f"{measured(comparison)}{off}")
        joined = joined_words(comparison)
        self._joined.setText(joined)
        self._joined.setVisible(bool(joined))
        for button in (self.rename, self.forget):
            button.setEnabled(may_change)
            button.setAccessibleDescription(off.strip())
        count = len(comparison.answers)
        self.views.button(ANSWERS).setText(f"Answers that changed {count:,}")

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._head.text()}. {self._small.text()} {self._joined.text()}".rstrip()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._head)
        told.addWidget(self._small)
        told.addWidget(self._joined)
        told.addStretch(1)
        self._controls = QWidget()
        row = FlowLayout(S, self._controls)
        for button in (self.then, self.rename, self.forget):
            button.setProperty("scale", "toolbar")
            row.addWidget(button)
        row.addWidget(self.views)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(XL, S, XL, S)
        self._row.setSpacing(M)
        self._row.addLayout(told, stretch=1)
        self._row.addWidget(self._controls)

    def _fit(self) -> None:
        wide = self.width() >= self._look.px(WIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if wide else down)
        self._row.setSpacing(M if wide else S)
        one_line = sum(w.sizeHint().width() for w in self._inside()) + 3 * S + 2
        self._controls.setMinimumWidth(one_line if wide else 0)

    def _inside(self) -> tuple[QWidget, ...]:
        return self.then, self.rename, self.forget, self.views


def measured(comparison: Comparison) -> str:
    """That today’s targets are the measure, and what was told then where that differs."""
    overall = comparison.progress.overall
    told = percent_range(comparison.then.gaps.overall.attainment)
    said = "Shares are of today’s targets; F1 on a figure explains it."
    if told == percent_range(overall.reached_then):
        return said
    return f"{said} Of the targets of then, {told} was reached."
