"""Spare copies in words: why and when they were made, and what to say when there can be none."""

from __future__ import annotations

from datetime import datetime

from techmodel.wording.numbers import british_date

_REASONS = {
    "change": "While working",
    "close": "On closing",
    "before-upgrade": "Before it was saved in a newer form",
    "before-import": "Before an import",
    "before-merge": "Before a merge",
    "before-update": "Before another checklist",
    "before-take-back": "Before going back to a copy",
    "discarded": "Work that was not taken up",
    "replaced": "The other version of the file, before yours took its place",
}

NONE_YET = "There are no backups of this assessment on this computer yet."

NO_OWN_COPY = "There is no complete copy of it on this computer."
NO_COPY = (
    f"{NO_OWN_COPY} Ask for the copy that was sent, or for another room's file: it can be opened, "
    "or merged into yours."
)
"""What to do about a damaged document without one."""


def not_there(file: str, folder: str) -> str:
    """Of a document that is not where its copies are asked for."""
    return f"There is no file '{file}' in {folder} now."


def reason_words(reason: str) -> str:
    """Why a copy was made, with a capital: "On closing"."""
    return _REASONS.get(reason, "A copy")


def moment_of_day(at: str, now: datetime) -> str:
    """A UTC ISO time in this computer's: "14:20" of today, else "23 November 2026 14:20"."""
    then = datetime.fromisoformat(at).astimezone()
    if then.date() == now.astimezone().date():
        return f"{then:%H:%M}"
    return f"{british_date(then.date())} {then:%H:%M}"


def copy_label(at: str, now: datetime) -> str:
    """What going back to a copy is called in history, undo and redo."""
    return f"Went back to the backup of {moment_of_day(at, now)}"


def no_copy_words(problem: str) -> str:
    """The banner after several copies in a row could not be made; `problem` is why."""
    return f"Saved. {problem}"


def offer_words(file: str, number: int, at: str, now: datetime, *, other: bool = False) -> str:
    """The complete copy to go on with when a document is damaged, for the command line.

    Args:
        file: the document's path as it was typed.
        number: the copy's in the list.
        at: when it was made, UTC ISO time.
        now: with its time zone.
        other: whether it is a copy of another document, which is named.
    """
    name = f'"{file}"' if " " in file else file
    command = f"techmodel backups {name} --save {number} OUT"
    whose = f"A copy of {name}" if other else "A copy"
    return f"{whose} from {moment_of_day(at, now)} is complete: {command} saves it as OUT."
