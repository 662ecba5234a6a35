"""The list that drops from the search field; imported when something is first typed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout
from typing_extensions import override

from techmodel.ui.announce import announce
from techmodel.ui.frame.finding import find_capabilities
from techmodel.ui.widgets.rows import RowDelegate
from techmodel.ui.widgets.words import words
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

    from techmodel.core.checklist import Checklist
    from techmodel.ui.look import Look

_ID_ROLE = Qt.ItemDataRole.UserRole


class Found(QFrame):
    """The list under the field; the focus stays in the field, which hands keys over.

    Signals:
        chosen(str): the id of the capability a person chose.
    """

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
