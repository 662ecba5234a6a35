"""How the rows of the tree look: chip, name, pips and signs; for domains a bar and a count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip
from typing_extensions import override

from techmodel.core.answers import State
from techmodel.core.outline import Branch, Filter, Item
from techmodel.core.ranges import Range
from techmodel.ui.checklist.tree_model import NODE_ROLE, WHOLE_ROLE
from techmodel.ui.look import L, M, S, Size, Weight
from techmodel.ui.widgets.mark import Kind, Mark
from techmodel.ui.widgets.paint import paint_chip, paint_pips, paint_range_bar

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView

    from techmodel.ui.look import Look

Index = QModelIndex | QPersistentModelIndex

DOMAIN_HEIGHT, ITEM_HEIGHT = 32, 28
CHIP, WIDE_CHIP, SIGN, BAR = 20, 30, 16, 32
EDGE = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_STATES = {
    State.DONT_KNOW: Kind.DONT_KNOW,
    State.NOT_APPLICABLE: Kind.NOT_APPLICABLE,
    State.NOT_ANSWERED: Kind.NOT_ANSWERED,
}


def item_mark(item: Item) -> Mark:
    """The chip of a line: a level, a range, or the state there is instead."""
    if item.level is None:
        return Mark(_STATES[item.state])
    low, high = int(item.level.low), int(item.level.high)
    return Mark(Kind.LEVEL, low) if low == high else Mark(Kind.RANGE, low, high)


class TreeDelegate(QStyledItemDelegate):
    """Paints domains and capabilities; a name that is cut shows in full in its tip."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.several = False

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        domain = isinstance(index.data(NODE_ROLE), Branch)
        return QSize(0, self._look.px(DOMAIN_HEIGHT if domain else ITEM_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node = index.data(NODE_ROLE)
        painter.save()
        self._ground(painter, option)
        area: QRect = option.rect
        if isinstance(node, Branch):
            self._paint_domain(painter, area, index, option)
        elif isinstance(node, Item):
            chosen = bool(_state(option) & QStyle.StateFlag.State_Selected)
            self._paint_item(painter, area, index, node, chosen=chosen)
        painter.restore()

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            QToolTip.showText(event.globalPos(), tip, view)
            return True
        return super().helpEvent(event, view, option, index)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        area: QRect = option.rect
        if _state(option) & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._look.colour("soft"))
            edge = QRect(area.x(), area.y(), EDGE, area.height())
            painter.fillRect(edge, self._look.colour("accent"))
        if _state(option) & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(self._look.colour("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(area.adjusted(1, 1, -2, -2))

    def _paint_domain(
        self, painter: QPainter, area: QRect, index: Index, option: QStyleOptionViewItem
    ) -> None:
        look = self._look
        settled, total = index.data(WHOLE_ROLE)
        inner = area.adjusted(M, 0, -M, 0)
        opened = bool(_state(option) & QStyle.StateFlag.State_Open)
        arrow = look.pixmap("down" if opened else "right", "ink2", 16)
        side = look.px(16)
        painter.drawPixmap(inner.left(), inner.center().y() - side // 2 + 1, arrow)
        count = f"{settled} of {total}"
        font = look.font(Size.SMALL)
        painter.setFont(font)
        painter.setPen(look.colour("ink2"))
        painter.drawText(inner, _RIGHT, count)
        left, right = inner.left() + side + S, inner.right() - self._count_width()
        if not self._cramped(area):
            bar = QRect(right - look.px(BAR) - M, inner.center().y() - 3, look.px(BAR), 7)
            share = settled / total if total else 0.0
            paint_range_bar(painter, bar, look, Range(share, share))
            right = bar.left()
        name = QRect(left, inner.top(), right - left - S, inner.height())
        self._name(painter, name, index, Weight.SEMIBOLD)

    def _paint_item(
        self, painter: QPainter, area: QRect, index: Index, item: Item, *, chosen: bool
    ) -> None:
        look = self._look
        inner = area.adjusted(L, 0, -M, 0)
        width, height = look.px(WIDE_CHIP if self.several else CHIP), look.px(CHIP)
        mark = item_mark(item)
        chip = QRect(inner.left(), inner.center().y() - height // 2, width, height)
        if mark.kind is not Kind.RANGE:
            chip.setWidth(height)
        paint_chip(painter, chip, look, mark)
        right = self._signs(painter, inner, item)
        left = inner.left() + width + S
        name = QRect(left, inner.top(), right - left - S, inner.height())
        self._name(painter, name, index, Weight.SEMIBOLD if chosen else Weight.REGULAR)

    def _signs(self, painter: QPainter, inner: QRect, item: Item) -> int:
        """Paint pips and signs from the right; where they end."""
        look, right = self._look, inner.right()
        if item.gap is not None and item.gap.high > 0:
            width = int(item.gap.high) * 9
            paint_pips(
                painter,
                QRect(right - width + 3, inner.top(), width, inner.height()),
                look,
                item.gap,
            )
            right -= width + S
        for filter_, name in ((Filter.DISAGREE, "comment"), (Filter.PARKED, "bookmark")):
            if filter_ in item.filters:
                side = look.px(SIGN)
                right -= side
                painter.drawPixmap(
                    right + 2, inner.center().y() - side // 2 + 1, look.pixmap(name, "ink2", SIGN)
                )
                right -= S
        return right

    def _name(self, painter: QPainter, area: QRect, index: Index, weight: Weight) -> None:
        font = self._look.font(Size.BODY, weight)
        text = str(index.data() or "")
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(self._look.colour("ink"))
        painter.drawText(area, _LEFT, cut)

    def _count_width(self) -> int:
        return QFontMetrics(self._look.font(Size.SMALL)).horizontalAdvance("88 of 88") + S

    def _cramped(self, area: QRect) -> bool:
        """Whether there is no room for the bar beside name and count."""
        return area.width() < self._look.px(272)


def _state(option: QStyleOptionViewItem) -> Any:  # noqa: ANN401 - the stubs leave out the fields of options
    return option.state
