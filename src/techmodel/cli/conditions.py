"""The command of the conditions for change: list them, answer one, take an answer back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from techmodel.cli.opening import FILE, Opening, reading, writing, writing_verb
from techmodel.cli.text_conditions import condition_lines, factor_lines
from techmodel.core.conditions import FactorId
from techmodel.core.errors import WrongUse

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.journal import Json
    from techmodel.session.conditions import Conditions

CLEAR = "clear"
"""What stands in the place of a level to take an answer back."""


@click.command(
    "condition",
    help="How the conditions for change stand: an optional check that is no part of any level, "
    "gap or attainment. Without FACTOR: list them. With FACTOR alone: its question and six "
    "wordings. LEVEL is 0 to 5, or clear to take the answer and its note back.",
    short_help="Answer the conditions for change, or list them.",
)
@FILE
@click.argument("factor", required=False)
@click.argument("level", required=False, metavar="[LEVEL|clear]")
@click.option("--note", help="Why this level; by itself it changes the note alone.")
@click.option("--json", "as_json", is_flag=True, help="The list for scripts; stable keys.")
@writing_verb
def condition(
    file: Path,
    opening: Opening,
    factor: str | None,
    level: str | None,
    note: str | None,
    *,
    as_json: bool,
) -> None:
    """List, show, answer or clear conditions for change."""
    if as_json and factor is not None:
        raise WrongUse("--json lists all conditions for change; leave the factor out.")
    if level is None and note is None:
        _show(file, factor, as_json=as_json)
        return
    if factor is None:
        raise WrongUse("Say which one: techmodel condition FILE FACTOR LEVEL --note TEXT.")
    with writing(file, opening) as session:
        _change(session.conditions, typed_factor(session.conditions, factor), level, note)


def typed_factor(conditions: Conditions, text: str) -> FactorId:
    """The factor that is meant, by its id or its name in any case; as typed for an unknown one."""
    wanted = " ".join(text.split()).casefold()
    for factor in conditions.factors():
        if wanted in {factor.id, factor.name.casefold()}:
            return factor.id
    return FactorId(wanted)


def _change(conditions: Conditions, factor: FactorId, level: str | None, note: str | None) -> None:
    if level is None:
        conditions.note(factor, note or "")
    elif level.casefold() == CLEAR:
        if note is not None:
            raise WrongUse("clear takes the note back too; leave --note out.")
        conditions.clear(factor)
    elif level not in set("012345"):
        raise WrongUse(f"LEVEL is 0 to 5 or clear, not {level!r}.")
    else:
        conditions.give(factor, int(level), note)


def _show(file: Path, factor: str | None, *, as_json: bool) -> None:
    with reading(file) as session:
        conditions = session.conditions
        if as_json:
            click.echo(json.dumps(_as_json(conditions), ensure_ascii=False, indent=2))
        elif factor is None:
            click.echo("\n".join(condition_lines(conditions.standing(), conditions.all())))
        else:
            found = conditions.factor(typed_factor(conditions, factor))
            click.echo("\n".join(factor_lines(found, conditions.all().get(found.id))))


def _as_json(conditions: Conditions) -> dict[str, Json]:
    given = conditions.all()
    rows: list[Json] = [
        {
            "id": row.id,
            "name": row.name,
            "question": row.question,
            "level": given[row.id].level if row.id in given else None,
            "note": given[row.id].note if row.id in given else "",
        }
        for row in conditions.factors()
    ]
    weak: list[Json] = [row.id for row in conditions.standing().weak]
    return {"schema": 1, "conditions": rows, "weak": weak}


COMMANDS = (condition,)
