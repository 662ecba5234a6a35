"""What is worked out about a capability on the way to its gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.partnership import level_finder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Capability
    from techmodel.core.pairs import Pairs
    from techmodel.core.partnership import Partnership
    from techmodel.core.targets import Target, Targets


def find_rows(assessment: Assessment, targets: Targets, pairs: Sequence[Pairs]) -> list[Row]:
    """One row for each capability in scope, in checklist order, as `pairs` are."""
    level_of = level_finder(assessment)
    target_of = targets.by_capability.get
    rows = []
    for capability, asked in zip(assessment.capabilities, pairs, strict=True):
        target = target_of(capability.id)
        aim = target.level if target else 0
        level = level_of(asked.codes)
        short = aim - level.low if level and level.low < aim else 0
        rows.append(Row(capability, asked, target, level, aim, short))
    return rows


@dataclass(slots=True)  # not frozen: that would take five times as long, a thousand times over
class Row:
    """One capability in scope.

    `aim` is the target's level, 0 where there is none; `short` is gap.high, 0 where there is no
    partnership level.
    """

    capability: Capability
    pairs: Pairs
    target: Target | None
    level: Partnership | None
    aim: int
    short: int
