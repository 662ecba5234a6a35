"""Which domains count, and when a level counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.look import XL, XS, L, M, S
from techmodel.ui.widgets.described_box import DescribedBox
from techmodel.ui.widgets.field import Field
from techmodel.ui.widgets.words import words
from techmodel.wording.setup import COVERAGE, DOMAINS, domain_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QCheckBox

    from techmodel.core.checklist import Checklist, Domain, DomainId
    from techmodel.ui.look import Look

TWO_COLUMNS = 480
"""From this width in CSS pixels on, domains stand in two columns."""


class Scope(QScrollArea):
    """Domains with check boxes, and the coverage threshold with an example.

    Signals:
        edited(): a person changed something.
    """

    edited = Signal()

    def __init__(self, look: Look, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._checklist = look, checklist
        self._cells = {d.id: self._cell(d) for d in checklist.domains}
        self._columns = 0
        self._given = checklist.scoring.default_threshold
        self._threshold, self._example = QSpinBox(), words("", "quiet", wrap=True)
        self._build()
        self._threshold.valueChanged.connect(self.edited)

    @property
    def out(self) -> tuple[DomainId, ...]:
        """The domains out of scope, in the checklist's order."""
        return tuple(d for d, cell in self._cells.items() if not cell.box.isChecked())

    @property
    def threshold(self) -> float:
        """The coverage threshold, 0.5 to 1.0; to the hundredth once a person has changed it."""
        shown = self._threshold.value()
        return self._given if shown == round(self._given * 100) else shown / 100

    def box(self, domain: DomainId) -> QCheckBox:
        """The check box of a domain."""
        return self._cells[domain].box

    def show_choice(self, out: Collection[DomainId], threshold: float) -> None:
        """Show what holds, without saying so."""
        self._given = threshold
        for domain, cell in self._cells.items():
            cell.box.setChecked(domain not in out)
        if round(threshold * 100) != self._threshold.value():  # else half-typed digits would go
            self._threshold.blockSignals(True)  # noqa: FBT003 - Qt's own parameter
            self._threshold.setValue(round(threshold * 100))
            self._threshold.blockSignals(False)  # noqa: FBT003 - Qt's own parameter

    def show_counts(self, questions: Mapping[DomainId, int], example: str) -> None:
        """Show how many questions each domain asks, and the worked example."""
        for domain, cell in self._cells.items():
            count = len(self._checklist.of_domain(domain))
            cell.say(domain_words(count, questions.get(domain, 0)))
        self._example.setText(example)
        self._example.setVisible(bool(example))

    def add(self, widget: QWidget) -> None:
        """Put something below."""
        self._column.insertWidget(self._column.count() - 1, widget)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(2 if self.width() >= self._look.px(TWO_COLUMNS) else 1)

    def _build(self) -> None:
        self._threshold.setRange(50, 100)
        self._threshold.setValue(round(self._given * 100))
        self._threshold.setSingleStep(5)
        self._threshold.setSuffix("%")
        self._threshold.lineEdit().setAccessibleName("Coverage threshold")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(XL)
        self._grid.setVerticalSpacing(0)
        self._lay_out(2)
        inside = QFrame()
        inside.setProperty("pane", "page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, S, 0)
        self._column.setSpacing(M)
        self._column.addLayout(_head())
        self._column.addLayout(self._grid)
        self._column.addSpacing(S)
        self._column.addWidget(self._threshold_field())
        self._column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(next(iter(self._cells.values())).box)

    def _threshold_field(self) -> Field:
        row = QHBoxLayout()
        row.setSpacing(L)
        row.addWidget(self._threshold)
        row.addWidget(self._example, stretch=1)
        return Field("Coverage threshold", self._threshold, COVERAGE, row)

    def _cell(self, domain: Domain) -> DescribedBox:
        cell = DescribedBox(self._look, domain.short_name, "hint")
        cell.box.setToolTip(f"{domain.name}. {domain.description}")
        cell.box.setChecked(True)
        cell.box.clicked.connect(self.edited)
        return cell

    def _lay_out(self, columns: int) -> None:
        """Domains down the first column, then down the second."""
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self._cells) // columns)
        for n, cell in enumerate(self._cells.values()):
            self._grid.addWidget(cell, n % rows, n // rows)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)


def _head() -> QVBoxLayout:
    head = QVBoxLayout()
    head.setSpacing(XS)
    head.addWidget(words("Domains in scope", "heading"))
    head.addWidget(words(DOMAINS, "small", wrap=True))
    return head
