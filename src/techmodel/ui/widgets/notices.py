"""Sentences that ask for attention: a banner under the top bar, a note inside a pane."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import restyle, when_pressed, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

MOST_BUTTONS = 0.55
"""The share of a banner's width that its buttons may take beside the sentence."""
_FIRST = re.compile(r"(?:‘[^’]*’|“[^”]*”|'[^']*'|[^.])*?\.(?=\s)")
"""The first of several sentences; a point inside a quoted name ends none."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A verb on a button and what it does; one of several may be filled, or quiet."""

    words: str
    act: Callable[[], object]
    role: str = ""


class _Sentences(QLabel):
    """Words of which the first of several sentences is strong: whether the work is safe."""

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def say(self, text: str) -> None:
        """Show other words."""
        self._said = text
        first = _FIRST.match(text)
        lead, rest = (first[0], text[first.end() :]) if first else ("", text)
        strong = f'<span style="font-weight: 600">{_plain(lead)}</span>' if lead else ""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(strong + _plain(rest))
        self.setAccessibleName(text)

    @override
    def text(self) -> str:
        return self._said


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


class Banner(QFrame):
    """A sentence across the window, with verbs on buttons; it stays until it is resolved.

    The buttons go under the sentence where the width is not enough for both.

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
        *,
        closes: bool = True,
    ) -> None:
        """`closes` says whether a person may put it away without choosing."""
        super().__init__(parent)
        self.kind = kind
        self.setProperty("notice", kind)
        self._label = _Sentences()
        self._buttons = QWidget(self)
        flow = FlowLayout(S, self._buttons)
        for button in self._made(choices, closes=closes):
            flow.addWidget(button)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(XL, S, M, S)
        self._lines.setSpacing(S)
        self._lines.addWidget(self._label, stretch=1)
        self._lines.addWidget(self._buttons, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.say(text)

    @property
    def text(self) -> str:
        """The sentences shown."""
        return self._label.text()

    def say(self, text: str) -> None:
        """Show other words."""
        self._label.say(text)
        self.setAccessibleName(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        buttons = self._buttons.findChildren(QPushButton)
        wanted = sum(b.sizeHint().width() + S for b in buttons)
        below = wanted > self.width() * MOST_BUTTONS
        directions = QBoxLayout.Direction
        self._lines.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        self._lines.setAlignment(
            self._buttons, Qt.AlignmentFlag(0) if below else Qt.AlignmentFlag.AlignVCenter
        )
        self._buttons.setMinimumWidth(0 if below else wanted)

    def _made(self, choices: Sequence[Choice], *, closes: bool) -> list[QPushButton]:
        made = []
        for choice in choices:
            button = QPushButton(choice.words, self._buttons)
            button.setProperty("scale", "toolbar")
            if choice.role:
                button.setProperty("role", choice.role)
            when_pressed(button, choice.act)
            made.append(button)
        if closes:
            close = QPushButton("Close", self._buttons)
            close.setProperty("scale", "toolbar")
            close.setProperty("role", "quiet")
            close.setAccessibleName("Close this notice")
            close.clicked.connect(self.closed)
            made.append(close)
        return made


def _plain(text: str) -> str:
    """Words in which nothing is markup, for a text that has some."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
