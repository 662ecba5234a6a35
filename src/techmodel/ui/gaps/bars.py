"""Domain bars: how much of each domain's target is reached, and where each partner stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from techmodel.core.ranges import UNKNOWN
from techmodel.ui.gaps.picture import Picture
from techmodel.ui.look import RADIUS_BAR, XL, S, Size, Weight
from techmodel.ui.widgets.paint import hatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from techmodel.core.ranges import Range
    from techmodel.ui.gaps.picture import DomainRow
    from techmodel.ui.look import Look

NAMES, ROW, BAR, SCALE, DOT = 172, 52, 18, 28, 9
"""Sizes in CSS pixels: column of names, row, bar, scale on top, diameter of a dot."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DomainBars(QWidget):
    """One bar a domain: solid to what is sure, hatched to what may be, outlined to the target."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture = Picture((), ())
        self._marked = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_picture(self, picture: Picture, marked: int) -> None:
        """Show other values; `marked` is the place of the organisation shown, -1 for none."""
        self._picture, self._marked = picture, marked
        self.setAccessibleName("Domain bars")
        self.setAccessibleDescription("; ".join(d.together.words for d in picture.domains))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(px(560), px(SCALE) + px(ROW) * len(self._picture.domains) + S)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(380), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._scale(painter)
        for n, domain in enumerate(self._picture.domains):
            top = self._look.px(SCALE) + n * self._look.px(ROW)
            self._domain(painter, domain, top)
        painter.end()

    def _field(self) -> QRectF:
        """The area of the bars, without names and scale."""
        left = XL + self._look.px(NAMES)
        return QRectF(left, self._look.px(SCALE), self.width() - left - XL, self.height() - S)

    def _scale(self, painter: QPainter) -> None:
        look, field = self._look, self._field()
        painter.setFont(look.font(Size.SMALL))
        for quarter in range(5):
            x = field.left() + field.width() * quarter / 4
            painter.setPen(look.colour("rule"))
            painter.drawLine(QPointF(x, field.top() - 4), QPointF(x, field.bottom() - S))
            painter.setPen(look.colour("ink2"))
            area = QRectF(x - 40, 0, 80, look.px(SCALE) - 4)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{quarter * 25}%")

    def _domain(self, painter: QPainter, domain: DomainRow, top: int) -> None:
        look, field, px = self._look, self._field(), self._look.px
        left = XL
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(Size.BODY, Weight.SEMIBOLD))
        name = QRect(left, top + px(4), px(NAMES) - S, px(20))
        metrics = painter.fontMetrics()
        painter.drawText(
            name, _LEFT, metrics.elidedText(domain.name, Qt.TextElideMode.ElideRight, name.width())
        )
        painter.setPen(look.colour("ink2"))
        painter.setFont(look.font(Size.SMALL))
        known = domain.together.known
        said = f"{domain.together.text} of target" if known else "Nothing known yet"
        painter.drawText(name.translated(0, px(20)), _LEFT, said)
        bar = QRectF(field.left(), top + px(6), field.width(), px(BAR))
        self._bar(painter, bar, domain.together.share if known else UNKNOWN)
        self._dots(painter, domain, bar)
        painter.setPen(look.colour("rule"))
        bottom = top + px(ROW) - 1
        painter.drawLine(left, bottom, self.width() - XL, bottom)

    def _bar(self, painter: QPainter, area: QRectF, share: Range | None) -> None:
        look = self._look
        painter.fillRect(area, look.colour("surface"))
        if share is not None:
            low, high = min(share.low, 1.0) * area.width(), min(share.high, 1.0) * area.width()
            painter.fillRect(
                QRectF(area.left(), area.top(), low, area.height()), look.colour("accent")
            )
            if high > low:
                where = QRectF(area.left() + low, area.top(), high - low, area.height())
                hatch(painter, where, look.colour("accent"))
        painter.setPen(QPen(look.colour("ink"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, RADIUS_BAR, RADIUS_BAR)

    def _dots(self, painter: QPainter, domain: DomainRow, bar: QRectF) -> None:
        """A ring at each partner's low end; the lowest, or the one shown, filled and named."""
        y = bar.bottom() + self._look.px(13)
        places = {
            n: QPointF(bar.left() + min(cell.share.low, 1.0) * bar.width(), y)
            for n, cell in enumerate(domain.cells)
            if cell.share and cell.known
        }
        for n, place in places.items():
            self._dot(painter, place, filled=domain.cells[n].lowest or n == self._marked)
        named = self._marked
        if named < 0:
            named = next((n for n in places if domain.cells[n].lowest), -1)
        if named in places:
            others = [p.x() for n, p in places.items() if n != named]
            self._name(painter, places[named], others, named)

    def _dot(self, painter: QPainter, middle: QPointF, *, filled: bool) -> None:
        look, reach = self._look, self._look.px(DOT) / 2
        painter.setPen(QPen(look.colour("ink"), 1.5))
        painter.setBrush(look.colour("ink" if filled else "surface"))
        painter.drawEllipse(middle, reach, reach)

    def _name(
        self, painter: QPainter, middle: QPointF, others: Sequence[float], place: int
    ) -> None:
        """The name at the side of its dot where no other dot is in the way."""
        look, organisation, field = self._look, self._picture.columns[place], self._field()
        painter.setFont(look.font(Size.SMALL, Weight.SEMIBOLD))
        painter.setPen(look.colour("ink"))
        metrics = painter.fontMetrics()
        full = organisation.short_name or organisation.name
        text = metrics.elidedText(full, Qt.TextElideMode.ElideRight, int(field.width() / 3))
        width, height = metrics.horizontalAdvance(text) + 2, metrics.height()
        left = QRectF(middle.x() - S - width, middle.y() - height / 2, width, height)
        right = left.translated(width + 2 * S, 0)
        if _is_free(left, others) and left.left() > XL + look.px(NAMES) * 2 / 3:
            painter.drawText(left, _RIGHT, text)
        elif _is_free(right, others) and right.right() < field.right():
            painter.drawText(right, _LEFT, text)
        else:
            painter.fillRect(right, look.colour("surface"))
            painter.drawText(right, _LEFT, text)


def _is_free(area: QRectF, dots: Sequence[float]) -> bool:
    return not any(area.left() - S <= x <= area.right() + S for x in dots)
