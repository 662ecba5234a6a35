"""One of the two cards: what a file says, why, and the button that chooses it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.answers import NOT_ANSWERED
from techmodel.ui.look import RADIUS_CARD, XS, L, M, S
from techmodel.ui.merge.scroll import Scroll
from techmodel.ui.widgets.chip import LevelChip
from techmodel.ui.widgets.mark import value_mark
from techmodel.ui.widgets.words import words
from techmodel.wording.merge_page import CHOSEN

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QLabel

    from techmodel.ui.look import Look
    from techmodel.wording.merge_sides import Card

CHIP = 32
LEAST, NARROWEST = 280, 140
"""CSS pixels of a card's words, down and across, that are seen however little room there is."""
LONG_WORD = re.compile(r"\S{24}(?=\S)")


class SideCard(QFrame):
    """A file, what it says, and a button.

    Signals:
        chosen(): the button was pressed.
    """

    chosen = Signal()

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        """`title` says which file: "This file"."""
        super().__init__(parent)
        self._look, self._title = look, title
        self._is_chosen = False
        self._build(title)
        look.changed.connect(self._draw)
        self._draw()

    def name_file(self, name: str) -> None:
        """Say which document it is."""
        self._file.setText(breakable(name))

    def show_card(self, card: Card, *, chosen: bool) -> None:
        """Show what the file says."""
        self._is_chosen = chosen
        self._tick.setVisible(chosen)
        self._chosen.setVisible(chosen)
        self.button.setText(card.verb)
        self.button.setVisible(bool(card.verb))
        self.button.setChecked(chosen)
        self.button.setAccessibleDescription(card.words)
        self.setAccessibleName(f"{self._title}. {card.words}")
        self.area.setAccessibleName(f"{self._title}. {card.words}")
        self._inside.show_card(card)
        self.area.updateGeometry()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self._is_chosen else 1
        painter.setPen(QPen(look.colour("accent" if self._is_chosen else "line"), wide))
        painter.setBrush(look.colour("surface"))
        area = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(area, RADIUS_CARD, RADIUS_CARD)
        painter.end()

    def _build(self, title: str) -> None:
        self._file, self._tick = words("", "small", wrap=True), words()
        self._chosen = words(CHOSEN, "heading")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(words(title, "number"))
        names.addWidget(self._file)
        head = QHBoxLayout()
        head.setSpacing(XS)
        head.addLayout(names, stretch=1)
        for mark in (self._tick, self._chosen):
            head.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        self._inside = _Inside(self._look)
        self.area = _Area(self._look, self._inside)
        self.button = QPushButton("", self)
        self.button.setCheckable(True)
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, L)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.area, stretch=1)
        column.addWidget(self.button)

    def _on_clicked(self) -> None:
        self.button.setChecked(self._is_chosen)
        self.chosen.emit()

    def _draw(self) -> None:
        self._tick.setPixmap(self._look.pixmap("tick", "accent", 20))


class _Area(Scroll):
    """Scrolls the words of a card; can have the focus only where there is more than fits."""

    def __init__(self, look: Look, inside: QWidget) -> None:
        super().__init__()
        self._look, self._inside = look, inside
        self.setWidget(inside)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    @override
    def minimumSizeHint(self) -> QSize:
        narrow, least = self._look.px(NARROWEST), self._look.px(LEAST)
        wanted = self._inside.heightForWidth(max(self.viewport().width(), narrow))
        return QSize(narrow, min(wanted, least))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _on_range(self, low: int, high: int) -> None:
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.StrongFocus if high > low else policies.NoFocus)


class _Inside(QFrame):
    """Chip, name and wording; then parts with their labels; then who decided."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("pane", "page")
        self._chip = LevelChip(look, value_mark(NOT_ANSWERED), CHIP, room=False)
        self._target = LevelChip(look, value_mark(NOT_ANSWERED), CHIP)
        self._title, self._wording = words("", "number", wrap=True), words("", "quiet", wrap=True)
        self._parts: list[tuple[QLabel, QLabel]] = []
        self._decided = words("", "small", wrap=True)
        self._decided.setContentsMargins(0, M, 0, 0)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._wording)
        head = QHBoxLayout()
        head.setSpacing(S)
        for chip in (self._chip, self._target):
            head.addWidget(chip, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, stretch=1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, XS, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addSpacing(S)
        self._column.addWidget(self._decided)
        self._column.addStretch(1)

    def show_card(self, card: Card) -> None:
        """Show what a file says."""
        mark = value_mark(card.value or NOT_ANSWERED)
        self._chip.show_mark(mark)
        self._target.show_mark(mark.as_target())
        self._chip.setVisible(card.value is not None and not card.target)
        self._target.setVisible(card.value is not None and card.target)
        self._title.setText(breakable(card.title))
        self._title.setVisible(bool(card.title))
        self._wording.setText(breakable(card.wording))
        self._wording.setVisible(bool(card.wording))
        self._decided.setText(card.decided)
        while len(self._parts) < len(card.parts):
            self._add_part()
        for n, (label, text) in enumerate(self._parts):
            shown = n < len(card.parts)
            if shown:
                label.setText(card.parts[n].label)
                text.setText(breakable(card.parts[n].text))
            label.setVisible(shown)
            text.setVisible(shown)

    def _add_part(self) -> None:
        label, text = words("", "label"), words("", wrap=True)
        label.setContentsMargins(0, S, 0, 0)
        at = 2 + 2 * len(self._parts)
        self._column.insertWidget(at, label)
        self._column.insertWidget(at + 1, text)
        self._parts.append((label, text))


def breakable(text: str) -> str:
    """A text whose very long words may be broken, so that no card is wider than its place."""
    return LONG_WORD.sub(lambda found: f"{found[0]}\u200b", text)
