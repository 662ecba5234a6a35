"""When a plan may end, from the ends of many simulated runs (design.md 6.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.simulation import percentile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from techmodel.core.plan import Plan


@dataclass(frozen=True, slots=True)
class Spread:
    """When a plan may end.

    Attributes:
        runs: how many runs it comes from.
        half, most: the last day in half of the runs, and in four of five (P50, P80).
        in_time: the share of the runs that end no later than the plan says, 0 to 1.
    """

    runs: int
    half: date
    most: date
    in_time: float


def find_spread(plan: Plan, ends: Sequence[int]) -> Spread:
    """When a plan may end.

    Args:
        plan: the plan, with its calendar.
        ends: the ends of the runs, in working days from its start; not empty.
    """

    def day(share: float) -> date:
        return plan.days.day(max(0, percentile(ends, share) - 1))

    in_time = sum(end <= plan.placed.end for end in ends) / len(ends)
    return Spread(len(ends), day(0.5), day(0.8), in_time)
