"""The effort view of the plan: a picture and its table, side by side where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.effort import find_efforts
from techmodel.ui.look import XL, M, S
from techmodel.ui.plan.effort.chart import Chart
from techmodel.ui.widgets.buttons import Segmented
from techmodel.ui.widgets.empty import EmptyState, Way
from techmodel.ui.widgets.plain_model import PlainModel, PlainRow
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import pane, rule, words
from techmodel.wording import effort as wording
from techmodel.wording.numbers import short_number
from techmodel.wording.plan_page import GANTT

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from techmodel.core.effort import Effort, Efforts
    from techmodel.session.touched import Touched
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

PLAN = "plan"
"""The key of the place the Gantt is in."""
PICTURE, TABLE = "picture", "table"
WIDE = 1100
"""CSS pixels from which on picture and table stand side by side."""
BESIDE = 560
"""CSS pixels of the table beside the picture."""
ANY_WIDTH = 16_777_215
"""Qt's own "no limit" for a widget's width."""
WIDTHS = (58, 214, 56, 56, 160, 58, 70)
"""Widths of the table's columns in CSS pixels."""
FIGURES = (2, 3, 5, 6)
"""The columns of figures."""


class EffortView(QWidget):
    """What each project brings for how much work.

    Signals:
        said(str): a sentence for screen readers.
        place_wanted(str, str): the Gantt should show a project.
        failed(str): never sent; a view of the plan has it.
    """

    said = Signal(str)
    place_wanted = Signal(str, str)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._look = workspace, look
        self._efforts: Efforts | None = None
        self._build()
        self._connect()
        self._fit()

    def question(self) -> str:
        """What it answers."""
        return wording.QUESTION

    def headline(self) -> str:
        """How many bring much for little work."""
        return wording.headline(self._efforts) if self._efforts else wording.EMPTY_TITLE

    def refresh(self, touched: Touched | None = None) -> None:
        """Look again at the plan."""
        session = self._workspace.session
        plan = session.plan.plan()
        efforts = self._efforts = find_efforts(session.assessment(), session.gaps(), plan)
        self.chart.show_efforts(efforts)
        self.model.show([_row(efforts, e) for e in efforts.all])
        left_out = wording.without_words(len(efforts.without))
        self._how.setText(f"{wording.HOW} {left_out}".strip())
        self._outer.setCurrentWidget(self._main if efforts.all else self.empty)

    def focus_first(self) -> None:
        """Put the focus where the arrows begin."""
        self.panes()[0].setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """The picture and the table, as far as they are shown."""
        if self._outer.currentWidget() is self.empty:
            return (self.empty.buttons[0],)
        shown = [w for w in (self.chart, self.table) if not w.isHidden()]
        return tuple(shown)

    def show_item(self, item: str) -> None:
        """Mark a project by its id."""
        self.chart.mark(item)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        look = self._look
        kinds = (PICTURE, wording.PICTURE), (TABLE, wording.TABLE)
        self.kinds = Segmented(kinds, wording.SHOW_AS, self)
        self.chart, self.table = Chart(look, self), Table(look, wording.TWIN, self)
        self.model = PlainModel(wording.HEADS, FIGURES, self.table)
        self.table.setModel(self.model)
        self._how = words(role="small", wrap=True)
        self._main = self._make_main()
        way = Way("plan", wording.WAY_TITLE, wording.WAY_TEXT, wording.WAY_VERB, self._go_to_gantt)
        self.empty = EmptyState(look, wording.EMPTY_TITLE, wording.EMPTY_TEXT, (way,), self)
        self._outer = QStackedWidget(self)
        self._outer.addWidget(self._main)
        self._outer.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._outer)

    def _make_main(self) -> QWidget:
        main = QWidget(self)
        bar = pane("top", main)
        top = QHBoxLayout(bar)
        top.setContentsMargins(XL, S, XL, S)
        top.setSpacing(M)
        top.addWidget(self.kinds)
        top.addWidget(self._how, stretch=1)
        self._line = rule("down")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.chart, stretch=1)
        row.addWidget(self._line)
        row.addWidget(self.table)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(rule())
        column.addLayout(row, stretch=1)
        return main

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._fit)
        self._look.changed.connect(self._fit)
        self.chart.chosen.connect(self._go)
        self.chart.marked.connect(self._on_marked)
        self.chart.copy_wanted.connect(self.table.copy)
        self.table.activated.connect(self._on_row)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)

    def _fit(self) -> None:
        """Show both side by side, or the one that is chosen."""
        px = self._look.px
        wide = self.width() >= px(WIDE)
        self.kinds.setVisible(not wide)
        self.chart.setVisible(wide or self.kinds.key == PICTURE)
        self._line.setVisible(wide)
        self.table.setVisible(wide or self.kinds.key == TABLE)
        self.table.setMinimumWidth(px(BESIDE) if wide else 0)
        self.table.setMaximumWidth(px(BESIDE) if wide else ANY_WIDTH)
        if not self._look.widths(wording.TWIN):
            for column, width in enumerate(WIDTHS):
                self.table.setColumnWidth(column, px(width))

    def _on_marked(self, project: str) -> None:
        index = self.table.shown_index(self.model.place_of(project))
        if index.row() != self.table.currentIndex().row():
            self.table.setCurrentIndex(index)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chart.mark(self._key(index))

    def _on_row(self, index: QModelIndex) -> None:
        self._go(self._key(index))

    def _key(self, index: QModelIndex) -> str:
        return self.model.rows[self.table.source_index(index).row()].key

    def _go(self, project: str) -> None:
        self.place_wanted.emit(PLAN, project)

    def _go_to_gantt(self) -> None:
        self.place_wanted.emit(PLAN, GANTT)


def _row(efforts: Efforts, effort: Effort) -> PlainRow:
    project = effort.planned.project
    figures = (effort.impact, effort.weeks, effort.levels, effort.unblocked)
    brings, weeks, levels, unblocks = map(short_number, figures)
    beside = wording.beside(efforts, effort)
    texts = (project.id, project.name, brings, weeks, beside, levels, unblocks)
    return PlainRow(project.id, texts, tuple(zip(FIGURES, figures, strict=True)))
