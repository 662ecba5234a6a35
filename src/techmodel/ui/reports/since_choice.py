"""Which round the exports compare with, if any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from techmodel.core.rounds import RoundId
from techmodel.ui.look import XS, M
from techmodel.ui.widgets.choice_box import ChoiceBox
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE, NO_ROUND = "Compare with a round", "No round"


class SinceChoice(QWidget):
    """A list of rounds, hidden while there are none.

    Signals:
        chosen(object): a person chose a round by its id, or None for no round.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ChoiceBox(self)
        for part in (self.list, self.list.view()):
            part.setAccessibleName(TITLE)
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list.setMinimumContentsLength(12)
        head = words(TITLE, "heading")
        head.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, M, 0, M)
        column.setSpacing(XS)
        column.addWidget(head)
        column.addWidget(self.list)
        self.list.activated.connect(self._on_activated)
        self.hide()

    def show_rounds(self, rounds: Sequence[tuple[RoundId, str]], chosen: RoundId | None) -> None:
        """Offer rounds (id, words), the newest first, and none of them; `chosen` holds."""
        held = [(self.list.itemData(n), self.list.itemText(n)) for n in range(self.list.count())]
        wanted = [*rounds, ("", NO_ROUND)]
        if held != wanted:
            self.list.clear()
            for id_, said in wanted:
                self.list.addItem(said, id_)
        self.list.setCurrentIndex(max(0, self.list.findData(chosen or "")))
        self.setVisible(bool(rounds))

    def _on_activated(self, row: int) -> None:
        id_ = self.list.itemData(row)
        self.chosen.emit(RoundId(id_) if id_ else None)
