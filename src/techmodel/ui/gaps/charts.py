"""The two charts, each over its twin: the same numbers as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QScrollArea, QVBoxLayout, QWidget

from techmodel.ui.gaps.domain_model import TOGETHER, DomainModel
from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.why_table import WhyTable
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.gaps.bars import DomainBars
    from techmodel.ui.gaps.picture import Picture
    from techmodel.ui.gaps.radar import Radar
    from techmodel.ui.look import Look


class ChartPane(QWidget):
    """A chart that scrolls together with its table; the legend stays below."""

    def __init__(self, look: Look, chart: DomainBars | Radar, legend: QWidget, name: str) -> None:
        super().__init__()
        self._look, self.chart, self._legend = look, chart, legend
        self.model = DomainModel(self)
        self.table = WhyTable(look, name)
        self._build()
        look.changed.connect(self._fit_table)

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, M, 0, M)
        column.setSpacing(S)
        column.addWidget(self.chart)
        head = words("The same as a table, in % of target", "heading")
        head.setContentsMargins(XL, S, 0, 0)
        column.addWidget(head)
        column.addWidget(self.table)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._area, stretch=1)
        outer.addWidget(self._legend)

    def show_picture(self, picture: Picture, showing: OrganisationId | None) -> None:
        """Show a picture in the chart and in the table."""
        ids = [o.id for o in picture.columns]
        self.chart.show_picture(picture, ids.index(showing) if showing in ids else -1)
        self.model.show(picture)
        self._fit_table()

    def _fit_table(self) -> None:
        """Let the table be as tall as its rows, so that only one thing scrolls."""
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(0, self._look.px(190))
        for column in range(TOGETHER, self.model.columnCount()):
            self.table.setColumnWidth(column, self._look.px(92))
        rows = self.model.rowCount() * self._look.px(32)
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(heads.sizeHint().height() + rows + bar + 2)
