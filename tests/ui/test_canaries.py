"""Nothing that people wrote comes into the log, whatever goes wrong while it is on the screen."""

from __future__ import annotations

import faulthandler
import threading
import traceback
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer, qWarning
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from typing_extensions import override

from techmodel import app as root
from techmodel.core.answers import State, Value
from techmodel.core.checklist import KindId
from techmodel.core.errors import Refused
from techmodel.session.evidence import Piece
from techmodel.session.organisations import Newcomer
from techmodel.session.session import Session
from techmodel.settings import log_file
from techmodel.ui import crash
from techmodel.ui.crash import watch_crashes
from techmodel.ui.hooks import install

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from techmodel.store.working_file import Document
    from techmodel.ui.workspace import Workspace

FIELDS = (
    *("title", "lead", "organisation", "note", "reason", "dissent", "decider", "person"),
    *("evidence-title", "evidence-where", "target-reason", "owner", "file"),
)
PLANTED = {
    field: f"Canary{n:02}{field.title().replace('-', '')}" for n, field in enumerate(FIELDS)
}
"""A word of its own in every field."""
ALL = " ".join(PLANTED.values())


@pytest.fixture
def document(tmp_path: Path, work: Path, make_document: Callable[..., Document]) -> Path:
    """A document with a canary in every field that people fill."""
    newcomers = (
        Newcomer(PLANTED["organisation"], KindId("acute")),
        Newcomer("Hill Practice", KindId("gp")),
    )
    made = make_document(newcomers, name=f"{PLANTED['file']}.techmodel")
    _plant(Session(made.file, made))
    made.close()
    return made.path


def _plant(session: Session) -> None:
    assessment = session.assessment()
    own = next(o for o in assessment.organisations if o.name == PLANTED["organisation"])
    asked = [c.id for c in assessment.checklist.capabilities if own.kind in c.applies_to]
    one, other = (asked[0], own.id), (asked[1], own.id)
    session.scope.entitle(PLANTED["title"])
    session.scope.change({"lead": PLANTED["lead"]})
    session.answers.give(
        *one, Value(State.NOT_APPLICABLE, reason=PLANTED["reason"]), decided_by=PLANTED["decider"]
    )
    session.answers.note(*other, PLANTED["note"])
    session.answers.dissent(*other, PLANTED["dissent"])
    piece = Piece("B", PLANTED["evidence-title"], "2026-10-01", PLANTED["evidence-where"])
    session.evidence.add(piece.of(other))
    session.targets.aim(other[0], 2, PLANTED["target-reason"], owner=PLANTED["owner"])
    session.names.add(PLANTED["person"])


@pytest.fixture
def program(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, document
) -> Iterator[root.Program]:
    """The window on that document, with its hooks in place."""
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(crash, "_written", [0])
    made = root.build(qapp)
    qtbot.addWidget(made.window)
    hooks = install(made.window, lambda: "14:31")
    was_on = faulthandler.is_enabled()
    watch_crashes()
    made.begin(document)
    made.window.show()
    yield made
    hooks.uninstall()
    if not was_on:
        faulthandler.disable()
    close_dialogs()
    made.window.close()
    while crash._open_traces:
        crash._open_traces.pop().close()
    made.look.deleteLater()


def close_dialogs() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()
    QApplication.processEvents()


def fail(kind: type[Exception] = ValueError) -> None:
    note = ALL  # also in the frame's own variables
    raise kind(f"could not keep {note}")


def fail_because_of_another(*_: object) -> None:
    try:
        fail(KeyError)
    except KeyError as error:
        raise RuntimeError(ALL) from error


class Broken(QWidget):
    """Fails whenever it is painted."""

    @override
    def paintEvent(self, event: QEvent) -> None:
        fail()


class Watcher(QObject):
    """Fails at every event it sees, once."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        watched.removeEventFilter(self)
        fail()
        return False


class Dying:
    """Fails at the end of its life."""

    def __del__(self) -> None:
        fail()


def in_a_timer(program: root.Program) -> None:
    QTimer.singleShot(0, fail)


def in_a_button(program: root.Program) -> None:
    button = QPushButton(program.window)
    button.clicked.connect(fail_because_of_another)
    button.click()


def in_painting(program: root.Program) -> None:
    widget = Broken(program.window)
    widget.resize(10, 10)
    QTimer.singleShot(0, widget.show)
    QTimer.singleShot(10, widget.deleteLater)


def in_an_event_filter(program: root.Program) -> None:
    watcher = Watcher(program.window)
    program.window.installEventFilter(watcher)
    QApplication.postEvent(program.window, QEvent(QEvent.Type.User))


def in_a_thread(program: root.Program) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def in_the_worker(program: root.Program) -> None:
    def on_done(result: object) -> None:
        assert isinstance(result, ValueError)
        raise result

    open_workspace(program).work(lambda _: fail(), None, on_done)
    open_workspace(program).worker.finish()


def in_a_verb(program: root.Program) -> None:
    def verb(session: Session) -> None:
        fail(TypeError)

    QTimer.singleShot(0, lambda: open_workspace(program).run(verb))


def in_a_refusal(program: root.Program) -> None:
    def verb(session: Session) -> None:
        raise Refused(ALL)

    open_workspace(program).run(verb)


def at_the_end_of_an_object(program: root.Program) -> None:
    Dying()


def in_qt(program: root.Program) -> None:
    for word in PLANTED.values():
        qWarning(f"QLabel: cannot show {word}, nor '{word}', nor /home/{word}/{word}.techmodel")


def in_the_machine_code(program: root.Program) -> None:
    faulthandler.dump_traceback(crash._open_traces[-1])
    watch_crashes()


def open_workspace(program: root.Program) -> Workspace:
    found = program.desk.workspace
    assert found is not None
    return found


KINDS = {
    **{f.__name__: f for f in (in_a_timer, in_a_button, in_painting, in_an_event_filter)},
    **{f.__name__: f for f in (in_a_thread, in_the_worker, in_a_verb, in_qt)},
    **{f.__name__: f for f in (at_the_end_of_an_object, in_the_machine_code, in_a_refusal)},
}


def everything_logged() -> str:
    return "".join(
        path.read_text(encoding="utf-8", errors="replace") for path in log_file().parent.iterdir()
    )


def leaked(text: str) -> list[str]:
    return [field for field, word in PLANTED.items() if word in text]


@pytest.mark.parametrize("kind", KINDS)
def test_no_canary_comes_into_the_log(kind: str, program: root.Program, qtbot: QtBot) -> None:
    KINDS[kind](program)
    qtbot.wait(20)
    shown = [d.accessibleName() for d in program.window.findChildren(QDialog)]
    logged = everything_logged()

    assert leaked(logged) == []
    assert leaked(" ".join(shown)) == []
    assert bool(logged) == (kind != "in_a_refusal")


def test_the_canaries_are_where_they_were_planted(program: root.Program) -> None:
    serialized = open_workspace(program).session.serialize()

    assert leaked(serialized.decode("utf-8", "replace")) == [f for f in FIELDS if f != "file"]


def test_a_log_of_whole_errors_would_be_found_out() -> None:
    try:
        fail()
    except ValueError:
        assert leaked(traceback.format_exc()) == list(FIELDS)
