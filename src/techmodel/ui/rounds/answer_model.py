"""The answers that changed as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.widgets.mark import value_mark
from techmodel.ui.widgets.table import SORT_ROLE
from techmodel.wording.comparing import answer_words, turn_words, why_words
from techmodel.wording.rounds import moment_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.compare_answers import AnswerChange
    from techmodel.ui.widgets.mark import Mark
    from techmodel.wording.edits import Book

    Index = QModelIndex | QPersistentModelIndex

CAPABILITY, ORGANISATION, THEN, NOW, CHANGE, WHEN, DECIDED, WHY = range(8)
HEADS = (
    *("Capability", "Organisation", "Then", "Now", "Change", "When", "Decided by"),
    "Why it is so now",
)
MARK_ROLE = Qt.ItemDataRole.UserRole + 1
"""The chip of an answer, for painting."""


@dataclass(frozen=True, slots=True)
class Row:
    """An answer that changed, the words of every column, and all of them to search in.

    `domain` is the id of its domain, "" where the checklist has it no more.
    """

    change: AnswerChange
    domain: str
    texts: tuple[str, ...]
    marks: tuple[Mark, Mark]
    searched: str


def answer_row(change: AnswerChange, book: Book) -> Row:
    """The row of an answer."""
    batch = change.batch
    texts = (
        book.capability(change.capability),
        book.organisation(change.organisation),
        answer_words(change.then, book),
        answer_words(change.now, book),
        turn_words(change),
        moment_words(batch.at) if batch else "",
        batch.decided_by if batch else "",
        why_words(change),
    )
    marks = value_mark(change.then.value), value_mark(change.now.value)
    found = book.checklist.capability(change.capability)
    domain = found.domain if found else ""
    return Row(change, domain, texts, marks, " ".join(texts).casefold())


class AnswerModel(QAbstractTableModel):
    """A row an answer, in the order of the checklist."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, in order."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show other answers."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.texts[column]
        if role == MARK_ROLE and column in {THEN, NOW}:
            return row.marks[column - THEN]
        if role == SORT_ROLE and column == WHEN:
            return row.change.batch.at if row.change.batch else ""
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return None
