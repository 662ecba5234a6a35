"""The composition root of the window: it puts every part together and runs it."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from techmodel import __version__
from techmodel.settings import SettingsFile, built_in_folder
from techmodel.ui.focus_ring import FocusRing
from techmodel.ui.frame.frame import Frame, Place
from techmodel.ui.frame.rail import PlaceName
from techmodel.ui.look import Look, Theme
from techmodel.ui.main_window import MainWindow
from techmodel.ui.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

    from techmodel.core.checklist import Checklist
    from techmodel.ui.desk import Desk
    from techmodel.ui.start.page import StartPage
    from techmodel.ui.wizard.page import NewAssessmentWizard
    from techmodel.ui.workspace import Workspace

PLACES = (
    PlaceName("start", "Start", "start"),
    PlaceName("set-up", "Set-up", "set-up"),
    PlaceName("checklist", "Checklist", "checklist"),
    PlaceName("gaps", "Gaps", "gaps"),
    PlaceName("reports", "Reports", "reports"),
)
"""The places of the rail, in order; Alt+1 to Alt+5."""

AFTER_START = 1_000
"""Milliseconds after which what a first paint does not need is done."""


def run(file: Path | None, *, sample: bool = False) -> int:
    """Open the window, with a document or at Start, until it is closed; the exit code."""
    if file is not None:
        from techmodel.ui.come_forward import ask_first_window

        if ask_first_window(file):
            return 0
    app = make_application()
    program = build(app)
    sys.excepthook = program.take_bug
    app.commitDataRequest.connect(program.publish_at_once)
    program.begin(file, sample=sample)
    program.window.show()
    QTimer.singleShot(AFTER_START, program.finish_start)
    return app.exec()


def make_application() -> QApplication:
    """The application object with our name."""
    QApplication.setApplicationName("techmodel")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("techmodel")
    app = QApplication(sys.argv[:1])
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    return app


def build(app: QApplication, settings: SettingsFile | None = None) -> Program:
    """Every part of the window, put together and not yet shown."""
    kept = settings or SettingsFile()
    look = Look(Theme(kept.now.theme), kept.now.text)
    look.recall_widths({name: list(widths) for name, widths in kept.now.widths.items()})
    window = MainWindow(look, PLACES, kept.now.geometry)
    FocusRing(app, look)
    memory = Memory(kept, window)
    look.theme_chosen.connect(memory.keep_theme)
    look.text_chosen.connect(memory.keep_text)
    look.widths_kept.connect(memory.keep_widths)
    window.closing.connect(memory.keep_geometry)
    return Program(look, kept, window)


def visit_every_page(file: Path, work: Path) -> int:
    """Make the sample at `file` and show every place and page on it; how many there were.

    For the self-test; nothing of the person's own is touched.
    """
    from techmodel.session.sample import make_sample

    before = os.environ.get("TECHMODEL_HOME")
    os.environ["TECHMODEL_HOME"] = str(work)
    try:
        app = QApplication.instance() or make_application()
        assert isinstance(app, QApplication)
        make_sample(file, work, force=False).close()
        program = build(app)
        program.window.show()
        seen = _visit(app, program, file)
        program.window.close()
    finally:
        if before is None:
            del os.environ["TECHMODEL_HOME"]
        else:
            os.environ["TECHMODEL_HOME"] = before
    return seen


def _visit(app: QApplication, program: Program, file: Path) -> int:
    """Open a document, go to every place and page and let it paint; how many there were."""
    program.desk.open(file)
    a = program.window.actions_
    steps = [*a.places.actions(), a.history, a.settings, a.new]
    for step in steps:
        step.trigger()
        app.processEvents()
        program.window.grab()
    return len(steps)


class Program(QObject):
    """A running window. What is not needed for the first paint is imported when first wanted.

    Attributes:
        look, settings, window: the parts made at once.
    """

    def __init__(self, look: Look, settings: SettingsFile, window: MainWindow) -> None:
        super().__init__(window)
        self.look, self.settings, self.window = look, settings, window
        self._desk: Desk | None = None
        self._connect()

    @property
    def desk(self) -> Desk:
        """What opens and closes assessments."""
        if self._desk is None:
            from techmodel.ui.desk import Desk, Makers

            makers = Makers(self._places, self._history, self._wizard, self.show_start)
            self._desk = Desk(self.window, self.look, self.settings, makers)
        return self._desk

    def begin(self, file: Path | None, *, sample: bool = False) -> None:
        """Put the first thing into the window: a document, the sample, or Start."""
        opened = self.desk.open(file) if file else sample and self.desk.try_sample()
        if not opened and not self.window.has_frame:
            self.show_start()

    def show_start(self) -> None:
        """Show the window without an assessment."""
        window = self.window
        frame = Frame(self.look, window.actions_, self._places(None), window.menus, window)
        frame.rail.allow(["start"])
        self.window.actions_.allow_assessment(is_open=False)
        self.window.put(frame, "")
        frame.go("start")

    def finish_start(self) -> None:
        """After the first paint: what will be wanted next."""
        from techmodel.ui.crash import watch_crashes

        watch_crashes()
        self.window.setWindowIcon(QIcon(self.look.pixmap("app", "ink", 64)))

    def publish_at_once(self) -> None:
        """At the end of the system's session: publish without asking anything."""
        if self._desk is not None:
            self._desk.publish_at_once()

    def take_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """What `sys.excepthook` is set to: log, show, go on."""
        from techmodel.ui.problems import take

        take(self.window, kind, error, trace)

    def _connect(self) -> None:
        a, window = self.window.actions_, self.window
        window.may_close = self._may_close
        window.file_wanted.connect(self._on_file_wanted)
        window.recent.aboutToShow.connect(self._on_recent_opens)
        a.new.triggered.connect(self._on_new)
        a.open.triggered.connect(self._on_open)
        a.sample.triggered.connect(self._on_sample)
        a.settings.triggered.connect(self._on_settings)
        a.keys.triggered.connect(self._on_keys)
        a.about.triggered.connect(self._on_about)

    def _on_file_wanted(self, path: Path) -> None:
        self.desk.open(path)

    def _on_new(self) -> None:
        self.desk.start_new()

    def _on_open(self) -> None:
        self.desk.ask_and_open()

    def _on_sample(self) -> None:
        self.desk.try_sample()

    def _on_find_missing(self, path: str) -> None:
        self.desk.find_missing(path)

    def _on_forget(self, path: str) -> None:
        self.desk.forget(path)

    def _may_close(self) -> bool:
        return self.window.frame.may_close() and (self._desk is None or self._desk.leave())

    def _letter_keys(self) -> bool:
        return self.settings.now.letter_keys

    def _on_recent_opens(self) -> None:
        self.window.list_recent([(r.path, r.title) for r in self.settings.now.recent])

    def _on_settings(self) -> None:
        from techmodel.ui.frame.extra import Extra
        from techmodel.ui.settings.page import SettingsPage

        page = SettingsPage(self.look, self.settings)
        self.window.frame.show_extra(Extra(self.look, page), "Settings")

    def _on_keys(self) -> None:
        from techmodel.ui.frame.keys_sheet import show_keys

        show_keys(self.window, self.look, letter_keys=self.settings.now.letter_keys)

    def _on_about(self) -> None:
        from techmodel.ui.problems import show_about

        show_about(self.window)

    def _places(self, workspace: Workspace | None) -> Sequence[Place]:
        """The places; without an assessment all but Start are empty and cannot be chosen."""
        rest = [Place(n, partial(self._page, n.key, workspace)) for n in PLACES[1:]]
        return [Place(PLACES[0], self._start, keep=False), *rest]

    def _start(self, parent: QWidget) -> QWidget:
        from techmodel.ui.start.page import StartPage

        page = StartPage(self.look, self.settings.now.recent, self._add_rest, parent)
        page.document_wanted.connect(self._on_file_wanted)
        page.find_wanted.connect(self._on_find_missing)
        page.forget_wanted.connect(self._on_forget)
        page.new_wanted.connect(self._on_new)
        page.open_wanted.connect(self._on_open)
        page.sample_wanted.connect(self._on_sample)
        return page

    def _add_rest(self, page: StartPage) -> None:
        from techmodel.ui.start.rest import Rest

        Rest(page, self.look, self.settings.now.recent)

    def _page(self, key: str, workspace: Workspace | None, parent: QWidget) -> QWidget:
        """A place of an assessment; its module is imported when it is first shown."""
        if workspace is None:
            return QWidget(parent)
        if key == "set-up":
            from techmodel.ui.assessment.page import SetUpPage

            return SetUpPage(workspace, self.look, parent)
        if key == "checklist":
            from techmodel.ui.checklist.page import ChecklistPage

            return ChecklistPage(workspace, self.look, parent, self._letter_keys)
        if key == "gaps":
            from techmodel.ui.gaps.page import GapsPage

            gaps = GapsPage(workspace, self.look, parent)
            gaps.sample_wanted.connect(self._on_sample)
            return gaps
        from techmodel.ui.reports.page import ReportsPage

        reports = ReportsPage(workspace, self.look, parent)
        reports.place_wanted.connect(self.window.frame.go)
        return reports

    def _history(self, workspace: Workspace) -> QWidget:
        from techmodel.ui.history.page import HistoryPage

        return HistoryPage(workspace, self.look)

    def _wizard(self) -> NewAssessmentWizard:
        from techmodel.session.content import checklist_from
        from techmodel.ui.wizard.page import NewAssessmentWizard

        def checklist() -> Checklist:
            return checklist_from(built_in_folder())

        return NewAssessmentWizard(self.look, checklist, self.desk.suggest_path)
