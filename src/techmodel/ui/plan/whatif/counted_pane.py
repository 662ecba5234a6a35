"""Which projects count: ticked, or left out to see what comes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from techmodel.core.plan_parts import ProjectId, Status, Terms
from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.plain_model import PlainRow
from techmodel.ui.widgets.ticks import TicksModel, TickTable
from techmodel.ui.widgets.words import when_pressed, words
from techmodel.wording import plan_whatif as wording
from techmodel.wording.plan_labels import project_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techmodel.core.plan import Plan
    from techmodel.ui.look import Look

_OVER = {Status.DONE, Status.DROPPED}
WEEKS = 60
"""CSS pixels of the column of weeks."""


class CountedPane(QWidget):
    """A tick for every project that is not done or dropped.

    Signals:
        changed(Terms): a person has ticked otherwise.
    """

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._terms, self._ids = Terms(), frozenset[ProjectId]()
        self.table = TickTable(look, wording.COUNTED, self)
        self.model = TicksModel(wording.COUNTED_HEADS, (1,), self.table)
        self.all, self.none = QPushButton(wording.ALL, self), QPushButton(wording.NONE, self)
        self._count = words(role="small", wrap=True)
        self._build()

    def show_terms(self, terms: Terms, plan: Plan) -> None:
        """Show which projects of a plan count under some terms.

        Args:
            terms: which are off.
            plan: with all of them on, for their weeks.
        """
        self._terms = terms
        open_ = [p for p in plan.projects if p.project.status not in _OVER]
        self._ids = frozenset(p.project.id for p in open_)
        on = self._ids - terms.off
        rows = [
            PlainRow(
                p.project.id,
                (project_words(p.project), str(p.weeks.likely) if p.weeks.likely else ""),
                ((1, p.weeks.likely),),
            )
            for p in open_
        ]
        self.model.show(rows)
        self.model.tick(on)
        self._count.setText(wording.projects_words(len(self._ids), len(on)))

    def _build(self) -> None:
        self.table.setModel(self.model)
        heads = self.table.horizontalHeader()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(0, heads.ResizeMode.Stretch)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(XL, S, M, S)
        buttons.setSpacing(S)
        for button in (self.all, self.none):
            button.setProperty("scale", "small")
            buttons.addWidget(button)
        buttons.addWidget(self._count, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(buttons)
        column.addWidget(self.table, stretch=1)
        self.model.ticked.connect(self._on_ticked)
        when_pressed(self.all, self._on_all)
        when_pressed(self.none, self._on_none)
        self._look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.table.setColumnWidth(1, self._look.px(WEEKS))

    def _on_ticked(self, project: str, on: bool) -> None:
        one = {ProjectId(project)}
        self._emit(self._terms.off - one if on else self._terms.off | one)

    def _on_all(self) -> None:
        self._emit(())

    def _on_none(self) -> None:
        self._emit(self._ids)

    def _emit(self, off: Iterable[ProjectId]) -> None:
        self.changed.emit(replace(self._terms, off=frozenset(off)))
