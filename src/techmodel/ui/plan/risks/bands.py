"""What the scores of risks mean, with how many there are of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from techmodel.core.raid import STEPS, Band, band
from techmodel.ui.look import L, S
from techmodel.ui.plan.risks.matrix import GROUNDS
from techmodel.ui.widgets.chip import Painted
from techmodel.ui.widgets.words import words
from techmodel.wording.numbers import plural
from techmodel.wording.raid import BAND_MEANINGS, BANDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.ui.look import Look

_SCORES = sorted({a * b for a in STEPS for b in STEPS})


class Swatch(Painted):
    """The ground of a band."""

    def __init__(self, look: Look, band_: Band, parent: QWidget) -> None:
        super().__init__(look, (20, 20), parent)
        self._band = band_

    @override
    def _paint(self, painter: QPainter, area: QRectF) -> None:
        ground, ink = GROUNDS[self._band]
        painter.fillRect(area, self._look.colour(ground))
        painter.setPen(QPen(self._look.colour(ink), 1))
        painter.drawRect(area.adjusted(0, 0, -1, -1))


class Bands(QWidget):
    """A line a band, the highest first."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(1, 1)
        self.lines = {}
        for row, one in enumerate(reversed(Band)):
            self.lines[one] = words("", "small", wrap=True)
            swatch = Swatch(look, one, self)
            grid.addWidget(swatch, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.lines[one], row, 1)
        grid.setRowStretch(len(Band), 1)
        grid.setContentsMargins(L, 0, L, 0)

    def show_counts(self, counts: Mapping[tuple[int, int], int]) -> None:
        """Show how many open risks each band has."""
        for one, line in self.lines.items():
            count = sum(n for (a, b), n in counts.items() if band(a * b) is one)
            line.setText(band_words(one, count))


def band_words(one: Band, count: int) -> str:
    """A band: "High, 8 to 12: 2 risks. The programme board sees it at every meeting."."""
    scores = [s for s in _SCORES if band(s) is one]
    many = plural(count, "risk") if count else "no risk"
    return f"{BANDS[one]}, {scores[0]} to {scores[-1]}: {many}. {BAND_MEANINGS[one]}"
