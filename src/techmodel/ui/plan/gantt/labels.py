"""Labels on the time axis that do not collide: some move aside, the rest are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GAP = 6.0
"""Pixels between two labels."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that should stand over a pixel: its words, shorter ones, and its tip."""

    x: float
    text: str
    short: str
    tip: str


@dataclass(frozen=True, slots=True)
class Label:
    """A label where it stands: from `left`, so wide, over the pixels of what it is about."""

    left: float
    width: float
    text: str
    tip: str

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width


def place_labels(
    wishes: Sequence[Wish], bounds: tuple[float, float], width_of: Callable[[str], float]
) -> tuple[Label, ...]:
    """Labels from left to right, none over another and none beyond the bounds.

    A label stands centred over its pixel or moves aside as far as it still touches it; where
    that does not help it takes its short words; where that does not either, the label before it
    says how many more there are.
    """
    placed: list[Label] = []
    for wish in sorted(wishes, key=lambda w: w.x):
        after = placed[-1].right + GAP if placed else bounds[0]
        label = _fitted(wish, wish.text, (after, bounds[1]), width_of) or _fitted(
            wish, wish.short, (after, bounds[1]), width_of
        )
        if label is not None:
            placed.append(label)
        elif placed:
            placed[-1] = _merged(
                placed[-1], wish, placed[-2].right + GAP if placed[1:] else bounds[0], width_of
            )
    return tuple(placed)


def _fitted(
    wish: Wish, text: str, room: tuple[float, float], width_of: Callable[[str], float]
) -> Label | None:
    """The label, where it fits into the room and touches its pixel."""
    width = width_of(text)
    left = min(max(wish.x - width / 2, room[0]), room[1] - width)
    if left < room[0] or not left <= wish.x <= left + width:
        return None
    return Label(left, width, text, wish.tip)


def _merged(label: Label, wish: Wish, least: float, width_of: Callable[[str], float]) -> Label:
    """A label that says that one more is meant; it keeps its right end."""
    text, _, more = label.text.partition(" +")
    said = f"{text} +{int(more or 0) + 1}"
    width = width_of(said)
    if label.right - width < least:
        said = f"+{int(more or 0) + 1}"
        width = min(width_of(said), label.width)
    return Label(max(least, label.right - width), width, said, f"{label.tip}\n{wish.tip}")
