"""What a change of set-up would do, before it is done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.gaps import find_gaps, is_asked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, Checklist, DomainId, KindId
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.organisations import OrganisationId

Pair = tuple["CapabilityId", "OrganisationId"]


@dataclass(frozen=True, slots=True)
class TargetChange:
    """A capability whose target differs; None where there is no target."""

    capability: CapabilityId
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Effect:
    """The difference a change makes.

    Attributes:
        added, removed: how many questions each organisation gains and loses.
        set_aside: how many of those lost each had answered; the answers are kept, not counted.
        taken_up: how many of those gained each had answered before; they count again.
        targets: the capabilities whose target differs, a target of 0 and none being the same.
        levels: how many capabilities have another partnership level, low or high end.
        below: how many capabilities are below target for certain, before and after.
    """

    added: Mapping[OrganisationId, int]
    removed: Mapping[OrganisationId, int]
    set_aside: Mapping[OrganisationId, int]
    taken_up: Mapping[OrganisationId, int]
    targets: tuple[TargetChange, ...]
    levels: int
    below: tuple[int, int]


def find_effect(before: Assessment, after: Assessment) -> Effect:
    """What changes between two pictures of the same assessment."""
    old, new = _asked(before), _asked(after)
    old_gaps, new_gaps = find_gaps(before), find_gaps(after)
    return Effect(
        added=_counts(new - old),
        removed=_counts(old - new),
        set_aside=_counts(_answered(before, old - new)),
        taken_up=_counts(_answered(after, new - old)),
        targets=_changed_targets(old_gaps, new_gaps),
        levels=_changed_levels(old_gaps, new_gaps),
        below=(_below(old_gaps), _below(new_gaps)),
    )


def count_questions(
    checklist: Checklist, kind: KindId, domains_out: Collection[DomainId] = ()
) -> int:
    """How many questions an organisation of a kind is asked."""
    return sum(
        kind in c.applies_to and c.domain not in domains_out for c in checklist.capabilities
    )


def count_answered(assessment: Assessment) -> dict[OrganisationId, int]:
    """How many of its questions each organisation has answered, don't know included."""
    return _counts(_answered(assessment, _asked(assessment)))


def count_kept(assessment: Assessment) -> dict[OrganisationId, int]:
    """How many answers of each organisation the file holds, whether or not they count."""
    return _counts(_answered(assessment, assessment.answers))


def _asked(assessment: Assessment) -> set[Pair]:
    return {
        (c.id, o.id)
        for c in assessment.checklist.capabilities
        for o in assessment.organisations
        if is_asked(assessment, c, o)
    }


def _answered(assessment: Assessment, pairs: Iterable[Pair]) -> list[Pair]:
    return [pair for pair in pairs if assessment.value(*pair).state is not State.NOT_ANSWERED]


def _counts(pairs: Iterable[Pair]) -> dict[OrganisationId, int]:
    return dict(Counter(organisation for _, organisation in pairs))


def _changed_targets(before: Gaps, after: Gaps) -> tuple[TargetChange, ...]:
    old, new = _targets(before), _targets(after)
    ids = dict.fromkeys(c.id for c in (*before.capabilities, *after.capabilities))
    changes = (TargetChange(c, old.get(c), new.get(c)) for c in ids)
    return tuple(change for change in changes if (change.before or 0) != (change.after or 0))


def _targets(gaps: Gaps) -> dict[CapabilityId, int]:
    return {c.id: c.target.level for c in gaps.capabilities if c.target}


def _changed_levels(before: Gaps, after: Gaps) -> int:
    """Where there is a level before and after; the others show as questions gained or lost."""
    old = {c.id: _ends(c) for c in before.capabilities if c.partnership}
    new = {c.id: _ends(c) for c in after.capabilities if c.partnership}
    return sum(old[c] != new[c] for c in old.keys() & new.keys())


def _ends(gap: CapabilityGap) -> tuple[int, int] | None:
    return (gap.partnership.low, gap.partnership.high) if gap.partnership else None


def _below(gaps: Gaps) -> int:
    return sum(c.gap is not None and c.gap.low > 0 for c in gaps.capabilities)
