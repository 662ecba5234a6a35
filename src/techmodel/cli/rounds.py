"""Commands about earlier moments: round and compare."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from techmodel.cli.opening import FILE, Opening, reading, writing, writing_verb
from techmodel.cli.text_rounds import comparison_lines, round_lines
from techmodel.core.compare_json import Told, comparison_json, rounds_json
from techmodel.core.errors import WrongUse
from techmodel.wording.rounds import moment_words, round_when

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.compare import Comparison
    from techmodel.core.journal import Json
    from techmodel.core.rounds import Round
    from techmodel.session.session import Session


@click.command(
    "round",
    help="Mark how things stand now with a name, to compare with later. Without NAME: list the "
    "rounds.",
    short_help="Mark this moment to compare with later, or list the rounds.",
)
@FILE
@click.argument("name", required=False)
@click.option("--rename", "new", metavar="NEW", help="Give the round NAME another name.")
@click.option("--forget", is_flag=True, help="Forget the round NAME; history keeps everything.")
@click.option("--json", "as_json", is_flag=True, help="The list for scripts; stable keys.")
@writing_verb
def round_(
    file: Path,
    opening: Opening,
    name: str | None,
    new: str | None,
    *,
    forget: bool,
    as_json: bool,
) -> None:
    """Mark, rename, forget or list rounds."""
    if name is None:
        if new is not None or forget:
            raise WrongUse("Say which round: techmodel round FILE NAME --rename NEW or --forget.")
        _list_rounds(file, as_json=as_json)
        return
    if (new is not None) + forget + as_json > 1:
        raise WrongUse("Give one of --rename, --forget and --json.")
    if as_json:
        raise WrongUse("--json lists all rounds; leave the name out.")
    with writing(file, opening) as session:
        rounds = session.rounds
        if new is not None:
            rounds.rename(rounds.named(name).id, new)
        elif forget:
            rounds.forget(rounds.named(name).id)
        else:
            rounds.mark(name)


def _list_rounds(file: Path, *, as_json: bool) -> None:
    with reading(file) as session:
        rounds = session.rounds.all()
        moments = session.rounds.moments(rounds)
        if as_json:
            _print_json(rounds_json(rounds, moments))
        else:
            click.echo("\n".join(round_lines(rounds, moments)))


@click.command(
    "compare",
    help="What changed, and how much of the way to the targets was gone, since a round or since "
    "another file of the same assessment, such as a copy from last month. The other file is only "
    "read.",
    short_help="What changed since a round or another file.",
)
@FILE
@click.argument("other", metavar="ROUND|OTHER")
@click.option("--json", "as_json", is_flag=True, help="For scripts; stable keys.")
def compare(file: Path, other: str, *, as_json: bool) -> None:
    """Print what changed between two moments."""
    with reading(file) as session:
        found = next((r for r in session.rounds.all() if _is_called(r, other)), None)
        if found is not None:
            then = Told("round", found.name, found.at, found.revision)
            comparison, since = session.rounds.compare(found), found.name
            start = f"{found.name} ({round_when(found)})"
        else:
            then, comparison = _compare_files(session, other)
            since = f"‘{then.name}’"
            start = f"{then.name} ({_when(then)})"
        now = _told(session, "now", file.name)
        if as_json:
            _print_json(comparison_json(comparison, then, now))
            return
        heading = f"From {start} to {file.name} ({_when(now)})."
        click.echo("\n".join(comparison_lines(comparison, since, heading)))


def _is_called(round_: Round, name: str) -> bool:
    return round_.name.casefold() == " ".join(name.split()).casefold()


def _compare_files(session: Session, other: str) -> tuple[Told, Comparison]:
    """The comparison with another file; WrongUse when there is neither round nor file."""
    path = Path(other)
    if not path.exists():
        names = ", ".join(r.name for r in session.rounds.all()) or "none yet"
        raise WrongUse(f"There is no round and no file {other!r}. Rounds: {names}.")
    with reading(path) as before:
        return _told(before, "file", path.name), session.rounds.compare_with(before)


def _told(session: Session, kind: str, name: str) -> Told:
    batches = session.batches()
    return Told(kind, name, batches[-1].at if batches else "", session.revision)


def _when(told: Told) -> str:
    return moment_words(told.at) if told.at else "nothing answered yet"


def _print_json(data: Mapping[str, Json]) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


COMMANDS = (round_, compare)
