"""The page of a checklist's workbook: everything that is wrong with it, or what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.announce import announce
from techmodel.ui.checklist_update.foot import make_foot
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.header import Header
from techmodel.ui.widgets.plain_model import PlainModel, PlainRow
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import restyle, words
from techmodel.ui.widgets.wrapped import WrappedRows
from techmodel.wording import checklist_books as wording

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from techmodel.session.checklist_books import ChecklistBook
    from techmodel.ui.look import Look

WHERE, SHARE = 330, 0.4
"""Width of the first column in CSS pixels, and the share of the page that it takes at most."""


class ChecklistBookPage(QWidget):
    """Shows what a workbook holds; it changes nothing itself.

    Signals:
        again_wanted(): a person has mended the workbook.
        new_wanted(), update_wanted(): a person wants to use it.
        renew_wanted(): a person wants it brought up to the program's own.
        cancelled(): a person leaves.

    Attributes:
        book: what is shown.
    """

    again_wanted = Signal()
    new_wanted = Signal()
    update_wanted = Signal()
    renew_wanted = Signal()
    cancelled = Signal()

    name = wording.PAGE

    def __init__(
        self, look: Look, book: ChecklistBook, parent: QWidget | None = None, *, is_open: bool
    ) -> None:
        """`is_open`: whether there is an assessment that could be updated."""
        super().__init__(parent)
        self.setObjectName("page")
        self.book, self._look, self._is_open = book, look, is_open
        self.header, self.table = Header(self), Table(look, wording.GOOD_TABLE, self)
        self.model = PlainModel(wording.GOOD_HEADS, parent=self.table)
        self.table.setModel(self.model)
        WrappedRows(look, self.table)
        self.cancel, self.again = LinkButton(wording.CLOSE), QPushButton(wording.AGAIN)
        self.new, self.update_ = QPushButton(wording.NEW), QPushButton(wording.UPDATE)
        self.renew = QPushButton(wording.RENEW)
        self.renew.setToolTip(wording.RENEW_TOLD)
        self.renew.setAccessibleDescription(wording.RENEW_TOLD)
        self.header.show_actions([self.renew])
        let_tab_follow(self.header, [self.renew])
        self.told = words("", "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.table, stretch=1)
        ways = (self.new, self.update_, self.again)
        column.addWidget(make_foot(self, self.cancel, self.told, *ways))
        self._connect()
        self.show_book(book)

    def show_book(self, book: ChecklistBook) -> None:
        """Show a workbook, or the same one as it is now."""
        self.book, checklist = book, book.checklist
        if checklist is None:
            self.header.say(
                wording.question(book.path.name, good=False), wording.wrong_headline(book.problems)
            )
            rows, heads = wording.wrong_rows(book.problems), wording.WRONG_HEADS
        else:
            self.header.say(
                wording.question(book.path.name, good=True), wording.good_headline(checklist)
            )
            rows, heads = (
                wording.good_rows(checklist, book.notes, book.guided),
                wording.GOOD_HEADS,
            )
        self.model.show([PlainRow(f"{n}", row) for n, row in enumerate(rows)], heads)
        self.table.setAccessibleName(wording.GOOD_TABLE if checklist else wording.WRONG_TABLE)
        self._size_columns()
        self._offer(good=checklist is not None)
        announce(self, f"{self.header.question} {self.header.headline}")

    def focus_first(self) -> None:
        """Put the focus in the table, on its first row."""
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.model().index(0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 moves between."""
        good = self.update_ if self._is_open else self.new
        return self.table, good if self.book.checklist else self.again

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_columns()

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.cancelled)
        self.again.clicked.connect(self.again_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.update_.clicked.connect(self.update_wanted)
        self.renew.clicked.connect(self.renew_wanted)
        self._look.changed.connect(self._size_columns)

    def _size_columns(self) -> None:
        heads, modes = self.table.horizontalHeader(), QHeaderView.ResizeMode
        heads.setSectionResizeMode(0, modes.Interactive)
        heads.setSectionResizeMode(1, modes.Stretch)
        self.table.setColumnWidth(0, min(self._look.px(WHERE), round(self.width() * SHARE)))

    def _offer(self, *, good: bool) -> None:
        """Show the buttons that fit; the one that most will want is filled."""
        self.again.setVisible(not good)
        self.new.setVisible(good)
        self.renew.setVisible(good)
        self.update_.setVisible(good and self._is_open)
        for button in (self.again, self.new, self.update_):
            first = button is not self.new or not self._is_open
            button.setProperty("role", "primary" if first else "")
            restyle(button)
        self.told.setText(wording.NOTHING_YET if good else wording.MEND)
