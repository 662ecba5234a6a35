"""Every text of a report, wherever it stands."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def texts_of(value: object) -> Iterator[str]:
    """Every text in a block and in the blocks and cells inside it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
    elif is_dataclass(value):
        for name in _names(value.__class__):
            yield from texts_of(getattr(value, name))


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass; asking for them takes as long as all the rest."""
    return tuple(field.name for field in fields(kind))
