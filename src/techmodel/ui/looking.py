"""Another time or version, shown for reading over what is open; that stays open beneath."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.ui.frame.actions import Stand
from techmodel.ui.frame.frame import Frame
from techmodel.ui.frame.saving_notice import SavingNotice
from techmodel.ui.frame.tools import Tools
from techmodel.ui.widgets.notices import Choice
from techmodel.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from techmodel.session.session import Session
    from techmodel.ui.frame.frame import Place
    from techmodel.ui.look import Look
    from techmodel.ui.main_window import MainWindow
    from techmodel.ui.makers import Makers

LOOKING = "looking"
"""The key of the banner that says what is looked at."""
BACK = "Back to now"


@dataclass(frozen=True, slots=True)
class Sight:
    """Something to look at.

    Attributes:
        session: for reading only; closed when nobody looks any more.
        banner: the sentence that stays.
        name: what the window's title calls it, after the file's name.
        saving: what the top bar says where else it says "Saved 14:03".
        choices: verbs before the way back.
        back: the words of the way back.
        first: a place to be first in the rail instead of Start, and shown first; None for none.
        place: the key of the place shown first otherwise.
    """

    session: Session
    banner: str
    name: str
    saving: str = "Only to look at"
    choices: Sequence[Choice] = ()
    back: str = BACK
    first: Callable[[Workspace], Place] | None = None
    place: str = "checklist"


class Looking(QObject):
    """Lays a frame with a banner over the present one, and takes it off again."""

    def __init__(self, window: MainWindow, look: Look, makers: Makers) -> None:
        super().__init__(window)
        self._window, self._look, self._makers = window, look, makers
        self._beneath: tuple[Tools | None, Stand] = (None, Stand.NOTHING)
        self._workspace: Workspace | None = None
        self._tools: Tools | None = None

    @property
    def workspace(self) -> Workspace | None:
        """What is looked at, or None."""
        return self._workspace

    def show(self, sight: Sight, file: str, tools: Tools | None, open_: Workspace | None) -> None:
        """Look at something; file, `tools` and `open_` are of the assessment beneath, if any."""
        self.leave()
        window = self._window
        self._beneath = (tools, window.actions_.stand)
        if tools is not None:
            tools.let_go()
        workspace = self._workspace = Workspace(sight.session, told=sight.saving)
        places = list(self._makers.places(workspace))
        if sight.first is not None:
            places[0] = sight.first(workspace)
        actions = window.actions_
        actions.allow(Stand.LOOKING, places[0].name.word)
        frame = Frame(self._look, actions, places, window.menus, window.room)
        frame.last_escape = self.leave
        self._tools = Tools(frame, self._look, actions, window.showing, workspace)
        if open_ is not None:
            SavingNotice(frame.notices, open_, None)
        window.put_over(frame, ", ".join(part for part in (file, sight.name) if part))
        choices = [*sight.choices, Choice(sight.back, self.leave)]
        frame.notices.put(LOOKING, sight.banner, "warn", choices, closes=False)
        frame.go(places[0].name.key if sight.first else sight.place)

    def leave(self) -> bool:
        """Look no more, and show again what is beneath; whether anything was looked at."""
        if self._workspace is None:
            return False
        self.drop()
        tools, stand = self._beneath
        self._window.actions_.allow(stand)
        self._window.take_off()
        if tools is not None:
            tools.take_hold()
        return True

    def drop(self) -> None:
        """Look no more, when another frame takes the place of all there are."""
        if self._tools is not None:
            self._tools.let_go()
            self._tools = None
        if self._workspace is not None:
            self._workspace.close()
            self._workspace.deleteLater()
            self._workspace = None
