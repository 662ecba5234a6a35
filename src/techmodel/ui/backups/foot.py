"""Under the list of backups: what the chosen one is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from techmodel.session.backups import Reason
from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import words
from techmodel.wording import backups_page as wording

if TYPE_CHECKING:
    from datetime import datetime

    from techmodel.session.backups import Backup
    from techmodel.ui.backups.reading import Inside
    from techmodel.ui.look import Look

APART = frozenset({Reason.DISCARDED, Reason.REPLACED})
"""Copies of another version than the one that was gone on with: they can be merged."""


class Foot(QFrame):
    """A sentence and verbs.

    Signals:
        wanted(str): "look", "differences", "merge", "save" or "back".

    Attributes:
        buttons: by what they want.
    """

    wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "foot")
        self._told = words("", "quiet", wrap=True)
        self.buttons: dict[str, QPushButton] = {}
        row = QWidget()
        flow = FlowLayout(S, row)
        for key, verb, role in wording.VERBS:
            button = QPushButton(verb)
            button.setObjectName(key)
            if role:
                button.setProperty("role", role)
            button.clicked.connect(self._on_clicked)
            self.buttons[key] = button
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, M, XL, M)
        column.setSpacing(S)
        column.addWidget(self._told)
        column.addWidget(row)
        self.setFocusProxy(self.buttons["look"])

    def show_copy(
        self, backup: Backup, now: datetime, inside: Inside | None, *, may_change: bool
    ) -> None:
        """Say what a copy is; what cannot be done with it is off, and the sentence says why."""
        problem = inside.problem if inside else ""
        told = wording.copy_words(backup.at, now, may_change=may_change)
        self._told.setText(wording.damaged_words(backup.at, now) if problem else told)
        for key, button in self.buttons.items():
            needs_open = key in {"back", "merge", "differences"}
            button.setEnabled(not problem and (may_change or not needs_open))
        self.buttons["merge"].setVisible(backup.reason in APART and may_change)
        self.buttons["back"].setVisible(may_change)
        self.buttons["differences"].setVisible(may_change)

    def _on_clicked(self) -> None:
        self.wanted.emit(self.sender().objectName())
