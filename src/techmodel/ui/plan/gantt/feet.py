"""The two rows under the bars: how much is in work by month, what is reached by quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from techmodel.ui.look import Size, Weight
from techmodel.ui.plan.gantt.axis import next_quarter, quarter_start
from techmodel.ui.plan.gantt.bars import tinted
from techmodel.ui.plan.gantt.ground import paint_ground, paint_now
from techmodel.ui.plan.gantt.loads import peak
from techmodel.ui.widgets.paint import hatch, paint_range_bar
from techmodel.wording import gantt as wording
from techmodel.wording.numbers import percent_range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from techmodel.core.forecast import Moment
    from techmodel.ui.look import Look
    from techmodel.ui.plan.gantt.axis import Axis
    from techmodel.ui.plan.working import Worked

LOAD, TARGET = 78, 44
"""Heights in CSS pixels."""
NUMBER_FROM = 26
"""The width of a month in CSS pixels from which on its number is written."""
BLOCKS = 20
"""Up to so many at once are painted one by one."""


class LoadRow(QWidget):
    """A stack for each month: steps in work at once, hatched above the limit."""

    def __init__(self, look: Look, axis: Axis, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._axis = look, axis
        self._load: Sequence[tuple[date, int]] = ()
        self._limit: int | None = None
        self._today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        axis.changed.connect(self.update)
        look.changed.connect(self.updateGeometry)

    def show_load(self, load: Sequence[tuple[date, int]], worked: Worked) -> None:
        """Show how much is in work in the months of a plan."""
        self._load, self._limit = load, worked.book.terms.capacity
        self._today = worked.today
        self.setAccessibleName(f"{wording.LOAD_TITLE}: {wording.load_table(load)}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(LOAD))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ground(painter, self.rect(), self._look, self._axis)
        if self._today is not None:
            paint_now(painter, self.rect(), self._look, self._axis.x(self._today))
        most, _ = peak(self._load)
        room = self.height() - self._look.px(18)
        unit = room / max(most, self._limit or 0, 4)
        painter.setFont(self._look.font(Size.SMALL))
        for day, count in self._load:
            self._paint_month(painter, day, count, unit)
        if self._limit is not None:
            y = self.height() - 3 - self._limit * unit
            painter.setPen(QPen(self._look.colour("ink"), 2))
            painter.drawLine(QLineF(0, y, self.width(), y))
        painter.setPen(QPen(self._look.colour("rule"), 1))
        painter.drawLine(QLineF(0, 0.5, self.width(), 0.5))
        painter.end()

    def _paint_month(self, painter: QPainter, day: date, count: int, unit: float) -> None:
        left = self._axis.x(day)
        right = self._axis.x(_month_after(day))
        if right < 0 or left > self.width():
            return
        bottom = self.height() - 3
        within = min(count, self._limit) if self._limit else count
        box = QRectF(left + 1, bottom - within * unit, right - left - 2, within * unit)
        painter.fillRect(box, tinted(self._look, 0.5))
        if unit >= 3 and count <= BLOCKS:
            painter.setPen(QPen(self._look.colour("surface"), 1))
            for n in range(1, within):
                y = round(bottom - n * unit) + 0.5
                painter.drawLine(QLineF(box.left(), y, box.right(), y))
        over = QRectF(box.left(), bottom - count * unit, box.width(), (count - within) * unit)
        if count > within:
            painter.fillRect(over, self._look.colour("warn.bg"))
            hatch(painter, over, self._look.colour("warn.edge"))
        if right - left >= self._look.px(NUMBER_FROM):
            painter.setPen(self._look.colour("ink2"))
            top = QRectF(left, over.top() - self._look.px(17), right - left, self._look.px(16))
            painter.drawText(top, Qt.AlignmentFlag.AlignCenter, str(count))


class TargetRow(QWidget):
    """For each quarter what share of the targets is reached at its end."""

    def __init__(self, look: Look, axis: Axis, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._axis = look, axis
        self._moments: Sequence[Moment] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        axis.changed.connect(self.update)
        look.changed.connect(self.updateGeometry)

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show what is reached; the first is of today, the others of ends of quarters."""
        self._moments = moments
        self.setAccessibleName(f"{wording.TARGET_TITLE}: {wording.target_table(moments)}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(TARGET))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ground(painter, self.rect(), self._look, self._axis)
        painter.setFont(self._look.font(Size.SMALL, Weight.SEMIBOLD))
        metrics = QFontMetricsF(painter.font())
        for moment, left, right in self._columns(metrics):
            text = percent_range(moment.overall, "–")
            painter.setPen(self._look.colour("ink"))
            area = QRectF(left + 5, 3, right - left - 5, self._look.px(20))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
            bar = QRectF(left + 5, self._look.px(26), right - left - 11, self._look.px(7))
            paint_range_bar(painter, bar, self._look, moment.overall)
        painter.setPen(QPen(self._look.colour("rule"), 1))
        painter.drawLine(QLineF(0, 0.5, self.width(), 0.5))
        painter.end()

    def _columns(self, metrics: QFontMetricsF) -> Iterator[tuple[Moment, float, float]]:
        """The quarters there is room for, each with its edges; else the last of several."""
        need = metrics.horizontalAdvance("100–100%") + 10
        left: float | None = None
        for moment in self._moments[1:]:
            begin = quarter_start(moment.day)
            at = self._axis.x(begin)
            left = at if left is None else left
            right = self._axis.x(next_quarter(begin))
            if right - left >= need:
                yield moment, max(left, right - 2.5 * need), right
                left = right


def _month_after(day: date) -> date:
    return day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)
