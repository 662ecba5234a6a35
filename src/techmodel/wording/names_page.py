"""The page of people's names in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

QUESTION = "Whose names does this assessment hold?"
HELD, TEXTS = "Names that are held", "Free text that holds a name"
WHAT = (
    "Removing takes every name of the list out of the file, the work on this computer and all its "
    "backups. It cannot be undone, and later merges bring no names back. Copies elsewhere, on a "
    "stick or in an e-mail, are not reached. Not changed: notes and other free text, and what the "
    "history keeps, such as a name typed under “Decided by”. Look through those below."
)
LOOK_FOR, LOOK_HINT = "Look for a name", "Such as one that was typed into a note."
NO_TEXTS, NOT_LOOKED = (
    "No free text holds it.",
    "Type a name to see where free text holds it.",
)
NO_HELD_TEXTS = "No free text holds one of these names."
REMOVE, KEEP, OPEN = "Remove all names…", "Keep the names", "Open the card"
SURE, SURE_VERB = "Remove every name for good?", "Remove all names"
NOTHING = "No names are kept in this file; nothing to remove."
READ_ONLY = "This assessment was opened for reading, so nothing can be removed."


def headline(held: int, *, removed: bool) -> str:
    """How many names there are."""
    if held:
        return f"{plural(held, 'name')} of {'a person' if held == 1 else 'people'}."
    if removed:
        return "No names: they were removed, and merges bring none back."
    return "No names of people are held."


def past_words(count: int) -> str:
    """The texts that only the history keeps: it cannot be changed without losing who decided."""
    cannot = "it cannot" if count == 1 else "they cannot"
    return f"{plural(count, 'earlier text')} or “Decided by” in the history; {cannot} be changed"


def sure_detail(names: int, backups: int) -> str:
    """What removing comes to, before it is done."""
    return (
        f"{plural(names, 'name')} will be taken out of the file, the work on this computer and "
        f"{plural(backups, 'backup')}. This cannot be undone."
    )


def done_words(names: int, backups: int, deleted: int) -> str:
    """What was done."""
    gone = f" {plural(deleted, 'damaged backup')} had to be deleted." if deleted else ""
    return (
        f"{plural(names, 'name')} removed from the file, the work on this computer and "
        f"{plural(backups, 'backup')}.{gone}"
    )


def left_words(left: Sequence[str]) -> str:
    """Which files may still hold names."""
    return f"{' '.join(left)} Do it again to try once more."
