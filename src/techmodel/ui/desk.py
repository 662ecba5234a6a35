"""What is on the desk: one open assessment or none, and how one makes way for another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.core.errors import TechmodelError
from techmodel.settings import documents_folder, home, sample_file, work_folder
from techmodel.ui import ask
from techmodel.ui.announce import announce
from techmodel.ui.come_forward import ComeForward
from techmodel.ui.frame.actions import Stand
from techmodel.ui.frame.extra import Extra
from techmodel.ui.frame.frame import Frame
from techmodel.ui.frame.tools import Tools
from techmodel.ui.naming import free_path
from techmodel.ui.opening import (
    Copy,
    How,
    Opened,
    check_not_itself,
    make_document,
    make_sample_document,
    open_document,
    write_copy,
)
from techmodel.ui.start.reading import recent_of
from techmodel.ui.widgets.notices import Choice
from techmodel.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from techmodel.session.create import Draft
    from techmodel.settings import SettingsFile
    from techmodel.ui.look import Look
    from techmodel.ui.main_window import MainWindow
    from techmodel.ui.makers import Makers

OPENING, READING, KEPT, COPY = "opening", "reading", "kept", "copy"
"""Keys of the notices about documents."""


class Desk(QObject):
    """Opens, makes, copies and closes assessments in one window.

    Every assessment gets a new Session, Workspace and frame; none is ever reset.
    """

    def __init__(
        self, window: MainWindow, look: Look, settings: SettingsFile, makers: Makers
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._settings = window, look, settings
        self._makers = makers
        self._workspace: Workspace | None = None
        self._path = Path()
        self._tools: Tools | None = None
        actions = window.actions_
        actions.save.triggered.connect(self.save_now)
        actions.save_copy.triggered.connect(self.save_copy)
        actions.close.triggered.connect(self.close)
        actions.history.triggered.connect(self.show_history)

    @property
    def workspace(self) -> Workspace | None:
        """The open assessment."""
        return self._workspace

    def show_start(self) -> None:
        """Show the window without an assessment, at Start."""
        self._let_go()
        self._makers.show_start()

    def open(self, path: Path) -> bool:
        """Open a document in place of the present one; whether it is open now."""
        if self._workspace is not None and path.absolute() == self._path.absolute():
            self._window.raise_window()
            self._window.frame.go("checklist")
            return True
        return self._show(lambda: open_document(self._window, path, self._how()))

    def make(self, draft: Draft, path: str) -> bool:
        """Make a new assessment from a draft and open it."""
        return self._show(lambda: make_document(draft, Path(path), self._how()))

    def try_sample(self) -> bool:
        """Open the sample, made on first use."""
        path = sample_file()
        if path.is_file():
            return self.open(path)
        return self._show(lambda: make_sample_document(path, self._how()))

    def leave(self, *, publish: bool = True) -> bool:
        """Let the present assessment go; False when it could not be saved and a person stays."""
        workspace = self._workspace
        if workspace is None:
            return True
        self._remember(workspace)
        try:
            workspace.close(publish=publish)
        except TechmodelError as error:
            return self._leave_anyway(str(error))
        self._let_go()
        return True

    def publish_at_once(self) -> None:
        """At the end of the system's session: publish without asking anything."""
        if self._workspace is not None:
            self._workspace.publish_at_once()

    def save_copy(self) -> bool:
        """Ask where to, write a copy there; go on with the copy where we cannot go on here."""
        workspace = self._workspace
        path = self._write_copy(workspace) if workspace else None
        if workspace is None or path is None:
            return False
        if workspace.session.read_only or workspace.problem:
            return self.leave(publish=False) and self.open(path)
        self._notice(COPY, f"A copy was saved as {path.name}. You go on in the original.", "done")
        return True

    def _write_copy(self, workspace: Workspace) -> Path | None:
        """Ask where to and write a copy there; where it is, or None."""
        suggested = self._path.with_name(f"{self._path.stem}, copy.techmodel")
        if workspace.session.read_only or workspace.problem:
            suggested = free_path(documents_folder(), self._path.stem)
        path = ask.save_path(self._window, "Save a copy", suggested)
        if path is None:
            return None
        try:
            check_not_itself(workspace.session, path)
            return write_copy(Copy(workspace.session.serialize(), path, self._settings.now.role))
        except (TechmodelError, OSError) as error:
            self._notice(COPY, str(error), "stop")
            return None

    def start_new(self) -> None:
        """Open the wizard over the present place."""
        if not self._window.frame.may_leave():
            return
        wizard = self._makers.wizard()
        wizard.made.connect(self.make)
        wizard.cancelled.connect(self._window.frame.back_at_once)
        self._show_extra(wizard, "New assessment")

    def ask_and_open(self) -> bool:
        """Ask for a document and open it."""
        path = ask.open_path(self._window, "Open an assessment", self._folder())
        return path is not None and self.open(path)

    def suggest_path(self, title: str) -> Path:
        """Where a new assessment of a title might go; there is nothing yet."""
        return free_path(self._folder(), title)

    def find_missing(self, old: str) -> None:
        """Ask where a recent document is now, and open it there."""
        path = ask.open_path(self._window, f"Find {Path(old).name}", documents_folder())
        if path is not None and self.open(path):
            self._settings.forget(old)

    def forget(self, path: str) -> None:
        """Take a document from the recent ones and show Start again."""
        self._settings.forget(path)
        if self._workspace is None:
            self.show_start()
        else:
            self._put(self._workspace, "start")

    def _show(self, opening: Callable[[], Opened | None]) -> bool:
        """Open something and show it in place of the present one, which stays if that fails."""
        try:
            opened = opening()
        except (TechmodelError, OSError) as error:
            self._notice(OPENING, str(error), "stop")
            return False
        if opened is None:
            return False
        if not (self._window.may_leave_all() and self.leave()):
            opened.session.close()
            return False
        self._path = opened.path
        workspace = Workspace(opened.session)
        self._put(workspace, "checklist")
        self._remember(workspace)
        self._say(opened)
        workspace.publish_now()
        if opened.session.document is not None:
            forward = ComeForward(opened.path, workspace)
            forward.wanted.connect(self._window.raise_window)
        return True

    def _say(self, opened: Opened) -> None:
        if opened.notice:
            self._notice(KEPT, opened.notice, "done")
        if opened.reading:
            copy = Choice("Save a copy to work on…", self.save_copy)
            self._window.frame.notices.put(READING, opened.reading, "warn", [copy])

    def _put(self, workspace: Workspace, place: str) -> None:
        """A new frame with new pages around a workspace."""
        if workspace is not self._workspace:
            self._let_go()
        self._workspace = workspace
        places = self._makers.places(workspace)
        window = self._window
        frame = Frame(self._look, window.actions_, places, window.menus, window.room)
        if self._tools is not None:
            self._tools.let_go()
        stand = Stand.READING if workspace.session.read_only else Stand.OPEN
        window.actions_.allow(stand)
        self._tools = Tools(frame, self._look, window.actions_, window.showing, workspace)
        window.put(frame, self._path.name)
        frame.go(place)

    def _let_go(self) -> None:
        """The workspace that was here goes, with what listened to the window for it."""
        if self._tools is not None:
            self._tools.let_go()
            self._tools = None
        if self._workspace is not None:
            self._workspace.deleteLater()
            self._workspace = None

    def _leave_anyway(self, sentence: str) -> bool:
        """The document could not be written at the end: what to do about it."""
        choices = [("copy", "Save a copy…"), ("keep", "Close, and keep it on this computer")]
        detail = (
            "If you close now, your work stays on this computer and is offered when you open the "
            "assessment again."
        )
        choice = ask.choose(self._window, sentence, choices, detail=detail)
        if choice == "copy" and self._workspace is not None:
            return self._write_copy(self._workspace) is not None and self.leave(publish=False)
        if choice == "keep":
            return self.leave(publish=False)
        return False

    def _remember(self, workspace: Workspace) -> None:
        recent = recent_of(workspace.session, str(self._path.absolute()))
        self._settings.remember(recent)

    def _folder(self) -> Path:
        """Where the last document is, if that folder is there."""
        recent = self._settings.now.recent
        folder = Path(recent[0].path).parent if recent else documents_folder()
        ours = folder.is_relative_to(home())
        return documents_folder() if ours or not folder.is_dir() else folder

    def _notice(self, key: str, sentence: str, kind: str) -> None:
        if not self._window.has_frame:
            self.show_start()
        self._window.frame.notices.put(key, sentence, kind)

    def save_now(self) -> None:
        """Copy into the document what is not there yet, and say where the work is."""
        if self._workspace is not None:
            self._workspace.publish_now()
            announce(self._window, self._workspace.saving_text)

    def close(self) -> None:
        """Let the assessment go and show Start."""
        if self._window.may_leave_all() and self.leave():
            self.show_start()

    def show_history(self) -> None:
        """Show everything that was changed."""
        if self._workspace is not None:
            self._show_extra(self._makers.history(self._workspace), "History")

    def _how(self) -> How:
        return How(work_folder(), self._settings.now.role)

    def _show_extra(self, page: QWidget, word: str) -> None:
        self._window.frame.show_extra(Extra(self._look, page), word)
