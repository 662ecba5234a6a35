"""A row of answers typed in one go: "3 3 2 d 4" (design.md 6.3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.answers import State, Value
from techmodel.core.checklist import LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAVE = "-"
"""What is typed to leave a partner's answer as it is."""


class RowFault(StrEnum):
    """What is wrong with one place of a typed row."""

    NOT_A_VALUE = "not a value"
    TOO_MANY = "more than there are partners"


@dataclass(frozen=True, slots=True)
class Fault:
    """Where (from 1) a typed row is wrong, what stands there, and why that is wrong."""

    place: int
    text: str
    fault: RowFault


@dataclass(frozen=True, slots=True)
class TypedRow:
    """What a typed row says.

    `values` holds one value for each place typed, None where it is left as it is; a place that is
    at fault is None too. `faults` is empty when the row can be taken.
    """

    values: tuple[Value | None, ...]
    faults: tuple[Fault, ...]

    @property
    def asks_reason(self) -> bool:
        """Whether somebody is marked not applicable, which needs a reason."""
        return any(v is not None and v.state is State.NOT_APPLICABLE for v in self.values)


def parse_row(text: str, partners: int, reason: str = "") -> TypedRow:
    """The values typed for the partners in order: 0 to 5, d, n, or - to leave one as it is.

    Values stand apart by spaces or commas; without any, every sign is one value. Those not typed
    are left as they are. `reason` goes with every "not applicable".
    """
    typed = _split(text)
    faults = [*_not_values(typed[:partners]), *_too_many(typed, partners)]
    values = tuple(_value(t, reason) for t in typed[:partners])
    return TypedRow(values, tuple(faults))


def _split(text: str) -> list[str]:
    parts = text.replace(",", " ").replace("\u2013", LEAVE).split()
    return list(parts[0]) if len(parts) == 1 else parts


def _value(typed: str, reason: str) -> Value | None:
    if _is_level(typed):
        return Value(State.LEVEL, int(typed))
    if typed.lower() in {"d", "?"}:
        return Value(State.DONT_KNOW)
    if typed.lower() == "n":
        return Value(State.NOT_APPLICABLE, reason=reason)
    return None


def _is_level(typed: str) -> bool:
    return typed in {str(level) for level in LEVELS}


def _not_values(typed: Sequence[str]) -> list[Fault]:
    return [
        Fault(place, t, RowFault.NOT_A_VALUE)
        for place, t in enumerate(typed, start=1)
        if t != LEAVE and _value(t, "") is None
    ]


def _too_many(typed: Sequence[str], partners: int) -> list[Fault]:
    if len(typed) <= partners:
        return []
    return [Fault(partners + 1, typed[partners], RowFault.TOO_MANY)]
