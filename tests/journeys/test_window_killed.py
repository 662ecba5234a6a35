"""The real window, killed in the middle of a journey, three times in a row: nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.journeys.window_to_kill import answers_of

from techmodel.session.session import Session
from techmodel.store.working_file import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")


def window(file: Path, what: str, home: Path) -> subprocess.Popen[str]:
    """A window in a process of its own."""
    paths = os.pathsep.join((str(ROOT), str(ROOT / "src")))
    command = [sys.executable, "-m", "tests.journeys.window_to_kill", str(file), what]
    told = {"TECHMODEL_HOME": str(home), "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | told, text=True)


def words(process: subprocess.Popen[str]) -> Iterator[list[object]]:
    """What it says, until it ends; a line cut short is none."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.endswith("\n"):
            yield json.loads(line)


def killed(file: Path, home: Path, rng: Random) -> tuple[str, dict[str, str]]:
    """What a window showed when it was open, and the answers it said are saved when killed."""
    with window(file, str(rng.random()), home) as process:
        said = words(process)
        opened = next(said)
        some = [next(said) for _ in range(rng.randrange(3, 15))]
        time.sleep(rng.random() * 0.05)
        process.send_signal(signal.SIGKILL)
        last = [*some, *said][-1]
    return str(opened[1]), last[1]  # type: ignore[return-value] # answers by pair


def looked(file: Path, home: Path) -> tuple[str, dict[str, str]]:
    """What a window shows, and the answers it holds, before it is closed."""
    with window(file, "look", home) as process:
        showed, answers = words(process)
    assert process.returncode == 0
    return str(showed[1]), answers[1]  # type: ignore[return-value] # answers by pair


def in_file(file: Path) -> dict[str, str]:
    """The answers in the document itself."""
    return answers_of(Session(read_document(file)).assessment())


def test_nothing_is_lost_when_the_window_is_killed_three_times(
    tmp_path: Path, sample_bytes: bytes
) -> None:
    file, home, rng = tmp_path / "a.techmodel", tmp_path / "home", Random("killed")
    file.write_bytes(sample_bytes)
    before = in_file(file)
    for _ in range(3):
        told, published = before, in_file(file)
        showed, before = killed(file, home, rng)
        assert "We kept your work" in showed or told == published
    told, published = before, in_file(file)
    showed, after = looked(file, home)

    assert "We kept your work" in showed or told == published
    assert sum(after.get(pair) != value for pair, value in before.items()) <= 1
    assert looked(file, home)[1] == after
