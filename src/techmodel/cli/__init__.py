"""The commands: the same verbs as the window, for scripts and installers (design.md 9)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from typing_extensions import override

from techmodel import __version__
from techmodel.cli import (
    checklist,
    conditions,
    import_,
    keep,
    make,
    merge,
    own_checklist,
    plan,
    read,
    requirements,
    rounds,
    write,
)
from techmodel.cli.plain import plain_streams
from techmodel.core.errors import BadInput, TechmodelError

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_PROBLEMS = 20
"""Further problems of one file are counted, not listed."""


class InOrder(click.Group):
    """A group that lists its verbs in the order in which they are used, not by letter."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    name="techmodel",
    cls=InOrder,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Find out which technology capabilities joined-up care needs, how far each partner is "
    "from them, and what to do first.\n\n`techmodel FILE` opens the window; `techmodel VERB "
    "--help` says more about a verb; `techmodel --self-test` checks that the program is whole. "
    "An assessment is one file; nothing goes over a network.",
)
@click.version_option(__version__, prog_name="techmodel")
def commands() -> None:
    """The group of all verbs."""


for _room in (
    *(make, write, conditions, read, plan, requirements, import_, merge, rounds, keep),
    *(own_checklist, checklist),
):
    for _command in _room.COMMANDS:
        commands.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0 done, 1 a problem, 2 wrong use.

    The only place of the command line where known problems are caught.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    with plain_streams():
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    """Run one command; its exit code."""
    try:
        commands.main(args=arguments, prog_name="techmodel", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except (click.exceptions.Abort, BrokenPipeError):
        return 1
    except (TechmodelError, OSError) as error:
        return _explained(error)
    return 0


def _explained(error: TechmodelError | OSError) -> int:
    """Say what the problem is in one sentence; the exit code."""
    if isinstance(error, BadInput):
        return _say_all(error)
    if isinstance(error, TechmodelError):
        return _say(str(error), error.exit_code)
    where = f" {error.filename}" if error.filename else ""
    return _say(f"The system refused{where}: {error.strerror or error}.", 1)


def _say(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    return code


def _say_all(error: BadInput) -> int:
    """The summary, then the problems behind it, at most `MAX_PROBLEMS`."""
    click.echo(str(error), err=True)
    others = [p for p in error.problems if p not in str(error)]
    for problem in others[:MAX_PROBLEMS]:
        click.echo(f"  {problem}", err=True)
    if len(others) > MAX_PROBLEMS:
        click.echo(f"  and {len(others) - MAX_PROBLEMS} more.", err=True)
    return error.exit_code
