"""The parts put together: a light start, every page, bugs that do not end the program."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from techmodel import app as root
from techmodel.session.sample import make_sample
from techmodel.settings import Recent, SettingsFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

HEAVY = ("pydantic", "sqlite_utils", "openpyxl", "reportlab", "tomllib", "defusedxml")
START = """
import sys
from pathlib import Path
from techmodel import app
application = app.make_application()
program = app.build(application)
program.begin(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
program.window.show()
application.processEvents()
print(program.window.windowTitle())
print(",".join(name for name in sys.argv[2:] + {heavy!r} if name in sys.modules))
program.desk.leave()
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "s.techmodel"
    make_sample(path, tmp_path / "work", force=False).close()
    return path


@pytest.fixture
def program(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[root.Program]:
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    made = root.build(qapp)
    qtbot.addWidget(made.window)
    yield made
    if made.window.has_frame:
        made.window.close()
    made.look.deleteLater()


def started(home: Path, *arguments: str) -> list[str]:
    """What a process says that starts the window: its title, and the heavy modules it loaded."""
    environment = {**os.environ, "TECHMODEL_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    code = START.replace("{heavy!r}", repr(list(HEAVY)))
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_start_loads_nothing_heavy(tmp_path: Path) -> None:
    assert started(tmp_path) == ["Start — techmodel", ""]


def test_start_with_recent_documents_loads_nothing_heavy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path))
    SettingsFile().remember(Recent(str(tmp_path / "a.techmodel"), "A"))

    assert started(tmp_path) == ["Start — techmodel", ""]


def test_a_painted_checklist_loads_nothing_heavy(tmp_path: Path, sample: Path) -> None:
    assert started(tmp_path, str(sample)) == ["s.techmodel — Checklist — techmodel", ""]


def test_every_page_can_be_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    seen = root.visit_every_page(tmp_path / "p.techmodel", tmp_path / "pages")

    assert seen == len(root.PLACES) + 7
    assert not (tmp_path / "home").exists()


def test_without_a_document_it_begins_at_start(program: root.Program) -> None:
    program.begin(None)

    assert program.window.windowTitle() == "Start — techmodel"
    assert not program.window.actions_.save.isEnabled()
    assert not program.window.frame.rail.item("gaps").isEnabled()


def test_a_document_that_is_not_there_is_said_at_start(
    program: root.Program, tmp_path: Path
) -> None:
    program.begin(tmp_path / "none.techmodel")
    program.window.show()

    assert program.window.windowTitle() == "Start — techmodel"
    assert "none.techmodel" in program.window.frame.notices.text("opening")


def test_the_sample_can_be_asked_for(program: root.Program) -> None:
    program.begin(None, sample=True)

    assert program.window.windowTitle() == "Sample.techmodel — Checklist — techmodel"


def test_what_a_person_changes_is_remembered(program: root.Program) -> None:
    program.begin(None)
    program.window.show()
    program.look.choose_text(120)
    program.look.keep_widths("Recent", [10])
    program.window.actions_.themes.actions()[2].trigger()
    program.window.close()
    kept = SettingsFile().now

    assert (kept.text, kept.theme, dict(kept.widths)) == (120, "dark", {"Recent": (10,)})
    assert kept.geometry


def test_keys_and_about_are_sheets_over_the_window(
    program: root.Program, qapp: QApplication
) -> None:
    program.begin(None)
    program.window.show()
    titles = []
    for action in (program.window.actions_.keys, program.window.actions_.about):
        action.trigger()
        dialogs = [w for w in qapp.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        titles += [d.windowTitle() for d in dialogs]
        dialogs[0].close()
        qapp.processEvents()

    assert titles == ["Keys — techmodel", "About techmodel — techmodel"]


def test_the_keys_fit_into_the_window_at_200_per_cent(
    program: root.Program, qapp: QApplication
) -> None:
    program.begin(None)
    program.window.resize(1000, 700)
    program.window.show()
    program.look.choose_text(200)
    program.settings.change(letter_keys=False)
    program.window.actions_.keys.trigger()
    sheet = next(w for w in qapp.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())
    size = sheet.size()
    sheet.close()

    assert size.width() <= 1000
    assert size.height() <= 700


def test_a_bug_says_until_when_the_work_is_saved(program: root.Program, sample: Path) -> None:
    before = program.saved_until()
    program.begin(sample)

    assert before == ""
    assert program.saved_until() == f"{program.desk.workspace.session.last_change():%H:%M}"


def test_the_technical_log_opens_from_the_menu(program: root.Program, qapp: QApplication) -> None:
    program.begin(None)
    program.window.show()
    program.window.actions_.log.trigger()
    shown = [w for w in qapp.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    shown[0].close()

    assert shown[0].windowTitle() == "Technical log — techmodel"


def test_recent_documents_are_in_the_menu(program: root.Program) -> None:
    program.settings.remember(Recent("/x/a.techmodel", "A"))
    program.begin(None)
    program.window.recent.aboutToShow.emit()

    assert [a.text() for a in program.window.recent.actions()] == ["A"]


def test_the_end_of_the_systems_session_is_quiet_without_a_document(
    program: root.Program,
) -> None:
    program.begin(None)
    program.publish_at_once()
    program.finish_start()

    assert not program.window.windowIcon().isNull()


def test_a_second_start_for_an_open_document_ends_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("techmodel.ui.come_forward.ask_first_window", lambda _: True)

    assert root.run(tmp_path / "a.techmodel") == 0
