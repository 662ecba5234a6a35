"""What of the history is shown: words, a capability, an organisation, a kind of change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from techmodel.core.journal import BatchKind
from techmodel.ui.look import XL, S
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.choice_box import choice_list, fill_choices
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.wording.history import KIND_WORDS, TAKEN_OVER, batch_about, batch_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from techmodel.core.history import Entry
    from techmodel.wording.edits import Book

EVERY_CAPABILITY, EVERYBODY, EVERY_KIND = "All capabilities", "All organisations", "All kinds"
TAKEN = "taken"
"""Stands for all kinds of changes made in other files."""
LETTERS = 16
"""How wide a list is, so that all four fit into a line at 200 % text."""


class Filters(QWidget):
    """A field and three lists.

    Signals:
        changed(): something else is to be shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setPlaceholderText("Search")
        self.words.setAccessibleName("Search the history")
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(220)
        self.capability = choice_list("Capability", EVERY_CAPABILITY, LETTERS)
        self.organisation = choice_list("Organisation", EVERYBODY, LETTERS)
        self.kind = choice_list("Kind of change", EVERY_KIND, LETTERS)
        self.clear = LinkButton("Show all", small=True)
        row = FlowLayout(S, self)
        row.setContentsMargins(XL, S, XL, S)
        for widget in (self.words, *self._lists, self.clear):
            row.addWidget(widget)
        self.words.textChanged.connect(self._on_changed)
        for one in self._lists:
            one.currentIndexChanged.connect(self._on_changed)
        self.clear.clicked.connect(self.show_all)
        self._on_changed()

    @property
    def active(self) -> bool:
        """Whether anything is left out."""
        chosen = any(one.currentIndex() > 0 for one in self._lists)
        return chosen or bool(self.words.text().strip())

    def offer(self, entries: Sequence[Entry], book: Book) -> None:
        """Offer what occurs in these entries; what is chosen stays."""
        capabilities: set[str] = set()
        organisations: set[str] = set()
        for entry in entries:
            about = batch_about(entry.batch, book)
            capabilities |= about[0]
            organisations |= about[1]
        kinds = {_kind(e) for e in entries}
        words = {k.value: KIND_WORDS[k] for k in BatchKind} | {TAKEN: TAKEN_OVER}
        fill_choices(self.capability, ((c, book.capability(c)) for c in sorted(capabilities)))
        fill_choices(
            self.organisation,
            ((o, n) for o, n in book.organisations.items() if o in organisations),
        )
        fill_choices(self.kind, ((k, said) for k, said in words.items() if k in kinds))

    def passing(self, entries: Iterable[Entry], book: Book) -> tuple[Entry, ...]:
        """Those to be shown, in the order given."""
        return tuple(e for e in entries if self._passes(e, book))

    def show_all(self) -> None:
        """Leave nothing out."""
        self.words.clear()
        for one in self._lists:
            one.setCurrentIndex(0)

    @property
    def _lists(self) -> tuple[QComboBox, QComboBox, QComboBox]:
        return self.capability, self.organisation, self.kind

    def _passes(self, entry: Entry, book: Book) -> bool:
        kind = self.kind.currentData()
        if kind and _kind(entry) != kind:
            return False
        wanted = self.capability.currentData(), self.organisation.currentData()
        if any(wanted):
            about = batch_about(entry.batch, book)
            if any(w and w not in ids for w, ids in zip(wanted, about, strict=True)):
                return False
        typed = self.words.text().strip().casefold()
        return not typed or typed in _text(entry, book)

    def _on_changed(self) -> None:
        self.clear.setVisible(self.active)
        self.changed.emit()


def _kind(entry: Entry) -> str:
    """The kind by which an entry is chosen."""
    return entry.batch.kind.value if entry.merge is None else TAKEN


def _text(entry: Entry, book: Book) -> str:
    """Everything that can be searched of a change."""
    batch = entry.batch
    lines = (f"{n.about} {n.sentence} {n.old} {n.new}" for n in batch_lines(batch, book))
    return " ".join((batch.label, batch.decided_by, *lines)).casefold()
