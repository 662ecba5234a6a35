"""The picture of the open risks with what its bands mean, beside it or below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from techmodel.ui.look import M, S
from techmodel.ui.plan.risks.bands import Bands
from techmodel.ui.plan.risks.matrix import Matrix
from techmodel.ui.widgets.words import words
from techmodel.wording import raid_page as wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from techmodel.ui.look import Look

BANDS = 220
"""CSS pixels that the bands need beside the picture."""


class Picture(QWidget):
    """A title, the matrix, and the bands."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.matrix, self.bands = Matrix(look, self), Bands(look, self)
        title = words(wording.MATRIX, "heading")
        title.setContentsMargins(S, 0, S, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, M, 0, M)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(S)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(title, 0, 0, 1, 2)
        self._grid.addWidget(self.matrix, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._fit()

    def show_counts(self, counts: Mapping[tuple[int, int], int]) -> None:
        """Show how many open risks each field has, by (likelihood, impact)."""
        self.matrix.show_counts(counts)
        self.bands.show_counts(counts)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= self.matrix.width() + self._look.px(BANDS)
        if beside:
            self._grid.addWidget(self.bands, 1, 1)
        else:
            self._grid.addWidget(self.bands, 2, 0, 1, 2)
