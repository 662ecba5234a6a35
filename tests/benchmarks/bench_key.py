"""From a key press until every visible view is painted anew, with 20 organisations.

Run with `python tests/benchmarks/bench_key.py`; prints medians in milliseconds (design.md 11). The
whole window is there: rail with progress, top bar, and the page; each answer is durable before it
is shown.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from techmodel import app as root
from techmodel.core.answers import State, Value
from techmodel.core.checklist import CareModelId, KindId
from techmodel.session.content import built_in_checklist
from techmodel.session.create import Draft, create_document
from techmodel.session.organisations import Newcomer
from techmodel.session.session import Session

RUNS, ORGANISATIONS = 40, 20
AT_MOST = 50
KINDS = (
    *("gp", "acute", "community", "mental-health", "ambulance", "urgent-care"),
    *("local-authority", "care-home", "home-care", "pharmacy", "icb", "voluntary"),
)
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def make(folder: Path) -> Path:
    """An assessment of 20 organisations of every kind, all but a few questions answered."""
    newcomers = [
        Newcomer(f"Organisation number {n}", KindId(KINDS[n % len(KINDS)]))
        for n in range(ORGANISATIONS)
    ]
    draft = Draft("Benchmark", built_in_checklist(), newcomers, [CareModelId("PLACE")])
    path = folder / "benchmark.techmodel"
    document = create_document(path, folder / "work", draft, force=False)
    session = Session(document.file, document)
    pairs = [(c.id, o) for c in session.gaps().capabilities for o in c.pairs]
    values = {p: Value(State.LEVEL, n % 6) for n, p in enumerate(pairs) if n % 23}
    session.answers.give_many(values)
    session.close()
    return path


def press(app: QApplication, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> float:
    """Milliseconds until a key press is shown everywhere: layout, timers of 0 ms and painting."""
    started = time.perf_counter()
    QTest.keyPress(QApplication.focusWidget(), key, held)
    for _ in range(3):
        app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    shown = time.perf_counter()
    QTest.keyRelease(QApplication.focusWidget(), key, held)
    return (shown - started) * 1000


def measure(app: QApplication, program: root.Program) -> dict[str, float]:
    """Median milliseconds for each kind of key press."""
    window, workspace = program.window, program.desk.workspace
    assert workspace is not None
    found: dict[str, float] = {}

    def take(what: str, *keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        for key in keys:
            press(app, *key)
        runs = [press(app, *keys[n % len(keys)]) for n in range(RUNS)]
        found[what] = statistics.median(runs)

    levels = ((Qt.Key.Key_2, NONE), (Qt.Key.Key_3, NONE))
    undo = ((Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Y, CTRL))
    go_to = {p.data(): p for p in window.actions_.places.actions()}
    go_to["checklist"].trigger()
    take("answer, all together", *levels)
    take("next capability", (Qt.Key.Key_PageDown, NONE))
    take("next organisation", (Qt.Key.Key_Right, NONE), (Qt.Key.Key_Left, NONE))
    workspace.show_only(workspace.session.assessment().scope[0].id)
    window.frame.page.focus_first()
    take("answer, one alone", *levels)
    take("next capability, one alone", (Qt.Key.Key_PageDown, NONE))
    workspace.show_only(None)
    for place in ("checklist", "gaps", "integration", "reports", "set-up"):
        go_to[place].trigger()
        window.frame.rail.current().setFocus()  # a text field has an undo of its own
        take(f"undo, redo at {place}", *undo)
    return found


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["TECHMODEL_HOME"] = f"{name}/home"
        path = make(Path(name))
        app = root.make_application()
        program = root.build(app)
        program.begin(path)
        program.window.resize(1366, 768)
        program.window.show()
        program.window.activateWindow()
        QTest.qWaitForWindowActive(program.window)
        for what, milliseconds in measure(app, program).items():
            print(
                f"key press to repaint, {ORGANISATIONS} organisations, {what}: "
                f"{milliseconds:.0f} ms (at most {AT_MOST})"
            )
        program.window.close()


if __name__ == "__main__":
    main()
