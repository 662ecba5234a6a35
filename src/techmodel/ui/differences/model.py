"""Everything that differs between two versions, line by line, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.core.difference import difference
from techmodel.wording.edits import edit_lines
from techmodel.wording.history import find_book

if TYPE_CHECKING:
    from techmodel.session.session import Session
    from techmodel.wording.edits import Line

Index = QModelIndex | QPersistentModelIndex

ABOUT, CHANGE, BEFORE, AFTER = range(4)


@dataclass(frozen=True, slots=True)
class Two:
    """Two versions to be compared.

    Attributes:
        before, after: the versions, both only read.
        before_word, after_word: what each is called: "Saved file", "Kept work".
    """

    before: Session
    after: Session
    before_word: str
    after_word: str


def find_lines(two: Two) -> tuple[Line, ...]:
    """What leads from one version to the other, in the order of the tables."""
    batches = (*two.before.batches(), *two.after.batches())
    book = find_book(two.after.assessment(), batches)
    edits = difference(two.before.tables(), two.after.tables())
    return tuple(line for edit in edits for line in edit_lines(edit, book))


class DifferencesModel(QAbstractTableModel):
    """The lines of two versions; every cell says itself whole in its tip."""

    def __init__(self, words: tuple[str, str], parent: QObject) -> None:
        """`words` head the columns of the two versions."""
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._heads = ("About", "What differs", *words)

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show other lines."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return None
        line = self._lines[index.row()]
        return (line.about or "The assessment", line.sentence, line.old, line.new)[index.column()]
