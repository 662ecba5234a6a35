"""Options of the fault suites, and their table at the end of a run, under xdist too.

Named by `tests/conftest.py`, because options must be known before any folder is looked into.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from tests.faults.harness.results import in_short, machine, rows_of, table, write_readme

if TYPE_CHECKING:
    import pytest
    from _pytest.terminal import TerminalReporter

SCALES = ("normal", "commit", "release")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say how much is tried, where finished parts are noted, and whether the README is written."""
    group = parser.getgroup("faults", "faults")
    group.addoption("--scale", choices=SCALES, default=SCALES[0], help="how much is tried")
    group.addoption("--seed-from", type=int, default=0, help="the first seed")
    group.addoption("--seeds", type=int, default=None, help="how many seeds; all of the scale's")
    group.addoption("--state", default=None, help="folder where finished seeds are noted")
    group.addoption("--write-trust", action="store_true", help="put the table into the README")


def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> None:
    """Print what was tried, how many faults hit and what failed."""
    reports = [r for reports in terminalreporter.stats.values() for r in reports]
    ended = [r for r in reports if getattr(r, "when", None) == "teardown"]
    rows = rows_of(p for report in ended for p in report.user_properties)
    if not rows:
        return
    wrong = sum(len(terminalreporter.stats.get(kind, ())) for kind in ("failed", "error"))
    head = [
        f"{machine()}; {f'{wrong} tests failed' if wrong else 'all tests passed'}",
        f"$ python -m pytest {shlex.join(_told(config.invocation_params.args))}",
    ]
    terminalreporter.section("faults")
    for line in (*head, *table(rows)):
        terminalreporter.write_line(line)
    if config.getoption("--write-trust"):
        write_readme([*head, *in_short(rows)])


def _told(arguments: tuple[object, ...]) -> list[str]:
    """The arguments of the run, without the folder, which is another everywhere."""
    words = [str(a) for a in arguments if str(a) != "--write-trust"]
    for place, word in enumerate(words):
        if word == "--state":
            words[place + 1] = "FOLDER"
        elif word.startswith("--state="):
            words[place] = "--state=FOLDER"
    return words
