"""The one start: a verb goes to the command line, a file or nothing opens the window."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Run the program with the arguments it was started with; its exit code."""
    arguments = sys.argv[1:]
    if not arguments:
        return _window(None)
    first = arguments[0]
    if first == "--self-test":
        from techmodel.selftest import self_test

        return self_test()
    if first == "--open-sample":
        return _window(None, sample=True)
    if not first.startswith("-") and len(arguments) == 1 and not _is_verb(first):
        if Path(first).exists():
            return _window(Path(first))
        print(  # noqa: T201 - nothing else is imported yet
            f"{first!r} is neither a command nor a file. Try: techmodel --help", file=sys.stderr
        )
        return 2
    from techmodel.cli import main as command_line

    return command_line(arguments)


VERBS = frozenset(
    {"new", "sample", "set", "organisation", "answer", "target", "undo", "gaps", "export"}
    | {"history", "check", "checklist"}
)
"""The verbs, so that opening a file does not import the commands; a test compares them."""


def _is_verb(word: str) -> bool:
    return word in VERBS


def _window(file: Path | None, *, sample: bool = False) -> int:
    from techmodel.app import run

    return run(file, sample=sample)


if __name__ == "__main__":
    sys.exit(main())
