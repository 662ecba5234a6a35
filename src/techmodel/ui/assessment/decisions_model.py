"""The targets set by decision, as a table that can be typed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
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

from techmodel.core.targets import find_targets
from techmodel.wording.labels import level_name
from techmodel.wording.setup_changes import NO_TARGET, NOT_PURSUED, REASON_MISSING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.assessment import Assessment, Override
    from techmodel.core.checklist import CapabilityId, Checklist

    Index = QModelIndex | QPersistentModelIndex


class Column(StrEnum):
    """The columns by their heads."""

    CAPABILITY = "Capability"
    LEVEL = "Target"
    ASKED = "Asked"
    REASON = "Reason"
    OWNER = "Owner"
    CLEAR = "Clear"


COLUMNS = tuple(Column)
EDITABLE = frozenset({Column.LEVEL, Column.REASON, Column.OWNER})
FAULTY = Qt.ItemDataRole.UserRole + 1
"""Whether a cell must be put right."""
MUTED = Qt.ItemDataRole.UserRole + 2
"""Whether the decision will be cleared."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row: the capability's name, what would be asked without it, what stands there now.

    `held` is as typed; `cleared` says that it goes once applied.
    """

    name: str
    asked: int | None
    held: Override
    cleared: bool = False


class DecisionsModel(QAbstractTableModel):
    """Targets by decision with what a person typed and has not applied.

    Signals:
        edited(): a person changed something.
    """

    edited = Signal()

    def __init__(self, checklist: Checklist, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checklist = checklist
        self._rows: tuple[Decision, ...] = ()
        self._stored: Mapping[CapabilityId, Override] = {}

    @property
    def rows(self) -> tuple[Decision, ...]:
        """The decisions as shown."""
        return self._rows

    @property
    def pending(self) -> dict[CapabilityId, Override | None]:
        """What differs from what is stored; None where a decision is cleared."""
        differing: dict[CapabilityId, Override | None] = {}
        for row in self._rows:
            if row.cleared:
                differing[row.held.capability] = None
            elif row.held != self._stored[row.held.capability]:
                differing[row.held.capability] = row.held
        return differing

    @property
    def without_reason(self) -> CapabilityId | None:
        """The first capability whose decision lacks its reason."""
        lacking = (r.held.capability for r in self._rows if not r.held.reason and not r.cleared)
        return next(lacking, None)

    def show(self, assessment: Assessment) -> None:
        """Show what is stored now; what was typed and still differs stays."""
        pending = self.pending
        asked = find_targets(replace(assessment, overrides={})).by_capability
        rows = []
        for capability, stored in assessment.overrides.items():
            held = pending.get(capability, stored)
            found = assessment.checklist.capability(capability)
            target = asked.get(capability)
            rows.append(
                Decision(
                    f"{capability} {found.name if found else ''}".strip(),
                    target.level if target else None,
                    held or stored,
                    cleared=held is None,
                )
            )
        self._stored = assessment.overrides
        self._put(tuple(rows))

    def forget(self) -> None:
        """Show what is stored."""
        rows = [
            replace(r, held=self._stored[r.held.capability], cleared=False) for r in self._rows
        ]
        self._put(tuple(rows))

    def toggle(self, row: int) -> None:
        """Clear a decision, or keep it after all."""
        self._replace(row, replace(self._rows[row], cleared=not self._rows[row].cleared))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self._rows[index.row()].cleared:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable if COLUMNS[index.column()] in EDITABLE else flags

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS)
        return COLUMNS[section].value if across and role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        faulty = column is Column.REASON and not row.held.reason and not row.cleared
        if role == FAULTY:
            return faulty
        if role == MUTED:
            return row.cleared
        if role == Qt.ItemDataRole.EditRole:
            return _typed(row, column)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return REASON_MISSING if faulty else self._said(row, column)
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row = self._rows[index.row()]
        held = _with(row.held, COLUMNS[index.column()], str(value))
        if held == row.held:
            return False
        self._replace(index.row(), replace(row, held=held))
        return True

    def _said(self, row: Decision, column: Column) -> str:
        match column:
            case Column.CAPABILITY:
                return f"{row.name}, cleared" if row.cleared else row.name
            case Column.LEVEL:
                level = row.held.level
                return level_name(self._checklist, level) if level else NOT_PURSUED
            case Column.ASKED:
                asked = row.asked
                return NO_TARGET if asked is None else level_name(self._checklist, asked)
            case Column.REASON:
                return row.held.reason
            case Column.OWNER:
                return row.held.owner
            case _:
                return "Keep" if row.cleared else "Clear"

    def _replace(self, number: int, row: Decision) -> None:
        self._rows = (*self._rows[:number], row, *self._rows[number + 1 :])
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(COLUMNS) - 1))
        self.edited.emit()

    def _put(self, rows: tuple[Decision, ...]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()


def _typed(row: Decision, column: Column) -> str:
    match column:
        case Column.LEVEL:
            return str(row.held.level)
        case Column.REASON:
            return row.held.reason
        case Column.OWNER:
            return row.held.owner
        case _:
            return ""


def _with(held: Override, column: Column, text: str) -> Override:
    clean = " ".join(text.split())
    match column:
        case Column.LEVEL:
            return replace(held, level=int(clean))
        case Column.REASON:
            return replace(held, reason=clean)
        case Column.OWNER:
            return replace(held, owner=clean)
        case _:
            return held
