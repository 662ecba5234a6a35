"""The page of what differs between two versions of one assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.differences.model import DifferencesModel, Two, find_lines
from techmodel.ui.widgets.header import Header
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.wrapped import WrappedRows
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from techmodel.ui.look import Look

SHARES = (0.4, 0.22, 0.18, 0.18)
"""How the columns share the width."""
SAME = "They hold the same: nothing differs."


class DifferencesPage(QWidget):
    """Two versions side by side, line by line.

    Attributes:
        table: the lines; hidden where nothing differs.
    """

    def __init__(self, look: Look, two: Two, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._look, self._two, self._sized = look, two, False
        self.header = Header(self)
        self.table = Table(look, "What differs", self)
        names = two.before_word, two.after_word
        self._model = DifferencesModel(names, self.table)
        self.table.setModel(self._model)
        WrappedRows(look, self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.table, stretch=1)
        column.addStretch()  # takes the room where the table is hidden
        self.look_again()

    def look_again(self) -> None:
        """Look at both versions again, as one of them may have changed."""
        lines, two = find_lines(self._two), self._two
        question = f"How does “{two.after_word}” differ from “{two.before_word}”?"
        self.header.say(question, f"{plural(len(lines), 'difference')}." if lines else SAME)
        self._model.show(lines)
        had_focus = self.table.hasFocus()
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.NoFocus if lines else policies.StrongFocus)
        self.setAccessibleName("" if lines else SAME)
        self.table.setVisible(bool(lines))
        if had_focus or self.hasFocus():
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus in the table."""
        self.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 moves between."""
        return (self if self.table.isHidden() else self.table,)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._sized and not self._look.widths(self.table.accessibleName()):
            for column, share in enumerate(SHARES):
                self.table.setColumnWidth(column, round(self.width() * share))
        self._sized = True
        self.table.horizontalHeader().setStretchLastSection(True)
