"""Conditions for change as plain text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.cli.text import table_lines
from techmodel.wording.conditions import APART, NOT_ANSWERED, headline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.conditions import Condition, Factor, FactorId, Standing

_NONE = "-"


def condition_lines(standing: Standing, given: Mapping[FactorId, Condition]) -> Iterator[str]:
    """How they stand, and a line for each: weakest first, then those nobody answered."""
    yield headline(standing)
    if not standing.count:
        return
    yield APART
    yield ""
    rows = [[row.id, str(level), row.name, given[row.id].note] for row, level in standing.answered]
    rows += [[row.id, _NONE, row.name, ""] for row in standing.open]
    yield from table_lines(["Factor", "Level", "Condition", "Note"], rows)


def factor_lines(factor: Factor, given: Condition | None) -> Iterator[str]:
    """One factor: its question, why it matters, its wordings, and what was answered."""
    yield f"{factor.name}: {factor.question}"
    yield factor.why
    yield ""
    for level, words in enumerate(factor.levels):
        mark = ">" if given and given.level == level else " "
        yield f"{mark} {level}  {words}"
    if given is None:
        yield f"{NOT_ANSWERED}."
    elif given.note:
        yield f"Note: {given.note}"
