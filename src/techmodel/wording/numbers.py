"""Numbers, dates and lists as people read them; rounds half up, once, here (design.md 4.11)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

NOT_KNOWN = "not known"
NO_LEVEL = "no level"

_DASH = "\N{EN DASH}"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class Ends(Protocol):
    """Anything with a low and a high end: a range, a partnership level, weeks."""

    @property
    def low(self) -> float:
        """The low end."""

    @property
    def high(self) -> float:
        """The high end."""


def half_up(number: float, digits: int = 0) -> str:
    """The number with so many digits after the point, a half going up (away from zero).

    The number is taken as it is written, so that 0.145 is a half of a hundredth.
    """
    return _rounded(Decimal(str(number)), digits)


def percent(share: float | None) -> str:
    """A share 0..1 as a whole percentage: "66%"; "not known" for None."""
    return NOT_KNOWN if share is None else f"{_hundredths(share)}%"


def percent_range(shares: Ends | None, to: str = " to ") -> str:
    """Shares 0..1: "66 to 73%", "66%" where both ends read the same, "not known" for None."""
    if shares is None:
        return NOT_KNOWN
    return f"{_span(_hundredths(shares.low), _hundredths(shares.high), to)}%"


def level_range(level: Ends | None, to: str = _DASH) -> str:
    """Levels or gaps: "2", or both ends with a dash between; "no level" for None."""
    return NO_LEVEL if level is None else _span(half_up(level.low), half_up(level.high), to)


gap_range = level_range


def weeks_range(weeks: Ends, to: str = _DASH) -> str:
    """Weeks: "1 week", or low and "22 weeks" with a dash between."""
    unit = "week" if weeks.low == weeks.high == 1 else "weeks"
    return f"{_span(half_up(weeks.low), half_up(weeks.high), to)} {unit}"


def priority(number: float | None) -> str:
    """A priority with two digits: "1.00"; nothing for None."""
    return "" if number is None else half_up(number, 2)


def short_number(number: float) -> str:
    """A weight or a sum with at most three digits after the point: "1", "0.5", "2.333"."""
    text = half_up(number, 3)
    return text.rstrip("0").rstrip(".")


def british_date(day: date) -> str:
    """A date in words: "30 June 2027"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A date for narrow places: "30 Jun 2027"."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def plural(number: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 answer", "1,200 answers"; `many` is `one` + "s" unless given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def join_words(words: Sequence[str], last: str = "and") -> str:
    """A list in a sentence: "A", "A and B", "A, B and C"; nothing for an empty one."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def _hundredths(share: float) -> str:
    return _rounded(Decimal(str(share)) * 100, 0)


def _rounded(number: Decimal, digits: int) -> str:
    rounded = number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{rounded or abs(rounded):f}"  # a zero has no sign


def _span(low: str, high: str, to: str) -> str:
    return low if low == high else f"{low}{to}{high}"
