"""Start to first paint, against a bare QApplication and QMainWindow in the same interpreter.

Run with `python tests/benchmarks/bench_start.py`; prints ratios of medians of interleaved runs
(design.md 11). Each run is a process of its own, timed by the parent from before it is made until
it says that its first paint has returned to the loop. Both sides run from compiled modules, as an
installed program does.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 11
SAY = """
def say():
    print("painted", flush=True)
    os._exit(0)
"""
BARE = """
import os, sys
{imports}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
{say}
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, say)
app = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from techmodel.__main__ import main
{say}
def watched(app):
    window = next(w for w in app.topLevelWidgets() if isinstance(w, QMainWindow))
    page = type(window.frame.page)
    if page.__name__ != {page!r}:
        raise SystemExit(f"the first page is a {{page.__name__}}")
    paint = page.paintEvent
    def painted(page, event):
        paint(page, event)
        QTimer.singleShot(0, say)
    page.paintEvent = painted
    return go()
go, QApplication.exec = QApplication.exec, watched
sys.argv[1:] = {arguments!r}
print("main returned", main())
"""


def main() -> int:
    """Print both ratios; 1 when one is over its limit."""
    with tempfile.TemporaryDirectory() as folder:
        sample = _sample(Path(folder))
        start = _ratio(
            folder,
            BARE.format(imports="", say=SAY),
            OURS.format(say=SAY, page="StartPage", arguments=[]),
        )
        heavy = "import pydantic, sqlite_utils"
        double_click = _ratio(
            folder,
            BARE.format(imports=heavy, say=SAY),
            OURS.format(say=SAY, page="ChecklistPage", arguments=[str(sample)]),
        )
    print(f"start to the painted Start window: {start:.2f} x bare (at most 1.6)")
    print(f"double click to the painted Checklist: {double_click:.2f} x bare (at most 2.0)")
    return 0 if start <= 1.6 and double_click <= 2.0 else 1


def _sample(folder: Path) -> Path:
    """A sample in a folder of its own, and settings that remember it and three others."""
    from techmodel.session.sample import make_sample
    from techmodel.settings import Recent, SettingsFile

    os.environ["TECHMODEL_HOME"] = str(folder / "home")
    path = folder / "sample.techmodel"
    make_sample(path, folder / "home" / "work", force=True).close()
    settings = SettingsFile()
    for n in range(3):
        copy = folder / f"{n}.techmodel"
        shutil.copyfile(path, copy)
        settings.remember(
            Recent(str(copy), f"Partnership {n}", 3, 10 * n, 40, "2026-11-01T09:00Z")
        )
    settings.remember(Recent(str(path), "Sample", 7, 346, 407, "2026-11-24T09:00:00Z"))
    return path


def _ratio(folder: str, bare: str, ours: str) -> float:
    times: dict[str, list[float]] = {bare: [], ours: []}
    for code in (bare, ours):
        _timed(folder, code)
    for _ in range(RUNS):
        for code, taken in times.items():
            taken.append(_timed(folder, code))
    medians = [statistics.median(times[code]) for code in (bare, ours)]
    print(f"  bare {medians[0] * 1000:.0f} ms, ours {medians[1] * 1000:.0f} ms")
    return medians[1] / medians[0]


def _timed(folder: str, code: str) -> float:
    """Seconds from before the process is made until it has painted."""
    environment = {
        **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "TECHMODEL_HOME": str(Path(folder) / "home"),
    }
    shutil.rmtree(Path(folder) / "home" / "work", ignore_errors=True)  # the last run was cut off
    errors = Path(folder) / "errors"
    begun = time.perf_counter()
    with (
        errors.open("wb") as stream,
        subprocess.Popen(
            [sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, stderr=stream
        ) as process,
    ):
        assert process.stdout is not None
        said = process.stdout.readline()
        taken = time.perf_counter() - begun
    if said.strip() != b"painted":
        raise RuntimeError(
            f"the process ended without painting, with exit code {process.returncode}; "
            f"it said {said!r}; {_last_words(errors, Path(folder) / 'home/log/techmodel.log')}"
        )
    return taken


def _last_words(*files: Path) -> str:
    """The ends of what a process said on its error stream and in its log."""
    return "; ".join(
        f"{file.name}: {file.read_text(encoding='utf-8', errors='replace')[-1_000:]}"
        for file in files
        if file.exists()
    )


if __name__ == "__main__":
    sys.exit(main())
