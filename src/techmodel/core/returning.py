"""What a workbook that came back changes, against what was exported and what is here now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from techmodel.core.returning_cells import read_text
from techmodel.core.returning_checks import check_cell, check_group
from techmodel.core.returning_lists import read_cell
from techmodel.core.returning_new import read_new
from techmodel.core.returning_parts import Fault, Trouble, Unreadable, trouble
from techmodel.core.returning_settle import settled_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.returning_lists import Listing, Words
    from techmodel.core.returning_new import Added
    from techmodel.core.returning_parts import Content, Entry, ListBack, RowId, Values
    from techmodel.core.returning_records import Record

CUT = 32_766
"""UTF-16 units from which on a text may have been cut, because a cell holds no more."""
ChangeId = tuple["RowId", str]
"""A change: its row and the first column of what holds together."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed in cells that hold together, or in a whole row.

    Attributes:
        row: the row; of a new one, the id it has here.
        name: what the row is about.
        cells: where each column that a person changed stands, by column.
        then: the values when it was exported, by column; empty for a row that came in before.
        now: the values here now; empty where the row was taken away here.
        new: the values that the workbook leads to.
        shown: what cells of these columns show now: also what is worked out, not held.
    """

    row: RowId
    name: str
    cells: Mapping[str, str]
    then: Values
    now: Values
    new: Values
    shown: Values = field(default_factory=dict)

    @property
    def id(self) -> ChangeId:
        """What tells it from other changes."""
        return self.row, next(iter(self.new))


@dataclass(frozen=True, slots=True)
class Gone:
    """A row that was exported, is here, and is not in the workbook any more.

    `changed` tells whether it was changed here since.
    """

    row: RowId
    name: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What one sheet comes to.

    Attributes:
        listing: which.
        changes: what is taken without asking.
        conflicts: what was changed in the workbook and, otherwise, here; or taken away here.
        added: new rows.
        gone: rows that are not there any more.
        troubles: cells that cannot be taken.
        alike: how many changes are the same here already.
        told: cells that were changed and that only the program works out.
    """

    listing: Listing
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Change, ...] = ()
    added: tuple[Added, ...] = ()
    gone: tuple[Gone, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    alike: int = 0
    told: tuple[str, ...] = ()


def compare(
    listing: Listing,
    back: ListBack,
    records: tuple[Mapping[str, Record], Mapping[str, Record]],
    words: Words,
    ids: Mapping[RowId, str],
) -> Found:
    """Compare one sheet: only cells that differ from what was exported count as edits.

    Args:
        listing: how the sheet comes back.
        back: the sheet that came back.
        records: what was exported and what is here now, by id.
        words: what texts of cells stand for.
        ids: the ids that new rows get.
    """
    return _Comparing(listing, records, words, ids).whole(back)


class _Comparing:
    """Compares the rows of one sheet, one after the other."""

    def __init__(
        self,
        listing: Listing,
        records: tuple[Mapping[str, Record], Mapping[str, Record]],
        words: Words,
        ids: Mapping[RowId, str],
    ) -> None:
        self._listing, self._words, self._ids = listing, words, ids
        self._then, self._now = records
        self._seen: set[str] = set()
        self._changes: list[Change] = []
        self._conflicts: list[Change] = []
        self._added: list[Added] = []
        self._troubles: list[Trouble] = []
        self._told: list[str] = []
        self._alike = 0

    def whole(self, back: ListBack) -> Found:
        """All of the sheet."""
        for entry in back.entries:
            if entry.id:
                self._with_id(entry)
            else:
                self._without_id(entry)
        return Found(
            self._listing,
            tuple(self._changes),
            tuple(self._conflicts),
            tuple(self._added),
            self._gone(self._seen | back.passed),
            tuple(self._troubles),
            self._alike,
            tuple(self._told),
        )

    def _with_id(self, entry: Entry) -> None:
        then, now = self._then.get(entry.id), self._now.get(entry.id)
        known = then or now
        if known is None:
            self._troubles.append(trouble(entry, "id", Fault.UNKNOWN_ID))
        elif entry.id in self._seen:
            self._troubles.append(trouble(entry, "id", Fault.TWICE))
        else:
            self._seen.add(entry.id)
            self._compare(entry, known, now)

    def _without_id(self, entry: Entry) -> None:
        added, troubles = read_new(self._listing, entry, self._words, self._ids)
        self._troubles += troubles
        if added is None:
            return
        now = self._now.get(added.row[1])
        if now is None:
            self._added.append(added)
            return
        for group in self._listing.groups:
            new = {c: added.values[c] for c in group}
            cells = {c: entry.place(c) for c in group if new[c] != now.held[c]}
            if cells:
                ours = {c: now.held[c] for c in group}
                self._conflicts.append(Change(added.row, added.name, cells, {}, ours, new))
            else:
                self._alike += 1

    def _compare(self, entry: Entry, then: Record, now: Record | None) -> None:
        """What a person changed in a row that was exported."""
        typed = self._typed(entry, then)
        self._told += [
            entry.cells[column].cell
            for column in then.told
            if column not in self._listing.fields or column in then.fixed
            if column in entry.cells and not _as_told(entry, column, then)
        ]
        taken: Values = {}
        for group in self._listing.groups:
            edited = {c: typed[c] for c in group if c in typed}
            base = {c: then.held[c] for c in group}
            new = settled_values(base, edited, then.span) if edited else base
            wrong = check_group(new, edited.keys()) if edited else None
            if wrong is not None:
                self._troubles.append(trouble(entry, *wrong))
            elif edited and now is not None:
                self._put(entry, edited, (base, {c: now.held[c] for c in group}, new))
            taken |= new
        if now is None and typed:
            cells = {c: entry.place(c) for c in typed}
            self._conflicts.append(
                Change(entry.key, self._name(taken), cells, then.held, {}, taken)
            )

    def _put(self, entry: Entry, edited: Values, values: tuple[Values, Values, Values]) -> None:
        """A change is taken where nothing changed here, alike, or a conflict."""
        then, now, new = values
        name = self._name(self._then.get(entry.id, self._now[entry.id]).held)
        shown, cells = self._now[entry.id].shown, {c: entry.place(c) for c in edited}
        change = Change(entry.key, name, cells, then, now, new, {c: shown[c] for c in now})
        if new == now:
            self._alike += now != then
        else:
            (self._changes if now == then else self._conflicts).append(change)

    def _typed(self, entry: Entry, then: Record) -> Values:
        """The values of the cells that a person changed, as they are read and may be taken."""
        typed: Values = {}
        for column in self._listing.fields:
            cell = entry.cells.get(column)
            if cell is None or column in then.fixed or _as_told(entry, column, then):
                continue
            try:
                value = read_cell(self._listing, column, cell, self._words)
                old = then.shown[column]
                if not _same(value, old):
                    check_cell(self._listing, column, value, old, self._words)
                    typed[column] = value
            except Unreadable as error:
                self._troubles.append(trouble(entry, column, error.fault, *error.about))
        return typed

    def _gone(self, seen: set[str]) -> tuple[Gone, ...]:
        if not self._listing.initial:
            return ()
        return tuple(
            Gone(
                (self._listing.title, id_),
                self._name(now.held),
                self._then[id_].held != now.held,
            )
            for id_, now in self._now.items()
            if id_ in self._then and id_ not in seen and not now.stays
        )

    def _name(self, held: Values) -> str:
        return f"{held.get(self._listing.name, '')}" if self._listing.initial else ""


def _as_told(entry: Entry, column: str, then: Record) -> bool:
    """Whether a cell holds the very text that was exported."""
    if column not in then.told:
        return False
    return read_text(entry.cells[column].value) == read_text(then.told[column])


def _same(value: Content, old: Content) -> bool:
    """Whether a cell says what was exported; a text that did not fit into it was cut."""
    if value == old:
        return True
    if not isinstance(value, str) or not isinstance(old, str):
        return False
    return len(value.encode("utf-16-le")) // 2 >= CUT and old.startswith(value)
