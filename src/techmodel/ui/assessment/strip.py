"""What is not applied yet and what it would do, with Apply and Leave as it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from techmodel.ui.announce import announce
from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.words import words


class Strip(QFrame):
    """Changes, their effect, and two buttons; hidden while nothing is pending.

    Signals:
        applied(), dropped(): a person pressed Apply, or Leave as it is.
    """

    applied = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "done")
        self._compact = False
        self._changes, self._effect = words("", "heading", wrap=True), words("", wrap=True)
        self._reason = words("", "problem", wrap=True)
        self.apply, self.drop = QPushButton("Apply"), QPushButton("Leave as it is")
        self.apply.setProperty("role", "primary")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for label in (self._changes, self._effect, self._reason):
            texts.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(XL, M, XL, M)
        row.setSpacing(S)
        row.addLayout(texts, stretch=1)
        row.addSpacing(S)
        row.addWidget(self.drop)
        row.addWidget(self.apply)
        self.apply.clicked.connect(self.applied)
        self.drop.clicked.connect(self.dropped)

    @property
    def effect(self) -> str:
        """What the changes would do, as shown."""
        return self._effect.text()

    @property
    def reason(self) -> str:
        """Why they cannot be applied, as shown."""
        return self._reason.text()

    def show_pending(self, changes: str, effect: str, reason: str) -> None:
        """Show changes and what they do, or why they cannot be applied; hide without either."""
        self._changes.setText(changes)
        self._changes.setVisible(bool(changes) and not self._compact)
        if effect != self._effect.text():
            announce(self, effect)
        self._effect.setText(effect)
        self._effect.setVisible(bool(effect))
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.apply.setEnabled(not reason)
        self.apply.setAccessibleDescription(reason or effect)
        self.setVisible(bool(changes or reason))

    def show_compact(self, *, compact: bool) -> None:
        """Leave out what the fields show themselves."""
        self._compact = compact
        self._changes.setVisible(bool(self._changes.text()) and not compact)
