"""What the page of names is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from techmodel.ui.announce import announce
from techmodel.ui.look import XL, L, M, S
from techmodel.ui.names.model import TextsModel
from techmodel.ui.widgets.field import Field
from techmodel.ui.widgets.notices import Note
from techmodel.ui.widgets.scrolled import scrolled
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import pane, words
from techmodel.wording import names_page as wording
from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.session.names import NameFound, Removed
    from techmodel.ui.look import Look

MOST_ROWS = 8
"""The table scrolls by itself when there are more."""


class Parts:
    """The widgets in `body`.

    Attributes:
        field: a name to look for.
        texts: where free text holds it.
        open, remove: the verbs.
    """

    def __init__(self, look: Look, body: QWidget) -> None:
        self._look = look
        self._done, self._left = Note("", "done"), Note("", "stop")
        self._held = words("", wrap=True)
        self._held_head = words(wording.HELD, "heading")
        self._none = words("", "quiet", wrap=True)
        self._why = words("", "hint", wrap=True)
        self.field = QLineEdit()
        self.texts = Table(look, wording.TEXTS)
        self._model = TextsModel(self.texts)
        self.texts.setModel(self._model)
        self.texts.horizontalHeader().setStretchLastSection(True)
        self.open, self.remove = QPushButton(wording.OPEN), QPushButton(wording.REMOVE)
        self.remove.setProperty("role", "primary")
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._content = self._inside()
        self._area = scrolled(self._content)
        whole.addWidget(self._area, stretch=1)
        whole.addWidget(self._foot())
        self._area.verticalScrollBar().rangeChanged.connect(self._bring_soon)
        self._done.hide()
        self._left.hide()
        look.changed.connect(self._fit)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 moves between."""
        return tuple(w for w in (self.field, self.texts, self.remove) if w.isEnabled())

    def show_held(self, names: Sequence[str], why: str) -> None:
        """Show which names are held; `why` says why they cannot be removed, or ""."""
        self._held.setText(join_words(names))
        for label in (self._held, self._held_head):
            label.setVisible(bool(names))
        self.remove.setEnabled(not why)
        self._why.setText(why)

    def show_texts(
        self, found: Sequence[NameFound], organisations: Mapping[str, str], none: str
    ) -> None:
        """Show which texts hold a name; `none` is said where there is none."""
        self._model.show(found, organisations)
        self._none.setText(none)
        self._none.setVisible(not found)
        self.texts.setVisible(bool(found))
        self.open.setVisible(bool(found))
        self.texts.setCurrentIndex(self.texts.shown_index(self._model.index(0, 0)))
        self._fit()
        self._bring_soon()

    def text(self) -> NameFound | None:
        """The text one is on."""
        row = self.texts.source_index(self.texts.currentIndex()).row()
        return self._model.texts[row] if 0 <= row < len(self._model.texts) else None

    def show_done(self, removed: Removed) -> None:
        """Say what was removed, and what may be left."""
        said = wording.done_words(removed.names, removed.backups, removed.deleted)
        self._done.say(said, "done")
        self._done.show()
        if removed.left:
            self._left.say(wording.left_words(removed.left), "stop")
        self._left.setVisible(bool(removed.left))
        announce(self._done, said)

    def _inside(self) -> QWidget:
        inside = QFrame()
        column = QVBoxLayout(inside)
        column.setContentsMargins(XL, L, XL - S, L)
        column.setSpacing(S)
        for widget in (self._done, self._left, self._held_head, self._held):
            column.addWidget(widget)
        column.addWidget(words(wording.WHAT, "quiet", wrap=True))
        column.addSpacing(M)
        column.addWidget(Field(wording.LOOK_FOR, self.field, wording.LOOK_HINT))
        column.addSpacing(M)
        column.addWidget(words(wording.TEXTS, "heading"))
        column.addWidget(self._none)
        column.addWidget(self.texts)
        column.addWidget(self.open, alignment=Qt.AlignmentFlag.AlignLeft)
        return inside

    def _foot(self) -> QWidget:
        foot = pane("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(XL, M, XL, M)
        row.setSpacing(M)
        row.addWidget(self._why, stretch=1)
        row.addWidget(self.remove)
        return foot

    def _bring_soon(self) -> None:
        """Bring what was found into view while a name is typed, once it has its place."""
        if self.field.hasFocus() and self.field.text():
            QTimer.singleShot(0, self._area, self._bring)

    def _bring(self) -> None:
        """Show what was found, but never at the cost of what is typed."""
        found = self.open if self.open.isVisible() else self._none
        for widget, corner in ((found, found.rect().bottomLeft()), (self.field, QPoint(0, 0))):
            self._area.ensureVisible(0, widget.mapTo(self._content, corner).y(), 0, S)

    def _fit(self) -> None:
        rows = min(self._model.rowCount(), MOST_ROWS)
        head = self.texts.horizontalHeader().sizeHint().height()
        self.texts.setFixedHeight(rows * self._look.px(32) + head + 4)
