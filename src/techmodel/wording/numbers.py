"""Numbers, dates and lists as people read them; rounds half up, once, here (design.md 4.11)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

NOT_KNOWN = "not known"
NO_LEVEL = "no level"

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


@lru_cache(maxsize=4096)
def half_up(number: float, digits: int = 0) -> str:
    """The number with so many digits after the point, a half going up (away from zero).

    The number is taken as it is written to 12 digits after the point: 0.145 is half a hundredth,
    and sums that differ only in the order of adding read the same.
    """
    return _rounded(_as_written(number), digits)


def percent(share: float | None) -> str:
    """A share 0..1 as a whole percentage: "66%"; "not known" for None.

    Less than all is never "100%", and more than nothing never "0%": "99%", "1%".
    """
    return NOT_KNOWN if share is None else f"{_whole(share)}%"


def percent_range(shares: Ends | None, to: str = " to ") -> str:
    """Shares 0..1: "66 to 73%", "66%" where both ends read the same, "not known" for None."""
    if shares is None:
        return NOT_KNOWN
    return f"{_span(_whole(shares.low), _whole(shares.high), to)}%"


def percent_beside(share: float, limit: float) -> str:
    """A share as a percentage with as many digits as it takes not to look like the limit.

    Shares that differ by less than 1e-9 are the same (design.md 4).
    """
    digits = 0
    text = _hundredths(share, digits)
    while abs(share - limit) > _SAME and digits < 7 and text == _hundredths(limit, digits):
        digits += 1
        text = _hundredths(share, digits)
    return f"{text if digits else _whole(share)}%"


def level_range(level: Ends | None, to: str = "–") -> str:
    """Levels or gaps: "1–2", "2" where both ends are the same, "no level" for None."""
    return NO_LEVEL if level is None else _span(half_up(level.low), half_up(level.high), to)


gap_range = level_range


def weeks_range(weeks: Ends, to: str = "–") -> str:
    """Weeks low to high: "8–22 weeks", "1 week"."""
    unit = "week" if weeks.low == weeks.high == 1 else "weeks"
    return f"{_span(half_up(weeks.low), half_up(weeks.high), to)} {unit}"


def priority(number: float | None) -> str:
    """A priority with two digits: "1.00"; nothing for None."""
    return "" if number is None else half_up(number, 2)


def short_number(number: float) -> str:
    """A weight or a sum with at most three digits after the point: "1", "0.5", "2.333"."""
    text = half_up(number, 3)
    return text.rstrip("0").rstrip(".")


def sum_number(number: float) -> str:
    """A sum with one digit after the point, or up to three where it has them: "2.0", "0.125"."""
    text = short_number(number)
    return text if "." in text else f"{text}.0"


def sum_range(sums: Ends, to: str = " to ") -> str:
    """A sum that may not be certain: "23.0 to 27.0", "2.0"."""
    return _span(sum_number(sums.low), sum_number(sums.high), to)


def british_date(day: date) -> str:
    """A date in words: "30 June 2027"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_year(day: date) -> str:
    """The month of a date in words: "June 2027"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


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


def _hundredths(share: float, digits: int = 0) -> str:
    return _rounded(_as_written(share) * 100, digits)


def _whole(share: float) -> str:
    """Whole hundredths, of which only all are 100 and only nothing is 0."""
    if 0.99 < share < 1 - _SAME:
        return "99"
    return "1" if _SAME < share < 0.01 else _hundredths(share)


_SAME = 1e-9
"""Shares that differ by less are the same (design.md 4)."""


def _as_written(number: float) -> Decimal:
    from decimal import Decimal  # noqa: PLC0415 - starts light

    return Decimal(str(round(number, 12)))


def _rounded(number: Decimal, digits: int) -> str:
    from decimal import ROUND_HALF_UP, Decimal  # noqa: PLC0415 - starts light

    rounded = number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{rounded or abs(rounded):f}"  # a zero has no sign


def _span(low: str, high: str, to: str) -> str:
    return low if low == high else f"{low}{to}{high}"
