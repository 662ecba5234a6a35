"""A layout that puts its widgets in lines and begins a new line where the width ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lines of widgets, as words in a paragraph."""

    def __init__(
        self, spacing: int, parent: QWidget | None = None, *, between: int | None = None
    ) -> None:
        """`spacing` is between widgets, and between lines unless `between` says otherwise."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._between = spacing if between is None else between
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), really=False)

    @override
    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._place(area, really=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, area: QRect, *, really: bool) -> int:
        """Place the items, each in the middle of its line; the height they need."""
        margins, gap = self.contentsMargins(), self.spacing()
        inner = area.marginsRemoved(margins)
        y = inner.y()
        for line in self._lines(inner.width()):
            x, height = inner.x(), max(item.sizeHint().height() for item in line)
            for item in line:
                size = item.sizeHint()
                if really:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + gap
            y += height + self._between
        return max(y - self._between, inner.y()) - area.y() + margins.bottom()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items, as many in a line as have room, and at least one."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            wanted = item.sizeHint().width()
            if lines and used + wanted <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
                used = 0
            used += wanted + self.spacing()
        return lines
