"""The logic model laid out for the window: what stands on its cards, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainterPath

from techmodel.core.benefits import MEASURED
from techmodel.core.logic_layout import Sizes, lay_out
from techmodel.core.logic_order import find_order
from techmodel.export.logic_chart import wrapped
from techmodel.ui.look import Size, Weight
from techmodel.wording.benefits import NO_MEASURE, measure_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.logic_layout import Drawing, Thread
    from techmodel.core.plan_parts import Benefit, Stage
    from techmodel.ui.look import Look

LEAST, GAP, SPACE, HEAD, PAD, MARGIN = 128, 36, 10, 28, 8, 12
"""CSS pixels: a card at least, between columns, between cards, the heads, inside, around."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on a card, in lines that fit, with their place in it."""

    rows: tuple[str, ...]
    kind: str
    area: QRectF


@dataclass(frozen=True, slots=True)
class Face:
    """What is drawn of one element."""

    benefit: Benefit
    area: QRectF
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link as a line with its end."""

    source: str
    target: str
    path: QPainterPath
    end: QPointF


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole drawing, in pixels.

    Attributes:
        width, height: of all of it.
        heads: each column's name and place; whether anything is in it.
        faces: the cards, column by column, from the top.
        links: between them.
    """

    width: int
    height: int
    heads: tuple[tuple[Stage, QRectF, bool], ...]
    faces: tuple[Face, ...]
    links: tuple[Link, ...]

    def face(self, id_: str) -> Face | None:
        """The card of an element."""
        return next((f for f in self.faces if f.benefit.id == id_), None)

    def at(self, point: QPointF) -> Face | None:
        """The card at a point."""
        return next((f for f in self.faces if f.area.contains(point)), None)

    def column(self, face: Face) -> tuple[Face, ...]:
        """The cards that stand in the same column, from the top."""
        return tuple(f for f in self.faces if f.area.x() == face.area.x())

    def beside(self, face: Face, step: int) -> Face | None:
        """The nearest card in the next column that has any, to the right (1) or left (-1)."""
        x = face.area.x()
        others = {f.area.x() for f in self.faces if (f.area.x() - x) * step > 0}
        if not others:
            return None
        nearest = min(others, key=lambda other: abs(other - x))
        middle = face.area.center().y()
        there = [f for f in self.faces if f.area.x() == nearest]
        return min(there, key=lambda f: abs(f.area.center().y() - middle))


EMPTY = Sheet(0, 0, (), (), ())


def draw(benefits: Sequence[Benefit], lacks: Mapping[str, str], look: Look, width: int) -> Sheet:
    """Lay the logic model out, as wide as said unless its columns need more.

    Args:
        benefits: its elements.
        lacks: what is wrong with an element, by id.
        look: type and text size.
        width: pixels.
    """
    px, columns = look.px, len(find_order(benefits).stages)
    margin = px(MARGIN)
    room = (width - 2 * margin - (columns - 1) * px(GAP)) / columns
    card = float(max(px(LEAST), int(room)))
    lines = {b.id: _lines(b, lacks.get(b.id, ""), look, card) for b in benefits}
    heights = {id_: found[-1].area.bottom() + px(PAD) for id_, found in lines.items()}
    sizes = Sizes(card, float(px(GAP)), float(px(SPACE)), float(px(HEAD)))
    drawing = lay_out(benefits, heights, sizes)
    there = {b.stage for b in benefits}
    least = px(HEAD) + px(SPACE) + px(HEAD)
    return Sheet(
        int(drawing.width) + 2 * margin,
        int(max(drawing.height, least)) + 2 * margin,
        tuple(
            (h.stage, QRectF(h.x + margin, margin, h.width, px(HEAD)), h.stage in there)
            for h in drawing.heads
        ),
        _faces(drawing, benefits, lines, margin),
        tuple(_thread(t, margin) for t in drawing.threads),
    )


def _lines(benefit: Benefit, lacks: str, look: Look, card: float) -> tuple[Line, ...]:
    """The name, how one will see it, and what is wrong, under each other."""
    said = [(benefit.name, "name")]
    if benefit.stage in MEASURED:
        said.append((measure_words(benefit) or NO_MEASURE, "measure"))
    said += [(lacks, "lacks")] if lacks else []
    y, found = float(look.px(PAD)), []
    for text, kind in said:
        font = look.font(Size.BODY, Weight.SEMIBOLD) if kind == "name" else look.font(Size.SMALL)
        left = look.px(PAD) + (look.px(18) if kind == "lacks" else 0)
        wide = card - left - look.px(PAD)
        metrics = QFontMetricsF(font)
        rows = wrapped(text, wide, metrics.horizontalAdvance)
        high = metrics.lineSpacing() * len(rows)
        found.append(Line(tuple(rows), kind, QRectF(left, y, wide + 1, high)))
        y += high + 2
    return tuple(found)


def _faces(
    drawing: Drawing,
    benefits: Sequence[Benefit],
    lines: Mapping[str, tuple[Line, ...]],
    margin: int,
) -> tuple[Face, ...]:
    known = {b.id: b for b in benefits}
    faces = [
        Face(
            known[c.id],
            QRectF(c.x + margin, c.y + margin, c.width, c.height),
            lines[c.id],
        )
        for c in drawing.cards
    ]
    return tuple(sorted(faces, key=lambda f: (f.area.x(), f.area.y())))


def _thread(thread: Thread, margin: int) -> Link:
    points = [QPointF(x + margin, y + margin) for x, y in thread.points]
    path = QPainterPath(points[0])
    for n in range(0, len(points), 2):
        a, b = points[n], points[n + 1]
        path.lineTo(a)
        middle = (a.x() + b.x()) / 2
        path.cubicTo(QPointF(middle, a.y()), QPointF(middle, b.y()), b)
    return Link(thread.source, thread.target, path, points[-1])
