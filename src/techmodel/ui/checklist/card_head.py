"""The top of the card: where we are, what it means, why it matters, and how to test it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.look import XS, M, S
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.chip import LevelBar
from techmodel.ui.widgets.words import pane, words
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from techmodel.ui.look import Look

NARROW = 700
"""Below so many CSS pixels the partnership's level stands under the name."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the top of the card says.

    `tests` are pairs of lead and words, shown like `why` unless `brief`; `context` is the link to
    what is not shown, "" for none; `levels` (low, high, target), `together` and `spread` are those
    of the partnership, for several organisations.
    """

    where: str
    name: str
    question: str
    why: str
    tests: tuple[tuple[str, str], ...]
    changes: int | None
    context: str
    brief: bool = False
    levels: tuple[int, int, int] | None = None
    together: str = ""
    spread: str = ""


class CardHead(QWidget):
    """Where, name, meaning and test.

    Signals:
        context_wanted(): show meaning, test and context.
        history_wanted(): show the changes of this answer.
    """

    context_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._where = words(role="small", wrap=True)
        self._name = words(role="title", wrap=True)
        self._meaning = _rich()
        self._test = pane("test")
        self._tests = _rich()
        self._bar = LevelBar(look)
        self._together, self._spread = words(role="heading"), words(role="quiet")
        self.context = LinkButton("", small=True)
        self.history = LinkButton("", small=True)
        self._build()
        self.context.clicked.connect(self.context_wanted)
        self.history.clicked.connect(self.history_wanted)

    def show_head(self, head: Head) -> None:
        """Show another head."""
        self._where.setText(head.where)
        self._name.setText(head.name)
        self._meaning.setVisible(bool(head.question))
        self._meaning.setText(self._meaning_html(head))
        self._test.setVisible(bool(head.tests) and not head.brief)
        self._tests.setText(tests_html(head.tests))
        self.context.setText(head.context)
        self.context.setAccessibleName(head.context or "Context")
        self.context.setVisible(bool(head.context))
        self._show_changes(head.changes)
        self._show_together(head)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._second.setDirection(down if narrow else across)

    def _show_changes(self, changes: int | None) -> None:
        self.history.setVisible(bool(changes))
        self.history.setText(plural(changes or 0, "change"))
        self.history.setAccessibleDescription("Shows who changed this answer, when and how")

    def _show_together(self, head: Head) -> None:
        for widget in (self._together, self._spread):
            widget.setVisible(bool(head.together))
        self._together.setText(head.together)
        self._spread.setText(head.spread)
        self._bar.setVisible(head.levels is not None)
        if head.levels is not None:
            self._bar.show_levels(*head.levels)

    def _meaning_html(self, head: Head) -> str:
        if head.brief or not head.why:
            return escape(head.question)
        quiet = self._look.palette.ink2
        return (
            f"{escape(head.question)} <span style='color:{quiet}'>"
            f"<b style='font-weight:600'>Why it matters:</b> {escape(head.why)}</span>"
        )

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(M)
        first.addWidget(self._where, stretch=1)
        for link in (self.context, self.history):
            first.addWidget(link, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setSpacing(XS)
        self._second.addWidget(self._name, stretch=1)
        held = QHBoxLayout()
        held.setSpacing(S)
        for widget in (self._together, self._bar, self._spread):
            held.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
        held.addStretch(1)
        self._second.addLayout(held)
        column.addLayout(self._second)
        column.addWidget(self._meaning)
        inside = QVBoxLayout(self._test)
        inside.setContentsMargins(M, S, M, S)
        inside.addWidget(self._tests)
        column.addSpacing(XS)
        column.addWidget(self._test)


def tests_html(tests: tuple[tuple[str, str], ...]) -> str:
    """The tests as rich text, each with its lead in bold."""
    lines = (
        f"<b style='font-weight:600'>{escape(lead)}</b> {escape(said)}" for lead, said in tests
    )
    return " ".join(lines)


def _rich() -> QLabel:
    """A label for text that was escaped."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    return label
