"""Where the work is: "Saved 14:03" with a tick, or what is still under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from techmodel.ui.announce import announce
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

_WIDEST = "Saved on this laptop 00:00"


class Saved(QWidget):
    """An icon and a few words; the whole sentence stands in the tip and is what is read out."""

    def __init__(self, look: Look, workspace: Workspace, token: str = "ink2") -> None:
        super().__init__()
        self._look, self._workspace, self._token = look, workspace, token
        self._icon = QLabel()
        self._label = words(role="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        row.addWidget(self._icon)
        row.addWidget(self._label)
        workspace.saving_changed.connect(self._show)
        look.changed.connect(self._fit)
        self._fit()

    @property
    def text(self) -> str:
        """The words shown."""
        return self._label.text()

    def _fit(self) -> None:
        self._label.ensurePolished()
        room = self._label.fontMetrics().horizontalAdvance(_WIDEST)
        self.setFixedWidth(room + self._look.px(16) + 10)
        self._show()

    def _show(self) -> None:
        workspace = self._workspace
        told = workspace.saving_text
        short = told.split(",", maxsplit=1)[0]
        unsafe = bool(workspace.problem or workspace.waiting.things)
        picture = "alert" if unsafe else "saved" if short == told else "saving"
        self._icon.setPixmap(self._look.pixmap(picture, self._token, 16))
        self._label.setText(short)
        self._label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        document = workspace.session.document
        advice = document.place.advice if document else ""
        self.setToolTip("\n".join(filter(None, (told, advice))))
        if self.accessibleName() != told:
            self.setAccessibleName(told)
            if unsafe:
                announce(self, told)
