"""The matrix: levels stay at the left, organisations scroll sideways, the partnership stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.checklist.matrix_delegate import BESIDE, MatrixDelegate
from techmodel.ui.checklist.matrix_model import FIRST, LEVELS_COLUMN, MatrixModel
from techmodel.ui.checklist.matrix_parts import Organisations, Side

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.checklist.board import Board
    from techmodel.ui.checklist.matrix_parts import Part
    from techmodel.ui.look import Look

LEVELS_LEAST, COLUMN_LEAST, COLUMN_MOST, TOGETHER = 220, 64, 72, 76
"""Widths in CSS pixels."""
AT_ONCE, LEVELS_ROOMY = 8, 480
"""So many organisations are in view at once (look.md, 04), more where the levels keep so much."""


class Matrix(QWidget):
    """One capability for several organisations.

    Signals:
        chosen(): other organisations are chosen; see `organisations`.
        answered(str): the key of the row to answer with.
    """

    chosen = Signal()
    answered = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = MatrixModel(self)
        self._delegate = MatrixDelegate(look, self._model, self)
        self._levels = Side(look, self._model, self._delegate, "Levels")
        self.table = Organisations(look, self._model, self._delegate)
        self._together = Side(look, self._model, self._delegate, "Partnership level")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in self._parts:
            row.addWidget(part, alignment=Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.table.chosen.connect(self.chosen)
        self.table.picked.connect(self._on_picked)
        look.changed.connect(self._lay_out)

    @property
    def model(self) -> MatrixModel:
        """The cells."""
        return self._model

    @property
    def organisations(self) -> tuple[OrganisationId, ...]:
        """The organisations chosen, the one in hand first."""
        columns = self._model.board.columns
        places = [c - FIRST for c in self.table.columns]
        return tuple(columns[p].organisation for p in places if 0 <= p < len(columns))

    def show_board(self, board: Board, chosen: tuple[OrganisationId, ...]) -> None:
        """Show a board with these organisations chosen."""
        before = self._model.board
        self._model.show(board)
        if [c.organisation for c in before.columns] != [c.organisation for c in board.columns]:
            self._hide_others()
        if _words(before) != _words(board) or len(before.columns) != len(board.columns):
            self._lay_out()
        columns = [board.column_of(o) + FIRST for o in chosen]
        shown = [c for c in columns if c >= FIRST]
        if self.table.choose(shown):
            self.follow()

    def follow(self) -> None:
        """Stand on the answer of the organisation in hand, if it has one."""
        board, place = self._model.board, self.table.currentIndex().column() - FIRST
        keys = [row.key for row in board.rows]
        if 0 <= place < len(board.columns) and board.columns[place].key in keys:
            self.table.go_to_row(keys.index(board.columns[place].key))

    def begin(self) -> None:
        """Stand at the first row, or on the answer of the organisation in hand."""
        self.table.go_to_row(0)
        self.follow()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(LEVELS_LEAST + COLUMN_LEAST + TOGETHER), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    @property
    def _parts(self) -> tuple[Part, Part, Part]:
        return self._levels, self.table, self._together

    def _hide_others(self) -> None:
        """Let each part show its own columns."""
        last = self._model.partnership
        for column in range(self._model.columnCount()):
            self._levels.setColumnHidden(column, column != LEVELS_COLUMN)
            self.table.setColumnHidden(column, not LEVELS_COLUMN < column < last)
            self._together.setColumnHidden(column, column != last)

    def _lay_out(self) -> None:
        """Give columns their widths and rows their heights."""
        board, px = self._model.board, self._look.px
        if not board.rows or self.width() < px(200):
            return
        count = len(board.columns)
        room = self.width() - px(LEVELS_LEAST) - px(TOGETHER)
        spare = (room - px(BESIDE - LEVELS_LEAST)) // max(1, min(count, AT_ONCE))
        column = max(px(COLUMN_LEAST), min(px(COLUMN_MOST), spare))
        roomy = (self.width() - px(TOGETHER) - px(LEVELS_ROOMY)) // column
        at_once = max(1, min(count, room // column, max(AT_ONCE, roomy)))
        middle = at_once * column
        levels = self.width() - px(TOGETHER) - middle
        for section in range(FIRST, FIRST + count):
            self.table.setColumnWidth(section, column)
        self._levels.setColumnWidth(LEVELS_COLUMN, levels)
        self._together.setColumnWidth(self._model.partnership, px(TOGETHER))
        heights = [self._delegate.row_height(row, levels) for row in board.rows]
        head = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        scrolls = middle < count * column
        for part, width in zip(self._parts, (levels, middle, px(TOGETHER)), strict=True):
            below = bar if scrolls and part is self.table else 0
            _fit(part, heights, head)
            part.setFixedSize(width, head + sum(heights) + below)
        self.setFixedHeight(self.table.height())

    def _on_picked(self, row: int) -> None:
        if 0 <= row < len(self._model.board.rows):
            self.answered.emit(self._model.board.rows[row].key)


def _fit(part: Part, heights: list[int], head: int) -> None:
    """Give a part the heights that all parts share."""
    part.horizontalHeader().setFixedHeight(head)
    for row, height in enumerate(heights):
        part.verticalHeader().resizeSection(row, height)


def _words(board: Board) -> list[tuple[str, bool]]:
    """What the heights of the rows depend on."""
    return [(row.wording, row.mark.target) for row in board.rows]
