"""The one start: a verb goes to the command line, a file or nothing opens the window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def main() -> int:
    """Run the program with the arguments it was started with; its exit code."""
    arguments = sys.argv[1:]
    if not arguments:
        return _window(None)
    first = arguments[0]
    if first in _OPTIONS:
        return _OPTIONS[first](arguments[1:])
    if not first.startswith("-") and len(arguments) == 1 and not _is_verb(first):
        if Path(first).exists():
            return _window(Path(first))
        print(  # noqa: T201 - nothing else is imported yet
            f"{first!r} is neither a command nor a file. Try: techmodel --help", file=sys.stderr
        )
        return 2
    return _command_line(arguments)


VERBS = frozenset(
    {"new", "sample", "set", "organisation", "answer", "target", "undo", "gaps", "export", "plan"}
    | {"history", "round", "compare", "check", "checklist", "condition"}
    | {"merge", "backups", "remove-names", "import", "update-checklist", "requirements"}
)
"""The verbs, so that opening a file does not import the commands; a test compares them."""


def _is_verb(word: str) -> bool:
    return word in VERBS


def _window(file: Path | None, *, sample: bool = False) -> int:
    gc.disable()  # until `finish_start`: nearly all that is loaded on the way there is kept
    from techmodel.app import run

    return run(file, sample=sample)


def _command_line(arguments: list[str]) -> int:
    from techmodel.cli import main as command_line

    return command_line(arguments)


def _self_test(_: list[str]) -> int:
    from techmodel.selftest import self_test

    return self_test()


def _open_sample(_: list[str]) -> int:
    return _window(None, sample=True)


def _read_workbook(arguments: list[str]) -> int:
    """What a window or a command starts to read a workbook that is not its own."""
    if len(arguments) != 1:
        return 2
    from techmodel.importing.workbook_child import read_for_parent

    return read_for_parent(Path(arguments[0]))


_OPTIONS = {
    "--read-workbook": _read_workbook,
    "--self-test": _self_test,
    "--open-sample": _open_sample,
}


if __name__ == "__main__":
    sys.exit(main())
