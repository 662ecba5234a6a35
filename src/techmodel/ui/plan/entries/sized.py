"""A table whose first column has the room that the others leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from techmodel.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent


class SizedTable(Table):
    """A table with widths to begin with; once a person has dragged one, theirs stay."""

    _wide: tuple[int, ...] = ()
    _sizing = False

    def give_widths(self, widths: Sequence[int]) -> None:
        """Let the columns be so many CSS pixels wide, the first at least."""
        self._wide = tuple(widths)
        self.size_columns()
        self._look.changed.connect(self.size_columns)

    def size_columns(self) -> None:
        """Give the columns their widths."""
        if not self._wide or self._look.widths(self._name):
            return
        self._sizing = True
        px = self._look.px
        shown = [n for n in range(1, len(self._wide)) if not self.isColumnHidden(n)]
        for number in shown:
            self.setColumnWidth(number, px(self._wide[number]))
        left = self.viewport().width() - sum(px(self._wide[n]) for n in shown)
        self.setColumnWidth(0, max(left, px(self._wide[0])))
        self._sizing = False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.size_columns()

    @override
    def _on_resized(self) -> None:
        if not self._sizing:
            super()._on_resized()
