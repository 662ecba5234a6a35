"""Which spare copies stay when time goes on: all of two days, then daily, weekly, monthly ones."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

DAYS, DAILY, WEEKLY, MONTHLY = 2, 12, 10, 9
"""All of so many days; then the last one of so many days, weeks and months (design.md 5)."""

APART = 12
"""How many copies stay of those that no later one continues."""


@dataclass(frozen=True, slots=True)
class Made:
    """One copy, as far as thinning looks at it.

    Attributes:
        day: when it says it was made.
        size: its bytes.
        apart: whether later copies do not continue it: work that was not taken up, a version that
            was replaced, the original of an older format.
    """

    day: date
    size: int = 0
    apart: bool = False


def superfluous(copies: Sequence[Made]) -> tuple[int, ...]:
    """The places of copies that may go, oldest first (design.md 5).

    Time is counted by the order of making: a copy with an earlier day than the one before it
    counts as of that day, so a clock that went back takes nothing away.

    Args:
        copies: in the order of their making, oldest first.
    """
    days = list(accumulate((copy.day for copy in copies), max))
    apart = [place for place, copy in enumerate(copies) if copy.apart]
    line = [place for place in reversed(range(len(copies))) if not copies[place].apart]
    recent = [p for p in line if (days[line[0]] - days[p]).days < DAYS]
    stay, older = {*apart[-APART:], *recent}, line[len(recent) :]
    rungs: tuple[tuple[int, Callable[[date], object]], ...] = (
        (DAILY, lambda day: day),
        (WEEKLY, lambda day: day.isocalendar()[:2]),
        (MONTHLY, lambda day: (day.year, day.month)),
    )
    for count, slot_of in rungs:
        chosen, older = _last_of_each([(p, slot_of(days[p])) for p in older], count)
        stay |= chosen
    return tuple(place for place in range(len(copies)) if place not in stay)


def over(copies: Sequence[Made], limit: int, least: int) -> tuple[int, ...]:
    """The places of copies to take away, first first, so that the rest has at most `limit` bytes.

    First go the oldest of which a later one of the same day stays, then the oldest; the newest
    `least` never do.

    Args:
        copies: in the order of their making, oldest first.
        limit: bytes.
        least: how many stay whatever they take.
    """
    days = list(accumulate((copy.day for copy in copies), max))
    may_go = range(max(0, len(copies) - least))
    crowded = [p for p in may_go if not copies[p].apart and days[p] == days[p + 1]]
    order = crowded + [p for p in may_go if p not in crowded]
    total, gone = sum(copy.size for copy in copies), []
    for place in order:
        if total <= limit:
            break
        total -= copies[place].size
        gone.append(place)
    return tuple(gone)


def _last_of_each(line: Sequence[tuple[int, object]], count: int) -> tuple[set[int], list[int]]:
    """The newest place of each of the first `count` slots, and the places in none of them."""
    chosen: dict[object, int] = {}
    rest = []
    for place, slot in line:
        if slot in chosen:
            continue
        if len(chosen) < count:
            chosen[slot] = place
        else:
            rest.append(place)
    return set(chosen.values()), rest
