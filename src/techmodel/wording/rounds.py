"""Rounds in words: when they were marked, and what the page about them says."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date

    from techmodel.core.rounds import Round

QUESTION = "How far have we come?"
NONE_YET = "No moment to compare with is marked yet."
EMPTY_TITLE = "Mark a moment to compare with later"
EMPTY_TEXT = (
    "A round is a name for how things stand now, such as “Spring 2026” or “Before the board”. "
    "Later, this page and the report show how far you have come since, and which answers "
    "changed. Nothing is copied or locked: the history keeps everything anyway."
)
WAY_TITLE = "Mark how things stand now"
WAY_TEXT = "Best at the end of a workshop, or when a report goes to the board."
MARK = "Mark this moment…"
MARK_TITLE = "Mark this moment"
MARK_TEXT = "A name by which people will know it. What is answered now can be compared with later."
MARK_VERB = "Mark it"
RENAME_TITLE = "Rename the round"
RENAME_TEXT = "The moment stays the same."
RENAME_VERB = "Rename it"
ONLY_TO_LOOK = "Opened for reading, so no round can be marked, renamed or forgotten here."

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def local_moment(at: str) -> datetime:
    """A journal's time in local time."""
    return datetime.fromisoformat(at).astimezone()


def moment_words(at: str) -> str:
    """A journal's time for lists, in local time: "3 Mar 2026 14:03"."""
    moment = local_moment(at)
    return f"{short_date(moment.date())} {moment:%H:%M}"


def round_when(round_: Round) -> str:
    """When a round was marked: "3 Mar 2026 14:03"."""
    return moment_words(round_.at)


def nothing_changed(since: str) -> str:
    """That all is as it was: "Nothing has changed since Spring 2026."."""
    return f"Nothing has changed since {since}."


def suggested_name(today: date, taken: Container[str]) -> str:
    """A name for a round marked today: "November 2026", then "24 November 2026" with a number.

    `taken` are the names that others have, in small letters.
    """
    month = f"{_MONTHS[today.month - 1]} {today.year}"
    number, name = 1, month
    while name.casefold() in taken:
        name = f"{today.day} {month}" if number == 1 else f"{today.day} {month} ({number})"
        number += 1
    return name
