"""A few words of which one holds: side by side, or in a list where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.widgets.buttons import Segmented
from techmodel.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Sequence


class Folding(QWidget):
    """Segments, or the same as a list.

    Signals:
        chosen(str): the key of the word now holding.
    """

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        """`choices` are (key, word) in order; `name` says what is chosen, for screen readers."""
        super().__init__(parent)
        self._words, self._list = Segmented(choices, name, self), ChoiceBox(self)
        for part in (self._list, self._list.view()):
            part.setAccessibleName(name)
        for key, word in choices:
            self._list.addItem(word, key)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self._list)
        self._words.chosen.connect(self._on_word)
        self._list.activated.connect(self._on_line)
        self.fit(self._words.sizeHint().width())

    @property
    def key(self) -> str:
        """The key of the word that holds."""
        return self._words.key

    def choose(self, key: str) -> None:
        """Let a word hold without saying so."""
        self._words.choose(key)
        self._list.setCurrentIndex(self._list.findData(key))

    def fit(self, room: int) -> None:
        """Fold where the words take more than so many pixels."""
        folded = self._words.sizeHint().width() > room
        self._words.setVisible(not folded)
        self._list.setVisible(folded)

    @override
    def minimumSizeHint(self) -> QSize:
        """The list's: the words fold before they are cut."""
        height = max(part.minimumSizeHint().height() for part in (self._list, self._words))
        return QSize(self._list.minimumSizeHint().width(), height)

    def first(self) -> QWidget:
        """What of it can have the focus now."""
        return self._words.button(self.key) if self._list.isHidden() else self._list

    def _on_word(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _on_line(self) -> None:
        self._words.choose(self._list.currentData())
        self.chosen.emit(self.key)
