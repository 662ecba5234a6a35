"""Where everything on the map lies, in pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics, QPainterPath, QPainterPathStroker

from techmodel.core.flow_boxes import Area, least_size, place_boxes, place_labels, route
from techmodel.ui.integration.sight import is_of
from techmodel.ui.integration.way_paint import label_size
from techmodel.ui.look import Size, Weight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.flow_boxes import Curve
    from techmodel.core.flows import FlowCell
    from techmodel.ui.integration.sight import Pick, Sight
    from techmodel.ui.look import Look

NARROWEST, WIDEST = 92, 132
"""CSS pixels of a box."""
HIGH, GAP = 40, (14, 18)
CROWDED = 60
"""From so many ways on only those of what is chosen, or of what one is on, are drawn."""
REACH = 10
"""How near to a line the pointer may be, in pixels."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes by organisation, curves and labels by way; `cells` are of all ways."""

    size: tuple[float, float] = (0.0, 0.0)
    boxes: Mapping[str, QRectF] = field(default_factory=dict)
    curves: Mapping[tuple[str, str], Curve] = field(default_factory=dict)
    labels: Mapping[tuple[str, str], QRectF] = field(default_factory=dict)
    cells: Mapping[tuple[str, str], FlowCell] = field(default_factory=dict)

    @property
    def is_crowded(self) -> bool:
        """Whether only some ways are drawn."""
        return len(self.cells) >= CROWDED

    @property
    def left_out(self) -> bool:
        """Whether some ways have no label."""
        return len(self.labels) < len(self.cells)

    def area(self, pick: Pick) -> QRectF:
        """Where an organisation or a way is: its box, its label, else the middle of its line."""
        if len(pick) == 1:
            return self.boxes.get(pick[0], QRectF())
        way = (pick[0], pick[1]) if len(pick) == 2 else ("", "")
        if way in self.labels:
            return self.labels[way]
        if way not in self.curves:
            return QRectF()
        x, y = self.curves[way].point(0.5)
        return QRectF(x - REACH, y - REACH, 2 * REACH, 2 * REACH)

    def at(self, point: QPointF) -> Pick:
        """What is at a point: a box, a label, or a line near by."""
        for id_, box in self.boxes.items():
            if box.contains(point):
                return (id_,)
        for way, label in self.labels.items():
            if label.contains(point):
                return way
        stroker = QPainterPathStroker()
        stroker.setWidth(REACH)
        near = (
            w for w, c in self.curves.items() if stroker.createStroke(path_of(c)).contains(point)
        )
        return next(near, ())


def draw(sight: Sight, look: Look, room: tuple[int, int], pick: Pick) -> Drawing:
    """The map of the flows in so much room, or in as much as it needs at least."""
    count = len(sight.organisations)
    box = float(_width(sight, look)), float(look.px(HIGH))
    gap = float(look.px(GAP[0])), float(look.px(GAP[1]))
    least = least_size(count, box, gap, room[0])
    size = max(least[0], room[0]), max(least[1], room[1])
    ids = [str(o.id) for o in sight.organisations]
    areas = {
        id_: Area(at, box) for id_, at in zip(ids, place_boxes(count, size, box, gap), strict=True)
    }
    middle = size[0] / 2, size[1] / 2
    ways = sorted(sight.matrix, key=lambda way: _rank(way, sight, pick))
    told = ways if len(ways) < CROWDED else [w for w in ways if pick and is_of(pick, w)]
    curves = {way: route(areas[way[0]], areas[way[1]], middle) for way in told}
    label = label_size(look)
    places = place_labels([curves[w] for w in told], areas.values(), Area(middle, size), label)
    labels = {w: _rect(Area(at, label)) for w, at in zip(told, places, strict=True) if at}
    boxes = {id_: _rect(area) for id_, area in areas.items()}
    return Drawing(size, boxes, curves, labels, sight.matrix)


def path_of(curve: Curve) -> QPainterPath:
    """A curve as a path."""
    path = QPainterPath(QPointF(*curve.start))
    path.quadTo(QPointF(*curve.control), QPointF(*curve.end))
    return path


def _rank(way: tuple[str, str], sight: Sight, pick: Pick) -> tuple[bool, float]:
    """The chosen ways first, then those furthest from target."""
    gap = sight.matrix[way].gap
    return not is_of(pick, way), -gap.low if gap else 1


def _width(sight: Sight, look: Look) -> int:
    """Wide enough for the longest name on two lines, within limits."""
    metrics = QFontMetrics(look.font(Size.BODY, Weight.SEMIBOLD))
    longest = max((metrics.horizontalAdvance(n) for n in _names(sight)), default=0)
    wanted = longest + look.px(20) if longest < look.px(100) else int(longest * 0.62)
    return max(look.px(NARROWEST), min(wanted, look.px(WIDEST)))


def _names(sight: Sight) -> list[str]:
    return [sight.short_names[str(o.id)] for o in sight.organisations]


def _rect(area: Area) -> QRectF:
    (x, y), (wide, high) = area.at, area.size
    return QRectF(x - wide / 2, y - high / 2, wide, high)
