"""Table and bars side by side, with the rows under both; one scroll bar moves them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollBar,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.core.causes import limits_that_bite
from techmodel.ui.look import L, M, S
from techmodel.ui.plan.gantt.axis import Axis
from techmodel.ui.plan.gantt.chart import Chart
from techmodel.ui.plan.gantt.feet import LOAD, TARGET, LoadRow, TargetRow
from techmodel.ui.plan.gantt.head import COLUMNS, LANE, YEARS, Head
from techmodel.ui.plan.gantt.loads import peak
from techmodel.ui.plan.gantt.toolbar import BARS, TABLE, Filters
from techmodel.ui.plan.gantt.tree import HEAD, ProjectTree
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.words import rule, words
from techmodel.wording import gantt as wording
from techmodel.wording.plan_limits import BITES, role_limits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from techmodel.ui.look import Look
    from techmodel.ui.plan.working import Worked

LEFT = 0.54
"""The share of the width that the table begins with."""
KEPT = "Halves of the plan"
"""Under what the share of the table, in thousandths, is remembered."""
NARROW = 820
"""Below this width in CSS pixels table and bars take turns."""
FEET_FROM = 420
"""From this height in CSS pixels on the rows under the bars are shown."""


class Halves(QSplitter):
    """Filters, table and bars, and what stands under them.

    Attributes:
        axis, tree, chart, head, load, target, filters: the parts.
        limit: sets the limit of the load.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._half, self._share = TABLE, (look.widths(KEPT) or [round(LEFT * 1000)])[0] / 1000
        self.axis = Axis(self)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._build()
        self._connect()

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for table and bars side by side."""
        return self.width() < self._look.px(NARROW)

    def show_plan(self, worked: Worked, *, fixed: bool) -> None:
        """Show what a plan comes to; the lines are given to the table by others."""
        plan = worked.plan
        days = [worked.today, plan.start, plan.end or plan.start]
        days += [p.start for p in plan.projects if p.start]
        days += [p.project.pins.finish_by for p in plan.projects if p.project.pins.finish_by]
        days += [d.wanted for d in plan.duties if d.wanted >= worked.today]
        if worked.ghost and worked.ghost.end:
            days.append(worked.ghost.end)
        last = max(days) if not plan.endless else plan.start.replace(year=plan.start.year + 20)
        self.axis.cover(min(days), last)
        self.head.show_plan(worked)
        self.chart.show_plan(worked, fixed=fixed)
        self._show_load(worked)
        self.target.show_moments(worked.moments)
        self._target_words.setText(wording.target_words(worked.moments, worked.assessment))

    @property
    def front(self) -> QWidget:
        """What takes the keys: the table, or the bars where only they are shown."""
        return self.chart if self.is_narrow and self._half == BARS else self.tree

    def show_half(self, half: str) -> None:
        """Show TABLE or BARS where there is no room for both."""
        self._half = half
        self.fit()

    def fit(self) -> None:
        """Show both halves, or the chosen one; leave out the feet where the window is low."""
        narrow, px = self.is_narrow, self._look.px
        self._left.setVisible(not narrow or self._half == TABLE)
        self._right.setVisible(not narrow or self._half == BARS)
        self.chart.stand_alone(alone=narrow and self._half == BARS)
        if not narrow:
            left = round(self.width() * self._share)
            self.setSizes([left, self.width() - left])
        feet = self.height() >= px(FEET_FROM)
        for widget in (self._load_pane, self.load, self._target_pane, self.target):
            widget.setVisible(feet)
        self._load_pane.setFixedHeight(px(LOAD))
        self._target_pane.setFixedHeight(px(TARGET))
        self.filters.setFixedHeight(px(LANE + YEARS + COLUMNS - HEAD))
        self._across.setFixedHeight(12)
        self._spacer.setFixedHeight(12)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _build(self) -> None:
        look = self._look
        self._left, self._right = QWidget(self), QWidget(self)
        for half in (self._left, self._right):
            half.setObjectName("page")
            self.addWidget(half)
        self.filters = Filters(look, self._left)
        self.tree = ProjectTree(look, self._left)
        self.head = Head(look, self.axis, self._right)
        self.chart = Chart(look, self.axis, self.tree, self._right)
        self.load = LoadRow(look, self.axis, self._right)
        self.target = TargetRow(look, self.axis, self._right)
        self._build_left()
        self._build_right()

    def _build_left(self) -> None:
        self._load_words, self._target_words = (
            words(role="small", wrap=True),
            words(role="small", wrap=True),
        )
        self._limit_words = words(role="quiet")
        self.limit = LinkButton(wording.SET_LIMIT, small=True)
        beside = QHBoxLayout()
        beside.addWidget(words(wording.LOAD_TITLE, "heading"))
        beside.addStretch(1)
        beside.addWidget(self._limit_words)
        self._load_pane = _foot(self._left, beside, [self._load_words, self._limits()])
        title = QHBoxLayout()
        title.addWidget(words(wording.TARGET_TITLE, "heading", wrap=True))
        self._target_pane = _foot(self._left, title, [self._target_words])
        self._spacer = QWidget(self._left)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.filters, self.tree, self._load_pane, self._target_pane, self._spacer):
            column.addWidget(widget, 1 if widget is self.tree else 0)

    def _limits(self) -> QWidget:
        """The link that sets the limit, and the limits of roles that hold work up."""
        made = QWidget(self._left)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        self._role_words = words(role="small")
        row.addWidget(self.limit)
        row.addWidget(self._role_words)
        return made

    def _build_right(self) -> None:
        self._down = self._bar(Qt.Orientation.Vertical)
        self._across = self._bar(Qt.Orientation.Horizontal)
        grid = QGridLayout(self._right)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for row, widget in enumerate((self.head, self.chart, self.load, self.target)):
            grid.addWidget(widget, row, 0)
        grid.addWidget(self._down, 1, 1)
        grid.addWidget(self._across, 4, 0)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(0, 1)

    def _bar(self, orientation: Qt.Orientation) -> QScrollBar:
        bar = QScrollBar(orientation, self._right)
        bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return bar

    def _connect(self) -> None:
        tree_bar = self.tree.verticalScrollBar()
        tree_bar.rangeChanged.connect(self._on_range)
        tree_bar.valueChanged.connect(self._down.setValue)
        self._down.valueChanged.connect(tree_bar.setValue)
        self._across.valueChanged.connect(self.axis.scroll)
        self.axis.changed.connect(self._on_axis)
        self.splitterMoved.connect(self._on_moved)
        self._look.changed.connect(self.fit)

    def _show_load(self, worked: Worked) -> None:
        load, limit = worked.load, worked.book.terms.capacity
        most, when = peak(load)
        over = sum(count > limit for _, count in load) if limit else 0
        self._load_words.setText(wording.load_words(most, when, limit, over))
        self._limit_words.setText(wording.limit_words(limit))
        bite = limits_that_bite(worked.held.values())
        roles = role_limits(bite, worked.book.terms, worked.assessment)
        self._role_words.setText(roles)
        self._role_words.setToolTip(BITES)
        self.load.show_load(load, worked)

    def _on_range(self, least: int, most: int) -> None:
        self._down.setRange(least, most)
        self._down.setPageStep(self.tree.verticalScrollBar().pageStep())
        self._down.setSingleStep(self.tree.row_height)

    def _on_axis(self) -> None:
        self._across.setRange(0, max(0, self.axis.length - self.axis.width))
        self._across.setPageStep(self.axis.width)
        self._across.setSingleStep(40)
        self._across.setValue(self.axis.offset)

    def _on_moved(self) -> None:
        sizes = self.sizes()
        self._share = sizes[0] / max(1, sum(sizes))
        self._look.keep_widths(KEPT, [round(self._share * 1000)])


def _foot(parent: QWidget, title: QHBoxLayout, lines: Sequence[QWidget]) -> QFrame:
    """A pane under the table: a title and sentences over a rule."""
    frame = QFrame(parent)
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(rule())
    inside = QVBoxLayout()
    inside.setContentsMargins(L, S, M, 0)
    inside.setSpacing(2)
    inside.addLayout(title)
    for line in lines:
        side = Qt.AlignmentFlag(0) if isinstance(line, QLabel) else Qt.AlignmentFlag.AlignLeft
        inside.addWidget(line, alignment=side)
    inside.addStretch(1)
    column.addLayout(inside)
    return frame
