"""The edits that lead from some tables to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.journal import WHOLE_ROW, Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.journal import Json, Tables

    Row = dict[str, Json]


def difference(before: Tables, after: Tables) -> tuple[Edit, ...]:
    """The edits that bring `before` to `after`, in the order of tables and keys.

    Law: `apply_edits(before, difference(before, after))` is `after` (empty tables left out).
    """
    found: list[Edit] = []
    for table in sorted(before.keys() | after.keys()):
        old, new = before.get(table, {}), after.get(table, {})
        for key in sorted(old.keys() | new.keys()):
            found.extend(_row_edits(table, key, old.get(key), new.get(key)))
    return tuple(found)


def _row_edits(
    table: str, key: tuple[str, ...], old: Row | None, new: Row | None
) -> Iterator[Edit]:
    """The edits of one row that is in at least one of the two."""
    if old is None or new is None:
        yield Edit(table, key, WHOLE_ROW, _copied(old), _copied(new))
        return
    for field, value in new.items():
        if old[field] != value:
            yield Edit(table, key, field, old[field], value)


def _copied(row: Row | None) -> Json:
    return None if row is None else dict(row)
