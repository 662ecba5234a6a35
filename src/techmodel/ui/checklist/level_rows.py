"""The levels under each other, for one organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from techmodel.ui.checklist.level_row import LevelRow
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.words import rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.ui.checklist.level_row import Line
    from techmodel.ui.look import Look


class LevelRows(QWidget):
    """The rows under each other; the arrow keys move the focus, they answer nothing.

    Signals:
        chosen(str): the key of the line a person chose.
        stood_on(object): the row (QWidget) that now has the focus and should be in view.
    """

    chosen = Signal(str)
    stood_on = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(rule())
        self.rows: list[LevelRow] = []
        self.setAccessibleName("Levels")

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; rows that are there already are used again."""
        for line in lines[len(self.rows) :]:
            self._add(line)
        for row, line in zip(self.rows, lines, strict=False):
            row.show_line(line)
        if any(row.hasFocus() for row in self.rows[len(lines) :]):
            self._chosen(self.rows[: len(lines)]).setFocus()
        for n, row in enumerate(self.rows):
            row.setVisible(n < len(lines))
        self._let_tab_stop_once(len(lines))

    def follow(self) -> None:
        """Let the focus go to the row now chosen, if it is in the rows."""
        if any(row.hasFocus() for row in self.rows):
            self._stand_on(self._chosen([r for r in self.rows if not r.isHidden()]))

    def current(self) -> LevelRow:
        """The row with the focus, else the chosen one, else the first."""
        shown = [r for r in self.rows if not r.isHidden()]
        return next((r for r in shown if r.hasFocus()), self._chosen(shown))

    @staticmethod
    def _chosen(shown: list[LevelRow]) -> LevelRow:
        return next((r for r in shown if r.line.chosen), shown[0])

    def _let_tab_stop_once(self, count: int) -> None:
        """Tab stops at the chosen row; the others are reached with the arrow keys."""
        chosen = self._chosen(self.rows[:count])
        for row in self.rows:
            stop = Qt.FocusPolicy.StrongFocus if row is chosen else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(stop)

    def _add(self, line: Line) -> None:
        row = LevelRow(self._look, line)
        row.chosen.connect(self.chosen)
        row.moved.connect(self._on_moved)
        self._column.addWidget(row)
        let_tab_follow(self.rows[-1] if self.rows else self, [row])
        self.rows.append(row)

    def _on_moved(self, step: int) -> None:
        shown = [r for r in self.rows if not r.isHidden()]
        place = next((n for n, r in enumerate(shown) if r.hasFocus()), 0) + step
        if 0 <= place < len(shown):
            self._stand_on(shown[place])

    def _stand_on(self, row: LevelRow) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.stood_on.emit(row)
