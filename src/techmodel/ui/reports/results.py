"""What became of each export: where it is and how to open it, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from techmodel.ui.look import XS, S
from techmodel.ui.reports.texts import size_words
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.session.exports import Exported
    from techmodel.ui.look import Look

ICON = 16


class Results(QWidget):
    """A row for each export, in order."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> list[QWidget]:
        """The rows, in order."""
        items = [self._column.itemAt(n) for n in range(self._column.count())]
        return [w for item in items if item is not None and (w := item.widget()) is not None]

    def clear(self) -> None:
        """Forget them all."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()

    def add_done(self, exported: Exported) -> None:
        """Say that a file was written and read back."""
        name = f"{exported.path.name}, {size_words(exported.size)}"
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        openers = Opener("Open", exported.path), Opener("Open folder", exported.path.parent)
        for opener in openers:
            buttons.addWidget(opener)
        buttons.addStretch(1)
        before = self.findChildren(Opener)
        column = self._row("tick", "accent")
        column.addWidget(words(name, "small", wrap=True))
        column.addLayout(buttons)
        let_tab_follow(before[-1] if before else self, openers)

    def add_failed(self, sentence: str) -> None:
        """Say why a file was not written."""
        column = self._row("alert", "stop.edge")
        column.addWidget(words(sentence, "problem", wrap=True))

    def _row(self, icon: str, token: str) -> QVBoxLayout:
        holder, picture, column = QWidget(), QLabel(), QVBoxLayout()
        picture.setPixmap(self._look.pixmap(icon, token, ICON))
        column.setSpacing(XS)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, S, 0, S)
        row.setSpacing(S)
        row.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, stretch=1)
        self._column.addWidget(holder)
        return column


class Opener(QPushButton):
    """A small button that opens a file or a folder with the system's own program."""

    def __init__(self, text: str, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._path = path
        self.setProperty("scale", "small")
        self.setAutoDefault(True)
        self.setAccessibleName(f"{text}: {path.name}")
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))
