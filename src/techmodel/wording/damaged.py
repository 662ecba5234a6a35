"""A damaged document in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.backups import NO_COPY, moment_of_day

if TYPE_CHECKING:
    from datetime import datetime

LOOK_ANYWAY, DIFFERS, THIS_FILE = "Look at it anyway", "What differs from the copy", "This file"


def offer(problem: str, at: str, now: datetime) -> str:
    """What is damaged, and which copy is complete; `at` is its UTC ISO time, "" for none."""
    rest = f"A copy from {moment_of_day(at, now)} is complete." if at else NO_COPY
    return f"{problem} {rest}"


def open_copy(at: str, now: datetime) -> str:
    """The verb that opens a copy: "Open the 14:20 copy"."""
    return f"Open the {moment_of_day(at, now)} copy"


def copy_name(stem: str, at: str, now: datetime) -> str:
    """What the copy is called beside the damaged file: "Place, copy of 14.20"."""
    return f"{stem}, copy of {moment_of_day(at, now).replace(':', '.')}"


def copy_words(at: str, now: datetime) -> str:
    """A copy as one of two versions: "Copy of 14:20"."""
    return f"Copy of {moment_of_day(at, now)}"


def unsealed_banner(file: str) -> str:
    """Of a file whose content does not match its seal (trust.md F13)."""
    return (
        f"Some content of ‘{file}’ does not match its seal. It may have been edited outside this "
        "tool. It can be looked at, but not worked on."
    )


def unsealed_title(file: str) -> str:
    """What the window's title calls it."""
    return f"{file}, does not match its seal"
