"""A process that has everything imported, started once for a module of tests.

It has no pytest, no Qt and no threads in it, so that a case is a cheap and clean fork.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
START = "import sys; from tests.faults.harness.warm import serve; serve(sys.argv[1])"


def memory() -> Path | None:
    """A folder in memory, where the system has one: fast, and nothing here has to last."""
    folder = Path("/dev/shm")
    return folder if folder.is_dir() else None


class Warm:
    """The process, for the tests: calls a function of a module there, by name.

    Attributes:
        folder: where its cases may write; memory where the system has such a place.
    """

    def __init__(self, module: str, preload: Path | None = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="techmodel-", dir=memory()))
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("COV_", "PYTEST_"))}
        kept["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(ROOT / "src")))
        kept["TECHMODEL_HOME"] = str(self.folder / "unused")
        if preload is not None:
            kept["LD_PRELOAD"] = str(preload)
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=kept,
            text=True,
        )

    def call(self, function: str, *arguments: object) -> object:
        """What a function gives; arguments and answer are what JSON can hold.

        Raises:
            AssertionError: it raised something; with its traceback.
        """
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps([function, *arguments]) + "\n")
        stdin.flush()
        line = stdout.readline()
        assert line, f"the warm process ended with {self._process.wait()}"
        answer, wrong = json.loads(line)
        assert not wrong, wrong
        return answer

    def close(self) -> None:
        """End the process and take its folder away."""
        self._process.communicate()
        shutil.rmtree(self.folder, ignore_errors=True)


def serve(name: str) -> None:
    """Answer calls from standard input until it ends; what cases print goes nowhere."""
    module = importlib.import_module(name)
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    for line in sys.stdin:
        function, *arguments = json.loads(line)
        try:
            said = (getattr(module, function)(*arguments), "")
        except Exception:
            said = (None, traceback.format_exc())
        answers.write(json.dumps(said) + "\n")
        answers.flush()
