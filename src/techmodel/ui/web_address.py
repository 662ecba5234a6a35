"""Web addresses: shown whole in a question first, and opened only when a person says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from techmodel.ui import ask
from techmodel.wording import web_address as wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LONGEST = 2_000
"""Characters; longer addresses are shown as text."""
_COPY, _OPEN = "copy", "open"
_PIECE = re.compile(r"[^/?&=_-]{1,40}[/?&=_-]?|[/?&=_-]")
_MAY_BREAK = "\u200b"


def safe_url(address: str) -> QUrl | None:
    """The address as it may be opened, or None.

    Only https with a host and without a name or password before it, in plain characters: nothing
    in it can look like another address.
    """
    if not address.isascii() or not address.isprintable() or len(address) > LONGEST:
        return None
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    good = url.isValid() and url.scheme() == "https" and url.host() and not url.userInfo()
    return url if good and " " not in address else None


def breakable(address: str) -> str:
    """The same address, with places where a line may end."""
    return _MAY_BREAK.join(_PIECE.findall(address))


def show_address(parent: QWidget, address: str) -> str:
    """Show an address whole and do what a person chooses; what to say of it, "" for nothing."""
    url = safe_url(address)
    if url is None:
        return wording.NEVER_OPENED
    choices = [(_COPY, wording.COPY), (_OPEN, wording.OPEN)]
    answer = ask.choose(parent, wording.OPEN_QUESTION, choices, detail=breakable(address))
    if answer == _COPY:
        QGuiApplication.clipboard().setText(address)
        return wording.COPIED
    if answer != _OPEN:
        return ""
    return wording.OPENED if QDesktopServices.openUrl(url) else wording.NOT_OPENED
