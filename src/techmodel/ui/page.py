"""What every place of the window is: a question, its answer, and a body that looks again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.session.touched import Touched
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.header import Header

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace


class Page(QWidget):
    """A place. Subclasses fill in `name`, `icon`, `question`, `headline`, `refresh` and `_build`.

    The constructor stores its arguments, makes the header and an empty `body`, and then calls
    `_build()` (give `body` a layout) and `_connect()`; subclasses call neither and need no
    constructor of their own. `header_actions()` is asked once, after `_build()`. `refresh()` takes
    no data, reads the session and may be called twice without harm; afterwards the header asks
    `question()` and `headline()` again. A hidden page only marks itself stale and catches up when
    it is shown.

    Attributes:
        name: the word in the rail.
        icon: the name of its icon in `resources/icons`.
        cares: the changes that make it look again.
        workspace: the open assessment.
        look: colours, type and icons.
        header: question, answer and actions.
        body: what `_build` fills in.
    """

    name = ""
    icon = ""
    cares = Touched.ALL

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.workspace, self.look = workspace, look
        self._stale = True
        self.header, self.body = Header(self), QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.body, stretch=1)
        self._build()
        self.header.show_actions(self.header_actions())
        let_tab_follow(self.header, self.header.findChildren(QWidget))
        workspace.touched.connect(self._on_touched)
        workspace.showing_changed.connect(self.look_again)
        look.changed.connect(self.look_again)
        self._connect()

    def question(self) -> str:
        """The question this place answers, in 12 px over the headline."""
        raise NotImplementedError

    def headline(self) -> str:
        """The answer in one sentence with the numbers of this assessment."""
        raise NotImplementedError

    def header_actions(self) -> tuple[QWidget, ...]:
        """At most two widgets for the right of the header (`actions` is a word of Qt's)."""
        return ()

    def refresh(self) -> None:
        """Look again at everything shown."""
        raise NotImplementedError

    def show_item(self, item: str) -> None:
        """Bring one thing into view, such as a capability by its id; most places have none."""

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        self.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets F6 moves between, in reading order; each must be able to hold the focus."""
        return (self,)

    def say_headline(self) -> None:
        """Ask `question()` and `headline()` again, for what changed without a refresh."""
        self.header.say(self.question(), self.headline())

    def look_again(self) -> None:
        """Refresh now if shown, else when shown next."""
        if self.isVisible():
            self._catch_up()
        else:
            self._stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._catch_up()

    def _build(self) -> None:
        """Fill in `body`."""

    def _connect(self) -> None:
        """Connect the signals of what `_build` made."""

    def _catch_up(self) -> None:
        self._stale = False
        self.refresh()
        self.say_headline()

    def _on_touched(self, touched: Touched) -> None:
        if touched & self.cares:
            self.look_again()
