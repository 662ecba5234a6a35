"""What every place of the window is: a question, its answer, and a body that looks again by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from techmodel.session.touched import Touched

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from techmodel.ui.workspace import Workspace


class Page(QWidget):
    """A place. Subclasses fill in `name`, `question`, `headline` and `refresh`.

    `refresh()` takes no data, reads the session and may be called twice without harm. A hidden page
    only marks itself stale and catches up when it is shown.

    Attributes:
        name: the word in the rail.
        icon: the name of its icon in `resources/icons`.
        cares: the changes that make it look again.
    """

    name = ""
    icon = ""
    cares = Touched.ALL

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._stale = True
        workspace.touched.connect(self._on_touched)
        workspace.showing_changed.connect(self._on_showing_changed)

    def question(self) -> str:
        """The question this place answers, in 12 px over the headline."""
        raise NotImplementedError

    def headline(self) -> str:
        """The answer in one sentence with the numbers of this assessment."""
        raise NotImplementedError

    def actions(self) -> tuple[QWidget, ...]:
        """At most two widgets for the right of the header."""
        return ()

    def refresh(self) -> None:
        """Look again at everything shown."""
        raise NotImplementedError

    def show_item(self, item: str) -> None:
        """Bring one thing into view, such as a capability by its id; most places have none."""

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        self.setFocus()

    def look_again(self) -> None:
        """Refresh now if shown, else when shown next."""
        if self.isVisible():
            self._stale = False
            self.refresh()
        else:
            self._stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_touched(self, touched: Touched) -> None:
        if touched & self.cares:
            self.look_again()

    def _on_showing_changed(self) -> None:
        self.look_again()
