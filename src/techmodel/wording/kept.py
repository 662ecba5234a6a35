"""Work that was kept on this computer, in sentences: what happened, and is anything lost?"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from techmodel.wording.numbers import british_date, join_words, plural, short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

QUESTION = "What happened, and is anything lost?"
ADDS, DIFFER = "What the kept work adds", "How the two versions differ"
NOTHING_DELETED = (
    "Nothing is deleted whichever you choose. The version you do not choose stays under File, "
    "Backups."
)
GO_ON, COMPARE, FILE_INSTEAD = (
    "Continue with this work",
    "Compare with the saved file",
    "Open the saved file instead",
)
MERGE, SAVE_AS, OPEN_FILE, NOT_NOW = (
    "Merge both…",
    "Save it as…",
    "Open the saved file",
    "Not now",
)
CHECKED = "Checked, complete."
LOOK_AT_IT, NO_TITLE, PUT_AWAY = "Look at it", "An assessment", "Put it away"
DAMAGED_ALONE = (
    "Work that was kept here is damaged and cannot be read, and its file is gone. Nothing more "
    "can be done with it; it is kept with the backups when you put it away."
)

STILL_KEPT = (
    "We kept your work on this file; it is not in it yet, because the file can only be read now. "
    "It waits here, or save it as a file of its own."
)
PUT_ASIDE = (
    "That work is under File, Backups already: it was put aside meanwhile. Open the assessment to "
    "look into its backups."
)
NO_LONGER_KEPT = (
    "That work does not wait here any more: it was gone on with or saved elsewhere meanwhile."
)


def moment_words(then: datetime, now: datetime) -> str:
    """A local time beside what happened then: "14:31:58", "yesterday 14:31:58", "3 Mar 14:31"."""
    if then.date() == now.date():
        return f"{then:%H:%M:%S}"
    if then.date() == now.date() - timedelta(days=1):
        return f"yesterday {then:%H:%M:%S}"
    return f"{short_date(then.date())} {then:%H:%M}"


def newer_kept(file: str) -> str:
    """Of a file that is only read, while work that continues it waits here."""
    return (
        f"Newer work on '{file}' is kept on this computer and not shown here: any command that "
        "changes the file takes it up."
    )


def kept_banner(until: str, closed: str, file: str) -> str:
    """Of work that continues the file: what happened, and that nothing is lost.

    Args:
        until: when the newest change was made, as `moment_words`.
        closed: when it was closed without being copied to the file ("today 14:32"); "" after a
            crash.
        file: its name.
    """
    if closed:
        what = f"‘{file}’ was closed {closed} before everything was copied into it."
    else:
        what = "The tool closed unexpectedly."
    return f"We kept your work. {what} Everything up to {until} is here."


def changed_banner(until: str, file: str) -> str:
    """Of work whose file has been changed since."""
    return (
        f"We kept your work. Everything up to {until} is here. ‘{file}’ has been changed since, "
        "so there are two versions; nothing was overwritten."
    )


def gone_banner(until: str, file: str, folder: str) -> str:
    """Of work whose file is not there any more; "" for one that never had a file of its own."""
    if not file:
        return (
            f"We kept your work. Everything up to {until} is here, but it has no file any more. "
            "Save it as a file of its own."
        )
    return (
        f"We kept your work. Everything up to {until} is here, but ‘{file}’ is no longer in "
        f"{folder}. Save the work as a file of its own."
    )


def damaged_banner(file: str) -> str:
    """Of kept work that cannot be read."""
    return (
        f"‘{file}’ is complete as it was last saved. Work on it that a crash left on this "
        "computer is damaged and cannot be read; it is kept all the same."
    )


def headline(answers: int, others: int) -> str:
    """Whether anything is lost: "Nothing is lost: 3 answers are newer than the file."."""
    parts = [plural(answers, "answer")] if answers else []
    parts += [plural(others, "other change")] if others else []
    if not parts:
        return "Nothing is lost: the kept work and the file hold the same."
    verb = "is" if answers + others == 1 else "are"
    return f"Nothing is lost: {join_words(parts)} {verb} newer than the file."


def changed_headline(answers: int, others: int) -> str:
    """How two versions differ: "Nothing is lost: the two versions differ in 3 answers."."""
    parts = [plural(answers, "answer")] if answers else []
    parts += [plural(others, "other change")] if others else []
    if not parts:
        return "Nothing is lost: both versions hold the same answers."
    return f"Nothing is lost: the two versions differ in {join_words(parts)}."


DAMAGED_HEADLINE = "The saved file is complete. What came after it cannot be read."
GONE_HEADLINE = "Nothing is lost, but the file is gone: save the kept work as a new one."
TROUBLE_HEADLINE = "Nothing is lost, but the file cannot be read: save the kept work as a new one."


def version_words(where: str, changed: str, answered: int, asked: int) -> str:
    """One version in a few sentences: where it is, its newest change, how much is answered."""
    return f"{where}. Last change {changed}. {answered} of {asked} answered. {CHECKED}"


def backups_words(times: Sequence[datetime], now: datetime) -> str:
    """How many backups there are: "12 today, the newest from 14:20."; `times` newest first."""
    if not times:
        return "None on this computer yet."
    today = [time for time in times if time.date() == now.date()]
    if today:
        return f"{len(today)} today, the newest from {today[0]:%H:%M}."
    day = british_date(times[0].date())
    return f"{len(times):,} in all, the newest from {day} {times[0]:%H:%M}."


def fields_words(fields: Sequence[str]) -> str:
    """What of an answer is newer beside its level: "note and evidence", "" for the level alone."""
    named = {"note": "note", "dissent": "other view", "parked": "parked", "evidence": "evidence"}
    return join_words([named[field] for field in fields if field in named])


def start_heading(count: int) -> str:
    """Over the list of kept work at Start."""
    if count == 1:
        return "We kept your work. It is not in its file yet."
    return f"We kept your work on {count} assessments. It is not in their files yet."


def start_row(title: str, until: str, file: str, *, gone: bool, damaged: bool) -> str:
    """One of them: "Wendlemere, up to today 14:31, not in ‘place.techmodel’ yet"."""
    if damaged:
        what = "damaged, it cannot be read"
    elif gone:
        what = f"‘{file}’ is gone" if file else "without a file"
    else:
        what = f"not in ‘{file}’ yet"
    return f"{title}, up to {until}, {what}"
