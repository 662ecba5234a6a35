"""The keys of the card: what each does, and which of them a setting turns off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from techmodel.core.checklist import LEVELS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Do(StrEnum):
    """What a key does on the card."""

    LEVEL = "give the level"
    DONT_KNOW = "answer don't know"
    NOT_APPLICABLE = "answer not applicable"
    PARK = "park or take up again"
    NOTE = "go to the note"
    OTHER_VIEW = "go to the other view"
    EVIDENCE = "add evidence"
    ROW = "type a row"
    HELP = "show all keys"
    BEFORE = "previous capability"
    AFTER = "next capability"


@dataclass(frozen=True, slots=True)
class Command:
    """What a key asks for; `level` only with LEVEL."""

    do: Do
    level: int = 0


KEYS_ONE = (
    ("0 to 5", "Answer with this level"),
    ("D", "Don’t know"),
    ("N", "Not applicable, with a reason"),
    ("P", "Park, or take up again"),
    ("T", "Note: why this level"),
    ("E", "Add evidence; A to D set its grade there"),
    ("X", "Another view that the answer does not share"),
    ("↑ ↓", "Move between the levels; Space or Enter answers"),
    ("Page Up, Page Down", "Previous, next capability"),
    ("Ctrl+Enter", "Next that is not answered"),
    ("F6", "Move between list, card and context"),
    ("?", "This list"),
)
"""The keys for one organisation, in words."""

KEYS_SEVERAL = (
    ("← →", "Move between organisations"),
    ("Shift+← →, Ctrl+Space", "Choose several; a level then answers for all of them"),
    ("R", "Type a whole row, such as 3 3 2 d 4"),
)
"""What the keys do besides with several organisations."""

LETTERS_OFF = "Letter and number keys are turned off in Settings."

_LETTERS = {
    "d": Do.DONT_KNOW,
    "n": Do.NOT_APPLICABLE,
    "p": Do.PARK,
    "t": Do.NOTE,
    "x": Do.OTHER_VIEW,
    "e": Do.EVIDENCE,
    "r": Do.ROW,
    "?": Do.HELP,
}
_PAGES: dict[int, Do] = {Qt.Key.Key_PageUp: Do.BEFORE, Qt.Key.Key_PageDown: Do.AFTER}
_DIGITS = frozenset(str(level) for level in LEVELS)


def command_of(event: QKeyEvent, *, letters: bool) -> Command | None:
    """What a key press asks for, None for all others; without `letters` only the page keys."""
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    )
    if held:
        return None
    page = _PAGES.get(event.key())
    if page is not None:
        return Command(page)
    typed = event.text().lower()
    if not letters or not typed:
        return None
    if typed in _DIGITS:
        return Command(Do.LEVEL, int(typed))
    return Command(_LETTERS[typed]) if typed in _LETTERS else None
