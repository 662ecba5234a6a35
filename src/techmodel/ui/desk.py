"""What is on the desk: one open assessment or none, and how one makes way for another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from techmodel.core.errors import TechmodelError
from techmodel.session.session import Session
from techmodel.settings import documents_folder, sample_file, work_folder
from techmodel.ui import ask
from techmodel.ui.announce import announce
from techmodel.ui.come_forward import ComeForward
from techmodel.ui.frame.frame import Frame
from techmodel.ui.opening import Copy, How, Opened, check_not_itself, open_document, write_copy
from techmodel.ui.start.glance import recent_of
from techmodel.ui.widgets.notices import Choice
from techmodel.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from techmodel.session.create import Draft
    from techmodel.settings import SettingsFile
    from techmodel.ui.frame.frame import Place
    from techmodel.ui.look import Look
    from techmodel.ui.main_window import MainWindow

OPENING, READING, KEPT, COPY = "opening", "reading", "kept", "copy"
"""Keys of the notices about documents."""


@dataclass(frozen=True, slots=True)
class Makers:
    """How pages are made; `app` knows them all.

    Attributes:
        places: the places of the rail for a workspace, or for none.
        history, settings, wizard: the pages opened from menus.
    """

    places: Callable[[Workspace | None], Sequence[Place]]
    history: Callable[[Workspace], QWidget]
    settings: Callable[[], QWidget]
    wizard: Callable[[], QWidget]


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
        self._forward: ComeForward | None = None
        self._connect()

    @property
    def workspace(self) -> Workspace | None:
        """The open assessment."""
        return self._workspace

    def show_start(self) -> None:
        """Show the window without an assessment, at Start."""
        self._put(None, "start")

    def open(self, path: Path) -> bool:
        """Open a document in place of the present one; whether it is open now."""
        if self._workspace is not None and path.absolute() == self._path.absolute():
            self._window.raise_window()
            return True
        how = How(work_folder(), self._settings.now.role)
        return self._show(lambda: open_document(self._window, path, how))

    def make(self, draft: Draft, path: str) -> bool:
        """Make a new assessment from a draft and open it."""
        return self._show(lambda: _made(draft, Path(path), self._settings.now.role))

    def try_sample(self) -> bool:
        """Open the sample, made on first use."""
        path = sample_file()
        if path.is_file():
            return self.open(path)
        return self._show(lambda: _sample(path, self._settings.now.role))

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
        self._workspace = None
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
            suggested = documents_folder() / self._path.name
        path = ask.save_path(self._window, "Save a copy", suggested)
        if path is None:
            return None
        try:
            check_not_itself(workspace.session, path)
            return write_copy(Copy(workspace.session.serialize(), path, self._settings.now.role))
        except (TechmodelError, OSError) as error:
            self._notice(COPY, str(error), "stop")
            return None

    def _connect(self) -> None:
        window, a = self._window, self._window.actions_
        window.may_close = self.leave
        window.file_wanted.connect(self.open)
        a.new.triggered.connect(self.start_new)
        a.open.triggered.connect(self.ask_and_open)
        a.sample.triggered.connect(self.try_sample)
        a.save.triggered.connect(self._on_save)
        a.save_copy.triggered.connect(self.save_copy)
        a.close.triggered.connect(self._on_close)
        a.history.triggered.connect(self._on_history)
        a.settings.triggered.connect(self._on_settings)

    def start_new(self) -> None:
        """Open the wizard over the present place."""
        wizard = self._makers.wizard()
        wizard.made.connect(self.make)  # type: ignore[attr-defined] # a signal of the wizard
        wizard.cancelled.connect(self._window.frame.back)  # type: ignore[attr-defined] # likewise
        self._window.frame.show_extra(wizard, "New assessment")

    def ask_and_open(self) -> bool:
        """Ask for a document and open it."""
        recent = self._settings.now.recent
        folder = Path(recent[0].path).parent if recent else documents_folder()
        path = ask.open_path(self._window, "Open an assessment", folder)
        return path is not None and self.open(path)

    def find_missing(self, old: str) -> None:
        """Ask where a recent document is now, and open it there."""
        path = ask.open_path(self._window, f"Find {Path(old).name}", documents_folder())
        if path is not None and self.open(path):
            self._settings.forget(old)

    def forget(self, path: str) -> None:
        """Take a document from the recent ones and show Start again."""
        self._settings.forget(path)
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
        if not self.leave():
            opened.session.close()
            return False
        self._path = opened.path
        workspace = Workspace(opened.session)
        self._put(workspace, "checklist")
        self._remember(workspace)
        self._say(opened)
        workspace.publish_now()
        if opened.session.document is not None:
            self._forward = ComeForward(opened.path, workspace)
            self._forward.wanted.connect(self._window.raise_window)
        return True

    def _say(self, opened: Opened) -> None:
        if opened.notice:
            self._notice(KEPT, opened.notice, "done")
        if opened.reading:
            copy = Choice("Save a copy to work on…", self.save_copy)
            self._window.frame.notices.put(READING, opened.reading, "warn", [copy])

    def _put(self, workspace: Workspace | None, place: str) -> None:
        """A new frame with new pages around a workspace."""
        old = self._workspace
        self._workspace = workspace
        self._fill_recent()
        places = self._makers.places(workspace)
        frame = Frame(self._look, self._window.actions_, places, self._window.menus, workspace)
        self._window.put(frame, self._path.name if workspace else "")
        frame.go(place)
        if old is not None and old is not workspace:
            old.deleteLater()

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

    def _fill_recent(self) -> None:
        menu = self._window.recent
        menu.clear()
        for recent in self._settings.now.recent:
            action = QAction((recent.title or recent.path).replace("&", "&&"), menu)
            action.setData(recent.path)
            action.setToolTip(recent.path)
            menu.addAction(action)
        menu.setEnabled(not menu.isEmpty())

    def _notice(self, key: str, sentence: str, kind: str) -> None:
        if not self._window.has_frame:
            self.show_start()
        self._window.frame.notices.put(key, sentence, kind)

    def _on_save(self) -> None:
        if self._workspace is not None:
            self._workspace.publish_now()
            announce(self._window, self._workspace.saving_text)

    def _on_close(self) -> None:
        if self.leave():
            self.show_start()

    def _on_history(self) -> None:
        if self._workspace is not None:
            self._window.frame.show_extra(self._makers.history(self._workspace), "History")

    def _on_settings(self) -> None:
        self._window.frame.show_extra(self._makers.settings(), "Settings")


def _made(draft: Draft, path: Path, role: str) -> Opened:
    from techmodel.session.create import create_document  # noqa: PLC0415 - not at every start

    document = create_document(path, work_folder(), draft, force=path.exists(), role=role)
    return Opened(Session(document.file, document), document.path)


def _sample(path: Path, role: str) -> Opened:
    from techmodel.session.sample import make_sample  # noqa: PLC0415 - not at every start

    path.parent.mkdir(parents=True, exist_ok=True)
    document = make_sample(path, work_folder(), force=False, role=role)
    return Opened(Session(document.file, document), document.path)
