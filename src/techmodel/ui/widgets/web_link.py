"""A web address as a link with its host, or plain text where it is never opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from techmodel.ui.web_address import breakable, safe_url, show_address
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.words import words
from techmodel.wording import web_address as wording

LONGEST_HOST = 48
"""Characters of a host that are shown; the question shows the address whole."""


class WebLink(QWidget):
    """The address of a source.

    Signals:
        said(str): what was done with it.
    """

    said = Signal(str)

    def __init__(self, what: str, parent: QWidget) -> None:
        """`what` is at the address: "Web page"."""
        super().__init__(parent)
        self._what, self._address = what, ""
        self.link = LinkButton("", self)
        self.text, self.why = words("", wrap=True), words(wording.NEVER_OPENED, "hint", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.link, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.text)
        column.addWidget(self.why)
        self.link.clicked.connect(self._on_clicked)

    def show_address(self, address: str) -> None:
        """Show another address, "" for none; words that are no address are plain text."""
        self._address = address
        url = safe_url(address)
        self.link.setVisible(url is not None)
        self.text.setVisible(url is None and bool(address))
        self.why.setVisible(url is None and "://" in address)
        self.text.setText(breakable(address) if "://" in address else address)
        if url is not None:
            host = url.host()
            cut = host if len(host) <= LONGEST_HOST else f"{host[:LONGEST_HOST]}…"
            self.link.setText(wording.link_words(self._what, cut))
            self.link.setAccessibleDescription(address)

    def _on_clicked(self) -> None:
        self.said.emit(show_address(self, self._address))
