"""A table whose cells explain themselves on F1."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from techmodel.ui.widgets.table import Table


class WhyTable(Table):
    """A table of numbers.

    Signals:
        why_wanted(QModelIndex): F1 was pressed on a cell; an index of this table's own model.
    """

    why_wanted = Signal(object)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep F1 from opening the help while a cell can explain itself."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_why(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_why(event) and self.currentIndex().isValid():
            self.why_wanted.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def _is_why(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_F1
        and event.modifiers() == Qt.KeyboardModifier.NoModifier
    )
