"""The radar: every domain's share of its target on an axis of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from techmodel.core.geometry import radar_points, radar_sides
from techmodel.ui.look import M, S, Size, Weight
from techmodel.ui.widgets.paint import hatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from techmodel.core.organisations import Organisation
    from techmodel.ui.gaps.picture import DomainRow, Picture
    from techmodel.ui.look import Look

HEIGHT, LABEL = 430, 150
LEAST = 3
"""Fewer domains do not span an area."""

_ACROSS = {
    -1: Qt.AlignmentFlag.AlignRight,
    0: Qt.AlignmentFlag.AlignHCenter,
    1: Qt.AlignmentFlag.AlignLeft,
}


class Radar(QWidget):
    """Solid to what is sure, hatched to what may be, outlined at the target."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._domains: Sequence[DomainRow] = ()
        self._marked = -1
        self._columns: Sequence[Organisation] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_picture(self, picture: Picture, marked: int) -> None:
        """Show other values; domains without anything to reach have no axis.

        `marked` is the place of the organisation drawn as a dashed line, -1 for none.
        """
        self._domains = [d for d in picture.domains if d.together.share]
        self._marked, self._columns = marked, picture.columns
        self.setAccessibleName("Radar of domains")
        self.setAccessibleDescription("; ".join(d.together.words for d in self._domains))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(560), self._look.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(380), self._look.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self._domains) < LEAST:
            self._too_few(painter)
        else:
            self._web(painter)
            self._reached(painter)
            if self._marked >= 0:
                self._one(painter)
                self._name(painter)
            self._labels(painter)
        painter.end()

    @property
    def _centre(self) -> tuple[float, float]:
        return self.width() / 2, self.height() / 2

    @property
    def _radius(self) -> float:
        px = self._look.px
        return max(1.0, min(self.height() / 2 - px(44), self.width() / 2 - px(LABEL)))

    def _polygon(self, shares: Sequence[float]) -> QPolygonF:
        return QPolygonF([QPointF(*p) for p in radar_points(shares, self._centre, self._radius)])

    def _too_few(self, painter: QPainter) -> None:
        painter.setFont(self._look.font())
        painter.setPen(self._look.colour("ink2"))
        said = "A radar needs three domains with a target. The bars show the same."
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(M, M, -M, -M), flags, said)

    def _web(self, painter: QPainter) -> None:
        look, count = self._look, len(self._domains)
        painter.setPen(look.colour("rule"))
        for quarter in (1, 2, 3):
            painter.drawPolygon(self._polygon([quarter / 4] * count))
        for point in radar_points([1.0] * count, self._centre, self._radius):
            painter.drawLine(QPointF(*self._centre), QPointF(*point))

    def _reached(self, painter: QPainter) -> None:
        look = self._look
        shares = [d.together.share for d in self._domains if d.together.share]
        low = self._polygon([min(s.low, 1.0) for s in shares])
        high = self._polygon([min(s.high, 1.0) for s in shares])
        outer, inner = QPainterPath(), QPainterPath()
        outer.addPolygon(high)
        inner.addPolygon(low)
        painter.save()
        painter.setClipPath(outer.subtracted(inner))
        hatch(painter, high.boundingRect(), look.colour("accent"))
        painter.restore()
        fill = look.colour("accent")
        fill.setAlphaF(0.25)
        painter.setBrush(fill)
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.drawPolygon(low)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("ink"), 2))
        painter.drawPolygon(self._polygon([1.0] * len(shares)))

    def _one(self, painter: QPainter) -> None:
        """The line of one organisation, by its low ends; broken where it is not asked or known."""
        look, cells = self._look, [d.cells[self._marked] for d in self._domains]
        shares = [min(c.share.low, 1.0) if c.share and c.known else None for c in cells]
        points = radar_points([s or 0.0 for s in shares], self._centre, self._radius)
        places = [
            QPointF(*p) if s is not None else None for p, s in zip(points, shares, strict=True)
        ]
        painter.setPen(QPen(look.colour("ink"), 2, Qt.PenStyle.DashLine))
        for here, there in zip(places, places[1:] + places[:1], strict=True):
            if here and there:
                painter.drawLine(here, there)
        painter.setPen(QPen(look.colour("ink"), 1.5))
        painter.setBrush(look.colour("ink"))
        for place in filter(None, places):
            painter.drawEllipse(place, look.px(3), look.px(3))

    def _name(self, painter: QPainter) -> None:
        """Who the line is, in the corner."""
        look, one = self._look, self._columns[self._marked]
        left, y = M + S, look.px(20)
        painter.setPen(QPen(look.colour("ink"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(left, y, left + look.px(28), y)
        painter.setFont(look.font(Size.SMALL, Weight.SEMIBOLD))
        room = QRectF(left + look.px(36), y - look.px(10), look.px(LABEL), look.px(20))
        text = painter.fontMetrics().elidedText(
            one.short_name or one.name, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _labels(self, painter: QPainter) -> None:
        px, count = self._look.px, len(self._domains)
        points = radar_points([1.0] * count, self._centre, self._radius + px(12))
        width, height = px(LABEL - 16), px(34)
        for point, side, domain in zip(points, radar_sides(count), self._domains, strict=True):
            left = point[0] - width * (1 - side) / 2
            lift = 0.5 + 0.5 * (self._centre[1] - point[1]) / (self._radius + px(12))
            area = QRectF(left, point[1] - height * lift, width, height)
            self._label(painter, area, _ACROSS[side], domain)

    def _label(
        self, painter: QPainter, area: QRectF, across: Qt.AlignmentFlag, domain: DomainRow
    ) -> None:
        look, half = self._look, area.height() / 2
        painter.setFont(look.font(Size.SMALL, Weight.SEMIBOLD))
        painter.setPen(look.colour("ink"))
        name = painter.fontMetrics().elidedText(
            domain.name, Qt.TextElideMode.ElideRight, int(area.width())
        )
        flags = across | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(0, 0, 0, -half), flags, name)
        painter.setFont(look.font(Size.SMALL))
        painter.setPen(look.colour("ink2"))
        painter.drawText(area.adjusted(0, half, 0, 0), flags, domain.together.text)
