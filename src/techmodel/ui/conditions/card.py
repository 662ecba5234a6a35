"""The card of one condition: its question, why it matters, six wordings, a note, the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.announce import announce
from techmodel.ui.checklist.card_scroll import CardScroll
from techmodel.ui.checklist.keys import Do, command_of
from techmodel.ui.checklist.level_row import SAVED, Line
from techmodel.ui.checklist.level_rows import LevelRows
from techmodel.ui.checklist.note_field import NoteField
from techmodel.ui.look import XL, XS, M, S
from techmodel.ui.widgets.buttons import KeyButton, LinkButton
from techmodel.ui.widgets.mark import level_mark
from techmodel.ui.widgets.web_link import WebLink
from techmodel.ui.widgets.words import words
from techmodel.wording import conditions_page as wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from techmodel.core.conditions import Condition, Conditions, Factor, FactorId
    from techmodel.ui.look import Look

MOST_READABLE = 1120
"""The card is no wider than so many CSS pixels, so that lines can be read."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the card shows; `where` is "Condition 3 of 10", `saved` that it was just answered."""

    factor: Factor
    given: Condition | None
    where: str
    conditions: Conditions
    saved: bool = False
    read_only: bool = False


class FactorCard(QFrame):
    """Everything about one condition.

    Signals:
        level_given(int): this level is the answer.
        cleared(): the answer is to be taken back.
        moved(int): go to the condition before (-1) or after (1).
        next_wanted(): go to the next that is not answered.
    """

    level_given = Signal(int)
    cleared = Signal()
    moved = Signal(int)
    next_wanted = Signal()

    def __init__(
        self,
        look: Look,
        keep: Callable[[FactorId, str], bool],
        letters: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        """`keep` writes a note; `letters` says whether letters and digits answer (Settings)."""
        super().__init__(parent)
        self._look, self._letters = look, letters
        self._shown: Shown | None = None
        self.setProperty("pane", "page")
        self.note = NoteField(keep, wording.NOTE)
        self._build()
        self._connect()

    def show_factor(self, shown: Shown) -> None:
        """Show a condition as it is now."""
        other = self._shown is None or self._shown.factor.id != shown.factor.id
        self._shown, factor, given = shown, shown.factor, shown.given
        source = shown.conditions.source
        for label, text in (
            (self._notice, wording.notice(shown.conditions)),
            (self._where, shown.where),
            (self._name, factor.name),
            (self._question, factor.question),
            (self._why, f"{wording.WHY}: {factor.why}"),
            (self._source, f"{wording.SOURCE}: {source}" if source else ""),
        ):
            label.setText(text)
        self._page.show_address(shown.conditions.url)
        self.rows.show_lines(_lines(shown))
        self.note.show_pair(factor.id, given.note if given else "")
        self.note.setReadOnly(given is None or shown.read_only)
        self.note.setPlaceholderText(wording.NEEDS_LEVEL if given is None else "")
        self.clear.setVisible(given is not None and not shown.read_only)
        if other:
            self.rows.follow()
            self._area.to_top()

    def be_brief(self, *, brief: bool) -> None:
        """Leave the name to what stands above the card, or show it."""
        for label in (self._where, self._name):
            label.setVisible(not brief)

    def focus_levels(self) -> None:
        """Put the focus where keys answer."""
        row = self.rows.current()
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.bring(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event, letters=self._letters())
        if command is None:
            super().keyPressEvent(event)
        elif command.do is Do.LEVEL:
            self.level_given.emit(command.level)
        elif command.do is Do.NOTE:
            self.note.begin()
            self._area.bring(self.note)
        elif command.do in {Do.BEFORE, Do.AFTER}:
            self.moved.emit(-1 if command.do is Do.BEFORE else 1)

    def _build(self) -> None:
        self._area = CardScroll(self)
        inside = self._area.inside
        inside.setMaximumWidth(self._look.px(MOST_READABLE))
        self.rows = LevelRows(self._look, inside)
        self._notice = words("", "small", wrap=True)
        self._where, self._name = words("", "small"), words("", "title", wrap=True)
        self._question, self._why = words("", "large", wrap=True), words("", "quiet", wrap=True)
        self._source = words("", "small", wrap=True)
        self._source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(inside)
        column.setContentsMargins(XL, M, XL, M)
        column.setSpacing(S)
        head = (self._notice, self._where, self._name, self._question, self._why)
        for widget in (*head, self.rows):
            column.addWidget(widget)
        column.addSpacing(XS)
        column.addLayout(self._note_head())
        for below in (self.note, self._source):
            column.addWidget(below)
        self._page = WebLink(
            wording.SOURCE_PAGE, inside
        )  # made here, so that Tab comes to it last
        column.addWidget(self._page)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, stretch=1)
        whole.addWidget(self._foot())

    def _note_head(self) -> QHBoxLayout:
        label = words(wording.NOTE, "label")
        label.setBuddy(self.note)
        self.clear = LinkButton(wording.CLEAR, small=True)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self.clear)
        return head

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("pane", "foot")
        self.before = KeyButton(self._look, wording.BEFORE)
        self.after = KeyButton(self._look, wording.AFTER)
        self.next = KeyButton(self._look, wording.NEXT_OPEN, "Ctrl+Enter", filled=True)
        row = QHBoxLayout(foot)
        row.setContentsMargins(M, M, M, M)
        row.setSpacing(S)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addStretch(1)
        row.addWidget(self.next)
        return foot

    def _connect(self) -> None:
        self.rows.chosen.connect(self._on_row)
        self._page.said.connect(self._on_said)
        self.rows.stood_on.connect(self._area.bring)
        self.note.left.connect(self.focus_levels)
        self.clear.clicked.connect(self._on_clear)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.next.clicked.connect(self.next_wanted)
        self._look.changed.connect(self._on_look)

    def _on_said(self, text: str) -> None:
        announce(self, text)

    def _on_row(self, key: str) -> None:
        self.level_given.emit(int(key))

    def _on_clear(self) -> None:
        self.focus_levels()
        self.cleared.emit()

    def _on_before(self) -> None:
        self.moved.emit(-1)

    def _on_after(self) -> None:
        self.moved.emit(1)

    def _on_look(self) -> None:
        self._area.inside.setMaximumWidth(self._look.px(MOST_READABLE))
        self.note.fit()


def _lines(shown: Shown) -> list[Line]:
    """The six wordings as rows to choose."""
    level = shown.given.level if shown.given else None
    return [
        Line(
            str(n),
            level_mark(n),
            "",
            text,
            chosen=n == level,
            told=SAVED if shown.saved and n == level else "",
        )
        for n, text in enumerate(shown.factor.levels)
    ]
