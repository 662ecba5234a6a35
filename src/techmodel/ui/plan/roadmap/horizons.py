"""The roadmap in three horizons: what is done now, next and later, in large type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.core.roadmap import Horizon
from techmodel.ui.look import XL, M, S, Size, Weight
from techmodel.ui.plan.roadmap.tints import horizon_fill
from techmodel.ui.widgets.words import words
from techmodel.wording import roadmap as wording
from techmodel.wording.numbers import month_year

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from techmodel.core.roadmap import Bar, Roadmap, Stage
    from techmodel.ui.look import Look

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = 640
"""CSS pixels below which the horizons stand below each other."""
LEAST = 200
"""CSS pixels that a list is then at least high."""


class ProjectList(QListWidget):
    """Projects under the names of their domains.

    Signals:
        chosen(str): the id of a project that a person wants to go to.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWordWrap(True)
        self.setSpacing(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemClicked.connect(self._on_wanted)

    def show_bars(self, bars: Sequence[Bar], domains: Mapping[str, str]) -> None:
        """Show other projects; `domains` says the name of each one's domain, in their order."""
        self.clear()
        for domain in dict.fromkeys(domains.values()):
            inside = [b for b in bars if domains[b.planned.project.id] == domain]
            if inside:
                self._add_head(domain)
            for bar in inside:
                self._add(bar, domain)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item:
            self._on_wanted(item)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentItem() is None and self.count():
            self.setCurrentRow(1)  # the first is the name of a domain

    def _add_head(self, domain: str) -> None:
        if self.count():
            space = QListWidgetItem("", self)
            space.setFlags(Qt.ItemFlag.NoItemFlags)
            space.setSizeHint(QSize(0, self._look.px(M)))
        item = QListWidgetItem(domain, self)
        item.setFont(self._look.font(Size.BODY, Weight.SEMIBOLD))
        item.setForeground(self._look.colour("ink2"))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _add(self, bar: Bar, domain: str) -> None:
        project, end = bar.planned.project, bar.planned.end
        assert end is not None
        month = month_year(end).replace(" ", NO_BREAK)
        item = QListWidgetItem(f"{project.name}, {month}", self)
        item.setFont(self._look.font(Size.LARGE))
        item.setData(Qt.ItemDataRole.UserRole, project.id)
        said = wording.bar_words(bar, domain)
        item.setToolTip(said)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def _on_wanted(self, item: QListWidgetItem) -> None:
        project = item.data(Qt.ItemDataRole.UserRole)
        if project:
            self.chosen.emit(project)


class _Strip(QFrame):
    """The colour of a horizon, over its name."""

    def __init__(self, look: Look, horizon: Horizon, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._horizon = look, horizon
        self.setFixedHeight(6)
        self.setAutoFillBackground(True)
        look.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        palette, look = self.palette(), self._look
        strong = look.colour("ink") if look.high_contrast else horizon_fill(look, self._horizon)
        palette.setColor(self.backgroundRole(), strong)
        self.setPalette(palette)


class Column(QWidget):
    """A horizon: its name, how far it reaches, and what is done in it."""

    def __init__(self, look: Look, horizon: Horizon, parent: QWidget) -> None:
        super().__init__(parent)
        self._horizon = horizon
        self._title = words(wording.horizon_name(horizon), "headline")
        self._until = words(role="quiet", wrap=True)
        self.list = ProjectList(look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(_Strip(look, horizon, self))
        column.addWidget(self._title)
        column.addWidget(self._until)
        column.addWidget(self.list, stretch=1)

    def show_stage(self, stage: Stage, domains: Mapping[str, str]) -> None:
        """Show what is done in it."""
        said = f"{wording.until(stage)}, {wording.counted(len(stage.bars))}"
        self._until.setText(said)
        self.list.setAccessibleName(f"{wording.horizon_name(self._horizon)}, {said}")
        self.list.show_bars(stage.bars, domains)


class Horizons(QWidget):
    """Three columns, or three lists below each other.

    Signals:
        chosen(str): the id of a project that a person wants to go to.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[Roadmap, Mapping[str, str]] | None = None
        self.columns = {h: Column(look, h, self) for h in Horizon}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(XL, M, XL, M)
        self._row.setSpacing(XL)
        for column in self.columns.values():
            self._row.addWidget(column, stretch=1)
            column.list.chosen.connect(self.chosen)
        look.changed.connect(self._again)

    def show_roadmap(self, roadmap: Roadmap, domains: Mapping[str, str]) -> None:
        """Show another roadmap; `domains` says the name of each project's domain, in order."""
        self._shown = roadmap, domains
        self._again()

    def first(self) -> QWidget:
        """Where the focus begins."""
        return next((c.list for c in self.columns.values() if c.list.count()), self)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(NARROW), self._look.px(360))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = self.width() < self._look.px(NARROW)
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        for column in self.columns.values():
            column.list.setMinimumHeight(self._look.px(LEAST) if narrow else 0)

    def _again(self) -> None:
        if self._shown is None:
            return
        roadmap, domains = self._shown
        stages = {stage.horizon: stage for stage in roadmap.stages}
        for horizon, column in self.columns.items():
            column.setVisible(horizon in stages)
            if horizon in stages:
                column.show_stage(stages[horizon], domains)
