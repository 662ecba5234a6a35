"""The page of backups in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from techmodel.wording.backups import moment_of_day, reason_words
from techmodel.wording.numbers import plural, short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["reason_words"]

QUESTION = "Which earlier copy do you need?"
WHEN = "When they are made"
HOW_MADE = (
    "One is made after every ten minutes of change, on closing, and before an import, a merge or "
    "another checklist. They stay on this computer."
)
MAKE, MAKE_TITLE, MADE = "Make one now", "Make the first", "A backup was made"
MAKE_TEXT = "It is checked from the first byte to the last."
DAMAGED = "Damaged"
VERBS = (
    ("look", "Look inside", "primary"),
    ("differences", "What differs from now", ""),
    ("back", "Go back to this one", ""),
    ("merge", "Merge into this assessment…", ""),
    ("save", "Save as a file of its own…", "quiet"),
)
"""What can be done with a backup: key, words, role."""


def headline(times: Sequence[str], now: datetime) -> str:
    """How many there are: "12 backups, the newest from 14:20."; UTC ISO times, newest first."""
    if not times:
        return "There are no backups of this assessment on this computer yet."
    newest = moment_of_day(times[0], now)
    if len(times) == 1:
        return f"One backup, from {newest}."
    return f"{plural(len(times), 'backup')}, the newest from {newest}."


def day_of(day: date, today: date) -> str:
    """A day in a list: "Today", "Yesterday", "3 Mar 2026"."""
    if day == today:
        return "Today"
    return "Yesterday" if day == today - timedelta(days=1) else short_date(day)


def time_of(at: str, others: Sequence[str]) -> str:
    """A time in a list: "14:20"; "14:20:31" where another of the list is of the same minute.

    Args:
        at: UTC ISO time, shown in this computer's.
        others: the times of the whole list.
    """
    then = datetime.fromisoformat(at).astimezone()
    minute = then.replace(second=0, microsecond=0)
    times = [datetime.fromisoformat(other) for other in others]
    alike = sum(time.replace(second=0, microsecond=0) == minute for time in times)
    return f"{then:%H:%M:%S}" if alike > 1 else f"{then:%H:%M}"


def since_words(changes: int) -> str:
    """How many changes were made since: "12", "none"; "another version" where fewer are here."""
    if changes < 0:
        return "another version"
    return f"{changes:,}" if changes else "none"


def copy_words(at: str, now: datetime, *, may_change: bool) -> str:
    """What can be done with a backup of a time."""
    moment = moment_of_day(at, now)
    if may_change:
        return (
            f"The copy of {moment} is complete. Going back to it is one change, which Undo "
            "takes back; what is here now is kept as a backup first."
        )
    return f"The copy of {moment} is complete. To go back to it, open the assessment for work."


def damaged_words(at: str, now: datetime) -> str:
    """Of a copy that is not whole."""
    return f"The copy of {moment_of_day(at, now)} is damaged and cannot be used. Take another."


def back_words(at: str, now: datetime) -> str:
    """After going back to a backup."""
    return f"Everything is as in the backup of {moment_of_day(at, now)}. Undo takes that back."


def alike_words(at: str, now: datetime) -> str:
    """Of going back to a backup from which nothing differs."""
    return f"It is like that already: nothing differs from the backup of {moment_of_day(at, now)}."


def inside_banner(at: str, now: datetime) -> str:
    """Of a backup that is looked at."""
    return f"This is the backup of {moment_of_day(at, now)}, only to look at."


def inside_title(file: str, at: str, now: datetime) -> str:
    """What the window's title calls it."""
    return f"{file}, backup of {moment_of_day(at, now)}"


def version_name(at: str, now: datetime) -> str:
    """A backup as one of two versions: "Backup of 14:20"."""
    return f"Backup of {moment_of_day(at, now)}"
