"""The list of rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from techmodel.ui.rounds.round_model import RoundModel
from techmodel.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.core.rounds import Round, RoundId
    from techmodel.ui.look import Look
    from techmodel.ui.rounds.round_model import Row

SHARES = (0.30, 0.17, 0.12, 0.17)
"""How the columns share the width; the last takes the rest."""
SHOWN_ROWS = 4
"""Rows that are shown without scrolling."""


class RoundList(Table):
    """A table of rounds, as tall as a few of them.

    Signals:
        chosen(): another round is current.
        look_wanted(), rename_wanted(), forget_wanted(): Enter, F2 or Del on the current one.
    """

    chosen = Signal()
    look_wanted = Signal()
    rename_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Rounds", parent)
        self._sized, self._silent = False, False
        self.rounds = RoundModel(self)
        self.setModel(self.rounds)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.activated.connect(self._on_activated)
        for key, signal in (("F2", self.rename_wanted), ("Del", self.forget_wanted)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(signal)
        look.changed.connect(self._fit)

    @property
    def current(self) -> Round | None:
        """The round one is on."""
        source = self.source_index(self.currentIndex())
        return self.rounds.rounds[source.row()] if source.isValid() else None

    def show_rounds(self, rows: Sequence[Row], first: Round | None) -> None:
        """Show other rounds, without saying so; the current one stays, else it is `first`."""
        held = self.current
        self._silent = True
        self.rounds.show(rows)
        for wanted in (first, held):
            if wanted is not None:
                self.choose(wanted.id)
        self._silent = False
        self._fit()

    def choose(self, round_: RoundId) -> None:
        """Make a round the current one, if it is there."""
        ids = [r.id for r in self.rounds.rounds]
        if round_ in ids:
            source = self.rounds.index(ids.index(round_), 0)
            self.setCurrentIndex(self.shown_index(source))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._size_columns()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and not self._silent:
            self.chosen.emit()

    def _on_activated(self) -> None:
        self.look_wanted.emit()

    def _fit(self) -> None:
        """Be as tall as the rows, up to a few."""
        rows = max(1, min(SHOWN_ROWS, self.rounds.rowCount()))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows * self._look.px(32) + 2)

    def _size_columns(self) -> None:
        """Give the columns widths that suit them, once, unless a person's are remembered."""
        if self._sized:
            return
        self._sized = True
        if not self._look.widths(self.accessibleName()):
            for column, share in enumerate(SHARES):
                self.setColumnWidth(column, round(self.width() * share))
        self.horizontalHeader().setStretchLastSection(True)
