"""Labels on the time axis that do not collide: they grow shorter; those too near are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.wording.gantt import dates_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    WidthOf = Callable[[str], float]

GAP = 6.0
"""Pixels between two labels."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that should stand over a pixel: its words, from the longest on, and its tip."""

    x: float
    texts: tuple[str, ...]
    tip: str


@dataclass(frozen=True, slots=True)
class Label:
    """A label where it stands: from `left`, so wide, with the tip of what it is about."""

    left: float
    width: float
    text: str
    tip: str

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width


def place_labels(
    wishes: Sequence[Wish], bounds: tuple[float, float], width_of: WidthOf
) -> tuple[Label, ...]:
    """Labels from left to right, none over another and none beyond the bounds.

    Each stands over its pixel or moves aside as far as it still touches it. Where they do not all
    fit with their longest words, all take shorter ones; where that does not help either, those
    too near each other become one that counts them.
    """
    ordered = sorted(wishes, key=lambda w: w.x)
    for tier in range(max((len(w.texts) for w in ordered), default=0)):
        placed = _all_at(ordered, tier, bounds, width_of)
        if placed is not None:
            return placed
    return _counted(ordered, bounds, width_of)


def _all_at(
    wishes: Sequence[Wish], tier: int, bounds: tuple[float, float], width_of: WidthOf
) -> tuple[Label, ...] | None:
    """All labels with words of one length; None where they do not all fit."""
    placed: list[Label] = []
    for wish in wishes:
        text = wish.texts[min(tier, len(wish.texts) - 1)]
        width = width_of(text)
        least = placed[-1].right + GAP if placed else bounds[0]
        left = min(max(wish.x - width / 2, least), bounds[1] - width)
        if left < least or not left <= wish.x <= left + width:
            return None
        placed.append(Label(left, width, text, wish.tip))
    return tuple(placed)


def _counted(
    wishes: Sequence[Wish], bounds: tuple[float, float], width_of: WidthOf
) -> tuple[Label, ...]:
    """Labels of groups; a group that would touch the one before it joins it."""
    groups: list[list[Wish]] = []
    for wish in wishes:
        groups.append([wish])
        while len(groups) > 1 and _touch(groups[-2], groups[-1], bounds, width_of):
            last = groups.pop()
            groups[-1] += last
    placed = [_label(group, bounds, width_of) for group in groups]
    for n, group in enumerate(groups):
        least = placed[n - 1].right + GAP if n else bounds[0]
        most = placed[n + 1].left - GAP if n + 1 < len(placed) else bounds[1]
        if len(group) == 1:
            placed[n] = _widest(group[0], (least, most), width_of) or placed[n]
    return tuple(placed)


def _widest(wish: Wish, room: tuple[float, float], width_of: WidthOf) -> Label | None:
    """A label with the longest words that stand centred in the room."""
    for text in wish.texts:
        width = width_of(text)
        left = wish.x - width / 2
        if room[0] <= left and left + width <= room[1]:
            return Label(left, width, text, wish.tip)
    return None


def _touch(
    one: list[Wish], other: list[Wish], bounds: tuple[float, float], width_of: WidthOf
) -> bool:
    return _label(one, bounds, width_of).right + GAP > _label(other, bounds, width_of).left


def _label(group: list[Wish], bounds: tuple[float, float], width_of: WidthOf) -> Label:
    """The label of a group over its middle."""
    text = group[0].texts[-1] if len(group) == 1 else dates_label(len(group))
    middle = (group[0].x + group[-1].x) / 2
    width = min(width_of(text), bounds[1] - bounds[0])
    left = min(max(middle - width / 2, bounds[0]), bounds[1] - width)
    return Label(left, width, text, "\n".join(wish.tip for wish in group))
