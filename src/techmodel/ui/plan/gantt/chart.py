"""The bars beside the table: painted for the lines in view, dragged with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from techmodel.core.plan_parts import Status
from techmodel.ui.announce import announce
from techmodel.ui.look import Size, Weight
from techmodel.ui.plan.gantt.arrows import route
from techmodel.ui.plan.gantt.bars import (
    BAR,
    bar_area,
    paint_bar,
    paint_deadline,
    paint_done,
    paint_name,
)
from techmodel.ui.plan.gantt.drag import Drag, can_drag
from techmodel.ui.plan.gantt.ground import paint_duties, paint_ground, paint_now
from techmodel.ui.plan.gantt.lines import Kind, Line, line_words
from techmodel.wording import gantt as wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from techmodel.core.plan_parts import ProjectId
    from techmodel.ui.look import Look
    from techmodel.ui.plan.gantt.arrows import Arrow
    from techmodel.ui.plan.gantt.axis import Axis
    from techmodel.ui.plan.gantt.tree import ProjectTree
    from techmodel.ui.plan.working import Worked


class Chart(QWidget):
    """One bar for each line of a table, at its height.

    Signals:
        moved(str, object): a bar was dragged: the project's id and the day on which it begins.
        chosen(str): a bar was pressed: the key of its line.
        opened(): a bar was double-clicked; its line is the current one.
    """

    moved = Signal(str, object)
    chosen = Signal(str)
    opened = Signal()

    def __init__(self, look: Look, axis: Axis, tree: ProjectTree, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._axis, self._tree = look, axis, tree
        self._worked: Worked | None = None
        self._arrows: tuple[Arrow, ...] = ()
        self._fixed = False
        self._drag: Drag | None = None
        self._alone = False
        self.setAccessibleName(wording.CHART)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        axis.changed.connect(self.update)
        look.changed.connect(self.update)
        tree.rows_changed.connect(self.update)
        tree.line_changed.connect(self._on_line)
        tree.verticalScrollBar().valueChanged.connect(self.update)

    def show_plan(self, worked: Worked, *, fixed: bool) -> None:
        """Show a plan; `fixed` lets no bar be dragged."""
        self._worked, self._fixed = worked, fixed
        self._arrows = worked.arrows
        self.update()

    def stand_alone(self, *, alone: bool) -> None:
        """Write names beside the bars and take the keys, where the table is not shown."""
        self._alone = alone
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.StrongFocus if alone else policies.NoFocus)
        self.update()

    def bar(self, key: str) -> QRectF | None:
        """Where the bar of a line is, also out of view; None where it has none."""
        rows = self._tree.rows()
        found = next((n for n, line in enumerate(rows) if line.key == key), None)
        return None if found is None else self._area(rows[found], found)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._axis.fit(self.width(), self._look.text / 100)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, area = QPainter(self), self._look, self.rect()
        paint_ground(painter, area, look, self._axis)
        worked = self._worked
        if worked is not None:
            self._paint_rows(painter)
            duties = [d.wanted for d in worked.plan.duties]
            paint_duties(painter, area, look, self._axis, duties)
            paint_now(painter, area, look, self._axis.x(worked.today))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number, line in self._in_view():
                self._paint_line(painter, number, line)
            self._paint_arrows(painter)
            self._paint_names(painter)
            self._paint_drag(painter)
        painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            line = self._line_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), line_words(line) if line else "", self)
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().y())
        rows = self._tree.rows()
        if event.button() != Qt.MouseButton.LeftButton or not 0 <= number < len(rows):
            return
        line = rows[number]
        self.chosen.emit(line.key)
        area = self._area(line, number)
        if area and area.contains(event.position()) and can_drag(line) and not self._fixed:
            self._drag = Drag(line, event.position().x())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None and self._worked is not None:
            days = self._worked.plan.days
            self._drag.move(event.position().x(), self._axis.per_day, days)
            self.update()
            return
        line = self._line_at(event.position())
        grab = line is not None and can_drag(line) and not self._fixed
        self.setCursor(Qt.CursorShape.SizeHorCursor if grab else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is not None and drag.day != drag.line.start and drag.line.id:
            self.moved.emit(drag.line.id, drag.day)
        self.update()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event.position())
        if line is not None:
            self._drag = None
            self.opened.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._tree.keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._axis.zoom(1 if turned.y() > 0 else -1, event.position().x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or turned.x():
            self._axis.scroll(self._axis.offset - (turned.x() or turned.y()))
        else:
            bar = self._tree.verticalScrollBar()
            bar.setValue(bar.value() - turned.y())
        event.accept()

    def _on_line(self) -> None:
        """Show the current line, and say it where the table does not."""
        line = self._tree.current()
        if self.hasFocus() and line is not None:
            announce(self, line_words(line))
        self.update()

    @property
    def _scrolled(self) -> int:
        return self._tree.verticalScrollBar().value()

    def _in_view(self) -> Iterator[tuple[int, Line]]:
        """The lines in view, each with its number from the top."""
        rows, height = self._tree.rows(), self._tree.row_height
        first = max(0, self._scrolled // height)
        last = min(len(rows), (self._scrolled + self.height()) // height + 1)
        for number in range(first, last):
            yield number, rows[number]

    def _number_at(self, y: float) -> int:
        return int((y + self._scrolled) // self._tree.row_height)

    def _middle(self, number: int) -> float:
        height = self._tree.row_height
        return (number + 0.5) * height - self._scrolled - 0.5

    def _area(self, line: Line, number: int) -> QRectF | None:
        return bar_area(line, self._axis, self._look, self._middle(number))

    def _line_at(self, where: QPointF) -> Line | None:
        """The line whose bar is there."""
        number, rows = self._number_at(where.y()), self._tree.rows()
        if not 0 <= number < len(rows):
            return None
        area = self._area(rows[number], number)
        held = area is not None and area.adjusted(-4, -4, 4, 4).contains(where)
        return rows[number] if held else None

    def _paint_rows(self, painter: QPainter) -> None:
        """Paint the rules between lines, and the ground of the current one."""
        height, current = self._tree.row_height, self._tree.current()
        for number, line in self._in_view():
            top = number * height - self._scrolled
            if current is not None and line.key == current.key:
                painter.fillRect(QRectF(0, top, self.width(), height), self._look.colour("soft"))
            painter.setPen(QPen(self._look.colour("rule"), 1))
            painter.drawLine(QLineF(0, top + height - 0.5, self.width(), top + height - 0.5))

    def _paint_line(self, painter: QPainter, number: int, line: Line) -> None:
        area, middle = self._area(line, number), self._middle(number)
        if area is not None and area.right() >= 0 and area.left() <= self.width():
            paint_bar(painter, line, area, self._look)
        over = line.status in {Status.DONE, Status.DROPPED} and line.kind is Kind.PROJECT
        day = line.deadline
        if day and not over:
            paint_deadline(painter, line, QPointF(self._axis.x(day), middle), self._look)
        if over and area is None and self._worked is not None:
            paint_done(
                painter, line, QPointF(self._axis.x(self._worked.today), middle), self._look
            )

    def _paint_arrows(self, painter: QPainter) -> None:
        """Paint the dependencies between projects in view; those of the current line on top."""
        numbers = {n.id: i for i, n in enumerate(self._tree.rows()) if n.kind is Kind.PROJECT}
        seen = {line.id for _, line in self._in_view()}
        current = self._tree.current()
        id_ = current.id if current else None
        mine: list[Arrow] = []
        for arrow in self._arrows:
            ends = {arrow.before, arrow.project}
            if ends <= numbers.keys():
                if id_ in ends:
                    mine.append(arrow)
                elif ends <= seen:
                    strong = arrow.critical
                    self._paint_arrow(
                        painter, arrow, numbers, ("ink", 1.8) if strong else ("line", 1.0)
                    )
        for arrow in mine:
            self._paint_arrow(painter, arrow, numbers, ("accent", 1.6))

    def _paint_arrow(
        self,
        painter: QPainter,
        arrow: Arrow,
        numbers: dict[ProjectId | None, int],
        style: tuple[str, float],
    ) -> None:
        start = (self._axis.x(arrow.ends), self._middle(numbers[arrow.before]))
        end = (self._axis.x(arrow.begins), self._middle(numbers[arrow.project]))
        line, head = route(start, end, self._look.px(BAR) / 2, arrow.inside)
        colour = self._look.colour(style[0])
        painter.setPen(QPen(colour, style[1]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(colour)
        painter.drawPolygon(head)

    def _paint_names(self, painter: QPainter) -> None:
        """Write names beside the bars where the table is not shown."""
        for number, line in self._in_view() if self._alone else ():
            area = self._area(line, number)
            if area is not None:
                name = f"{line.id or ''} {line.name}".strip()
                paint_name(painter, name, area, self._look, self.width())

    def _paint_drag(self, painter: QPainter) -> None:
        """Paint where a bar that is dragged would begin, with the day."""
        area = self.bar(self._drag.line.key) if self._drag else None
        if self._drag is None or self._drag.day is None or area is None:
            return
        area.moveLeft(self._axis.x(self._drag.day))
        painter.setPen(QPen(self._look.colour("focus"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setFont(self._look.font(Size.SMALL, Weight.SEMIBOLD))
        words = QRectF(area.left(), area.top() - self._look.px(20), 400, self._look.px(18))
        held = painter.boundingRect(words, Qt.AlignmentFlag.AlignVCenter, self._drag.words)
        painter.fillRect(held.adjusted(-4, 0, 4, 0), self._look.colour("surface"))
        painter.setPen(self._look.colour("ink"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._drag.words)
