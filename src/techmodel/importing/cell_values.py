"""What the text of a cell means: number, text, date, yes or no; and what is wrong with it."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING

from openpyxl.utils.datetime import from_excel

from techmodel.importing.limits import MAX_TEXT

if TYPE_CHECKING:
    from techmodel.importing.workbook import Cell

EXACT = 10**15
"""Whole numbers from here on are not exact in a workbook."""

_NUMBER = re.compile(r"[-+]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][-+]?\d{1,5})?")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NOT_KEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LAST_DAY = 2_958_466
"""Days beyond this are after 9999."""


class Trouble(StrEnum):
    """Why a value is not taken as it is."""

    ERROR = "error"
    DATE = "date"
    UNREADABLE = "unreadable"
    CUT = "cut"
    CLEANED = "cleaned"


class DateStyle(StrEnum):
    """How a number is shown that stands for a time."""

    MOMENT = "moment"
    DURATION = "duration"


def clean_text(text: str) -> tuple[str | None, Trouble | None]:
    """A text as it can be kept: no control characters, one kind of line end, at most MAX_TEXT.

    None for no text. Excel writes odd characters as _xHHHH_.
    """
    plain = _ESCAPED.sub(_character, text) if "_x" in text else text
    if "\r" in plain:
        plain = plain.replace("\r\n", "\n").replace("\r", "\n")
    kept = _NOT_KEPT.sub("", plain)
    if len(kept) > MAX_TEXT:
        return kept[:MAX_TEXT], Trouble.CUT
    return kept or None, Trouble.CLEANED if kept != plain else None


def number(text: str) -> int | float | None:
    """A finite number, whole if it is written so; None for anything else."""
    if not _NUMBER.fullmatch(text):
        return None
    value = float(text)
    if not isfinite(value):
        return None
    is_whole = text.lstrip("+-").isdigit() and abs(value) < EXACT
    return int(text) if is_whole else value


def moment(days: float, style: DateStyle, epoch: datetime) -> tuple[Cell, Trouble | None]:
    """What a number of days since the epoch stands for; out of range is trouble."""
    if not 0 <= days < _LAST_DAY and style is DateStyle.MOMENT:
        return None, Trouble.DATE
    try:
        return _plain_time(from_excel(days, epoch, timedelta=style is DateStyle.DURATION)), None
    except (OverflowError, ValueError):
        return None, Trouble.DATE


def iso_moment(text: str) -> tuple[Cell, Trouble | None]:
    """What a date written out stands for."""
    try:
        return _plain_time(datetime.fromisoformat(text[:100].strip())), None
    except ValueError:
        return None, Trouble.DATE


def truth(text: str) -> tuple[Cell, Trouble | None]:
    """Yes or no."""
    known = {"1": True, "true": True, "0": False, "false": False}.get(text.strip())
    return known, Trouble.UNREADABLE if known is None else None


def _plain_time(found: object) -> Cell:
    """A day without a time is a date; times of day and durations are text."""
    if isinstance(found, datetime):
        return found.date() if found.time() == time() else found.replace(tzinfo=None)
    if isinstance(found, timedelta):
        return _hours(found)
    if isinstance(found, time):
        return f"{found:%H:%M:%S}"
    raise ValueError


def _hours(span: timedelta) -> str:
    seconds = round(span.total_seconds())
    sign = "-" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{sign}{minutes // 60}:{minutes % 60:02}:{rest:02}"


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))
