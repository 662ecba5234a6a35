"""The bars and signs of the report's Gantt, and the key that says what they mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from techmodel.core.palette import LIGHT
from techmodel.export.shapes import Box, Label, Line, hatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from techmodel.export.logic_chart import Measure
    from techmodel.export.shapes import Shape

SIZE, BAR = 9.0, 8.0
"""Points of the type, and the height of a bar."""
SAMPLE = 22.0
"""How long a bar of the key is."""


class Look(Enum):
    """How a bar is drawn; each is told from the others without colour."""

    CRITICAL = "critical"
    SLACK = "has slack"
    NOT_COUNTED = "not counted"


@dataclass(frozen=True, slots=True)
class Bar:
    """A project on the chart.

    Attributes:
        id, name: what it is.
        words: the same as the bar says, in words.
        beside: what stands beside the bar, or in its place where it has no dates.
        start, end: first and last day, None without dates.
        look: how it is drawn.
        done: the share of it that is done, 0 to 1.
        finish_by: the day fixed by hand, if any.
        duties: the statutory dates that it is to reach.
    """

    id: str
    name: str
    words: str
    beside: str = ""
    start: date | None = None
    end: date | None = None
    look: Look = Look.SLACK
    done: float = 0.0
    finish_by: date | None = None
    duties: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Which looks and signs a chart has, and so its key explains."""

    looks: frozenset[Look]
    done: bool
    duties: bool
    fixed: bool
    today: bool


def key(found: Found, top: float, measure: Measure) -> Iterator[Shape]:
    """What the looks and signs mean that a chart has, in a row."""
    x = 3.0
    for paint, wide, word in _entries(found):
        yield from paint(x, top + 5)
        yield Label(x + wide + 5, top + 8.5, word, SIZE, LIGHT.ink2)
        x += wide + 17 + measure(word, SIZE, bold=False)


def _entries(
    found: Found,
) -> Iterator[tuple[Callable[[float, float], Iterable[Shape]], float, str]]:
    """What paints a sample from a point on, how wide it is, and its words."""
    for look in Look:
        if look in found.looks:
            yield partial(stretch, look, 0.0), SAMPLE, look.value
    if found.done:
        yield partial(stretch, Look.SLACK, 0.5), SAMPLE, "part done"
    if found.duties:
        yield lambda x, y: [diamond(x + 4, y)], 8, "statutory date"
    if found.fixed:
        yield lambda x, y: [flag(x, y)], 6, "to be done by"
    if found.today:
        yield lambda x, y: [Line(((x, y - 5), (x, y + 6)), LIGHT.ink, 1)], 1, "today"


def stretch(
    look: Look, done: float, x: float, middle: float, wide: float = SAMPLE
) -> Iterator[Shape]:
    """A bar around a height; what is done of it as a stripe along its middle."""
    y, stripe = middle - BAR / 2, LIGHT.ink
    if look is Look.CRITICAL:
        stripe = LIGHT.surface
        yield Box(x, y, wide, BAR, LIGHT.ink)
    elif look is Look.NOT_COUNTED:
        yield Box(x, y, wide, BAR, LIGHT.surface)
        yield from hatch(x, y, wide, BAR, LIGHT.ink3)
        yield Box(x, y, wide, BAR, None, LIGHT.ink3, 0.6)
    else:
        yield Box(x, y, wide, BAR, LIGHT.soft, LIGHT.ink, 0.9)
    if done:
        yield Box(x + 1, middle - 1.25, (wide - 2) * done, 2.5, stripe)


def diamond(x: float, y: float) -> Line:
    """The sign of a statutory date."""
    corners = ((x, y - 5), (x + 4, y), (x, y + 5), (x - 4, y))
    return Line(corners, LIGHT.ink, 1.1, (), LIGHT.surface, closed=True)


def flag(x: float, y: float) -> Line:
    """The sign of a day fixed by hand."""
    corners = ((x, y + 5.5), (x, y - 5.5), (x + 6, y - 2.8), (x, y))
    return Line(corners, LIGHT.ink, 1.1, (), LIGHT.surface)


def clear(sign: Line) -> Iterator[Line]:
    """A sign with a light edge around it, so that it shows on a dark bar."""
    yield replace(sign, stroke=LIGHT.surface, line=3.0)
    yield sign
