"""The values of the workings: what each formula beside the engine's own figures must give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.checklist import LEVELS
from techmodel.wording.progress import advance_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.gaps import CapabilityGap, Pair
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.progress import Advance


@dataclass(frozen=True, slots=True)
class Tally:
    """One capability's partners counted.

    `at` and `share` hold, for levels 1..5, how many partners and what share of the weight are at
    that level or above; `unknown` is the share without a level, `counts` the weight asked.
    """

    asked: int
    known: int
    not_applicable: int
    counts: float
    at: tuple[int, ...]
    share: tuple[float, ...]
    unknown: float


@dataclass(frozen=True, slots=True)
class Reach:
    """Weight times target, and weight times level up to the target, unknown as 0 and as 5."""

    asked_for: float
    low: float
    high: float


def tally(gap: CapabilityGap, weights: Mapping[OrganisationId, float]) -> Tally:
    """The partners of a capability counted; `weights` by organisation."""
    pairs = {o: p for o, p in gap.pairs.items() if p.state is not State.NOT_APPLICABLE}
    levels = {o: p.level for o, p in pairs.items() if p.level is not None}
    counts = sum(weights[o] for o in pairs)
    share = [
        sum(weights[o] for o, level in levels.items() if level >= at) / counts if counts else 0.0
        for at in LEVELS
    ]
    return Tally(
        asked=len(gap.pairs),
        known=len(levels),
        not_applicable=len(gap.pairs) - len(pairs),
        counts=counts,
        at=tuple(sum(level >= at for level in levels.values()) for at in LEVELS[1:]),
        share=tuple(share[1:]),
        unknown=1 - share[0] if counts else 0.0,
    )


def reach(gap: CapabilityGap) -> Reach:
    """What a capability adds to the attainment of its domain (design.md 4.5)."""
    if gap.partnership is None:
        return Reach(0, 0, 0)
    goal = target_level(gap)
    low, high = gap.partnership.low, gap.partnership.high
    return Reach(gap.weight * goal, gap.weight * min(low, goal), gap.weight * min(high, goal))


def pair_reach(gap: CapabilityGap, pair: Pair) -> Reach:
    """What a pair adds to the attainment of its organisation (design.md 4.5)."""
    if pair.state is State.NOT_APPLICABLE:
        return Reach(0, 0, 0)
    goal = gap.weight * target_level(gap)
    if pair.level is None:
        return Reach(goal, 0, goal)
    reached = gap.weight * min(pair.level, target_level(gap))
    return Reach(goal, reached, reached)


def target_level(gap: CapabilityGap) -> int:
    """The target, 0 for none."""
    return gap.target.level if gap.target else 0


def is_complete(pair: Pair) -> bool:
    """Whether the pair counts as answered (design.md 4.5)."""
    return pair.state in {State.LEVEL, State.NOT_APPLICABLE}


def progress_figure(advance: Advance) -> float | str:
    """A progress as a share, or the words that stand for it where there is no figure."""
    share_ = advance.share
    return advance_words(advance) if share_ is None or not advance.to_close else share_
