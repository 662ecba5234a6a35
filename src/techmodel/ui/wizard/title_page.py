"""The wizard's first page: title, lead, and where to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from techmodel.ui import ask
from techmodel.ui.look import L, S
from techmodel.ui.widgets.field import Field
from techmodel.ui.widgets.title_fields import TitleFields
from techmodel.wording.wizard import NO_TITLE, WHERE_HINT, taken_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from techmodel.ui.look import Look

WIDEST = 640
"""CSS pixels; a longer line is hard to read."""


class TitlePage(QWidget):
    """Title, lead and the file.

    Signals:
        edited(): a person changed something.
        entered(): Enter was pressed: go on.
    """

    edited = Signal()
    entered = Signal()

    def __init__(
        self, look: Look, suggest_path: Callable[[str], Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._suggest = look, suggest_path
        self._chosen: Path | None = None
        self._path = suggest_path("")
        self.fields = TitleFields()
        self._where, self._change = QLineEdit(), QPushButton("Change…")
        self._build()
        self.fields.edited.connect(self._on_edited)
        self.fields.entered.connect(self.entered)
        self._change.clicked.connect(self._on_change)
        look.changed.connect(self._fit)
        self._show_path()

    @property
    def path(self) -> Path:
        """Where the assessment will be saved."""
        return self._path

    @property
    def problem(self) -> str:
        """Why one cannot go on, or ""."""
        if not self.fields.title:
            return NO_TITLE
        if self._path != self._chosen and self._path.exists():
            return taken_words(self._path.name)
        return ""

    def _build(self) -> None:
        self._where.setReadOnly(True)
        self._where.setProperty("read", "only")
        self._change.setAccessibleName("Change where to save")
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self._where, stretch=1)
        row.addWidget(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self.fields)
        column.addWidget(Field("Where to save", self._where, WHERE_HINT, row))
        self._fit()
        self.setFocusProxy(self.fields)

    def _fit(self) -> None:
        self.setMaximumWidth(self._look.px(WIDEST))

    def _on_edited(self) -> None:
        if self._chosen is None:
            self._path = self._suggest(self.fields.title)
            self._show_path()
        self.edited.emit()

    def _on_change(self) -> None:
        path = ask.save_path(self, "Where to save the assessment", self._path)
        if path is not None:
            self._chosen = self._path = path
            self._show_path()
            self.edited.emit()

    def _show_path(self) -> None:
        self._where.setText(str(self._path))
        self._where.setToolTip(str(self._path))
