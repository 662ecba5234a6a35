"""The left half of the gaps place: heat map, bars or radar of one picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from techmodel.ui.gaps.bars import DomainBars
from techmodel.ui.gaps.charts import ChartPane
from techmodel.ui.gaps.heat_map import HeatMap
from techmodel.ui.gaps.legend import bars_legend, radar_legend
from techmodel.ui.gaps.radar import Radar

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist
    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.gaps.picture import Picture
    from techmodel.ui.look import Look

HEAT, BARS, RADAR = "heat", "bars", "radar"
"""The keys of the three views."""
VIEWS = ((HEAT, "Heat map"), (BARS, "Domain bars"), (RADAR, "Radar"))


class Left(QStackedWidget):
    """The three views of one picture, one of them in front."""

    def __init__(self, look: Look, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat = HeatMap(look, checklist)
        self.bars = ChartPane(look, DomainBars(look), bars_legend(look), "Domain bars as a table")
        self.radar = ChartPane(look, Radar(look), radar_legend(look), "Radar as a table")
        self._keys = (HEAT, BARS, RADAR)
        for view in (self.heat, self.bars, self.radar):
            self.addWidget(view)

    def bring(self, key: str) -> None:
        """Bring a view to the front."""
        self.setCurrentIndex(self._keys.index(key))

    def show_picture(
        self, picture: Picture, showing: OrganisationId | None, *, empty: bool
    ) -> None:
        """Show a picture in all three."""
        self.heat.show_picture(picture, showing, empty=empty)
        self.bars.show_picture(picture, showing)
        self.radar.show_picture(picture, showing)

    def show_item(self, item: str) -> None:
        """Bring a domain or a capability into view."""
        self.heat.show_item(item)

    def copy(self) -> int:
        """Copy what is in front, tab-separated with heads; how many rows."""
        chart = self.front_chart()
        if chart is None:
            return self.heat.copy()
        chart.table.clearSelection()
        chart.table.copy()
        return chart.model.rowCount()

    def front_chart(self) -> ChartPane | None:
        """The chart in front, None while the heat map is."""
        front = self.currentWidget()
        return front if isinstance(front, ChartPane) else None
