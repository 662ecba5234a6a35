"""The whole law: format, lint, types, layers, tests, coverage. Stops at the first failure.

check.py            everything
check.py --quick    everything but tests and coverage
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = ("src", "tests", "packaging")

GATES = {
    "core": 100,
    "store": 95,
    "importing": 95,
    "export": 95,
    "session": 95,
    "ui": 80,
}
"""Per cent of lines and branches a room must reach (architecture.md 7)."""


def main(arguments: list[str]) -> int:
    """Run every check in order; 0 when all pass."""
    os.chdir(ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    steps = [
        ("format", ["ruff", "format", "--check", "-q", *CODE]),
        ("lint", ["ruff", "check", "-q", *CODE]),
        ("types", ["mypy"]),
        ("layers", ["lint-imports", "--no-cache"]),
    ]
    if "--quick" not in arguments:
        pytest = [sys.executable, "-m", "pytest", "-q", *WORKERS]
        apart = [f"--ignore={folder}" for folder in WHOLE]
        steps += [
            ("tests", [*pytest, "--cov", "--cov-report=", *apart]),
            ("faults and journeys", [*pytest, *WHOLE]),
        ]
        steps += [("coverage", coverage_of(room, least)) for room, least in GATES.items()]
    for name, command in steps:
        started = time.monotonic()
        code = subprocess.run([program(command[0]), *command[1:]], check=False).returncode
        if code:
            print(f"\n{name} failed: {' '.join(command)}", file=sys.stderr)
            return 1
        print(f"{name}: good ({time.monotonic() - started:.0f} s)", flush=True)
    return 0


WORKERS = ("-n", "2", "--dist", "loadfile")
"""Two workers; a file's tests stay together, so that windows of one screen share a process."""

WHOLE = ("tests/faults", "tests/journeys")
"""Tests of the whole program: they cover nothing that the tests of a room must cover themselves,
and take half as long again when they are measured."""


def program(name: str) -> str:
    """The program beside this Python, or as named."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else name


def coverage_of(room: str, least: int) -> list[str]:
    """The command that prints and checks one room's coverage."""
    return [
        sys.executable,
        "-m",
        "coverage",
        "report",
        "--skip-covered",
        f"--include=src/techmodel/{room}/*",
        f"--fail-under={least}",
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
