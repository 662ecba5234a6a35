"""The fields that one edit of the change journal changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from techmodel.core.journal import WHOLE_ROW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.journal import Edit, Json

    Row = Mapping[str, Json]


def changed_fields(edit: Edit, blank: Row) -> Iterator[tuple[str, Json, Json]]:
    """Name, old and new value of each field; a row made or taken away is compared with `blank`."""
    if edit.field != WHOLE_ROW:
        yield edit.field, edit.old, edit.new
        return
    old, new = (cast("Row", blank if side is None else side) for side in (edit.old, edit.new))
    yield from ((name, old[name], new[name]) for name in blank if old[name] != new[name])
