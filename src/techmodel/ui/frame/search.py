"""The search field; the list of capabilities that drops from it is in `found`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid
from typing_extensions import override

from techmodel.ui.look import RADIUS_CHIP, Size

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.core.checklist import Checklist
    from techmodel.ui.frame.found import Found
    from techmodel.ui.look import Look

_KEY = "Ctrl+F"


class SearchField(QLineEdit):
    """A field that finds capabilities by id, name, question or linked service.

    Signals:
        chosen(str): the id of the capability a person chose.
        left(): a person pressed Esc.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look, checklist: Callable[[], Checklist]) -> None:
        super().__init__()
        self._look, self._checklist = look, checklist
        self._list: Found | None = None
        self._before: QWidget | None = None
        self.setProperty("scale", "toolbar")
        self.setPlaceholderText("Search capabilities")
        self.setAccessibleName("Search capabilities")
        self.textEdited.connect(self._on_edited)
        look.changed.connect(self._fit)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._list is not None and self._list.isVisible() and self._list.take_key(event):
            return
        if event.key() == Qt.Key.Key_Escape and self._esc():
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._list is not None:
            self._list.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        picture = self._look.pixmap("search", "ink3", 16)
        painter.drawPixmap(8, (self.height() - self._look.px(16)) // 2, picture)
        if not self.text() and not self.hasFocus():
            self._paint_key(painter)
        painter.end()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(212), super().sizeHint().height())

    def begin(self) -> None:
        """Take the focus; Esc gives it back."""
        if not self.hasFocus():
            self._before = QApplication.focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def put_away(self) -> None:
        """Empty the field and close the list."""
        self.clear()
        if self._list is not None:
            self._list.hide()

    def _esc(self) -> bool:
        """Empty the field, close the list, give the focus back; whether there was any of it."""
        before, self._before = self._before, None
        back = before is not None and isValid(before) and before.isVisible()
        if not back and not self.text() and self._list is None:
            return False
        self.put_away()
        self.left.emit()
        if before is not None and back:
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _on_edited(self, typed: str) -> None:
        if self._list is None:
            from techmodel.ui.frame.found import Found  # noqa: PLC0415 - starts light

            self._list = Found(self._look, self)
            self._list.chosen.connect(self._on_chosen)
        self._list.show_found(self._checklist(), typed)

    def _on_chosen(self, capability: str) -> None:
        self.put_away()
        self.chosen.emit(capability)

    def _fit(self) -> None:
        self.setTextMargins(self._look.px(16), 0, 0, 0)

    def _paint_key(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font(Size.SMALL))
        width = painter.fontMetrics().horizontalAdvance(_KEY) + 10
        height = self._look.px(18)
        area = self.rect()
        box = QRect(area.right() - width - 6, (area.height() - height) // 2, width, height)
        if (
            self.fontMetrics().horizontalAdvance(self.placeholderText()) + width + 60
            <= area.width()
        ):
            painter.setPen(self._look.colour("line"))
            painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
            painter.setPen(self._look.colour("ink3"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _KEY)
