"""Organisations with a way to paste a list, and a sentence about what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from techmodel.ui.announce import announce
from techmodel.ui.look import M, S
from techmodel.ui.widgets.buttons import KeyButton
from techmodel.ui.widgets.notices import Note
from techmodel.ui.widgets.organisations_model import OrganisationsModel
from techmodel.ui.widgets.organisations_table import OrganisationsTable
from techmodel.ui.widgets.words import words
from techmodel.wording.organisations import (
    HOW_TO_ADD,
    NOTHING_PASTED,
    pasted_note,
    removed_note,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.ui.look import Look
    from techmodel.ui.widgets.organisations_cells import Column
    from techmodel.ui.widgets.organisations_rows import Facts


class OrganisationsEditor(QWidget):
    """The table under its note and its button.

    Signals:
        edited(): a person changed the rows.
    """

    edited = Signal()

    def __init__(
        self, look: Look, facts: Facts, columns: Sequence[Column], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = OrganisationsModel(facts, columns, self)
        self.table = OrganisationsTable(look, self.model)
        self._hint = words(HOW_TO_ADD, "small", wrap=True)
        self._note = Note(kind="done")
        self._note.hide()
        self._paste = KeyButton(look, "Paste from Excel", picture="paste")
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self._hint, stretch=1)
        row.addWidget(self._note, stretch=1)
        row.addWidget(self._paste)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(row)
        column.addWidget(self.table, stretch=1)
        self.setFocusProxy(self.table)
        self._connect()

    @property
    def note(self) -> str:
        """What is said about the last list pasted or row removed."""
        return self._note.text if not self._note.isHidden() else ""

    def forget_note(self) -> None:
        """Say nothing of what was done here any more."""
        self._note.hide()
        self._hint.show()

    def _connect(self) -> None:
        self.model.edited.connect(self.edited)
        self.table.pasted.connect(self._on_pasted)
        self.table.removed.connect(self._on_removed)
        self._paste.clicked.connect(self.table.paste)

    def _on_pasted(self, first: int, end: int) -> None:
        self.table.setFocus()
        faults = self.model.faults[first:end]
        if not faults:
            self._say(NOTHING_PASTED, "warn")
            return
        self._say(pasted_note(faults, first + 1), "warn" if any(faults) else "done")

    def _on_removed(self, name: str) -> None:
        self._say(removed_note(name), "done")

    def _say(self, sentence: str, kind: str) -> None:
        self._note.say(sentence, kind)
        self._note.show()
        self._hint.hide()
        announce(self, sentence)
