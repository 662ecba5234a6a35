"""Bugs: shown with details to copy, logged without answers or names; the program goes on."""

from __future__ import annotations

import platform
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from techmodel import __version__
from techmodel.ui.crash import write_log
from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget


_shown: list[QDialog] = []
"""The bug now on the screen; only one at a time."""


def take(
    window: QWidget,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Log what nobody caught and show it over the window; the program goes on."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    details = trace_words(kind, trace)
    write_log(details)
    if _shown:
        return
    sentence = (
        "Your work is safe: every answer was saved when you gave it. The program goes on. If "
        "this happens again, send these details to whoever looks after techmodel for you; "
        "they hold no answers and no names."
    )
    dialog = show_details(window, "Something went wrong", sentence, details)
    _shown.append(dialog)
    dialog.destroyed.connect(_shown.clear)


def show_about(window: QWidget) -> QDialog:
    """What this program is, with the details that support asks for."""
    sentence = (
        "A free, offline tool to find out which technology capabilities joined-up care needs, "
        "how far each partner is from them, and what to do first. Not an NHS product."
    )
    return show_details(window, "About techmodel", sentence, "\n".join(machine_words()))


def trace_words(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where a bug happened: its kind, files, lines and functions.

    The error's own text is left out, because it may hold answers or names.
    """
    lines = [
        f"  {_short(frame.filename)}, line {frame.lineno}, in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join([*machine_words(), f"{kind.__name__} at", *lines])


def machine_words() -> tuple[str, ...]:
    """What support asks for first: the program, Python, Qt and the system."""
    return (
        f"techmodel {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} ({platform.machine()})",
    )


def show_details(parent: QWidget, title: str, sentence: str, details: str) -> QDialog:
    """Open a dialog with details to copy; it does not block the window."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(f"{title} — techmodel")
    dialog.setAccessibleName(f"{title}. {sentence}")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinimumWidth(dialog.fontMetrics().averageCharWidth() * 72)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(XL, XL, XL, XL)
    column.setSpacing(M)
    column.addWidget(words(title, "title"))
    column.addWidget(words(sentence, "quiet", wrap=True))
    column.addWidget(_details_field(details))
    column.addLayout(_details_buttons(dialog, details))
    dialog.open()
    dialog.findChildren(QPushButton)[-1].setFocus()
    return dialog


def _details_field(details: str) -> QPlainTextEdit:
    field = QPlainTextEdit(details)
    field.setReadOnly(True)
    field.setProperty("read", "only")
    field.setAccessibleName("Technical details")
    field.setTabChangesFocus(True)
    return field


def _details_buttons(dialog: QDialog, details: str) -> QHBoxLayout:
    copy = QPushButton("Copy details")
    close = QPushButton("Close")
    close.setProperty("role", "primary")
    close.setDefault(True)

    def put() -> None:
        QGuiApplication.clipboard().setText(details)

    copy.clicked.connect(put)
    close.clicked.connect(dialog.close)
    row = QHBoxLayout()
    row.setSpacing(S)
    row.addStretch(1)
    row.addWidget(copy)
    row.addWidget(close)
    return row


def _short(filename: str) -> str:
    """A path inside the program, without the folders of this computer."""
    parts = filename.replace("\\", "/").split("/")
    known = [n for n, part in enumerate(parts) if part == "techmodel"]
    return "/".join(parts[known[-1] :]) if known else parts[-1]
