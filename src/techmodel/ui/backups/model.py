"""The backups of one assessment as a table, newest first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.widgets.table import SORT_ROLE
from techmodel.wording import backups_page as wording

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from techmodel.session.backups import Backup
    from techmodel.ui.backups.reading import Inside
    from techmodel.ui.look import Look

Index = QModelIndex | QPersistentModelIndex

DAY, TIME, WHY, SINCE, ANSWERED = range(5)
HEADS = ("Day", "Time", "Why it was made", "Changes since", "Answered")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_DIGITS = frozenset({TIME, SINCE, ANSWERED})


class BackupsModel(QAbstractTableModel):
    """A row for each backup; what is inside is filled in as it is read."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._backups: tuple[Backup, ...] = ()
        self._inside: dict[Path, Inside] = {}
        self._now, self._revision = datetime.now().astimezone(), 0

    @property
    def backups(self) -> tuple[Backup, ...]:
        """What is shown, in order."""
        return self._backups

    def show(self, backups: Sequence[Backup], now: datetime, revision: int) -> None:
        """Show other backups; `now` in local time, `revision` of what is open."""
        self.beginResetModel()
        self._backups, self._now, self._revision = tuple(backups), now, revision
        self.endResetModel()

    def inside(self, backup: Backup) -> Inside | None:
        """What is in a backup; None until it was read."""
        return self._inside.get(backup.path)

    def note(self, backup: Backup, inside: Inside) -> None:
        """Note what is in a backup."""
        self._inside[backup.path] = inside
        if backup in self._backups:
            row = self._backups.index(backup)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADS) - 1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._backups)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _DIGITS:
            return _RIGHT
        return HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        backup, column = self._backups[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(backup, column)
        if role == SORT_ROLE:
            return self._key(backup, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in _DIGITS else None
        if role == Qt.ItemDataRole.ForegroundRole and self._is_damaged(backup):
            return self._look.colour("ink3")
        return None

    def _is_damaged(self, backup: Backup) -> bool:
        inside = self.inside(backup)
        return inside is not None and bool(inside.problem)

    def _text(self, backup: Backup, column: int) -> str:
        made = datetime.fromisoformat(backup.at).astimezone()
        inside = self.inside(backup)
        if column == DAY:
            return wording.day_of(made.date(), self._now.date())
        if column == TIME:
            return wording.time_of(backup.at, [one.at for one in self._backups])
        if column == WHY:
            return wording.reason_words(backup.reason)
        if column == SINCE:
            return wording.since_words(self._revision - backup.revision)
        if inside is None:
            return "…"
        return wording.DAMAGED if inside.problem else f"{inside.answered} of {inside.asked}"

    def _key(self, backup: Backup, column: int) -> object:
        inside = self.inside(backup)
        share = inside.answered / inside.asked if inside and inside.asked else -1.0
        return {
            WHY: wording.reason_words(backup.reason).casefold(),
            SINCE: self._revision - backup.revision,
            ANSWERED: share,
        }.get(column, datetime.fromisoformat(backup.at).timestamp())
