"""One row of two files, weighed: what merges by itself and what a person settles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from techmodel.core.journal import WHOLE_ROW
from techmodel.core.merge_deciders import Overruled, overruled
from techmodel.core.merge_fields import ABSENT, ONE_VALUE, row_fields, row_of
from techmodel.core.merge_parts import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.journal import Json
    from techmodel.core.merge_changes import Changes
    from techmodel.core.merge_fields import Absent
    from techmodel.core.merge_parts import RowKey

    Row = Mapping[str, Json]

TOGETHER = ("value", "note", "dissent")
"""Fields of an answer that are one decision: a note explains its level."""


class Came(Enum):
    """Where the merged value of a field comes from."""

    NOBODY = auto()
    OURS = auto()
    THEIRS = auto()
    BOTH = auto()
    CLASH = auto()


@dataclass(frozen=True, slots=True)
class Weighed:
    """A row of two files, compared.

    Attributes:
        row: which.
        ours, theirs: the row on each side; None where it is not there.
        merged: the row as it is where nothing clashes, with our values where something does.
        clash: the fields that a person settles; `("*",)` where one side deleted the row.
        came: from which sides a change came.
        blank: whether the row goes when what is settled leaves an answer that says nothing.
    """

    row: RowKey
    ours: Row | None
    theirs: Row | None
    merged: Row | None
    clash: tuple[str, ...]
    came: frozenset[Came]
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Scales:
    """What both sides have changed, each as the other sees it."""

    ours: Changes
    theirs: Changes

    def weigh(self, row: RowKey, ours: Row | None, theirs: Row | None) -> Weighed:
        """Compare one row, given as each side has it."""
        table = row[0]
        if (ours is not None and theirs is not None) or table == "answer" or table in ONE_VALUE:
            return self._fields(row, ours, theirs)
        return self._existence(row, ours, theirs)

    def _fields(self, row: RowKey, ours: Row | None, theirs: Row | None) -> Weighed:
        """Compare a row field by field."""
        mine, other = row_fields(row[0], ours), row_fields(row[0], theirs)
        came = {name: self._came(row, name, mine[name], other[name]) for name in mine}
        merged = {n: other[n] if came[n] is Came.THEIRS else mine[n] for n in mine}
        clash = [n for n in came if came[n] is Came.CLASH]
        merged |= {n: _unasked(n, mine[n], other[n]) for n in clash}
        clash = [n for n in clash if merged[n] is ABSENT]
        if row[0] == "answer" and "value" in clash:
            clash = [n for n in TOGETHER if mine[n] != other[n]]
        merged |= {n: mine[n] for n in clash}
        if clash and row[0] in ONE_VALUE and (ours is None or theirs is None):
            clash = [WHOLE_ROW]
        kept = row_of(row[0], merged)
        blank = merged.get(WHOLE_ROW) is False
        return Weighed(row, ours, theirs, kept, tuple(clash), frozenset(came.values()), blank)

    def _existence(self, row: RowKey, ours: Row | None, theirs: Row | None) -> Weighed:
        """Compare a thing that only one side has, or neither."""
        came = self._came(row, WHOLE_ROW, ours is not None, theirs is not None)
        kept, keeper = (theirs, self.theirs) if ours is None else (ours, self.ours)
        gone = (came is Came.OURS) == (ours is None)
        clash = came is Came.CLASH or (gone and any(keeper.has((*row, n)) for n in kept or ()))
        if clash and row[0] != "checklist":
            return asked_whole(row, ours, theirs)
        merged = None if gone and not clash else kept
        return Weighed(row, ours, theirs, merged, (), frozenset({came}))

    def _came(self, row: RowKey, name: str, ours: Json | Absent, theirs: Json | Absent) -> Came:
        """From which side a field's value comes."""
        key = (*row, name)
        here, there = self.ours.has(key), self.theirs.has(key)
        if ours == theirs:
            return Came.BOTH if here and there else Came.NOBODY
        ours_only = overruled(self.ours.own, self.theirs.own, key) if here else Overruled.NO
        theirs_only = overruled(self.theirs.own, self.ours.own, key) if there else Overruled.NO
        if ours_only is Overruled.STAYS:
            return Came.THEIRS
        if theirs_only is Overruled.STAYS:
            return Came.OURS
        if here == there or Overruled.ASKED in {ours_only, theirs_only}:
            return Came.CLASH
        return Came.OURS if here else Came.THEIRS


def asked_whole(row: RowKey, ours: Row | None, theirs: Row | None) -> Weighed:
    """A row of which a person says whether it stays."""
    return Weighed(row, ours, theirs, ours, (WHOLE_ROW,), frozenset({Came.CLASH}))


def settled(weighed: Weighed, choice: Choice | Mapping[str, Json]) -> Row | None:
    """The row as a person settled it; other values given by name stand in place of ours."""
    if choice is Choice.THEIRS:
        if weighed.clash == (WHOLE_ROW,):
            return weighed.theirs
        theirs = row_fields(weighed.row[0], weighed.theirs)
        return _with(weighed, {name: theirs[name] for name in weighed.clash})
    if choice is Choice.OURS:
        return weighed.merged
    return _with(weighed, choice)


def _with(weighed: Weighed, values: Mapping[str, Json | Absent]) -> Row | None:
    """The merged row with some values in place of those it has."""
    whole = weighed.clash == (WHOLE_ROW,)
    start = weighed.ours or weighed.theirs if whole else weighed.merged
    fields = {**row_fields(weighed.row[0], start), WHOLE_ROW: not weighed.blank, **values}
    return row_of(weighed.row[0], fields)


def _unasked(name: str, ours: Json | Absent, theirs: Json | Absent) -> Json | Absent:
    """What is kept of two values that are not worth a question; ABSENT where a person settles.

    It is the same whichever file is merged into which.
    """
    if name in {WHOLE_ROW, "parked"}:
        return True
    if name == "position" and isinstance(ours, int) and isinstance(theirs, int):
        return min(ours, theirs)
    if isinstance(ours, str) and isinstance(theirs, str):
        same = name == "name" and ours.casefold() == theirs.casefold()
        return min(ours, theirs) if same or name == "short_name" else ABSENT
    return ABSENT
