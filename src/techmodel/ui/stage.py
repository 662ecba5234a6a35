"""What the window shows: the frame of the open assessment, pages over it, looks over that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.ui.frame.actions import Stand
from techmodel.ui.frame.extra import Extra
from techmodel.ui.frame.frame import Frame
from techmodel.ui.frame.tools import Tools

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from techmodel.ui.differences.model import Two
    from techmodel.ui.look import Look
    from techmodel.ui.looking import Looking, Sight
    from techmodel.ui.main_window import MainWindow
    from techmodel.ui.makers import Makers
    from techmodel.ui.widgets.notices import Choice
    from techmodel.ui.workspace import Workspace


class Stage(QObject):
    """Puts frames into the window; every assessment gets a new one, none is ever reset."""

    def __init__(self, window: MainWindow, look: Look, makers: Makers) -> None:
        super().__init__(window)
        self._window, self._look, self._makers = window, look, makers
        self._workspace: Workspace | None = None
        self._tools: Tools | None = None
        self._looking: Looking | None = None

    @property
    def workspace(self) -> Workspace | None:
        """The open assessment."""
        return self._workspace

    @property
    def seen(self) -> Workspace | None:
        """What is shown: what is looked at, else the open assessment."""
        return (self._looking and self._looking.workspace) or self._workspace

    def show_start(self) -> None:
        """Show the window without an assessment."""
        self.let_go()
        self._makers.show_start()

    def put(self, workspace: Workspace, file: str, place: str) -> None:
        """A new frame with new pages around a workspace; `file` is the document's name."""
        if workspace is not self._workspace:
            self.let_go()
        self._drop_looking()
        self._workspace = workspace
        window = self._window
        places = self._makers.places(workspace)
        frame = Frame(self._look, window.actions_, places, window.menus, window.room)
        if self._tools is not None:
            self._tools.let_go()
        window.actions_.allow(Stand.READING if workspace.session.read_only else Stand.OPEN)
        self._tools = Tools(frame, self._look, window.actions_, window.showing, workspace)
        window.put(frame, file)
        frame.go(place)

    def let_go(self) -> None:
        """The workspace that was here goes, with what listened to the window for it."""
        self._drop_looking()
        if self._tools is not None:
            self._tools.let_go()
            self._tools = None
        if self._workspace is not None:
            self._workspace.deleteLater()
            self._workspace = None

    def look_at(self, sight: Sight) -> None:
        """Show something for reading over what is open; Esc and a button lead back."""
        from techmodel.ui.looking import Looking  # noqa: PLC0415 - starts light

        if not self._window.has_frame:
            self.show_start()
        if self._looking is None:
            self._looking = Looking(self._window, self._look, self._makers)
        self._looking.show(sight, self._tools, self._workspace)

    def look_no_more(self) -> bool:
        """Go back to what is beneath; whether something else was looked at."""
        return self._looking is not None and self._looking.leave()

    def show_page(self, page: QWidget, word: str, *, over: bool = False) -> None:
        """Show a page over the present place, or `over` the present page, with a way back."""
        self._window.frame.show_extra(Extra(self._look, page), word, over=over)

    def compare(self, two: Two) -> None:
        """Show what differs between two versions over the present page; it looks again by itself.

        One of them may be the open assessment.
        """
        page = self._makers.differences(two)
        if self._workspace is not None and self._workspace.session in {two.before, two.after}:
            self._workspace.touched.connect(page.look_again)
        self.show_page(page, "Comparison", over=True)

    def notice(self, key: str, sentence: str, kind: str, choices: Sequence[Choice] = ()) -> None:
        """Say something under the top bar of what is shown."""
        if not self._window.has_frame:
            self.show_start()
        self._window.frame.notices.put(key, sentence, kind, choices)

    def offer_undo(self, key: str, sentence: str) -> None:
        """Say what the newest batch did, with Undo as long as undo would take back just that."""
        from techmodel.ui.undo_offer import UndoOffer  # noqa: PLC0415 - starts light

        if self._workspace is not None:
            UndoOffer(self._window, self._workspace).say(key, sentence)

    def _drop_looking(self) -> None:
        if self._looking is not None:
            self._looking.drop()
