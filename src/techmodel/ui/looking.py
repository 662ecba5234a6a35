"""Another time or version, shown for reading over what is open; that stays open beneath."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton

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
BACK, BACK_TO_BEFORE = "Back to now", "Back"
FIRST = "start"
"""The key of the first place of the rail."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Something to look at.

    Attributes:
        session: for reading only; closed when nobody looks any more.
        banner: the sentence that stays.
        name: what the window's title calls it.
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
    """Lays frames with a banner over the present one, and takes them off again, last first."""

    def __init__(self, window: MainWindow, look: Look, makers: Makers) -> None:
        super().__init__(window)
        self._window, self._look, self._makers = window, look, makers
        self._layers: list[_Layer] = []

    @property
    def workspace(self) -> Workspace | None:
        """What is looked at, or None."""
        return self._layers[-1].workspace if self._layers else None

    def show(self, sight: Sight, tools: Tools | None, open_: Workspace | None) -> None:
        """Look at something; `tools` and `open_` are those of the open assessment, if any."""
        window, actions = self._window, self._window.actions_
        beneath = self._layers[-1].tools if self._layers else tools
        stand, first = actions.stand, actions.first
        if beneath is not None:
            beneath.let_go()
        workspace = Workspace(sight.session, told=sight.saving)
        places = list(self._makers.places(workspace))
        if sight.first is not None:
            places[0] = sight.first(workspace)
        actions.allow(Stand.LOOKING, places[0].name.word)
        frame = Frame(self._look, actions, places, window.menus, window.room)
        frame.last_escape = self.leave
        own = Tools(frame, self._look, actions, window.showing, workspace)
        self._layers.append(_Layer(workspace, own, beneath, stand, first))
        if open_ is not None:
            SavingNotice(frame.notices, open_, None)
        window.put_over(frame, sight.name)
        self._say(frame, sight)

    def leave(self) -> bool:
        """Go back to what is beneath; whether anything was looked at."""
        if not self._layers:
            return False
        layer = self._layers.pop()
        layer.let_go()
        self._window.actions_.allow(layer.stand, layer.first)
        self._window.take_off()
        if layer.beneath is not None:
            layer.beneath.take_hold()
        return True

    def drop(self) -> None:
        """Look no more, when another frame takes the place of all there are."""
        while self._layers:
            self._layers.pop().let_go()

    def _say(self, frame: Frame, sight: Sight) -> None:
        """The banner, with the way back before the other verbs; a filled one has the focus."""
        back = sight.back if len(self._layers) == 1 else BACK_TO_BEFORE
        quiet = "quiet" if sight.choices else ""
        choices = [Choice(back, self.leave, quiet), *sight.choices]
        banner = frame.notices.put(LOOKING, sight.banner, "warn", choices, closes=False)
        frame.go(FIRST if sight.first else sight.place)
        filled = [b for b in banner.findChildren(QPushButton) if b.property("role") == "primary"]
        for button in filled:
            button.setFocus(Qt.FocusReason.OtherFocusReason)


@dataclass(frozen=True, slots=True)
class _Layer:
    """A frame that lies over another: what is looked at, and what is beneath."""

    workspace: Workspace
    tools: Tools
    beneath: Tools | None
    stand: Stand
    first: str

    def let_go(self) -> None:
        """Close what is looked at."""
        self.tools.let_go()
        self.workspace.close()
        self.workspace.deleteLater()
