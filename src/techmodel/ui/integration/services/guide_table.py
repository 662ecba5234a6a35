"""The list of services: names wrap, and a sign stands where something is to be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from techmodel.ui.integration.services.guide_rows import AGE, GAPS, HERE, NAME
from techmodel.ui.look import XS, S, Size, Weight
from techmodel.ui.plan.entries.sized import SizedTable
from techmodel.ui.widgets.plain_model import KEY_ROLE, PlainModel
from techmodel.ui.widgets.rows import paint_row
from techmodel.ui.widgets.wrapped import WrappedDelegate, WrappedRows
from techmodel.wording import services_page as wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.ui.look import Look
    from techmodel.ui.widgets.plain_model import PlainRow

    Index = QModelIndex | QPersistentModelIndex
    Signs = Mapping[str, tuple[str, str]]

WIDE, NARROW = (176, 90, 112, 104), (128, 44, 92, 100)
"""Widths of the columns in CSS pixels; the first has what is left, too."""
NARROW_BELOW = 490
"""CSS pixels."""
ICON = 16


class GuideDelegate(WrappedDelegate):
    """Paints the rows; what has ended is paler."""

    signs: Signs = {}  # noqa: RUF012 - replaced whole, never changed

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        changed: Any = option
        if index.column() == GAPS:
            changed.font = self._look.font(Size.BODY, Weight.SEMIBOLD)
        if index.column() == HERE:
            changed.palette.setColor(changed.palette.ColorRole.Text, self._look.colour("ink2"))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        sign = self.sign(index)
        if not sign:
            super().paint(painter, option, index)
            return
        cell: Any = option
        painter.save()
        paint_row(painter, option, self._look, first=index.column() == NAME, ring=True)
        area = QRect(cell.rect).adjusted(S - 1, 0, 1 - S, -1)
        painter.setFont(QFont(self._look.font()))
        painter.setPen(self._look.colour("ink"))
        (self._paint_name if index.column() == NAME else self._paint_age)(
            painter, area, sign, str(index.data())
        )
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        narrower: Any = QStyleOptionViewItem(option)
        if index.column() == NAME and self.sign(index):
            narrower.rect = narrower.rect.adjusted(0, 0, -self._look.px(ICON) - XS, 0)
        return super().sizeHint(narrower, index)

    def sign(self, index: Index) -> str:
        """The icon in a cell, "" for none."""
        after_name, before_age = self.signs.get(index.data(KEY_ROLE), ("", ""))
        return {NAME: after_name, AGE: before_age}.get(index.column(), "")

    def _paint_name(self, painter: QPainter, area: QRect, sign: str, text: str) -> None:
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        right = area.right() + 1 - self._look.px(ICON)
        self._paint_sign(painter, right, area, sign)
        painter.drawText(area.adjusted(0, 0, -self._look.px(ICON) - XS, 0), flags, text)

    def _paint_age(self, painter: QPainter, area: QRect, sign: str, text: str) -> None:
        wide = painter.fontMetrics().horizontalAdvance(text)
        left = max(area.left(), area.right() - wide - XS - self._look.px(ICON))
        self._paint_sign(painter, left, area, sign)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, flags, text)

    def _paint_sign(self, painter: QPainter, left: int, area: QRect, sign: str) -> None:
        top = area.center().y() - self._look.px(ICON) // 2 + 1
        painter.drawPixmap(left, top, self._look.pixmap(sign, "ink2", ICON))


class GuideTable(SizedTable):
    """The services that the filters leave, one a row.

    Signals:
        came(str): another service is the current one, by id; "" for none.
    """

    came = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, wording.LIST, parent)
        self.services = PlainModel(wording.HEADS, (GAPS, AGE), self)
        self.setModel(self.services)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setAccessibleDescription(wording.LIST_KEYS)
        WrappedRows(look, self).changed.connect(self._on_wrapped)
        self._delegate = GuideDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self._silent, self._heads = False, wording.HEADS
        self.give_widths(WIDE)
        self._look.changed.connect(self._fit)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    @property
    def current(self) -> str:
        """The id of the service one is on, "" for none."""
        return str(self.currentIndex().data(KEY_ROLE) or "")

    def show_rows(self, rows: Sequence[PlainRow], signs: Signs) -> None:
        """Show other services; the current one stays while it is among them."""
        self._delegate.signs = signs
        self._fill(rows)
        self.viewport().update()
        self.came.emit(self.current)

    def go_to(self, service: str) -> None:
        """Make a service the current one, if it is shown."""
        place = self.services.place_of(service)
        if place.isValid():
            shown = self.shown_index(place).siblingAtColumn(max(0, self.currentIndex().column()))
            self.setCurrentIndex(shown)
            self.scrollTo(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if event.size().height() < event.oldSize().height():
            self._on_wrapped()

    def _fit(self) -> None:
        """Shorter heads and columns where there is little room."""
        narrow = self.width() < self._look.px(NARROW_BELOW)
        self._wide = NARROW if narrow else WIDE
        heads = wording.SHORT_HEADS if narrow else wording.HEADS
        if heads != self._heads:
            self._heads = heads
            self._fill(self.services.rows)
        self.size_columns()

    def _fill(self, rows: Sequence[PlainRow]) -> None:
        """Put in rows under the heads; the current one stays, or the first is."""
        held, keys = self.current, [row.key for row in rows]
        self._silent = True
        self.services.show(rows, self._heads)
        self.go_to(held if held in keys else keys[0] if keys else "")
        self._silent = False

    def _on_wrapped(self) -> None:
        """Keep the current service in view where rows have grown, or the table is lower."""
        self.scrollTo(self.currentIndex())

    def _on_current(self) -> None:
        if not self._silent:
            self.came.emit(self.current)
