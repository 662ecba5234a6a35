"""The roadmap's view of the plan: by quarter, in three horizons, or as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from techmodel.core.roadmap import find_roadmap
from techmodel.ui.look import XL, M, S
from techmodel.ui.plan.roadmap.board import Board
from techmodel.ui.plan.roadmap.horizons import Horizons
from techmodel.ui.widgets.buttons import Segmented
from techmodel.ui.widgets.empty import EmptyState, Way
from techmodel.ui.widgets.plain_model import PlainModel, PlainRow
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import pane, rule, words
from techmodel.wording import roadmap as wording
from techmodel.wording.numbers import short_date
from techmodel.wording.plan_page import GANTT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.roadmap import Bar, Roadmap
    from techmodel.session.touched import Touched
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

PLAN = "plan"
"""The key of the place the Gantt is in."""
QUARTERS, STAGES, TABLE = "quarters", "stages", "table"
WIDTHS = (64, 300, 190, 70, 100, 100, 220)
"""Widths of the table's columns in CSS pixels."""


class RoadmapView(QWidget):
    """Three pictures of one roadmap.

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
        self._roadmap: Roadmap | None = None
        self._build()
        self._connect()

    def question(self) -> str:
        """What it answers."""
        return wording.QUESTION

    def headline(self) -> str:
        """How much is done by the end of each horizon."""
        return wording.headline(self._roadmap) if self._roadmap else wording.NOTHING_DATED

    def refresh(self, touched: Touched | None = None) -> None:
        """Look again at the plan."""
        session = self._workspace.session
        plan, assessment = session.plan.plan(), session.assessment()
        roadmap = self._roadmap = find_roadmap(assessment, plan)
        names = [wording.domain_name(assessment, lane.domain) for lane in roadmap.lanes]
        domains: dict[str, str] = {
            b.planned.project.id: name
            for lane, name in zip(roadmap.lanes, names, strict=True)
            for b in lane.bars
        }
        self.board.show_roadmap(roadmap, names)
        self.horizons.show_roadmap(roadmap, domains)
        self.model.show([_row(b, domains) for stage in roadmap.stages for b in stage.bars])
        told = wording.duties_words(roadmap.duties, assessment.checklist)
        self._told.setText(f"{told} {wording.undated_words(len(roadmap.undated))}".strip())
        self._told.setVisible(bool(self._told.text()))
        nothing = self.endless if plan.endless else self.empty
        self._outer.setCurrentWidget(self._main if roadmap.stages else nothing)

    def focus_first(self) -> None:
        """Put the focus where the arrows begin."""
        self.panes()[-1].setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """The switch, and the picture now shown."""
        now = self._outer.currentWidget()
        if isinstance(now, EmptyState):
            return (now.buttons[0],)
        shown = self._stack.currentWidget()
        return (self.kinds, self.horizons.first() if shown is self._area else shown)

    def show_item(self, item: str) -> None:
        """Mark a project by its id."""
        self.board.mark(item)
        self.table.selectRow(self.table.shown_index(self.model.place_of(item)).row())

    def _build(self) -> None:
        look = self._look
        kinds = (QUARTERS, wording.BY_QUARTER), (STAGES, wording.HORIZONS), (TABLE, wording.TABLE)
        self.kinds = Segmented(kinds, wording.SHOW_AS, self)
        self.board, self.horizons = Board(look, self), Horizons(look, self)
        self.horizons.setObjectName("page")
        self.table = Table(look, wording.TWIN, self)
        self.model = PlainModel(wording.HEADS, parent=self.table)
        self.table.setModel(self.model)
        self._stack = QStackedWidget(self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.horizons)
        pictures: tuple[QWidget, ...] = self.board, self._area, self.table
        for picture in pictures:
            self._stack.addWidget(picture)
        self._told = words(role="small", wrap=True)
        self._main = self._make_main()
        self.empty = self._make_empty(wording.EMPTY_TITLE, wording.EMPTY_TEXT)
        self.endless = self._make_empty(wording.ENDLESS_TITLE, wording.ENDLESS_TEXT)
        self._outer = QStackedWidget(self)
        for widget in (self._main, self.empty, self.endless):
            self._outer.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._outer)
        self._fit()

    def _make_main(self) -> QWidget:
        main = QWidget(self)
        bar = pane("top", main)
        row = QHBoxLayout(bar)
        row.setContentsMargins(XL, S, XL, S)
        row.setSpacing(M)
        row.addWidget(self.kinds)
        row.addWidget(words(wording.HINT, "small", wrap=True), stretch=1)
        self._told.setContentsMargins(XL, S, XL, S)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (bar, rule(), self._stack, self._told):
            column.addWidget(widget, stretch=1 if widget is self._stack else 0)
        return main

    def _make_empty(self, title: str, text: str) -> EmptyState:
        way = Way("plan", wording.WAY_TITLE, wording.WAY_TEXT, wording.WAY_VERB, self._go_to_gantt)
        return EmptyState(self._look, title, text, (way,), self)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_kind)
        for picture in (self.board, self.horizons):
            picture.chosen.connect(self._go)
        self.board.copy_wanted.connect(self.table.copy)
        self.table.activated.connect(self._on_row)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        if not self._look.widths(wording.TWIN):
            for column, width in enumerate(WIDTHS):
                self.table.setColumnWidth(column, self._look.px(width))

    def _on_kind(self, key: str) -> None:
        self._stack.setCurrentIndex((QUARTERS, STAGES, TABLE).index(key))

    def _on_row(self, index: QModelIndex) -> None:
        self._go(self.model.rows[self.table.source_index(index).row()].key)

    def _go(self, project: str) -> None:
        self.place_wanted.emit(PLAN, project)

    def _go_to_gantt(self) -> None:
        self.place_wanted.emit(PLAN, GANTT)


def _row(bar: Bar, domains: Mapping[str, str]) -> PlainRow:
    project, start, end = bar.planned.project, bar.planned.start, bar.planned.end
    assert start is not None
    assert end is not None
    stage = wording.horizon_name(bar.horizon)
    days = short_date(start), short_date(end)
    texts = (project.id, project.name, domains[project.id], stage, *days, project.owner)
    places = list(domains)
    sort = (2, places.index(project.id)), (3, end.toordinal()), (4, start.toordinal())
    return PlainRow(project.id, texts, (*sort, (5, end.toordinal())))
