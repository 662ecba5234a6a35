"""Dates as people type them."""

from __future__ import annotations

import re
from datetime import date

_BRITISH = re.compile(r"(\d{1,2})[ ./-]+(\d{1,2}|[A-Za-z]{3,9})\.?[ ./-]+(\d{4}|\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def parse_day(text: str) -> date | None:
    """The day typed the British way, by name of month, or as ISO; None when it is no date."""
    typed = text.strip()
    found = _BRITISH.fullmatch(typed)
    try:
        if found is None:
            return date.fromisoformat(typed)
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        return date(year, _month(found[2]), int(found[1]))
    except ValueError:
        return None


def _month(typed: str) -> int:
    """The number of a month typed as number or name; ValueError when it is neither."""
    return int(typed) if typed.isdecimal() else _MONTHS.index(typed[:3].lower()) + 1
