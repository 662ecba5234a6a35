"""Where free text holds a person's name: in what is shown now, and in what the history keeps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.journal import Batch, Json, Tables

_SHORTEST = 3
"""Letters; a shorter last name is only looked for with the first one."""
_NOT_TEXT = frozenset({"checklist"})
"""Tables that hold no text of these people."""


@dataclass(frozen=True, slots=True)
class NameFound:
    """A text that holds a name.

    Attributes:
        table: the journalled table; "batch" for the label of a change or who decided it.
        key: the row's, or the batch's id.
        field: which field of it.
        past: whether only the history keeps it, which cannot be changed.
    """

    table: str
    key: tuple[str, ...]
    field: str
    past: bool


def find_name(name: str, tables: Tables, batches: Sequence[Batch]) -> tuple[NameFound, ...]:
    """The texts that hold a name, ignoring case: the whole one, or its last word as a word.

    Args:
        name: as it is stored.
        tables: what is shown now.
        batches: the whole history, that of other files which a merge took over, too.
    """
    pattern = _pattern(name)
    now = dict.fromkeys(
        NameFound(table, key, field, past=False)
        for table, rows in tables.items()
        if table not in _NOT_TEXT
        for key, row in rows.items()
        for field, value in row.items()
        if _holds(value, pattern)
    )
    past = dict.fromkeys(f for batch in batches for f in _in_batch(batch, pattern))
    return (*now, *past)


def _in_batch(batch: Batch, pattern: re.Pattern[str]) -> Iterator[NameFound]:
    """The texts of a batch that hold a name."""
    for field, text in (("label", batch.label), ("decided_by", batch.decided_by)):
        if pattern.search(text):
            yield NameFound("batch", (batch.id,), field, past=True)
    for edit in batch.edits:
        if edit.table not in _NOT_TEXT and _holds([edit.old, edit.new], pattern):
            yield NameFound(edit.table, edit.key, edit.field, past=True)


def _pattern(name: str) -> re.Pattern[str]:
    """What finds a name in a text."""
    words = name.split()
    whole = r"\s+".join(map(re.escape, words))
    last = [words[-1]] if words and len(words[-1]) >= _SHORTEST else []
    return re.compile("|".join([whole, *(rf"\b{re.escape(w)}\b" for w in last)]), re.IGNORECASE)


def _holds(value: Json, pattern: re.Pattern[str]) -> bool:
    """Whether any text in a value holds a name."""
    return any(pattern.search(text) for text in _texts(value))


def _texts(value: Json) -> Iterator[str]:
    """All texts in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
