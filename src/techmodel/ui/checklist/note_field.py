"""A text that saves itself: when it is left, when typing pauses, and before it goes away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent

Key = TypeVar("Key")
"""What a text is about, such as a pair."""

PAUSE_MS = 1_000
"""A note is saved when nothing was typed for so long."""
LINES, MOST_LINES = 3, 10


class NoteField(QPlainTextEdit, Generic[Key]):
    """A text of one thing at a time; what could not be saved is kept and tried again.

    Signals:
        left(): Esc was pressed: the card should have the focus again.
    """

    left = Signal()

    def __init__(
        self, keep: Callable[[Key, str], bool], name: str, parent: QWidget | None = None
    ) -> None:
        """`keep` writes the text of a pair and says whether it is written."""
        super().__init__(parent)
        self._keep = keep
        self._pair: Key | None = None
        self._kept = ""
        self._unsaved: dict[Key, str] = {}
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._on_changed)

    @property
    def text(self) -> str:
        """What is typed, without space at the ends."""
        return self.toPlainText().strip()

    def show_pair(self, pair: Key | None, text: str) -> None:
        """Show the text of a pair; what is typed for the one before is saved first."""
        if pair != self._pair:
            self.flush()
            self._pair, self._kept = pair, text
            self._put(self._unsaved.get(pair, text) if pair else "")
        elif text != self._kept:
            untouched = self.text == self._kept
            self._kept = text
            if untouched:
                self._put(text)

    def begin(self) -> None:
        """Take the focus, after what stands there already."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def flush(self) -> None:
        """Save what is typed, if it is new."""
        self._pause.stop()
        pair, typed = self._pair, self.text
        if pair is None:
            return
        if typed == self._kept:
            self._unsaved.pop(pair, None)
            return
        before, self._kept = self._kept, typed
        if self._keep(pair, typed):
            self._unsaved.pop(pair, None)
        else:
            self._kept = before
            self._unsaved[pair] = typed

    @override
    def event(self, event: QEvent) -> bool:
        """Save before a key such as Ctrl+S, Ctrl+W or Ctrl+O reaches the window."""
        if event.type() is QEvent.Type.ShortcutOverride and _is_for_the_window(event):
            self.flush()
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()  # what is typed into a text that is only read answers nothing

    def fit(self) -> None:
        """Be as high as the text, within bounds."""
        lines = max(LINES, min(MOST_LINES, self._lines()))
        margins = 2 * (int(self.document().documentMargin()) + self.frameWidth()) + 6
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margins)

    def _lines(self) -> int:
        return int(self.document().size().height())

    def _put(self, text: str) -> None:
        if text == self.toPlainText():
            return
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.setPlainText(text)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.fit()

    def _on_changed(self) -> None:
        self._pause.start()
        self.fit()


_EDITING = frozenset(
    {Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_A}
)


def _is_for_the_window(event: QEvent) -> bool:
    """Whether a key is a shortcut of the window, not one that edits the text."""
    if not isinstance(event, QKeyEvent):
        return False
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(held) and event.key() not in _EDITING
