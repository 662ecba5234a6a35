"""What is on the desk: one open assessment or none, and how one makes way for another."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from techmodel.core.errors import DamagedFile, FileProblem, TechmodelError
from techmodel.settings import documents_folder, home, sample_file, work_folder
from techmodel.ui import ask
from techmodel.ui.announce import announce
from techmodel.ui.come_forward import ComeForward
from techmodel.ui.naming import free_path
from techmodel.ui.opening import (
    How,
    Opened,
    make_document,
    make_sample_document,
    open_document,
    with_content,
)
from techmodel.ui.stage import Stage
from techmodel.ui.start.reading import recent_of
from techmodel.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from techmodel.core.checklist import Checklist
    from techmodel.session.create import Draft
    from techmodel.session.session import Session
    from techmodel.settings import SettingsFile
    from techmodel.ui.copies import Copies
    from techmodel.ui.damaged import Damaged
    from techmodel.ui.extras import Extras
    from techmodel.ui.look import Look
    from techmodel.ui.main_window import MainWindow
    from techmodel.ui.makers import Makers
    from techmodel.ui.recovery.kept_work import KeptWork
    from techmodel.ui.widgets.notices import Choice

OPENING, READING, DONE = "opening", "reading", "done"
"""Keys of the notices about documents."""
SOON_MS = 1_500
"""Milliseconds after opening, when everything that was asked for is on the screen."""


class Desk(QObject):
    """Opens, makes and closes assessments in one window.

    Every assessment gets a new Session, Workspace and frame; none is ever reset. What is seldom
    wanted is made when it first is.

    Attributes:
        window, settings, makers: what it was given.
        stage: what the window shows.
        path: where the open assessment is.
    """

    def __init__(
        self, window: MainWindow, look: Look, settings: SettingsFile, makers: Makers
    ) -> None:
        super().__init__(window)
        self.window, self.settings, self.makers = window, settings, makers
        self.path = Path()
        self.stage = Stage(window, look, makers)
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
        return self.stage.workspace

    def show_start(self) -> None:
        """Show the window without an assessment, at Start."""
        self.stage.show_start()

    def open(self, path: Path) -> bool:
        """Open a document in place of the present one; whether it is open now."""
        if self.workspace is not None and path.absolute() == self.path.absolute():
            self.stage.look_no_more()
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

        said = banner.partition(", after ‘")[0].rstrip(".")  # what it was after may be long
        parts = (self.path.name, said[:1].lower() + said[1:])
        self.stage.look_at(Sight(session, banner, ", ".join(filter(None, parts))))

    def leave(self, *, publish: bool = True) -> bool:
        """Let the present assessment go; False when it could not be saved and a person stays."""
        workspace = self.workspace
        if workspace is None:
            return True
        self._remember(workspace)
        try:
            workspace.close(publish=publish)
        except TechmodelError as error:
            return self.copies.leave_anyway(workspace, str(error))
        self.stage.let_go()
        return True

    def publish_at_once(self) -> bool:
        """At the end of the system's session: publish without asking; whether all is done."""
        return self.workspace is None or self.workspace.publish_at_once()

    def end(self) -> bool:
        """Publish as `publish_at_once`, and let the document go; whether all is done."""
        done = self.publish_at_once()
        if done and self.workspace is not None:
            with suppress(TechmodelError):
                self.workspace.close(publish=False)
        return done

    def start_new(self, checklist: Checklist | None = None) -> None:
        """Open the wizard over the present place; with another checklist than the program's."""
        if not self.window.frame.may_leave():
            return
        wizard = self.makers.wizard(checklist)
        wizard.made.connect(self.make)
        wizard.cancelled.connect(self.window.frame.back_at_once)
        self.stage.show_page(wizard, "New assessment")

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
        if self.workspace is None:
            self.show_start()
        else:
            self.stage.put(self.workspace, self.path.name, "start")

    def show(self, opening: Callable[[], Opened | None]) -> bool:
        """Open something and show it in place of the present one, which stays if that fails."""
        if self.window.has_frame:
            self.window.frame.notices.clear(OPENING)
        try:
            opened = with_content(opening())
        except (TechmodelError, OSError) as error:
            self.notice(OPENING, str(error), "stop")
            return False
        if opened is None:
            return False
        if not (self.window.may_leave_all() and self.leave()):
            opened.session.close()
            return False
        self.path = opened.path
        workspace = Workspace(opened.session, self)
        self.stage.put(workspace, self.path.name, "checklist")
        self._remember(workspace)
        self._say(opened)
        workspace.publish_now()
        if opened.session.document is not None:
            forward = ComeForward(opened.path, workspace)
            forward.wanted.connect(self.window.raise_window)
        QTimer.singleShot(SOON_MS, workspace, self._look_around)
        return True

    def reopen(self, path: Path) -> bool:
        """Open the present document anew, as it is on disk; whether it is open now."""
        if not (self.window.may_leave_all() and self.leave()):
            return False
        self.show_start()
        return self.open(path)

    def save_now(self) -> None:
        """Copy into the document what is not there yet, and say where the work is."""
        if self.workspace is not None:
            self.workspace.publish_now()
            announce(self.window, self.workspace.saving_text)

    def close(self) -> None:
        """Look no more; else let the assessment go and show Start."""
        if self.stage.look_no_more():
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
        self.stage.notice(key, sentence, kind, choices)

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

    def _look_around(self) -> None:
        """When what was asked for is on the screen: look at what is around the document."""
        from techmodel.ui.surroundings import Surroundings  # noqa: PLC0415 - starts light

        if self.workspace is not None:
            Surroundings(self, self.workspace)

    def _on_page_wanted(self, action: QAction) -> None:
        self.extras.open(action.data())

    def _say(self, opened: Opened) -> None:
        if opened.notice:
            self.notice(DONE, opened.notice, "done")
        if opened.reading:
            self.copies.offer_instead(opened)

    def _remember(self, workspace: Workspace) -> None:
        recent = recent_of(workspace.session, str(self.path.absolute()))
        self.settings.remember(recent)
