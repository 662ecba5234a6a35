"""Told to end by the system: published in time or left for the next opening, nothing asked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from techmodel.session.kept import find_kept
from techmodel.store.lock import lock_path
from techmodel.store.working_file import read_document

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such signals")
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from techmodel import app
from techmodel.app import program

def work():
    desk = running[0].desk
    desk.workspace.worker.finish()
    if len(sys.argv) > 2:
        Path(sys.argv[1]).unlink()
    desk.workspace.run(lambda s: s.scope.entitle("Changed"))
    print("changed", flush=True)

running = []
real = program.Program.begin
def begin(self, file, *, sample=False):
    running.append(self)
    real(self, file, sample=sample)
    QTimer.singleShot(0, work)
program.Program.begin = begin
sys.exit(app.run(Path(sys.argv[1])))
"""


def told_to_end(document: Path, home: Path, name: str, *more: str) -> tuple[int, float]:
    """The exit code of a window that was told to end after a change, and how long it took."""
    environment = {**os.environ, "TECHMODEL_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PROGRAM, str(document), *more]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "changed\n"
        begun = time.monotonic()
        process.send_signal(getattr(signal, name))
        code = process.wait(timeout=20)
    return code, time.monotonic() - begun


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_is_not_published_yet_is(document: Path, tmp_path: Path, name: str) -> None:
    before = read_document(document).revision
    code, taken = told_to_end(document, tmp_path / "home", name)

    assert (code, read_document(document).revision) == (0, before + 1)
    assert not lock_path(document).exists()
    assert find_kept(tmp_path / "home" / "work") == ()
    assert taken < 10


def test_what_cannot_be_published_is_kept(document: Path, tmp_path: Path) -> None:
    whole = document.read_bytes()
    code, _ = told_to_end(document, tmp_path / "home", "SIGTERM", "gone")
    (kept,) = find_kept(tmp_path / "home" / "work")
    document.write_bytes(whole)

    assert code == 0
    assert kept.gone
    assert kept.title == "Changed"
