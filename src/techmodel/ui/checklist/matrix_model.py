"""The matrix as a model: levels, one column for each organisation, the partnership."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.checklist.board import Board

Index = QModelIndex | QPersistentModelIndex

LEVELS_COLUMN = 0
FIRST = 1
"""The column of the first organisation; the partnership stands after the last."""


class MatrixModel(QAbstractTableModel):
    """What a board says, cell by cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = Board((), (), None, None)

    @property
    def board(self) -> Board:
        """What is shown."""
        return self._board

    @property
    def partnership(self) -> int:
        """The column of the partnership."""
        return FIRST + len(self._board.columns)

    def show(self, board: Board) -> None:
        """Show another board; columns and rows that stay the same stay."""
        if board == self._board:
            return
        same = _shape(board) == _shape(self._board)
        if not same:
            self.beginResetModel()
        self._board = board
        if not same:
            self.endResetModel()
            return
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._board.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or not self._board.rows else self.partnership + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index.row(), index.column())
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._said(index.row(), index.column())
            case _:
                return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        place = section - FIRST
        if not 0 <= place < len(self._board.columns):
            words = "Partnership" if place >= 0 else "Level"
            return words if role == Qt.ItemDataRole.DisplayRole else None
        column = self._board.columns[place]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.short
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.name}, {column.open} open" if column.open else column.name
            case _:
                return None

    def _shown(self, row: int, column: int) -> str:
        board = self._board
        if column == LEVELS_COLUMN:
            return f"{board.rows[row].mark.text} {board.rows[row].name}"
        if column == self.partnership:
            return self._together(row)
        chosen = board.columns[column - FIRST].key == board.rows[row].key
        return board.rows[row].mark.text if chosen else ""

    def _said(self, row: int, column: int) -> str:
        board = self._board
        line = board.rows[row]
        if column == LEVELS_COLUMN:
            target = ", target" if line.mark.target else ""
            return f"{line.mark.text} {line.name}{target}. {line.wording}"
        if column == self.partnership:
            return f"Partnership: {self._together(row) or 'no'}"
        return board.columns[column - FIRST].said(line)

    def _together(self, row: int) -> str:
        """What the partnership column says in a row: the low end for certain, more perhaps."""
        held = self._board.together
        if held is None or row > held[1] or row < held[0] or row > 5:
            return ""
        return str(row) if row == held[0] else f"{row} perhaps"


def _shape(board: Board) -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = tuple(r.key for r in board.rows)
    return rows, tuple(c.organisation for c in board.columns)
