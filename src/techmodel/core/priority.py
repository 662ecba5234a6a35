"""What holds up what, and what comes first (design.md 4.7 and 4.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from techmodel.core.members import places
from techmodel.core.steps import step_needs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.checklist import Weeks
    from techmodel.core.rows import Row


def find_links(rows: Sequence[Row]) -> Links:
    """Which prerequisite is too low for which open gap (design.md 4.7).

    A prerequisite without a partnership level blocks nothing and is listed; one out of scope does
    neither.
    """
    place = {row.capability.id: i for i, row in enumerate(rows)}
    links = Links({}, {})
    for d, row in enumerate(rows):
        if not row.short:
            continue
        needs = step_needs(row.aim)
        for prerequisite in row.capability.prerequisites:
            p = place.get(prerequisite)
            if p is None:
                continue
            level = rows[p].level
            if level is None:
                links.unassessed.setdefault(p, []).append(d)
            elif level.low < needs:
                links.blocks.setdefault(p, []).append(d)
    return links


def find_blocked(links: Links) -> dict[int, int]:
    """By place, all that waits for it, directly or through others: bit i stands for place i."""
    blocks = links.blocks
    blocked: dict[int, int] = {}
    for start in blocks:
        waiting = [] if start in blocked else [start]
        while waiting:
            p = waiting[-1]
            if p in blocked:
                waiting.pop()
                for d in blocks[p]:
                    blocked[p] |= blocked.get(d, 0)
            else:
                blocked[p] = reduce(or_, [1 << d for d in blocks[p]])
                waiting += [d for d in blocks[p] if d in blocks and d not in blocked]
    return blocked


def find_priorities(
    rows: Sequence[Row], blocked: Mapping[int, int], weeks: Sequence[Weeks], share: float
) -> list[float | None]:
    """`(w*gap + share * sum over blocked of w*gap) / likely weeks` by gap.high, or None."""
    worth = [row.capability.weight * row.short for row in rows]
    alike: dict[float, int] = {}
    for i, one in enumerate(worth):
        if one:
            alike[one] = alike.get(one, 0) | 1 << i
    sums = {i: _sum(bits, worth, alike) for i, bits in blocked.items()}
    return [
        (one + share * sums.get(i, 0.0)) / weeks[i].likely if one else None
        for i, one in enumerate(worth)
    ]


def _sum(bits: int, worth: Sequence[float], alike: Mapping[float, int]) -> float:
    """The worth of all whose bit is set; those of equal worth in one go if that is quicker."""
    if bits.bit_count() < len(alike):
        return sum([worth[i] for i in places(bits)])
    return sum([one * (bits & some).bit_count() for one, some in alike.items()])


def find_ranks(rows: Sequence[Row], priorities: Sequence[float | None]) -> list[int | None]:
    """The place of each capability that has a priority, from 1.

    Statutory duties first, by date (no date last), then by priority, then by id. Priorities that
    agree to nine digits are the same, so that the order of adding does not decide.
    """
    ids = [row.capability.id for row in rows]
    rounded = [round(priority or 0.0, 9) for priority in priorities]
    order = [i for i, priority in enumerate(priorities) if priority is not None]
    order.sort(key=ids.__getitem__)
    order.sort(key=rounded.__getitem__, reverse=True)
    duties = [i for i in order if rows[i].capability.duty]
    duties.sort(key=lambda i: _due(rows[i]))
    ranks: list[int | None] = [None] * len(rows)
    for rank, i in enumerate(duties + [i for i in order if not rows[i].capability.duty], 1):
        ranks[i] = rank
    return ranks


def _due(row: Row) -> date:
    duty = row.capability.duty
    return duty.date if duty and duty.date else date.max


@dataclass(frozen=True, slots=True)
class Links:
    """Who blocks whom, directly, by place in the rows.

    `unassessed` names the prerequisites without a partnership level and who would wait for them.
    """

    blocks: dict[int, list[int]]
    unassessed: dict[int, list[int]]
