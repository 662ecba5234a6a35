"""The composition root of the window: it puts every part together and runs it."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from techmodel import __version__, ui  # noqa: F401 - first of all: it lets sources be
from techmodel.app.pages import PLACES
from techmodel.app.program import Program
from techmodel.settings import SettingsFile
from techmodel.ui.endings import Endings
from techmodel.ui.focus_ring import FocusRing
from techmodel.ui.hooks import install
from techmodel.ui.look import Look, Theme
from techmodel.ui.main_window import MainWindow
from techmodel.ui.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["PLACES", "Program", "build", "make_application", "run", "visit_every_page"]

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
    install(program.window, program.saved_until)
    Endings(app, program.publish_at_once, program.end)
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
        program.window.deleteLater()  # what lives on is styled again with every later look
        program.look.deleteLater()
    finally:
        if before is None:
            del os.environ["TECHMODEL_HOME"]
        else:
            os.environ["TECHMODEL_HOME"] = before
    return seen


def _visit(app: QApplication, program: Program, file: Path) -> int:
    """Open a document, go to every place and page and let it paint; how many there were."""
    desk, a = program.desk, program.window.actions_
    desk.open(file)
    assert desk.workspace is not None
    past = partial(desk.look, desk.workspace.session.as_of(1), "As it was at first.")
    pages = (a.history, a.rounds, a.backups, a.names, a.settings, a.new)
    steps: list[Callable[[], object]] = [action.trigger for action in a.places.actions()]
    steps += [*(action.trigger for action in pages), past]
    for step in steps:
        step()
        app.processEvents()
        program.window.grab()
    desk.stage.look_no_more()
    return len(steps)
