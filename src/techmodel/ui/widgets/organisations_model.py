"""The table of organisations as a model: typed, pasted, removed and brought back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from techmodel.core.pasted import parse_pasted
from techmodel.core.typed_organisations import TypedOrganisation
from techmodel.ui.widgets.organisations_cells import (
    DIGITS,
    EDITABLE,
    Column,
    brief,
    fault_at,
    said,
    typed_text,
    with_typed,
)
from techmodel.ui.widgets.organisations_rows import Row, faults_of, questions_of
from techmodel.wording.organisations import ADD, FAULT_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.typed_organisations import Fault
    from techmodel.ui.widgets.organisations_rows import Facts

    Index = QModelIndex | QPersistentModelIndex

FAULTY = Qt.ItemDataRole.UserRole + 1
"""Whether a cell must be put right."""
BRIEF = Qt.ItemDataRole.UserRole + 2
"""What a cell says where it is narrow."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SAYING = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


class OrganisationsModel(QAbstractTableModel):
    """Rows of organisations, and a last row that adds one.

    Signals:
        edited(): a person changed the rows.
    """

    edited = Signal()

    def __init__(
        self, facts: Facts, columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self.columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()
        self._faults: tuple[tuple[Fault, ...], ...] = ()
        self._past: list[tuple[Row, ...]] = []
        self._future: list[tuple[Row, ...]] = []

    @property
    def facts(self) -> Facts:
        """What it knows besides its rows."""
        return self._facts

    @property
    def rows(self) -> tuple[Row, ...]:
        """The organisations, without the row that adds one."""
        return self._rows

    @property
    def faults(self) -> tuple[tuple[Fault, ...], ...]:
        """What must be put right, row by row."""
        return self._faults

    @property
    def questions(self) -> int:
        """How many questions there are in all."""
        return sum(questions_of(row, self._facts) or 0 for row in self._rows)

    @property
    def can_undo(self) -> bool:
        """Whether a change of the rows can be taken back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether what was taken back can be done again."""
        return bool(self._future)

    def show(self, rows: Sequence[Row], facts: Facts) -> None:
        """Show rows that come from elsewhere; what was undone before is forgotten with them."""
        if tuple(rows) != self._rows:
            self._past, self._future = [], []
            self._facts = facts
            self._reset(tuple(rows))
        elif facts != self._facts:
            self._facts = facts
            self._look_again()

    def paste(self, text: str) -> range:
        """Add the organisations of a pasted list; the rows they came to."""
        typed = parse_pasted(text, self._facts.checklist.kinds)
        first = len(self._rows)
        if typed:
            self.add([Row(t) for t in typed])
        return range(first, len(self._rows))

    def add(self, rows: Sequence[Row]) -> None:
        """Add rows below those there are, as a person's change."""
        self._keep()
        first = len(self._rows)  # the adding row stands there, and what is current there stays so
        self.beginInsertRows(QModelIndex(), first + 1, first + len(rows))
        self._put((*self._rows, *rows))
        self.endInsertRows()
        self._look_again()
        self.edited.emit()

    def act(self, row: int) -> None:
        """Take out a row that is new or returns; let another leave, or stay after all."""
        if not 0 <= row < len(self._rows):
            return
        self._keep()
        found = self._rows[row]
        if found.id is not None and not found.returns:
            self._replace(row, replace(found, stays=not found.stays))
        else:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._put((*self._rows[:row], *self._rows[row + 1 :]))
            self.endRemoveRows()
            self._look_again()
        self.edited.emit()

    def undo(self) -> None:
        """Take back the last change a person made here."""
        self._swap(self._past, self._future)

    def redo(self) -> None:
        """Make it again."""
        self._swap(self._future, self._past)

    def editable(self, index: Index) -> bool:
        """Whether a person can type in a cell."""
        column = self.columns[index.column()]
        if index.row() == len(self._rows):
            return column is Column.NAME
        return column in EDITABLE and self._rows[index.row()].stays

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows) + 1

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.editable(index) else flags

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.value
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in DIGITS else _LEFT
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in DIGITS else _LEFT
        if index.row() >= len(self._rows):
            return self._of_adder(column, role)
        return self._of_row(index.row(), column, role)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self.editable(index):
            return False
        if index.row() == len(self._rows):
            return self._begin_row(str(value))
        row = self._rows[index.row()]
        changed = with_typed(row, self.columns[index.column()], str(value))
        if changed == row:
            return False
        self._keep()
        self._replace(index.row(), changed)
        self.edited.emit()
        return True

    def _of_adder(self, column: Column, role: int) -> object:
        """The last row, which is no organisation yet."""
        if role == Qt.ItemDataRole.DisplayRole:
            told = {Column.ROW: str(len(self._rows) + 1), Column.NAME: ADD}
            return told.get(column, "")
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.NAME:
            return ADD
        return "" if role == Qt.ItemDataRole.EditRole else None

    def _of_row(self, number: int, column: Column, role: int) -> object:
        row = self._rows[number]
        fault = fault_at(self._faults[number], column)
        if role == FAULTY:
            return fault is not None
        if role == Qt.ItemDataRole.EditRole:
            return typed_text(row, column)
        if role == BRIEF:
            return brief(row, column, self._facts)
        if role not in _SAYING:
            return None
        words = str(number + 1) if column is Column.ROW else said(row, column, self._facts)
        if fault is None or role == Qt.ItemDataRole.DisplayRole:
            return words
        return f"{words}. {FAULT_WORDS[fault]}" if words else FAULT_WORDS[fault]

    def _begin_row(self, name: str) -> bool:
        """Turn the row that adds one into an organisation; the next one follows it."""
        if not name.strip():
            return False
        self.add([Row(TypedOrganisation(" ".join(name.split())))])
        return True

    def _replace(self, number: int, row: Row) -> None:
        self._put((*self._rows[:number], row, *self._rows[number + 1 :]))
        self._look_again()

    def _keep(self) -> None:
        """Remember the rows before a change."""
        self._past.append(self._rows)
        self._future.clear()

    def _swap(self, source: list[tuple[Row, ...]], sink: list[tuple[Row, ...]]) -> None:
        if source:
            sink.append(self._rows)
            self._reset(source.pop())
            self.edited.emit()

    def _reset(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self._put(rows)
        self.endResetModel()

    def _put(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self._faults = faults_of(rows, self._facts)

    def _look_again(self) -> None:
        """Faults and numbers of any row may be others."""
        self._faults = faults_of(self._rows, self._facts)
        last = self.index(len(self._rows), len(self.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
