"""The composition root of the window: it puts every part together and runs it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from techmodel import __version__
from techmodel.settings import SettingsFile, log_file
from techmodel.ui.desk import Desk, Makers
from techmodel.ui.focus_ring import FocusRing
from techmodel.ui.frame.frame import Place
from techmodel.ui.frame.rail import PlaceName
from techmodel.ui.look import Look, Theme
from techmodel.ui.main_window import MainWindow
from techmodel.ui.memory import Memory
from techmodel.ui.problems import Problems, Teller

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import TextIO

    from techmodel.ui.start.page import StartPage
    from techmodel.ui.workspace import Workspace

PLACES = (
    PlaceName("start", "Start", "start"),
    PlaceName("set-up", "Set-up", "set-up"),
    PlaceName("checklist", "Checklist", "checklist"),
    PlaceName("gaps", "Gaps", "gaps"),
    PlaceName("reports", "Reports", "reports"),
)
"""The places of the rail, in order; Alt+1 to Alt+5."""


@dataclass(frozen=True, slots=True)
class Program:
    """The parts of a running window."""

    look: Look
    settings: SettingsFile
    window: MainWindow
    desk: Desk


def run(file: Path | None, *, sample: bool = False) -> int:
    """Open the window, with a document or at Start, until it is closed; the exit code."""
    if file is not None:
        from techmodel.ui.come_forward import ask_first_window

        if ask_first_window(file):
            return 0
    app = make_application()
    problems = Problems(write_log)
    sys.excepthook = problems.take
    program = build(app)
    problems.found.connect(Teller(program.window).tell)
    app.commitDataRequest.connect(program.desk.publish_at_once)
    begin(program, file, sample=sample)
    program.window.show()
    QTimer.singleShot(0, _watch_crashes)
    return app.exec()


def make_application() -> QApplication:
    """The application object with our name and icon."""
    QApplication.setApplicationName("techmodel")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("techmodel")
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    return app


def build(app: QApplication, settings: SettingsFile | None = None) -> Program:
    """Every part of the window, put together and not yet shown."""
    kept = settings or SettingsFile()
    look = Look(Theme(kept.now.theme), kept.now.text)
    look.recall_widths({name: list(widths) for name, widths in kept.now.widths.items()})
    window = MainWindow(look, PLACES, kept.now.geometry)
    window.letter_keys = kept.now.letter_keys
    pages = _Pages(look, kept, window)
    desk = Desk(window, look, kept, pages.makers())
    pages.desk = desk
    FocusRing(app, look)
    memory = Memory(kept, window)
    look.theme_chosen.connect(memory.keep_theme)
    look.text_chosen.connect(memory.keep_text)
    look.widths_kept.connect(memory.keep_widths)
    window.closing.connect(memory.keep_geometry)
    return Program(look, kept, window, desk)


def begin(program: Program, file: Path | None, *, sample: bool = False) -> None:
    """Put the first thing on the desk: a document, the sample, or Start."""
    desk = program.desk
    opened = desk.open(file) if file else desk.try_sample() if sample else False
    if not opened and not program.window.has_frame:
        desk.show_start()


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


def write_log(details: str) -> None:
    """Write to the log: at most 5 MB in all, without answers and names (trust.md F34)."""
    import logging
    from logging.handlers import RotatingFileHandler

    logger = logging.getLogger("techmodel")
    if not logger.handlers:
        try:
            log_file().parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                log_file(), maxBytes=1_000_000, backupCount=4, encoding="utf-8"
            )
        except OSError:
            return
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        logger.propagate = False
    logger.error("%s", details)


def _visit(app: QApplication, program: Program, file: Path) -> int:
    """Go to every place and page and let it paint; how many there were."""
    actions = program.window.actions_
    program.desk.open(file)
    steps = [*actions.places.actions(), actions.history, actions.settings, actions.new]
    for step in steps:
        step.trigger()
        app.processEvents()
        program.window.grab()
    return len(steps)


def _watch_crashes() -> None:
    """Let a crash of the machine code write its trace beside the log."""
    import faulthandler
    from contextlib import suppress

    with suppress(OSError):
        log_file().parent.mkdir(parents=True, exist_ok=True)
        # kept open on purpose: it is written to when everything else has failed
        _CRASHES.append(log_file().with_name("crash.log").open("w", encoding="utf-8"))
        faulthandler.enable(_CRASHES[-1])


_CRASHES: list[TextIO] = []


class _Pages:
    """Makes the pages, each when it is first wanted, so that a start stays light."""

    def __init__(self, look: Look, settings: SettingsFile, window: MainWindow) -> None:
        self._look, self._settings, self._window = look, settings, window
        self.desk: Desk | None = None

    def makers(self) -> Makers:
        """What the desk is given."""
        return Makers(self._places, self._history, self._settings_page, self._wizard)

    def _places(self, workspace: Workspace | None) -> Sequence[Place]:
        made: dict[str, Callable[[], QWidget]] = {"start": self._start}
        if workspace is not None:
            made |= {
                "set-up": lambda: self._set_up(workspace),
                "checklist": lambda: self._checklist(workspace),
                "gaps": lambda: self._gaps(workspace),
                "reports": lambda: self._reports(workspace),
            }
        return [Place(name, made.get(name.key, QWidget)) for name in PLACES]

    def _start(self) -> StartPage:
        from techmodel.ui.start.page import StartPage

        page = StartPage(self._look, self._settings.now.recent)
        desk = self.desk
        assert desk is not None
        page.document_wanted.connect(desk.open)
        page.new_wanted.connect(desk.start_new)
        page.open_wanted.connect(desk.ask_and_open)
        page.sample_wanted.connect(desk.try_sample)
        page.find_wanted.connect(desk.find_missing)
        page.forget_wanted.connect(desk.forget)
        return page

    def _set_up(self, workspace: Workspace) -> QWidget:
        from techmodel.ui.assessment.page import SetUpPage

        return SetUpPage(workspace, self._look)

    def _checklist(self, workspace: Workspace) -> QWidget:
        from techmodel.ui.checklist.page import ChecklistPage

        return ChecklistPage(workspace, self._look)

    def _gaps(self, workspace: Workspace) -> QWidget:
        from techmodel.ui.gaps.page import GapsPage

        return GapsPage(workspace, self._look)

    def _reports(self, workspace: Workspace) -> QWidget:
        from techmodel.ui.reports.page import ReportsPage

        return ReportsPage(workspace, self._look)

    def _history(self, workspace: Workspace) -> QWidget:
        from techmodel.ui.history.page import HistoryPage

        return HistoryPage(workspace, self._look)

    def _settings_page(self) -> QWidget:
        from techmodel.ui.settings.page import SettingsPage

        page = SettingsPage(self._look, self._settings)
        page.letter_keys_changed.connect(self._on_letter_keys)
        return page

    def _wizard(self) -> QWidget:
        from techmodel.ui.wizard.page import NewAssessmentWizard

        return NewAssessmentWizard(self._look, self._settings)

    def _on_letter_keys(self, on: bool) -> None:
        self._window.letter_keys = on
