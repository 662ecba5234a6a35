"""What the assessment is called and who leads it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from techmodel.core.typed_organisations import MAX_NAME
from techmodel.ui.look import L
from techmodel.ui.widgets.field import Field
from techmodel.wording.setup import LEAD_HINT, TITLE_HINT


class TitleFields(QWidget):
    """Title and lead.

    Signals:
        edited(): a person typed.
        entered(): Enter was pressed in one of them.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._lead = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(Field("Title", self._title, TITLE_HINT))
        column.addWidget(Field("Lead", self._lead, LEAD_HINT))
        for editor in (self._title, self._lead):
            editor.setMaxLength(MAX_NAME)
            editor.textEdited.connect(self.edited)
            editor.returnPressed.connect(self.entered)
        self.setFocusProxy(self._title)

    @property
    def title(self) -> str:
        """The title without space at its ends."""
        return " ".join(self._title.text().split())

    @property
    def lead(self) -> str:
        """The lead likewise."""
        return " ".join(self._lead.text().split())

    def show_texts(self, title: str, lead: str) -> None:
        """Show other texts, leaving a field alone that says the same."""
        if title != self.title:
            self._title.setText(title)
        if lead != self.lead:
            self._lead.setText(lead)
