"""What a place shows before there is anything: one sentence and up to three ways to begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from techmodel.ui.look import XL, L, M, S
from techmodel.ui.widgets.words import rule, when_pressed, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from techmodel.ui.look import Look


@dataclass(frozen=True, slots=True)
class Way:
    """A way to begin: an icon, what it is, a sentence, and a verb on a button."""

    icon: str
    title: str
    text: str
    verb: str
    act: Callable[[], object]


class EmptyState(QWidget):
    """A title, a sentence, and ways to begin; the first way's button is filled."""

    def __init__(
        self,
        look: Look,
        title: str,
        text: str,
        ways: Sequence[Way] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.buttons: list[QPushButton] = []
        self._icons: list[tuple[QLabel, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(S)
        column.addWidget(words(title, "title", wrap=True))
        column.addWidget(words(text, "quiet", wrap=True))
        column.addSpacing(S)
        for way in ways:
            column.addWidget(rule())
            column.addLayout(self._way(way))
        column.addStretch(1)
        look.changed.connect(self._draw_icons)
        self._draw_icons()

    def _way(self, way: Way) -> QHBoxLayout:
        icon = QLabel()
        self._icons.append((icon, way.icon))
        button = QPushButton(way.verb)
        when_pressed(button, way.act)
        if not self.buttons:
            button.setProperty("role", "primary")
        self.buttons.append(button)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(words(way.title, "heading", wrap=True))
        texts.addWidget(words(way.text, "quiet", wrap=True))
        texts.addSpacing(S)
        texts.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setContentsMargins(0, M, 0, M)
        row.setSpacing(L)
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, stretch=1)
        return row

    def _draw_icons(self) -> None:
        for label, name in self._icons:
            label.setPixmap(self._look.pixmap(name, "accent", 24))
