"""Asking a person: the only place that opens dialogs, so that tests can answer instead."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent

ENTER_HINT = "Enter goes on, Shift+Enter begins a new line."
ASSESSMENTS = "Assessments (*.techmodel)"
"""The filter of file dialogs for our documents."""
_CANCEL = "cancel"
LOCK = "~$"
"""How the names of lock files begin."""


class _WithoutLocks(QSortFilterProxyModel):
    """The files of a dialog without the lock files that lie beside documents."""

    @override
    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        name = self.sourceModel().index(row, 0, parent).data()
        return not str(name).startswith(LOCK)


class _Answer(QPlainTextEdit):
    """A text of a line or a few; Enter goes on, as in a field of one line."""

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not shifted:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class TextQuestion:
    """What to ask for in words.

    Attributes:
        title: what this is about, in a few words.
        text: the sentence over the field.
        verb: the word on the button that goes on.
        given: what stands in the field at first.
        required: whether the button waits until something is typed.
        limit: most characters.
    """

    title: str
    text: str
    verb: str
    given: str = ""
    required: bool = True
    limit: int = 20_000


def open_path(
    parent: QWidget, title: str, folder: Path, filters: str = ASSESSMENTS
) -> Path | None:
    """An existing file a person chose, or None; lock files are not offered."""
    dialog = QFileDialog(parent, title, str(folder), filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setProxyModel(_WithoutLocks(dialog))  # the system's own dialog takes none
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def save_path(
    parent: QWidget, title: str, suggested: Path, filters: str = ASSESSMENTS
) -> Path | None:
    """Where to save, or None; the ending of `suggested` is added when none is typed.

    The system's dialog has asked before an existing file is replaced; where the ending was added
    afterwards and that file exists, `confirm` asks.
    """
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), filters)
    if not name:
        return None
    path = Path(name)
    if path.suffix or not suggested.suffix:
        return path
    path = path.with_suffix(suggested.suffix)
    if path.exists() and not confirm(parent, f"{path.name} exists already.", "Replace it"):
        return None
    return path


def folder_path(parent: QWidget, title: str, folder: Path) -> Path | None:
    """A folder a person chose, or None."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def confirm(parent: QWidget, sentence: str, verb: str, *, detail: str = "") -> bool:
    """Whether a person presses the button `verb`, by which something goes.

    Esc and Cancel say no; Cancel is the safe choice, so it is filled and has the focus.
    """
    dialog, pressed = _question(parent, sentence, [("yes", verb)], detail)
    cancel = dialog.findChildren(QPushButton, _CANCEL)[0]
    _prefer(cancel)
    return bool(_run(dialog) and pressed)


def choose(
    parent: QWidget, sentence: str, choices: Sequence[tuple[str, str]], *, detail: str = ""
) -> str | None:
    """The key of the choice a person pressed, or None for Cancel and Esc.

    `choices` are (key, verb); the first is filled and has the focus, so it must be the safe one.
    """
    dialog, pressed = _question(parent, sentence, choices, detail)
    first = next(b for b in dialog.findChildren(QPushButton) if b.text() == choices[0][1])
    _prefer(first)
    accepted = _run(dialog)
    return pressed[0] if accepted and pressed else None


def _question(
    parent: QWidget, sentence: str, choices: Sequence[tuple[str, str]], detail: str
) -> tuple[QDialog, list[str]]:
    """A dialog with verbs on buttons, and where the key of the one pressed will be."""
    dialog = QDialog(parent)
    column = _column(dialog)
    column.addWidget(words(sentence, "heading", wrap=True))
    if detail:
        column.addWidget(words(detail, "quiet", wrap=True))
    dialog.setWindowTitle("techmodel")
    dialog.setAccessibleName(f"{sentence} {detail}".strip())
    pressed: list[str] = []
    buttons = [_verb(dialog, verb, pressed, key) for key, verb in choices]
    column.addLayout(_buttons(dialog, buttons))
    return dialog, pressed


def _prefer(button: QPushButton) -> None:
    """Fill the button, give it the focus, and let Enter press it."""
    button.setProperty("role", "primary")
    button.setAutoDefault(True)
    button.setDefault(True)
    button.setFocus()


def text(parent: QWidget, question: TextQuestion) -> str | None:
    """What a person typed, without space at the ends, or None for Cancel and Esc."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(question.title)
    column = _column(dialog)
    label = words(question.text, "quiet", wrap=True)
    field = _Answer(question.given)
    field.setTabChangesFocus(True)
    field.setAccessibleName(question.text)
    field.setMaximumHeight(field.fontMetrics().lineSpacing() * 6)
    label.setBuddy(field)
    column.addWidget(words(question.title, "title", wrap=True))
    column.addWidget(label)
    column.addWidget(field)
    column.addWidget(words(ENTER_HINT, "hint"))
    problem = words("", "problem", wrap=True)
    column.addWidget(problem)
    go = _verb(dialog, question.verb, [], "")
    go.setProperty("role", "primary")
    field.entered.connect(go.click)
    _watch(field, go, problem, question)
    column.addLayout(_buttons(dialog, [go]))
    field.setFocus()
    field.selectAll()
    return field.toPlainText().strip() if _run(dialog) else None


def _watch(
    field: QPlainTextEdit, go: QPushButton, problem: QWidget, question: TextQuestion
) -> None:
    """Let the button wait until the text is there and not too long, saying why beside it."""

    def judge() -> None:
        typed = field.toPlainText().strip()
        over = len(typed) - question.limit
        go.setEnabled(over <= 0 and bool(typed or not question.required))
        told = f"{over} characters over the limit of {question.limit:,}." if over > 0 else ""
        problem.setProperty("text", told)
        problem.setVisible(bool(told))

    field.textChanged.connect(judge)
    judge()


def _column(dialog: QDialog) -> QVBoxLayout:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(XL, XL, XL, XL)
    column.setSpacing(M)
    dialog.setMinimumWidth(dialog.fontMetrics().averageCharWidth() * 64)
    return column


def _verb(dialog: QDialog, verb: str, pressed: list[str], key: str) -> QPushButton:
    button = QPushButton(verb, dialog)
    button.setAutoDefault(True)

    def press() -> None:
        pressed.append(key)
        dialog.accept()

    button.clicked.connect(press)
    return button


def _buttons(dialog: QDialog, buttons: Sequence[QPushButton]) -> QHBoxLayout:
    cancel = QPushButton("Cancel", dialog)
    cancel.setObjectName(_CANCEL)
    cancel.setAutoDefault(False)
    cancel.clicked.connect(dialog.reject)
    row = QHBoxLayout()
    row.setSpacing(S)
    row.addStretch(1)
    row.addWidget(cancel)
    for button in reversed(buttons):
        row.addWidget(button)
    return row


def _run(dialog: QDialog) -> bool:
    """Show the dialog until it is answered, and let it go."""
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted
