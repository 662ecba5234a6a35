"""What is on the desk: one open assessment or none, and how one makes way for another."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.core.errors import DamagedFile, FileProblem, TechmodelError
from techmodel.settings import documents_folder, home, sample_file, work_folder
from techmodel.ui import ask
from techmodel.ui.announce import announce
from techmodel.ui.come_forward import ComeForward
from techmodel.ui.frame.actions import Stand
from techmodel.ui.frame.extra import Extra
from techmodel.ui.frame.frame import Frame
from techmodel.ui.frame.tools import Tools
from techmodel.ui.naming import free_path
from techmodel.ui.opening import How, Opened, make_document, make_sample_document, open_document
from techmodel.ui.start.reading import recent_of
from techmodel.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from techmodel.session.create import Draft
    from techmodel.session.session import Session
    from techmodel.settings import SettingsFile
    from techmodel.ui.copies import Copies
    from techmodel.ui.damaged import Damaged
    from techmodel.ui.extras import Extras
    from techmodel.ui.look import Look
    from techmodel.ui.looking import Looking, Sight
    from techmodel.ui.main_window import MainWindow
    from techmodel.ui.makers import Makers
    from techmodel.ui.recovery.kept_work import KeptWork
    from techmodel.ui.widgets.notices import Choice

OPENING, READING, DONE = "opening", "reading", "done"
"""Keys of the notices about documents."""


class Desk(QObject):
    """Opens, makes and closes assessments in one window.

    Every assessment gets a new Session, Workspace and frame; none is ever reset. What is seldom
    wanted is made when it first is.

    Attributes:
        window, settings, makers: what it was given.
        path: where the open assessment is.
    """

    def __init__(
        self, window: MainWindow, look: Look, settings: SettingsFile, makers: Makers
    ) -> None:
        super().__init__(window)
        self.window, self.settings, self.makers = window, settings, makers
        self.path = Path()
        self._look = look
        self._workspace: Workspace | None = None
        self._tools: Tools | None = None
        self._looking: Looking | None = None
        actions = window.actions_
        actions.save.triggered.connect(self.save_now)
        actions.close.triggered.connect(self.close)
        actions.pages.triggered.connect(self._on_page_wanted)

    @cached_property
    def copies(self) -> Copies:
        """Saves copies, and goes on in one where that is needed."""
        from techmodel.ui.copies import Copies  # noqa: PLC0415 - starts light

        return Copies(self)

    @cached_property
    def extras(self) -> Extras:
        """Opens pages from menus."""
        from techmodel.ui.extras import Extras  # noqa: PLC0415 - starts light

        return Extras(self)

    @cached_property
    def kept_work(self) -> KeptWork:
        """Shows work that a crash left, before anything is opened."""
        from techmodel.ui.recovery.kept_work import KeptWork  # noqa: PLC0415 - starts light

        return KeptWork(self)

    @cached_property
    def damaged(self) -> Damaged:
        """Offers complete copies of damaged documents."""
        from techmodel.ui.damaged import Damaged  # noqa: PLC0415 - starts light

        return Damaged(self)

    @property
    def workspace(self) -> Workspace | None:
        """The open assessment."""
        return self._workspace

    @property
    def seen(self) -> Workspace | None:
        """What is shown: what is looked at, else the open assessment."""
        return (self._looking and self._looking.workspace) or self._workspace

    def show_start(self) -> None:
        """Show the window without an assessment, at Start."""
        self._let_go()
        self.makers.show_start()

    def open(self, path: Path) -> bool:
        """Open a document in place of the present one; whether it is open now."""
        if self._workspace is not None and path.absolute() == self.path.absolute():
            self.look_no_more()
            self.window.raise_window()
            self.window.frame.go("checklist")
            return True
        return self.show(lambda: self._opened(path))

    def make(self, draft: Draft, path: str) -> bool:
        """Make a new assessment from a draft and open it."""
        return self.show(lambda: make_document(draft, Path(path), self.how()))

    def try_sample(self) -> bool:
        """Open the sample, made on first use."""
        path = sample_file()
        if path.is_file():
            return self.open(path)
        return self.show(lambda: make_sample_document(path, self.how()))

    def look(self, session: Session, banner: str) -> None:
        """Show a session for reading over the open assessment, with a banner that stays."""
        from techmodel.ui.looking import Sight  # noqa: PLC0415 - starts light

        said = banner.rstrip(".")
        parts = (self.path.name, said[:1].lower() + said[1:])
        self.look_at(Sight(session, banner, ", ".join(filter(None, parts))))

    def look_at(self, sight: Sight) -> None:
        """Show something for reading over what is open; Esc and a button lead back."""
        from techmodel.ui.looking import Looking  # noqa: PLC0415 - starts light

        if not self.window.has_frame:
            self.show_start()
        if self._looking is None:
            self._looking = Looking(self.window, self._look, self.makers)
        self._looking.show(sight, self._tools, self._workspace)

    def look_no_more(self) -> bool:
        """Go back to what is open; whether something else was looked at."""
        return self._looking is not None and self._looking.leave()

    def leave(self, *, publish: bool = True) -> bool:
        """Let the present assessment go; False when it could not be saved and a person stays."""
        workspace = self._workspace
        if workspace is None:
            return True
        self._remember(workspace)
        try:
            workspace.close(publish=publish)
        except TechmodelError as error:
            return self.copies.leave_anyway(workspace, str(error))
        self._let_go()
        return True

    def publish_at_once(self) -> bool:
        """At the end of the system's session: publish without asking; whether all is done."""
        return self._workspace is None or self._workspace.publish_at_once()

    def start_new(self) -> None:
        """Open the wizard over the present place."""
        if not self.window.frame.may_leave():
            return
        wizard = self.makers.wizard()
        wizard.made.connect(self.make)
        wizard.cancelled.connect(self.window.frame.back_at_once)
        self.show_page(wizard, "New assessment")

    def ask_and_open(self) -> bool:
        """Ask for a document and open it."""
        path = ask.open_path(self.window, "Open an assessment", self.folder())
        return path is not None and self.open(path)

    def suggest_path(self, title: str) -> Path:
        """Where a new assessment of a title might go; there is nothing yet."""
        return free_path(self.folder(), title)

    def find_missing(self, old: str) -> None:
        """Ask where a recent document is now, and open it there."""
        path = ask.open_path(self.window, f"Find {Path(old).name}", documents_folder())
        if path is not None and self.open(path):
            self.settings.forget(old)

    def forget(self, path: str) -> None:
        """Take a document from the recent ones and show Start again."""
        self.settings.forget(path)
        if self._workspace is None:
            self.show_start()
        else:
            self._put(self._workspace, "start")

    def show(self, opening: Callable[[], Opened | None]) -> bool:
        """Open something and show it in place of the present one, which stays if that fails."""
        try:
            opened = opening()
        except (TechmodelError, OSError) as error:
            self.notice(OPENING, str(error), "stop")
            return False
        if opened is None:
            return False
        if not (self.window.may_leave_all() and self.leave()):
            opened.session.close()
            return False
        self.path = opened.path
        workspace = Workspace(opened.session)
        self._put(workspace, "checklist")
        self._remember(workspace)
        self._say(opened)
        workspace.publish_now()
        if opened.session.document is not None:
            forward = ComeForward(opened.path, workspace)
            forward.wanted.connect(self.window.raise_window)
        return True

    def save_now(self) -> None:
        """Copy into the document what is not there yet, and say where the work is."""
        if self._workspace is not None:
            self._workspace.publish_now()
            announce(self.window, self._workspace.saving_text)

    def close(self) -> None:
        """Look no more; else let the assessment go and show Start."""
        if self.look_no_more():
            return
        if self.window.may_leave_all() and self.leave():
            self.show_start()

    def folder(self) -> Path:
        """Where the last document is, if that folder is there."""
        recent = self.settings.now.recent
        folder = Path(recent[0].path).parent if recent else documents_folder()
        ours = folder.is_relative_to(home())
        return documents_folder() if ours or not folder.is_dir() else folder

    def notice(self, key: str, sentence: str, kind: str, choices: Sequence[Choice] = ()) -> None:
        """Say something under the top bar of what is shown."""
        if not self.window.has_frame:
            self.show_start()
        self.window.frame.notices.put(key, sentence, kind, choices)

    def show_page(self, page: QWidget, word: str) -> None:
        """Show a page over the present place, with a way back."""
        self.window.frame.show_extra(Extra(self._look, page), word)

    def how(self) -> How:
        """How documents are opened here."""
        return How(work_folder(), self.settings.now.role)

    def _opened(self, path: Path) -> Opened | None:
        """A document as it can be opened; None where something is shown instead of it."""
        try:
            return open_document(self.window, path, self.how())
        except FileProblem as error:
            if self.kept_work.offer(path, error):
                return None
            if not isinstance(error, DamagedFile):
                raise
            self.damaged.offer(path, error)
            return None

    def _drop_looking(self) -> None:
        if self._looking is not None:
            self._looking.drop()

    def _on_page_wanted(self, action: QAction) -> None:
        self.extras.open(action.data())

    def _say(self, opened: Opened) -> None:
        if opened.notice:
            self.notice(DONE, opened.notice, "done")
        if opened.reading:
            self.copies.offer_instead(opened)

    def _put(self, workspace: Workspace, place: str) -> None:
        """A new frame with new pages around a workspace."""
        if workspace is not self._workspace:
            self._let_go()
        self._drop_looking()
        self._workspace = workspace
        window = self.window
        places = self.makers.places(workspace)
        frame = Frame(self._look, window.actions_, places, window.menus, window.room)
        if self._tools is not None:
            self._tools.let_go()
        window.actions_.allow(Stand.READING if workspace.session.read_only else Stand.OPEN)
        self._tools = Tools(frame, self._look, window.actions_, window.showing, workspace)
        window.put(frame, self.path.name)
        frame.go(place)

    def _let_go(self) -> None:
        """The workspace that was here goes, with what listened to the window for it."""
        self._drop_looking()
        if self._tools is not None:
            self._tools.let_go()
            self._tools = None
        if self._workspace is not None:
            self._workspace.deleteLater()
            self._workspace = None

    def _remember(self, workspace: Workspace) -> None:
        recent = recent_of(workspace.session, str(self.path.absolute()))
        self.settings.remember(recent)
