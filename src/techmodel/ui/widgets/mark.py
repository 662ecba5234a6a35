"""What a chip shows: the answer of a pair, or the level partners hold together, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.answers import State

if TYPE_CHECKING:
    from techmodel.core.answers import Value
    from techmodel.core.gaps import Pair, Partnership


class Kind(StrEnum):
    """The ways a chip can look (look.md, level chip)."""

    LEVEL = "level"
    RANGE = "range"
    DONT_KNOW = "dont_know"
    NOT_ANSWERED = "not_answered"
    NOT_APPLICABLE = "not_applicable"
    NOT_ASKED = "not_asked"


_SIGNS = {
    Kind.DONT_KNOW: "?",
    Kind.NOT_ANSWERED: "–",
    Kind.NOT_APPLICABLE: "n/a",
    Kind.NOT_ASKED: "·",
}
_WORDS = {
    Kind.DONT_KNOW: "don’t know",
    Kind.NOT_ANSWERED: "not answered",
    Kind.NOT_APPLICABLE: "not applicable",
    Kind.NOT_ASKED: "not asked",
}
_KINDS = {
    State.DONT_KNOW: Kind.DONT_KNOW,
    State.NOT_APPLICABLE: Kind.NOT_APPLICABLE,
    State.NOT_ANSWERED: Kind.NOT_ANSWERED,
    State.PROVIDED_BY: Kind.NOT_ANSWERED,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What a chip shows.

    Attributes:
        kind: how it looks.
        level: 0..5 with LEVEL, the low end with RANGE, else None.
        high: 0..5, the high end with RANGE, else None.
        target: outlined as the target.
        provided: another organisation provides it; drawn with a corner.
    """

    kind: Kind
    level: int | None = None
    high: int | None = None
    target: bool = False
    provided: bool = False

    @property
    def text(self) -> str:
        """What stands in the chip: "3", "0–1", "?", "–", "n/a", "·"."""
        if self.kind is Kind.RANGE:
            return f"{self.level}–{self.high}"
        return str(self.level) if self.kind is Kind.LEVEL else _SIGNS[self.kind]

    @property
    def words(self) -> str:
        """The same for a screen reader: "level 3, target, provided by another"."""
        if self.kind is Kind.RANGE:
            said = f"level {self.level} to {self.high}"
        else:
            said = f"level {self.level}" if self.kind is Kind.LEVEL else _WORDS[self.kind]
        said += ", target" if self.target else ""
        return said + (", provided by another organisation" if self.provided else "")

    def as_target(self) -> Mark:
        """The same, outlined as the target."""
        return replace(self, target=True)


NOT_ASKED = Mark(Kind.NOT_ASKED)


def level_mark(level: int, *, target: bool = False) -> Mark:
    """The chip of a level, 0..5."""
    return Mark(Kind.LEVEL, level, target=target)


def value_mark(value: Value) -> Mark:
    """The chip of what an organisation answered itself; "provided by" is not followed."""
    if value.state is State.LEVEL:
        return Mark(Kind.LEVEL, value.level)
    return Mark(_KINDS[value.state], provided=value.state is State.PROVIDED_BY)


def pair_mark(pair: Pair | None) -> Mark:
    """The chip of a pair of the gap analysis, None where it is not asked."""
    if pair is None:
        return NOT_ASKED
    provided = pair.provided_by is not None
    if pair.state is State.LEVEL:
        return Mark(Kind.LEVEL, pair.level, provided=provided)
    return Mark(_KINDS[pair.state], provided=provided)


def partnership_mark(partnership: Partnership | None) -> Mark:
    """The chip of the level held together: a level, a range, or a dash where none is known."""
    if partnership is None:
        return Mark(Kind.NOT_APPLICABLE)
    low, high = partnership.low, partnership.high
    if low == high:
        return Mark(Kind.LEVEL, low)
    if partnership.median is None:
        return Mark(Kind.NOT_ANSWERED)
    return Mark(Kind.RANGE, low, high)
