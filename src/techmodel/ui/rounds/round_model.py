"""The rounds as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.widgets.table import SORT_ROLE
from techmodel.wording.gaps_page import DASH
from techmodel.wording.numbers import percent, percent_range
from techmodel.wording.rounds import round_when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.compare import Moment
    from techmodel.core.rounds import Round

    Index = QModelIndex | QPersistentModelIndex

NAME, WHEN, ANSWERED, REACHED, FURTHEST = range(5)
HEADS = ("Round", "Marked", "Answered", "Target reached", "Furthest from target")


@dataclass(frozen=True, slots=True)
class Row:
    """A round with the words and the numbers to sort by of every column."""

    round: Round
    texts: tuple[str, ...]
    sort: tuple[str | float | None, ...]


def round_row(round_: Round, moment: Moment) -> Row:
    """A round and how things stood, as was told then."""
    overall = moment.gaps.overall
    names = {o.id: o.name for o in moment.assessment.organisations}
    furthest = names[overall.weakest] if overall.weakest else DASH
    return Row(
        round_,
        (
            round_.name,
            round_when(round_),
            percent(overall.completeness),
            percent_range(overall.attainment),
            furthest,
        ),
        (
            round_.name,
            float(round_.revision),
            overall.completeness,
            overall.attainment.low if overall.attainment else None,
            furthest,
        ),
    )


class RoundModel(QAbstractTableModel):
    """A row a round, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rounds(self) -> tuple[Round, ...]:
        """The rounds in the order of the rows."""
        return tuple(row.round for row in self._rows)

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rounds."""
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
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.texts[index.column()]
        if role == SORT_ROLE:
            return row.sort[index.column()]
        return _alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(HEADS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _alignment(column: int) -> Qt.AlignmentFlag:
    figures = {WHEN, ANSWERED, REACHED}
    across = Qt.AlignmentFlag.AlignRight if column in figures else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
