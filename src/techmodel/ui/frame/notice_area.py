"""The sentences under the top bar: refusals that go with the next success, problems that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from techmodel.ui.announce import announce
from techmodel.ui.tab_order import let_tab_follow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.ui.widgets.notices import Banner, Choice

REFUSED = "refused"
"""The key of the notice of a verb that was refused."""


class NoticeArea(QWidget):
    """Banners by key; showing the same key again replaces it.

    Signals:
        closed(str): a person closed the banner with this key.
    """

    closed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._banners: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)

    def put(
        self,
        key: str,
        text: str,
        kind: str = "warn",
        choices: Sequence[Choice] = (),
        *,
        closes: bool = True,
    ) -> Banner:
        """Show a sentence with verbs, and say it to screen readers; `closes` as of `Banner`."""
        from techmodel.ui.widgets.notices import Banner  # noqa: PLC0415 - starts light

        self.clear(key)
        before = self.findChildren(QPushButton)
        banner = Banner(text, kind, choices, self, closes=closes)
        banner.setObjectName(key)
        banner.closed.connect(self._on_closed)
        self._banners[key] = banner
        self._column.addWidget(banner)
        let_tab_follow(before[-1] if before else self, banner.findChildren(QPushButton))
        announce(self, text)
        return banner

    def clear(self, key: str) -> bool:
        """Take a sentence away; whether there was one."""
        banner = self._banners.pop(key, None)
        if banner is None:
            return False
        banner.hide()
        banner.setParent(None)
        banner.deleteLater()
        return True

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not self._banners

    def text(self, key: str) -> str:
        """The sentence shown under a key, or ""."""
        return self._banners[key].text if key in self._banners else ""

    def _on_closed(self) -> None:
        key = self.sender().objectName()
        self.clear(key)
        self.closed.emit(key)
