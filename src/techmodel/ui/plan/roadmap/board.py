"""The roadmap by quarter and domain: bars from the quarter they begin in to that they end in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from typing_extensions import override

from techmodel.core.roadmap import pack, quarter_of
from techmodel.ui.look import RADIUS_CHIP, XL, XS, M, S, Size, Weight
from techmodel.ui.plan.roadmap.picking import PickArea, Spot
from techmodel.ui.plan.roadmap.tints import horizon_fill, horizon_ink
from techmodel.wording import roadmap as wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.core.roadmap import Bar, Roadmap, Stage
    from techmodel.ui.look import Look

NAMES, NARROW_NAMES, NARROW = 202, 128, 760
"""CSS pixels: the column of domains, the same where there is little room, and what little is."""
HEADS, ROW, BAR, PAD = 74, 30, 24, 6
"""CSS pixels: the heads, a row of bars, a bar, the room above and below the rows of a domain."""
LEAST, MONTHS, TICKS = 22, 62, 30
"""CSS pixels a quarter is at least wide, from which on its months are named, or its number."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Placed:
    """A bar in the picture, and where its name stands."""

    bar: Bar
    area: QRect
    name: QRect
    inside: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A domain in the picture."""

    name: str
    top: int
    height: int
    bars: tuple[Placed, ...]


class Board(PickArea):
    """Domains downwards, quarters across; the heads and the domains stay in view."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._roadmap: Roadmap | None = None
        self._names: Sequence[str] = ()
        self._bands: tuple[Band, ...] = ()
        super().__init__(look, wording.BOARD, parent)

    def show_roadmap(self, roadmap: Roadmap, names: Sequence[str]) -> None:
        """Show another roadmap; `names` are those of its lanes."""
        self._roadmap, self._names = roadmap, names
        self.lay_out()

    @override
    def lay_out(self) -> None:
        roadmap = self._roadmap
        if roadmap is None:
            return
        top = self._heads
        bands = []
        for lane, name in zip(roadmap.lanes, self._names, strict=True):
            bands.append(self._band(name, top, lane.bars))
            top += bands[-1].height
        self._bands = tuple(bands)
        self._set_ranges(top)
        self.show_spots(
            [
                Spot(p.bar.planned.project.id, p.area | p.name, wording.bar_words(p.bar, b.name))
                for b in bands
                for p in b.bars
            ]
        )

    @override
    def bring(self, area: QRect) -> None:
        super().bring(area.adjusted(-self._left, -self._heads, 0, 0))

    @override
    def spot_at(self, place: QPoint) -> Spot | None:
        hidden = place.x() < self._left or place.y() < self._heads
        return None if hidden else super().spot_at(place)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._roadmap is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._look.colour("surface"))
        painter.translate(-self.offset)
        self._paint_grid(painter)
        self._paint_duties(painter, self._roadmap)
        for band in self._bands:
            for placed in band.bars:
                self._paint_bar(painter, placed)
        painter.resetTransform()
        self._paint_names(painter)
        self._paint_heads(painter, self._roadmap)
        painter.end()

    @property
    def _left(self) -> int:
        narrow = self.viewport().width() < self._look.px(NARROW)
        return self._look.px(NARROW_NAMES if narrow else NAMES)

    @property
    def _heads(self) -> int:
        return self._look.px(HEADS)

    @property
    def _quarter(self) -> float:
        """The width of a quarter."""
        count = len(self._roadmap.quarters) if self._roadmap else 1
        room = self.viewport().width() - self._left - M
        return max(float(self._look.px(LEAST)), room / max(1, count))

    def _x(self, quarters: float) -> int:
        return round(self._left + quarters * self._quarter)

    def _set_ranges(self, height: int) -> None:
        room = self.viewport().size()
        count = len(self._roadmap.quarters) if self._roadmap else 0
        wide, high = self.horizontalScrollBar(), self.verticalScrollBar()
        wide.setRange(0, max(0, self._x(count) + M - room.width()))
        high.setRange(0, max(0, height - room.height()))
        for bar, page in ((wide, room.width()), (high, room.height())):
            bar.setPageStep(page)
            bar.setSingleStep(self._look.px(ROW))

    def _band(self, name: str, top: int, bars: Sequence[Bar]) -> Band:
        """Lay the bars of a domain in as few rows as their names leave."""
        px = self._look.px
        flat = [self._flat(bar) for bar in bars]
        rows = pack([(float(min(p.area.left(), p.name.left())), self._end(p)) for p in flat])
        moved = []
        for placed, row in zip(flat, rows, strict=True):
            down = QPoint(0, top + px(PAD) + row * px(ROW) + px(ROW - BAR) // 2)
            area, where = placed.area.translated(down), placed.name.translated(down)
            moved.append(Placed(placed.bar, area, where, placed.inside))
        height = px(ROW) * (max(rows, default=0) + 1) + 2 * px(PAD)
        return Band(name, top, max(height, self._name_height(name)), tuple(moved))

    def _end(self, placed: Placed) -> float:
        return float(max(placed.area.right(), placed.name.right()) + S)

    def _name_height(self, name: str) -> int:
        metrics = QFontMetrics(self._look.font(Size.BODY, Weight.SEMIBOLD))
        room = QRect(0, 0, self._left - XL - S, 10_000)
        return metrics.boundingRect(room, _WRAPPED, name).height() + 2 * S

    def _flat(self, bar: Bar) -> Placed:
        """A bar at the top of the picture: its name in it, or after it, or before it."""
        left, right = self._x(bar.first) + 1, self._x(bar.last + 1) - 1
        area = QRect(left, 0, right - left, self._look.px(BAR))
        metrics = QFontMetrics(self._look.font())
        width = metrics.horizontalAdvance(bar.planned.project.name) + 2
        if width + 2 * S <= area.width():
            return Placed(bar, area, area.adjusted(S, 0, -S, 0), inside=True)
        count = len(self._roadmap.quarters) if self._roadmap else 0
        after, before = self._x(count) - right - XS, left - XS - self._left
        if width <= after or after >= before:
            room = min(width, max(after, 0))
            return Placed(bar, area, QRect(right + XS, 0, room, area.height()), inside=False)
        room = min(width, before)
        return Placed(bar, area, QRect(left - XS - room, 0, room, area.height()), inside=False)

    def _paint_grid(self, painter: QPainter) -> None:
        """Lines at the ends of years, and thicker ones at the ends of horizons."""
        look, roadmap = self._look, self._roadmap
        assert roadmap is not None
        bottom = max(self.viewport().height() + self.offset.y(), self._heads)
        for n, quarter in enumerate(roadmap.quarters):
            wide = self._quarter >= look.px(MONTHS)
            if n and (quarter.number == 1 or wide):
                painter.setPen(look.colour("rule"))
                painter.drawLine(self._x(n), self._heads, self._x(n), bottom)
        painter.setPen(QPen(look.colour("line"), 1, Qt.PenStyle.DashLine))
        for _, _, end in self._horizons(roadmap.stages)[:-1]:
            painter.drawLine(end, self._heads, end, bottom)

    def _paint_duties(self, painter: QPainter, roadmap: Roadmap) -> None:
        """A line at each statutory date; the words below the picture name them."""
        painter.setPen(QPen(self._look.colour("warn.edge"), 2, Qt.PenStyle.DashLine))
        bottom = self.viewport().height() + self.offset.y()
        for duty in roadmap.duties:
            x = self._x(quarter_of(roadmap.quarters, duty.wanted) or 0)
            painter.drawLine(x, self._heads, x, bottom)

    def _paint_bar(self, painter: QPainter, placed: Placed) -> None:
        look, bar = self._look, placed.bar
        edge = look.colour("ink" if look.high_contrast else "accent")
        painter.setPen(QPen(edge, 1))
        painter.setBrush(horizon_fill(look, bar.horizon))
        painter.drawRoundedRect(placed.area, RADIUS_CHIP, RADIUS_CHIP)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(look.font())
        painter.setPen(horizon_ink(look, bar.horizon) if placed.inside else look.colour("ink"))
        if not placed.inside:
            painter.fillRect(placed.name.adjusted(-2, 2, 2, -2), look.colour("surface"))
        name, dots = bar.planned.project.name, Qt.TextElideMode.ElideRight
        said = painter.fontMetrics().elidedText(name, dots, placed.name.width())
        painter.drawText(placed.name, _LEFT, said)
        if self.hasFocus() and self.current and self.current.key == bar.planned.project.id:
            painter.setPen(QPen(look.colour("focus"), 2))
            around = (placed.area | placed.name).adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(around, RADIUS_CHIP + 1, RADIUS_CHIP + 1)

    def _paint_names(self, painter: QPainter) -> None:
        look, width, up = self._look, self._left, self.offset.y()
        painter.fillRect(0, 0, width - XS, self.viewport().height(), look.colour("surface"))
        painter.setFont(look.font(Size.BODY, Weight.SEMIBOLD))
        for band in self._bands:
            top = band.top - up
            painter.setPen(look.colour("ink"))
            area = QRect(XL, top + S, width - XL - S, band.height - S)
            painter.drawText(area, _WRAPPED, band.name)
            painter.setPen(look.colour("rule"))
            bottom = top + band.height - 1
            painter.drawLine(0, bottom, self.viewport().width(), bottom)

    def _paint_heads(self, painter: QPainter, roadmap: Roadmap) -> None:
        look, width = self._look, self.viewport().width()
        painter.fillRect(0, 0, width, self._heads - 1, look.colour("surface"))
        painter.setClipRect(self._left, 0, width - self._left, self._heads)
        painter.translate(-self.offset.x(), 0)
        self._paint_horizons(painter, roadmap.stages)
        self._paint_quarters(painter, roadmap)
        painter.resetTransform()
        painter.setClipping(False)
        painter.setPen(look.colour("line"))
        painter.drawLine(0, self._heads - 1, width, self._heads - 1)

    def _paint_horizons(self, painter: QPainter, stages: Sequence[Stage]) -> None:
        look, px = self._look, self._look.px
        painter.setFont(look.font(Size.LARGE, Weight.SEMIBOLD))
        for stage, start, end in self._horizons(stages):
            strip = QRect(start + 1, 0, end - start - 2, px(5))
            painter.setPen(QPen(look.colour("accent"), 1))
            painter.setBrush(horizon_fill(look, stage.horizon))
            painter.drawRect(strip)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.colour("ink"))
            said = f"{wording.horizon_name(stage.horizon)} {wording.until(stage)}"
            metrics = painter.fontMetrics()
            if metrics.horizontalAdvance(said) > strip.width():
                said = wording.horizon_name(stage.horizon)
            text = QRect(strip.left(), px(7), strip.width(), px(24))
            painter.drawText(text, _LEFT, said)

    def _horizons(self, stages: Sequence[Stage]) -> list[tuple[Stage, int, int]]:
        """The horizons with where they begin and end across."""
        roadmap = self._roadmap
        assert roadmap is not None
        found, start = [], 0
        for stage in stages:
            end = next(n for n, q in enumerate(roadmap.quarters, 1) if stage.last <= q.last)
            found.append((stage, self._x(start), self._x(end)))
            start = end
        return found

    def _paint_quarters(self, painter: QPainter, roadmap: Roadmap) -> None:
        look, px, wide = self._look, self._look.px, self._quarter
        for n, quarter in enumerate(roadmap.quarters):
            left = self._x(n)
            if quarter.number == 1 or n == 0:
                painter.setFont(look.font(Size.SMALL, Weight.SEMIBOLD))
                painter.setPen(look.colour("ink"))
                year = str(quarter.first.year)
                room = round(wide * (5 - quarter.number))
                if painter.fontMetrics().horizontalAdvance(year) <= room:
                    painter.drawText(QRect(left + 2, px(32), px(60), px(18)), _LEFT, year)
            painter.setFont(look.font(Size.SMALL))
            painter.setPen(look.colour("ink2"))
            text = QRect(left + 2, px(50), round(wide), px(20))
            if wide >= px(MONTHS):
                painter.drawText(text, _LEFT, wording.months_of(quarter))
            elif wide >= px(TICKS):
                painter.drawText(text, _LEFT, f"Q{quarter.number}")
