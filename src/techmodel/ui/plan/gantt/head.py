"""The head of the chart: statutory dates and today, years, and the columns of the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from techmodel.ui.look import RADIUS_CHIP, Size, Weight
from techmodel.ui.plan.gantt.axis import Scale
from techmodel.ui.plan.gantt.labels import Label, Wish, place_labels
from techmodel.wording import gantt as wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from techmodel.ui.look import Look
    from techmodel.ui.plan.gantt.axis import Axis, Tick
    from techmodel.ui.plan.working import Worked

LANE, YEARS, COLUMNS = 22, 18, 20
"""Heights in CSS pixels of the lane of labels, the years and the columns."""
PADDING = 6


class Head(QWidget):
    """Three rows over the bars; what the labels stand for is in the table of the details."""

    def __init__(self, look: Look, axis: Axis, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._axis = look, axis
        self._worked: Worked | None = None
        self._labels: tuple[Label, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        axis.changed.connect(self._on_changed)
        look.changed.connect(self._on_changed)

    @property
    def labels(self) -> tuple[Label, ...]:
        """The statutory dates as they stand."""
        return self._labels

    def show_plan(self, worked: Worked) -> None:
        """Show the statutory dates of a plan."""
        self._worked = worked
        self.setAccessibleName(
            "; ".join(wording.duty_tip(d, worked.assessment) for d in worked.plan.duties)
        )
        self._on_changed()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(LANE + YEARS + COLUMNS))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            x = event.pos().x()
            tips = [label.tip for label in self._labels if label.left <= x <= label.right]
            QToolTip.showText(event.globalPos(), "\n".join(tips), self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), self._look.px
        painter.fillRect(self.rect(), self._look.colour("surface"))
        painter.setFont(self._look.font(Size.SMALL, Weight.SEMIBOLD))
        top = px(LANE)
        self._paint_ticks(painter, self._axis.years(), (top, px(YEARS)), "ink")
        if self._axis.unit is not Scale.FIT:
            where = (top + px(YEARS), px(COLUMNS))
            self._paint_ticks(painter, self._axis.ticks(), where, "ink2")
        painter.setPen(QPen(self._look.colour("line"), 1))
        bottom = self.height() - 0.5
        painter.drawLine(QLineF(0, bottom, self.width(), bottom))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for label in self._labels:
            area = QRectF(label.left, 2.5, label.width, px(LANE) - 4)
            self._paint_label(painter, area, label.text, ("warn.bg", "warn.edge", "warn.text"))
        self._paint_now(painter)
        painter.end()

    def _on_changed(self) -> None:
        self._labels = self._placed()
        self.updateGeometry()
        self.update()

    def _placed(self) -> tuple[Label, ...]:
        worked = self._worked
        if worked is None:
            return ()
        metrics = QFontMetricsF(self._look.font(Size.SMALL, Weight.SEMIBOLD))
        wishes = []
        passed = [d for d in worked.plan.duties if d.wanted < self._axis.first]
        if passed and not self._axis.offset:
            tips = "\n".join(wording.duty_tip(d, worked.assessment) for d in passed)
            label = wording.passed_label(len(passed))
            wishes.append(Wish(2, (label, f"◂ {len(passed)}"), tips))
        for duty in worked.plan.duties:
            if duty.wanted >= self._axis.first:
                texts = wording.duty_labels(duty, worked.assessment)
                tip = wording.duty_tip(duty, worked.assessment)
                wishes.append(Wish(self._axis.x(duty.wanted), texts, tip))
        seen = [w for w in wishes if 0 <= w.x <= self._axis.width]
        room = (1.0, self._axis.width - 1.0)
        return place_labels(seen, room, lambda text: metrics.horizontalAdvance(text) + 2 * PADDING)

    def _paint_ticks(
        self, painter: QPainter, ticks: Iterable[Tick], where: tuple[int, int], token: str
    ) -> None:
        """Paint names of columns, each after the line before it; none over the next."""
        top, height = where
        metrics, now = QFontMetricsF(painter.font()), self._now_area()
        for tick in ticks:
            left, right = self._axis.x(tick.first), self._axis.x(tick.after)
            painter.setPen(QPen(self._look.colour("rule"), 1))
            painter.drawLine(QLineF(left, top, left, self.height()))
            at = max(left, 0.0) + 5
            width = metrics.horizontalAdvance(tick.name)
            area = QRectF(at, top, width + 1, height)
            if at + width <= right and not area.intersects(now):
                painter.setPen(self._look.colour(token))
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, tick.name)

    def _paint_now(self, painter: QPainter) -> None:
        """Paint the word for today over its line, at the edge where that is near."""
        area = self._now_area()
        if not area.isEmpty():
            self._paint_label(painter, area, wording.NOW, ("ink", "ink", "surface"))

    def _now_area(self) -> QRectF:
        """Where the word for today stands; empty where it is out of view."""
        x = self._axis.x(self._worked.today) if self._worked else -1.0
        if not 0 <= x <= self.width():
            return QRectF()
        px, metrics = self._look.px, QFontMetricsF(self._look.font(Size.SMALL, Weight.SEMIBOLD))
        width = metrics.horizontalAdvance(wording.NOW) + 2 * PADDING - 2
        left = min(max(x - width / 2, 0.0), self.width() - width)
        return QRectF(left, self.height() - px(COLUMNS) + 1.5, width, px(COLUMNS) - 3)

    def _paint_label(
        self, painter: QPainter, area: QRectF, text: str, tokens: tuple[str, str, str]
    ) -> None:
        """Paint words on a ground with an edge; `tokens` are ground, edge and words."""
        ground, edge, ink = map(self._look.colour, tokens)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(area, RADIUS_CHIP, RADIUS_CHIP)
        painter.setPen(ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
