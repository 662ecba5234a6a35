"""Two versions of one assessment, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

COMPARE, BACK_TO_MINE = "Compare with mine", "Back to mine"
BRING_IN = "Bring in as new organisation…"
KEEP_MINE = "Keep mine as main"
THEIRS, MINE = "Their version", "My version"
MINE_IS_MAIN = (
    "Your version is the main one now. The other is kept under File, Backups, and can be merged "
    "from there."
)


def changed_banner(file: str) -> str:
    """Of a document that somebody else has saved, while work here waits to be saved (F06)."""
    return (
        f"Your work is safe on this computer. Somebody else has saved ‘{file}’ since you opened "
        "it. Nothing was overwritten."
    )


def theirs_banner(file: str, at: str) -> str:
    """Of what somebody else has saved meanwhile."""
    return (
        f"Your work is safe beneath. This is ‘{file}’ as somebody else has saved it; their last "
        f"change was at {at}."
    )


def older_banner(file: str) -> str:
    """Of what somebody else has saved, where everything in it is in ours already."""
    return (
        f"Your work is safe. There is nothing to merge: ‘{file}’ is an older version now, and all "
        "it holds is in yours. Keep yours as the main one; the other stays under File, Backups."
    )


def theirs_title(file: str) -> str:
    """What the window's title calls it."""
    return f"{file}, as somebody else has saved it"


def copies_banner(names: Sequence[str]) -> str:
    """Of files beside the document that hold changes it does not have (trust.md F08)."""
    if len(names) == 1:
        return (
            "There are two versions of this assessment. Both are kept. The other is "
            f"‘{names[0]}’ beside it."
        )
    return (
        f"There are {len(names) + 1} versions of this assessment. All are kept. The others are "
        f"{join_words([f'‘{name}’' for name in names])} beside it."
    )
