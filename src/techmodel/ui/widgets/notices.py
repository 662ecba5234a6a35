"""Sentences that ask for attention: a banner under the top bar, a note inside a pane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.words import restyle, when_pressed, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Choice:
    """A verb on a button and what it does."""

    words: str
    act: Callable[[], object]


class Note(QFrame):
    """A sentence inside a pane; `kind` is "warn", "stop" or "done"."""

    def __init__(self, text: str = "", kind: str = "warn", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = words(wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(M, S, M, S)
        self._row.setSpacing(S)
        self._row.addWidget(self._label, stretch=1)
        self.say(text, kind)

    def say(self, text: str, kind: str = "warn") -> None:
        """Show another sentence."""
        self.kind = kind
        self._label.setText(text)
        self.setAccessibleName(text)
        self.setProperty("notice", kind)
        restyle(self)
        restyle(self._label)

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._label.text()


class Banner(Note):
    """A note across the window, with verbs on buttons; it stays until it is resolved.

    Signals:
        closed(): a person put it away.
    """

    closed = Signal()

    def __init__(
        self,
        text: str,
        kind: str = "warn",
        choices: Sequence[Choice] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, kind, parent)
        self._row.setContentsMargins(XL, S, M, S)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for choice in choices:
            button = QPushButton(choice.words)
            button.setProperty("scale", "toolbar")
            when_pressed(button, choice.act)
            self._row.addWidget(button)
        close = QPushButton("Close")
        close.setProperty("scale", "toolbar")
        close.setProperty("role", "quiet")
        close.setAccessibleName("Close this notice")
        close.clicked.connect(self.closed)
        self._row.addWidget(close)
