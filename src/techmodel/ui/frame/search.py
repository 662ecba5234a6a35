"""The search field and the list of capabilities that drops from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)
from shiboken6 import isValid
from typing_extensions import override

from techmodel.ui.announce import announce
from techmodel.ui.frame.finding import find_capabilities
from techmodel.ui.look import RADIUS_CHIP, Size
from techmodel.ui.widgets.rows import RowDelegate
from techmodel.ui.widgets.words import words
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.core.checklist import Checklist
    from techmodel.ui.look import Look

_KEY = "Ctrl+F"
_ID_ROLE = Qt.ItemDataRole.UserRole


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
        self._list: _Found | None = None
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
            self._list = _Found(self._look, self)
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


class _Found(QFrame):
    """The list under the field; the focus stays in the field, which hands keys over."""

    chosen = Signal(str)

    def __init__(self, look: Look, field: QLineEdit) -> None:
        super().__init__(field.window())
        self._look, self._field = look, field
        self.setProperty("pane", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = QListWidget()
        self._list.setItemDelegate(RowDelegate(look, self._list))
        self._list.setAccessibleName("Capabilities found")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._on_clicked)
        self._hint = words(role="hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self._list)
        column.addWidget(self._hint)
        field.window().installEventFilter(self)

    def show_found(self, checklist: Checklist, typed: str) -> None:
        """Show what is found, or say that nothing is."""
        found = find_capabilities(checklist, typed)
        self._list.clear()
        for capability in found:
            item = QListWidgetItem(f"{capability.id}   {capability.name}")
            item.setData(_ID_ROLE, str(capability.id))
            item.setToolTip(capability.question)
            item.setSizeHint(QSize(0, self._look.px(32)))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(found))
        told = plural(len(found), "capability", "capabilities") if found else "Nothing found"
        self._hint.setText(f"{told} · Enter opens the card" if found else f"{told}.")
        announce(self._field, told)
        self.setVisible(bool(typed.strip()))
        self._put_in_place(len(found))

    def take_key(self, event: QKeyEvent) -> bool:
        """Move or choose, if the key does that."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            row = max(0, min(self._list.count() - 1, self._list.currentRow() + step))
            self._list.setCurrentRow(row)
            item = self._list.currentItem()
            announce(self._field, item.text() if item else "")
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._list.currentItem():
            self._on_clicked(self._list.currentItem())
            return True
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._put_in_place(self._list.count())
        return super().eventFilter(watched, event)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(str(item.data(_ID_ROLE)))

    def _put_in_place(self, rows: int) -> None:
        window = self._field.window()
        below = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        width = min(max(self._field.width(), self._look.px(420)), window.width() - 16)
        height = rows * self._look.px(32) + self._hint.sizeHint().height() + 24
        left = min(below.x(), window.width() - width - 8)
        self.setGeometry(
            max(left, 8), below.y(), width, min(height, window.height() - below.y() - 8)
        )
        self.raise_()
