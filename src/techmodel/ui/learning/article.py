"""The text of a guide: one column of a width that can be read, with headings to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from techmodel.ui.learning.markup import find_sections, guide_markup, style_of
from techmodel.ui.look import XL, L, Size
from techmodel.ui.web_address import show_address

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.core.learning import Page
    from techmodel.ui.look import Look

MEASURE = 72
"""Letters in a line."""


class Article(QTextBrowser):
    """A guide to read: text that can be selected, links that ask before they open.

    Ctrl+Down and Ctrl+Up go from heading to heading.

    Signals:
        said(str): what was done with an address.
        moved(str): the reader went to another section (key).
    """

    said = Signal(str)
    moved = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._section = look, ""
        self._page: Page | None = None
        self.setProperty("role", "article")
        self.setOpenLinks(False)
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextBrowserInteraction | flags.TextSelectableByKeyboard)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(XL)
        self.anchorClicked.connect(self._on_link)
        look.changed.connect(self._on_look)

    @property
    def section(self) -> str:
        """The key of the section gone to last."""
        return self._section

    def show_guide(self, page: Page, name: str) -> None:
        """Show the guide of a domain from its beginning."""
        self._page = page
        self.setAccessibleName(name)
        self._fill()
        self.go("")

    def go(self, section: str) -> None:
        """Bring a section to the top, "" for the beginning; the cursor goes with it."""
        self._section = section
        cursor = self.textCursor()
        cursor.setPosition(self._place(section))
        self.setTextCursor(cursor)
        top = self.document().documentLayout().blockBoundingRect(cursor.block()).top()
        self.verticalScrollBar().setValue(round(top) - L if section else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in steps and self._page is not None:
            self._step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _step(self, step: int) -> None:
        """Go to the heading before or after the cursor."""
        assert self._page is not None
        here = self.textCursor().position()
        keys = [key for key, _, _ in find_sections(self._page)]
        places = [(self._place(key), key) for key in keys]
        ahead = [key for at, key in places if at > here]
        behind = ["", *(key for at, key in places if at < here)]
        wanted = ahead[:1] if step > 0 else behind[-1:]
        for key in wanted:
            self.go(key)
            self.moved.emit(key)

    def _place(self, section: str) -> int:
        """Where a section begins, in characters."""
        block = self.document().begin()
        while section and block.isValid():
            names = (
                block.begin().fragment().charFormat().anchorNames() if block.length() > 1 else []
            )
            if section in names:
                return block.position()
            block = block.next()
        return 0

    def _fill(self) -> None:
        if self._page is None:
            return
        self.setFont(self._look.font(Size.LARGE))
        self.document().setDefaultStyleSheet(style_of(self._look))
        self.setHtml(guide_markup(self._page))
        self._fit()

    def _fit(self) -> None:
        """No line is longer than can be read."""
        most = self.fontMetrics().averageCharWidth() * MEASURE + 2 * XL
        self.setLineWrapColumnOrWidth(min(most, self.viewport().width()))

    def _on_look(self) -> None:
        self._fill()
        self.go(self._section)

    def _on_link(self, url: QUrl) -> None:
        self.said.emit(
            show_address(self, url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        )
        self.moveCursor(QTextCursor.MoveOperation.NoMove)
