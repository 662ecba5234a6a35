"""Bugs on the screen, with details to copy, and the technical log; the program goes on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from techmodel.ui.announce import announce
from techmodel.ui.crash import delete_logs, log_text, write_log
from techmodel.ui.look import XL, M, S
from techmodel.ui.traces import machine_words, trace_words
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

_shown: list[QDialog] = []
"""The bug now on the screen; only one at a time."""

WENT_WRONG = "Something went wrong"
_GO_ON = (
    "The program goes on. If this happens again, send these details to whoever looks after "
    "techmodel for you; they hold no answers and no names."
)
_LOG = (
    "What went wrong lately, without answers and names. It stays on this computer unless you copy "
    "it."
)
_NO_LOG = "Nothing has gone wrong lately."


def take(
    window: QWidget,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
    saved: str | None = None,
) -> None:
    """Log what nobody caught and show it over the window; the program goes on.

    Ctrl+C is no bug. `saved` is as for `show_bug`.
    """
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    details = trace_words(kind, trace, error)
    write_log(details)
    show_bug(window, details, saved)


def show_bug(window: QWidget, details: str, saved: str | None) -> None:
    """Show a bug, unless one is on the screen.

    Args:
        window: what it is shown over.
        details: what may be told of it.
        saved: until when the work is saved, such as "14:31"; "" when nothing is open; None when
            that is not known.
    """
    if _shown:
        return
    dialog = show_details(window, (WENT_WRONG, _heading(saved), _GO_ON), details)
    _shown.append(dialog)
    dialog.destroyed.connect(_shown.clear)


def show_about(window: QWidget) -> QDialog:
    """What this program is, with the details that support asks for."""
    sentence = (
        "A free, offline tool to find out which technology capabilities joined-up care needs, "
        "how far each partner is from them, and what to do first. Not an NHS product."
    )
    title = "About techmodel"
    return show_details(window, (title, title, sentence), "\n".join(machine_words()))


def show_log(window: QWidget) -> QDialog:
    """The technical log, to read, copy and delete."""
    title = "Technical log"
    texts = (title, title, _LOG)
    dialog = show_details(window, texts, log_text() or _NO_LOG, ("Delete the log", _delete))
    dialog.findChildren(QPlainTextEdit)[0].moveCursor(QTextCursor.MoveOperation.End)
    return dialog


def show_details(
    parent: QWidget,
    texts: tuple[str, str, str],
    details: str,
    *more: tuple[str, Callable[[QPlainTextEdit], None]],
) -> QDialog:
    """Open a dialog with details to copy; it does not block the window.

    Args:
        parent: the window it lies over.
        texts: the title, the heading and the sentence below it.
        details: what can be copied.
        more: further buttons and what they do with the field of the details.
    """
    title, heading, sentence = texts
    dialog = QDialog(parent)
    dialog.setWindowTitle(f"{title} — techmodel")
    dialog.setAccessibleName(f"{heading.rstrip('.')}. {sentence}")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinimumWidth(dialog.fontMetrics().averageCharWidth() * 72)
    field = _details_field(dialog, details)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(XL, XL, XL, XL)
    column.setSpacing(M)
    column.addWidget(words(heading, "title", wrap=True))
    column.addWidget(words(sentence, "quiet", wrap=True))
    column.addWidget(field)
    row = QHBoxLayout()
    row.setSpacing(S)
    row.addStretch(1)
    for label, act in (("Copy details", _copy), *more):
        row.addWidget(_button(dialog, label, act, field))
    close = _close_button(dialog)
    row.addWidget(close)
    column.addLayout(row)
    dialog.open()
    close.setFocus()
    return dialog


def _heading(saved: str | None) -> str:
    if saved is None:
        return f"{WENT_WRONG}, but your work is safe: every answer was saved when you gave it."
    if not saved:
        return f"{WENT_WRONG}, but nothing is lost: no assessment is open."
    return f"{WENT_WRONG}, but your work is saved to {saved}."


def _details_field(dialog: QDialog, details: str) -> QPlainTextEdit:
    field = QPlainTextEdit(details, dialog)
    field.setReadOnly(True)
    field.setProperty("read", "only")
    field.setAccessibleName("Technical details")
    field.setTabChangesFocus(True)
    return field


def _button(
    dialog: QDialog, label: str, act: Callable[[QPlainTextEdit], None], field: QPlainTextEdit
) -> QPushButton:
    button = QPushButton(label, dialog)

    def press() -> None:
        act(field)

    button.clicked.connect(press)
    return button


def _close_button(dialog: QDialog) -> QPushButton:
    close = QPushButton("Close", dialog)
    close.setProperty("role", "primary")
    close.setDefault(True)
    close.clicked.connect(dialog.close)
    return close


def _copy(field: QPlainTextEdit) -> None:
    QGuiApplication.clipboard().setText(field.toPlainText())


def _delete(field: QPlainTextEdit) -> None:
    problem = delete_logs()
    field.setPlainText(problem or _NO_LOG)
    announce(field, problem or "The log is deleted.")
