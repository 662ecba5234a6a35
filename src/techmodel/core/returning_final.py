"""How a person settles what came back, and what the rows of a sheet come to then."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from techmodel.core.merge_parts import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.returning import Change, ChangeId, Found
    from techmodel.core.returning_parts import RowId, Values
    from techmodel.core.returning_records import Record


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person decided.

    Attributes:
        choices: of conflicts, by the change's id: what is here, or what the workbook says.
        deleted: rows that are not in the workbook any more and go here too; others stay.
        left_out: rows of the workbook that are not looked at.
    """

    choices: Mapping[ChangeId, Choice] = field(default_factory=dict)
    deleted: frozenset[RowId] = frozenset()
    left_out: frozenset[RowId] = frozenset()


NOTHING_SETTLED = Settled()


def taken(found: Found, settled: Settled) -> Iterator[Change]:
    """The changes that are taken: those without a question, and conflicts not settled as ours."""
    yield from found.changes
    for conflict in found.conflicts:
        if settled.choices.get(conflict.id) is not Choice.OURS:
            yield conflict


def final_rows(
    now: Mapping[str, Record], found: Found, settled: Settled
) -> dict[str, Values | None]:
    """What the rows that change hold afterwards, by id; None for those that go.

    A conflict that is not settled counts as taken, so that what is wrong with it is said.

    Args:
        now: what is here.
        found: what the sheet comes to.
        settled: what a person decided.
    """
    rows: dict[str, Values | None] = {}
    for change in taken(found, settled):
        id_ = change.row[1]
        held = rows.get(id_) or (now[id_].held if id_ in now else {})
        rows[id_] = {**held, **change.new}
    rows |= {added.row[1]: added.values for added in found.added}
    rows |= {gone.row[1]: None for gone in found.gone if gone.row in settled.deleted}
    return rows


def open_conflicts(found: Found, settled: Settled) -> tuple[Change, ...]:
    """The conflicts that nobody has settled."""
    return tuple(c for c in found.conflicts if c.id not in settled.choices)
