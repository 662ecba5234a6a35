"""The texts that hold a name, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.wording.names import text_words
from techmodel.wording.names_page import past_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.name_search import NameFound

Index = QModelIndex | QPersistentModelIndex


def card_of(found: NameFound, assessment: Assessment) -> tuple[str, str] | None:
    """The card on which a text stands: capability, and organisation or ""; None for others."""
    if found.past:
        return None
    if found.table == "answer":
        return found.key[0], found.key[1]
    if found.table == "override":
        return found.key[0], ""
    pieces = (e for e in assessment.evidence if found.table == "evidence" and e.id == found.key[0])
    return next(((e.capability, e.organisation) for e in pieces), None)


class TextsModel(QAbstractTableModel):
    """A row for each text that is shown now, and one for all that only the history keeps."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._texts: tuple[NameFound, ...] = ()
        self._past = 0
        self._names: Mapping[str, str] = {}

    @property
    def texts(self) -> tuple[NameFound, ...]:
        """Those that are shown now."""
        return self._texts

    def show(self, found: Sequence[NameFound], organisations: Mapping[str, str]) -> None:
        """Show other texts; `organisations` are names by id."""
        self.beginResetModel()
        self._texts = tuple(text for text in found if not text.past)
        self._past = len(found) - len(self._texts)
        self._names = organisations
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._texts) + bool(self._past)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return "Where"
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        if not index.isValid() or role not in shown:
            return None
        if index.row() >= len(self._texts):
            return past_words(self._past)
        said = text_words(self._texts[index.row()], self._names)
        return said[:1].upper() + said[1:]
