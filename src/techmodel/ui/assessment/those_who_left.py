"""The organisations that have left: kept with their answers, not counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from techmodel.ui.look import M, S
from techmodel.ui.widgets.words import pane, words
from techmodel.wording.setup import LEFT, LEFT_HINT, left_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.ui.look import Look

HIGHEST = 128
"""CSS pixels, about four organisations; more are scrolled."""


class ThoseWhoLeft(QFrame):
    """A quiet list with a way back for each.

    Signals:
        returned(str): a person wants the organisation with this id to return.
    """

    returned = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("pane", "side")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._shown: tuple[tuple[OrganisationId, str, int], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, S)
        column.setSpacing(S)
        column.addWidget(words(LEFT, "heading"))
        column.addWidget(words(LEFT_HINT, "small", wrap=True))
        self._area = QScrollArea()
        self._area.setProperty("pane", "side")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._area)
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons that bring one back, in order."""
        return self._area.findChildren(QPushButton)

    def show_left(
        self, organisations: Sequence[Organisation], answers: Mapping[OrganisationId, int]
    ) -> None:
        """Show those who left and how many answers of theirs are kept; hidden without any."""
        shown = tuple((o.id, o.name, answers.get(o.id, 0)) for o in organisations)
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        made = self._made()
        self._area.setWidget(made)
        self._area.setFixedHeight(min(made.sizeHint().height(), self._look.px(HIGHEST)) + 2)

    def _made(self) -> QWidget:
        made = pane("side")
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(M)
        grid.setColumnStretch(1, 1)
        group = QButtonGroup(made)
        group.idClicked.connect(self._on_clicked)
        for n, (_, name, answers) in enumerate(self._shown):
            button = QPushButton("Return")
            button.setProperty("scale", "small")
            button.setAccessibleName(f"Return {name}")
            group.addButton(button, n)
            grid.addWidget(words(name, "quiet"), n, 0)
            grid.addWidget(words(left_words(answers), "hint"), n, 1)
            grid.addWidget(button, n, 2)
        return made

    def _on_clicked(self, number: int) -> None:
        self.returned.emit(self._shown[number][0])
