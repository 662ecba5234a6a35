"""The keys of the merge page: what each does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from techmodel.core.checklist import LEVELS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Do(StrEnum):
    """What a key does."""

    LEFT = "choose the left card"
    RIGHT = "choose the right card"
    NEXT = "go to the next to settle"
    LEVEL = "set another level"
    PARK = "park it"


@dataclass(frozen=True, slots=True)
class Command:
    """What a key asks for; `level` only with LEVEL."""

    do: Do
    level: int = 0


_KEYS: dict[int, Do] = {
    Qt.Key.Key_Left: Do.LEFT,
    Qt.Key.Key_Right: Do.RIGHT,
    Qt.Key.Key_Return: Do.NEXT,
    Qt.Key.Key_Enter: Do.NEXT,
    Qt.Key.Key_P: Do.PARK,
}
_DIGITS = {str(level): level for level in LEVELS}


def command_of(event: QKeyEvent) -> Command | None:
    """What a key press asks for; None for all others."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held:
        return None
    if event.text() in _DIGITS:
        return Command(Do.LEVEL, _DIGITS[event.text()])
    found = _KEYS.get(event.key())
    return Command(found) if found else None
