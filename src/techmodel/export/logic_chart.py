"""The drawing of the logic model: cards in five columns and the links between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from techmodel.core.benefits import MEASURED
from techmodel.core.logic_layout import Sizes, lay_out
from techmodel.core.logic_order import find_order
from techmodel.core.palette import LIGHT
from techmodel.export.shapes import Box, Chart, Label, Line
from techmodel.wording.benefits import (
    NO_MEASURE,
    NOTHING_YET,
    STAGES,
    measure_words,
    model_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Protocol

    from techmodel.core.geometry import Point
    from techmodel.core.logic_layout import Card, Drawing, Thread
    from techmodel.core.palette import Palette
    from techmodel.core.plan_parts import Benefit
    from techmodel.export.shapes import Shape

    class Measure(Protocol):
        """Says how wide a text is."""

        def __call__(self, text: str, size: float, *, bold: bool) -> float:
            """The width, in the unit of the size."""


SIZE = 9.0
"""Points of the type on cards."""
GAP, SPACE, HEAD = 26.0, 8.0, 20.0
"""Between columns, between cards, and the height of the heads."""
LEAST, TIGHT = 62.0, 12.0
"""Points that a card is wide at least, and that are left between columns where there are many;
more columns than fit so make the drawing wider than it should be."""

_PAD, _LEADING, _BEND, _TIP = 5.0, 11.0, 10, 3.6


@dataclass(frozen=True, slots=True)
class _Text:
    """What stands on a card: lines, each with whether it is the name."""

    lines: tuple[tuple[str, bool], ...]

    @property
    def height(self) -> float:
        return 2 * _PAD + len(self.lines) * _LEADING


def logic_chart(
    benefits: Sequence[Benefit], width: float, measure: Measure, palette: Palette = LIGHT
) -> Chart:
    """The logic model, as wide as said unless its columns need more.

    Args:
        benefits: its elements, in any order.
        width: points.
        measure: how wide a text is in a size of points.
        palette: the colours; paper is light.
    """
    columns = len(find_order(benefits).stages)
    gap = min(GAP, max(TIGHT, (width - columns * LEAST) / max(columns - 1, 1)))
    card = max(LEAST, (width - (columns - 1) * gap) / columns)
    texts = {b.id: _text(b, card - 2 * _PAD, measure) for b in benefits}
    heights = {id_: text.height for id_, text in texts.items()}
    drawing = lay_out(benefits, heights, Sizes(card, gap, SPACE, HEAD))
    shapes: list[Shape] = [*_heads(drawing, benefits, palette)]
    for thread in drawing.threads:
        shapes += _thread(thread, palette)
    for place in drawing.cards:
        shapes += _card(place, texts[place.id], palette)
    room = HEAD + SPACE + _LEADING if len(drawing.cards) < columns else 0.0
    alt = " ".join(model_words(benefits)) or NOTHING_YET
    return Chart(drawing.width, max(drawing.height, room) + 1, tuple(shapes), alt)


def wrapped(text: str, room: float, wide: Callable[[str], float]) -> list[str]:
    """A text in lines that are not wider than the room; a word that is wider is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if wide(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while wide(line) > room and len(line) > 1:
            fits = _fitting(line, room, wide)
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line] if line else lines


def _fitting(word: str, room: float, wide: Callable[[str], float]) -> int:
    """How many characters of a word fit, at least one."""
    count = len(word)
    while count > 1 and wide(word[:count]) > room:
        count -= 1
    return count


def _text(benefit: Benefit, room: float, measure: Measure) -> _Text:
    """The name of an element, and under it how one will see it."""
    said = [(benefit.name, True)]
    if benefit.stage in MEASURED:
        said.append((measure_words(benefit) or NO_MEASURE, False))
    lines = []
    for text, bold in said:
        wide = partial(measure, size=SIZE, bold=bold)
        lines += [(line, bold) for line in wrapped(text, room, wide)]
    return _Text(tuple(lines))


def _heads(drawing: Drawing, benefits: Sequence[Benefit], palette: Palette) -> Iterator[Shape]:
    """The name of each column, and under an empty one that nothing is there."""
    there = {b.stage for b in benefits}
    for head in drawing.heads:
        yield Box(head.x, 0, head.width, HEAD, palette.soft, radius=3)
        middle = head.x + head.width / 2
        yield Label(
            *(middle, 13.5, STAGES[head.stage], 10, palette.ink), bold=True, anchor="middle"
        )
        if head.stage not in there:
            y = HEAD + SPACE + SIZE
            yield Label(middle, y, NOTHING_YET, SIZE, palette.ink3, anchor="middle")


def _card(place: Card, text: _Text, palette: Palette) -> Iterator[Shape]:
    yield Box(
        *(place.x, place.y, place.width, place.height),
        fill=palette.surface,
        stroke=palette.line,
        radius=3,
    )
    for n, (line, is_name) in enumerate(text.lines):
        y = place.y + _PAD + SIZE + n * _LEADING - 0.5
        colour = palette.ink if is_name else palette.ink2
        yield Label(place.x + _PAD, y, line, SIZE, colour, is_name)


def _thread(thread: Thread, palette: Palette) -> Iterator[Shape]:
    """A link: bent between columns, with a tip at its end."""
    *points, (x, y) = thread.points
    end = (x - _TIP, y)
    yield Line(tuple(_bent((*points, end))), palette.line, 1)
    corners = ((x, y), (x - _TIP, y - _TIP / 2), (x - _TIP, y + _TIP / 2))
    yield Line(corners, None, 0, fill=palette.line, closed=True)


def _bent(points: Sequence[Point]) -> Iterator[Point]:
    """The points with a soft bend between every first and second of them."""
    for n in range(0, len(points), 2):
        (x1, y1), (x2, y2) = points[n : n + 2]
        for step in range(_BEND + 1):
            share = step / _BEND
            soft = share * share * (3 - 2 * share)
            yield x1 + (x2 - x1) * share, y1 + (y2 - y1) * soft
