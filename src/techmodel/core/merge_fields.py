"""Rows taken apart into the fields that a merge compares, and what each field has been."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from typing import TYPE_CHECKING, cast

from techmodel.core.answers import Answer
from techmodel.core.checklist import CapabilityId
from techmodel.core.journal import WHOLE_ROW
from techmodel.core.organisations import OrganisationId
from techmodel.core.tables import answer_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from techmodel.core.journal import Batch, Edit, Json

    Row = Mapping[str, Json]


class Absent(Enum):
    """Stands for the value of a field that is not there."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT

Field = tuple[str, tuple[str, ...], str]
"""A field: table, key and name; the name `*` says whether the row is there."""

BLANK: Row = answer_fields(Answer(CapabilityId(""), OrganisationId("")))
"""An answer nobody gave: it is the same whether its row is there or not."""

ONE_VALUE = frozenset({"override", "setting"})
"""Tables of one field, where a row that is not there is just another value."""


ENDS: Mapping[str, tuple[int, ...]] = {
    "organisation": (0,),
    "answer": (1,),
    "onboarding": (1,),
    "flow": (0, 1),
}
"""Where the ids of organisations stand in the keys of the tables that have them there."""


def ends_of(table: str, key: tuple[str, ...]) -> set[str]:
    """The organisations that a key names."""
    return {key[place] for place in ENDS.get(table, ())}


def row_fields(table: str, row: Row | None) -> dict[str, Json | Absent]:
    """The fields of a row, or of a row that is not there."""
    if table in ONE_VALUE:
        return {"value": ABSENT if row is None else row["value"]}
    if table == "answer":
        return {**(BLANK if row is None else row), WHOLE_ROW: row is not None}
    return {**(row or {}), WHOLE_ROW: row is not None}


def row_of(table: str, fields: Mapping[str, Json | Absent]) -> dict[str, Json] | None:
    """The row that has these fields, or None where it is not there."""
    row = {n: v for n, v in fields.items() if n != WHOLE_ROW and not isinstance(v, Absent)}
    there = bool(row) if table in ONE_VALUE else bool(fields.get(WHOLE_ROW))
    if table == "answer":
        there = there or row != BLANK
    return row if there else None


def default_of(table: str, field: str) -> Json | Absent:
    """What a field holds while its row is not there."""
    return row_fields(table, None).get(field, ABSENT)


def field_changes(edit: Edit) -> Iterator[tuple[Field, Json | Absent]]:
    """The fields that an edit changes or decides on, each with its new value.

    An edit with the same value before and after says that somebody decided so; of a thing, that
    it stays.
    """
    if edit.field != WHOLE_ROW:
        yield (edit.table, edit.key, edit.field), edit.new
        if edit.old == edit.new and edit.table not in ONE_VALUE:
            yield (edit.table, edit.key, WHOLE_ROW), True
        return
    old = row_fields(edit.table, cast("Row | None", edit.old))
    new = row_fields(edit.table, cast("Row | None", edit.new))
    for name in {**old, **new}:
        after = new.get(name, ABSENT)
        if old.get(name, ABSENT) != after:
            yield (edit.table, edit.key, name), after


class Past:
    """What every field of one file has been, batch by batch."""

    def __init__(self, batches: Sequence[Batch]) -> None:
        self._places: dict[Field, list[int]] = {}
        self._values: dict[Field, list[Json | Absent]] = {}
        for place, batch in enumerate(batches):
            for edit in batch.edits:
                for field, value in field_changes(edit):
                    self._places.setdefault(field, []).append(place)
                    self._values.setdefault(field, []).append(value)

    def at(self, field: Field, place: int) -> Json | Absent:
        """What a field held just after the batch at a place; -1 is before the first."""
        known = bisect_right(self._places.get(field, ()), place)
        if known == 0:
            return default_of(field[0], field[2])
        return self._values[field][known - 1]

    def last_place(self, field: Field, before: int) -> int:
        """The place of the newest batch before a place that touched a field; -1 if none did."""
        places = self._places.get(field, [])
        known = bisect_right(places, before - 1)
        return places[known - 1] if known else -1
