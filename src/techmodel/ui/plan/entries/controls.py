"""The controls of a form: a line, a text, a choice, and many of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit
from typing_extensions import override

from techmodel.ui.plan.entries.fields import Kind
from techmodel.ui.widgets.editable_table import ChoiceEditor
from techmodel.ui.widgets.words import restyle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.ui.plan.entries.fields import Field

LINES, MANY_LINES = 3, 4
"""Lines of text, and of a list, that are shown without scrolling."""
_LEAVE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Line(QLineEdit):
    """One line; it is finished with Enter or when it is left.

    Signals:
        finished(): a person has finished typing.
        passed(): Enter was pressed.
        entered(): Ctrl+Enter was pressed.
    """

    finished = Signal()
    passed = Signal()
    entered = Signal()

    def __init__(self, example: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(example)
        self.editingFinished.connect(self.finished)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not leaves(self, event):
            super().keyPressEvent(event)

    def typed(self) -> str:
        """What is typed."""
        return self.text().strip()

    def show_typed(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def look_only(self, *, only: bool) -> None:
        """Let nobody type, or everybody."""
        self.setReadOnly(only)
        self.setProperty("read", "only" if only else "")
        restyle(self)


class Text(QPlainTextEdit):
    """A few lines; it is finished with Ctrl+Enter or when it is left.

    Signals:
        finished(): a person has finished typing.
        passed(): never; Enter begins a line.
        entered(): Ctrl+Enter was pressed.
    """

    finished = Signal()
    passed = Signal()
    entered = Signal()

    def __init__(self, example: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(example)
        self.setTabChangesFocus(True)

    def typed(self) -> str:
        """What is typed."""
        return self.toPlainText().strip()

    def show_typed(self, text: str) -> None:
        """Show other words."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def look_only(self, *, only: bool) -> None:
        """Let nobody type, or everybody."""
        self.setReadOnly(only)
        self.setProperty("read", "only" if only else "")
        restyle(self)

    @override
    def sizeHint(self) -> QSize:
        high = self.fontMetrics().lineSpacing() * LINES + 16
        return QSize(super().sizeHint().width(), high)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _with_control(event) or not leaves(self, event):
            super().keyPressEvent(event)


class Choice(ChoiceEditor):
    """One of a few; it is finished when one is chosen from the open list, by Enter or when left.

    Keys on the closed list only move on, and the wheel scrolls the form.

    Signals:
        finished(): a person has chosen.
        passed(): Enter was pressed.
        entered(): Ctrl+Enter was pressed.
    """

    finished = Signal()
    passed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.chosen.connect(self.finished)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finished.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not leaves(self, event):
            super().keyPressEvent(event)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices: (key, words)."""
        held = [(self.itemData(n), self.itemText(n)) for n in range(self.count())]
        if held == [*choices]:
            return
        chosen = self.typed()
        self.clear()
        for key, said in choices:
            self.addItem(said, key)
        self.show_typed(chosen)

    def typed(self) -> str:
        """The key of the choice."""
        return str(self.currentData() or "")

    def show_typed(self, text: str) -> None:
        """Show another choice; one that is not there shows none."""
        self.setCurrentIndex(self.findData(text))

    def look_only(self, *, only: bool) -> None:
        """Let nobody choose, or everybody."""
        self.setEnabled(not only)


class Many(QListWidget):
    """A list with ticks; every tick counts at once.

    Signals:
        finished(): a person has ticked or cleared one.
        passed(): Enter was pressed.
        entered(): Ctrl+Enter was pressed.
    """

    finished = Signal()
    passed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("list", "ticks")
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._only = False
        self.itemChanged.connect(self.finished)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not leaves(self, event):
            super().keyPressEvent(event)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other things: (key, words); none of them is ticked."""
        if [(i.data(_KEY), i.text()) for i in self._items()] != [*choices]:
            self._silently(lambda: self._fill(choices))

    def typed(self) -> str:
        """The keys of those ticked, on lines."""
        return "\n".join(str(i.data(_KEY)) for i in self._items() if _is_ticked(i))

    def show_typed(self, text: str) -> None:
        """Tick others."""
        wanted = set(text.split("\n"))

        def tick() -> None:
            for item in self._items():
                ticked = item.data(_KEY) in wanted
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

        self._silently(tick)

    def look_only(self, *, only: bool) -> None:
        """Let nobody tick, or everybody."""
        self._only = only
        self._silently(self._fit_flags)

    @override
    def sizeHint(self) -> QSize:
        row = self.fontMetrics().lineSpacing() + 10
        return QSize(super().sizeHint().width(), row * max(1, min(MANY_LINES, self.count())) + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(n) for n in range(self.count())]

    def _fill(self, choices: Sequence[tuple[str, str]]) -> None:
        self.clear()
        for key, said in choices:
            item = QListWidgetItem(said, self)
            item.setData(_KEY, key)
            item.setToolTip(said)
            item.setCheckState(Qt.CheckState.Unchecked)
        self._fit_flags()
        self.updateGeometry()

    def _fit_flags(self) -> None:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for item in self._items():
            item.setFlags(flags if self._only else flags | Qt.ItemFlag.ItemIsUserCheckable)

    def _silently(self, act: Callable[[], None]) -> None:
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        act()
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.viewport().update()


_KEY = Qt.ItemDataRole.UserRole


def make_control(field: Field, parent: QWidget) -> Line | Text | Choice | Many:
    """The control that a field is filled in with."""
    match field.kind:
        case Kind.LINE:
            return Line(field.example, parent)
        case Kind.TEXT:
            return Text(field.example, parent)
        case Kind.CHOICE:
            return Choice(parent)
        case Kind.MANY:
            return Many(parent)


def leaves(control: Line | Text | Choice | Many, event: QKeyEvent) -> bool:
    """Finish a control by Enter or Ctrl+Enter; whether it was one of them."""
    if event.key() not in _LEAVE:
        return False
    control.finished.emit()
    (control.entered if _with_control(event) else control.passed).emit()
    return True


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
