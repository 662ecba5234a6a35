"""Every text of a report, wherever it stands."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def texts_of(value: object) -> Iterator[str]:
    """Every text in a block and in the blocks and cells inside it, in reading order."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, tuple):
            waiting.extend(reversed(each))
        else:
            kind: type = type(each)
            waiting.extend([getattr(each, name) for name in _backwards(kind)])


@cache
def _backwards(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass, the last first; none of others. Asking takes long."""
    return tuple(f.name for f in reversed(fields(kind))) if is_dataclass(kind) else ()
