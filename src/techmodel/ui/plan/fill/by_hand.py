"""Gaps without a project, to be ticked and put together under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.field import Field
from techmodel.ui.widgets.plain_model import PlainRow
from techmodel.ui.widgets.ticks import TicksModel, TickTable
from techmodel.ui.widgets.words import words
from techmodel.wording import fill as wording
from techmodel.wording.numbers import weeks_range
from techmodel.wording.plan_steps import steps_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.gaps import Gaps
    from techmodel.core.plan_parts import StepId
    from techmodel.ui.look import Look

WIDTHS = (420, 260, 60)
"""Widths of the first columns in CSS pixels."""
MAX_NAME = 200


class ByHandPane(QWidget):
    """Ticks, a name, and what comes of them.

    Signals:
        changed(): the ticks or the name are others.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._still: Mapping[CapabilityId, Sequence[StepId]] = {}
        self._ticked: set[str] = set()
        self.table = TickTable(look, wording.OPEN_GAPS, self)
        self.model = TicksModel(wording.OPEN_HEADS, (2,), self.table)
        self.name = QLineEdit(self)
        self._preview = words(role="quiet", wrap=True)
        self._build()
        look.changed.connect(self._fit)

    @property
    def ticked(self) -> list[CapabilityId]:
        """The gaps ticked, in the order of their ranks."""
        return [c for c in self._still if c in self._ticked]

    @property
    def ready(self) -> bool:
        """Whether there is a tick and a name."""
        return bool(self.ticked and self.name.text().strip())

    def show_gaps(
        self, assessment: Assessment, gaps: Gaps, still: Mapping[CapabilityId, Sequence[StepId]]
    ) -> None:
        """Show other gaps; those ticked before stay so."""
        self._still = still
        self._ticked &= set(still)
        rows = []
        for capability, steps in still.items():
            gap = gaps.of(capability)
            assert gap is not None
            name = wording.gap_name(assessment, capability)
            texts = (name, steps_words(steps), str(gap.rank), weeks_range(gap.weeks))
            rows.append(PlainRow(capability, texts, ((2, gap.rank or 0), (3, gap.weeks.likely))))
        self.model.show(rows)
        self.model.tick(self._ticked)
        self._say()

    def begin_anew(self) -> None:
        """Take off all ticks and the name."""
        self._ticked.clear()
        self.model.tick(())
        self.name.clear()

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.name.setMaxLength(MAX_NAME)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, stretch=1)
        foot = QVBoxLayout()
        foot.setContentsMargins(XL, M, XL, M)
        foot.setSpacing(S)
        foot.addWidget(Field(wording.NAME, self.name))
        foot.addWidget(self._preview)
        column.addLayout(foot)
        self.model.ticked.connect(self._on_ticked)
        self.name.textChanged.connect(self._on_changed)
        self._fit()

    def _fit(self) -> None:
        if not self._look.widths(wording.OPEN_GAPS):
            for column, width in enumerate(WIDTHS):
                self.table.setColumnWidth(column, self._look.px(width))

    def _on_ticked(self, capability: str, on: bool) -> None:
        if on:
            self._ticked.add(capability)
        else:
            self._ticked.discard(capability)
        self._on_changed()

    def _on_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        steps = [s for c in self.ticked for s in self._still[c]]
        self._preview.setText(wording.hand_preview(self.name.text(), steps))
