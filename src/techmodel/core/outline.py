"""The checklist as one looks through it: what is answered, what is open, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.answers import Answer, State
from techmodel.core.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, DomainId
    from techmodel.core.gaps import CapabilityGap, Gaps, Partnership
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.provided import Pair

KNOWN = frozenset({State.LEVEL, State.NOT_APPLICABLE})
"""The states that settle a pair (design.md 4.5, completeness)."""

PairId = tuple["CapabilityId", "OrganisationId"]


class Filter(StrEnum):
    """What to look at in the checklist (design.md 6.3)."""

    ALL = "all"
    NOT_ANSWERED = "not answered"
    DONT_KNOW = "don't know"
    PARKED = "parked"
    DISAGREE = "disagree"
    BELOW_TARGET = "below target"


@dataclass(frozen=True, slots=True)
class Item:
    """A capability that is asked, as the tree shows it.

    `state` is the pair's for one organisation; for several it is LEVEL as soon as one level is
    known, else what all have in common (not answered before don't know). `level` is the pair's or
    the partnership's, None without one; `gap` the levels short of the target, None where nothing
    is known. `settled` says that every asked pair is known, `disputed` that another view is noted.
    """

    capability: CapabilityId
    state: State
    level: Range | None
    gap: Range | None
    target: int | None
    settled: bool
    disputed: bool
    filters: frozenset[Filter]


@dataclass(frozen=True, slots=True)
class Branch:
    """A domain and those of its capabilities that are asked, in checklist order."""

    domain: DomainId
    items: tuple[Item, ...]

    @property
    def settled(self) -> int:
        """How many of its capabilities are settled."""
        return sum(item.settled for item in self.items)


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole checklist for one organisation (`organisation` set) or for all together."""

    organisation: OrganisationId | None
    branches: tuple[Branch, ...]
    counts: Mapping[Filter, int]

    @property
    def items(self) -> tuple[Item, ...]:
        """All capabilities asked, in checklist order."""
        return tuple(item for branch in self.branches for item in branch.items)

    @property
    def settled(self) -> int:
        """How many capabilities are settled."""
        return sum(branch.settled for branch in self.branches)

    @property
    def disputed(self) -> int:
        """How many capabilities have another view noted: they wait for agreement."""
        return sum(item.disputed for item in self.items)

    def of(self, capability: CapabilityId) -> Item | None:
        """The item of a capability, None when it is not asked here."""
        return next((i for i in self.items if i.capability == capability), None)

    def only(self, filter_: Filter, also: CapabilityId | None = None) -> tuple[Branch, ...]:
        """The branches with only what passes the filter, and `also`, which stays in view."""
        kept = (
            Branch(
                b.domain,
                tuple(i for i in b.items if filter_ in i.filters or i.capability == also),
            )
            for b in self.branches
        )
        return tuple(b for b in kept if b.items)


def find_outline(
    assessment: Assessment, gaps: Gaps, organisation: OrganisationId | None = None
) -> Outline:
    """The outline for one organisation, or for all in scope together with None."""
    branches: dict[DomainId, list[Item]] = {}
    for c in gaps.capabilities:
        item = (
            _together(assessment, c)
            if organisation is None
            else _alone(assessment, c, organisation)
        )
        if item is not None:
            branches.setdefault(c.domain, []).append(item)
    made = tuple(Branch(d, tuple(items)) for d, items in branches.items())
    items = [i for b in made for i in b.items]
    counts = {f: sum(f in i.filters for i in items) for f in Filter}
    return Outline(organisation, made, counts)


def open_pairs(
    gaps: Gaps, organisations: Iterable[OrganisationId], state: State = State.NOT_ANSWERED
) -> tuple[PairId, ...]:
    """The asked pairs of these organisations in a state, by capability in checklist order."""
    wanted = frozenset(organisations)
    return tuple(
        (c.id, o)
        for c in gaps.capabilities
        for o, pair in c.pairs.items()
        if o in wanted and pair.state is state
    )


def next_open(gaps: Gaps, after: PairId, organisations: Iterable[OrganisationId]) -> PairId | None:
    """The next pair without an answer after this one, or from the start; None when none is left.

    Goes through the organisations of a capability first, then to the next capability.
    """
    left = [pair for pair in open_pairs(gaps, organisations) if pair != after]
    if not left:
        return None
    place = {c.id: n for n, c in enumerate(gaps.capabilities)}
    here = next((c for c in gaps.capabilities if c.id == after[0]), None)
    column = {o: n for n, o in enumerate(here.pairs)} if here else {}
    now = (place.get(after[0], -1), column.get(after[1], -1))
    later = (p for p in left if (place[p[0]], column.get(p[1], -1)) > now)
    return next(later, left[0])


def neighbour(
    outline: Iterable[Branch], capability: CapabilityId, step: int
) -> CapabilityId | None:
    """The capability `step` places on (or back, below 0) in what is shown; None at either end."""
    ids = [item.capability for branch in outline for item in branch.items]
    if capability not in ids:
        return ids[0] if ids else None
    place = ids.index(capability) + step
    return ids[place] if 0 <= place < len(ids) else None


def _alone(assessment: Assessment, c: CapabilityGap, organisation: OrganisationId) -> Item | None:
    pair = c.pairs.get(organisation)
    if pair is None:
        return None
    target = c.target.level if c.target else None
    level = None if pair.level is None else Range(pair.level, pair.level)
    gap = None if level is None else _gap(level, target)
    answers = [assessment.answers.get((c.id, organisation))]
    stands_apart = c.partnership is not None and organisation in c.partnership.outliers
    filters = _filters([pair], answers, gap, disagree=stands_apart)
    settled = pair.state in KNOWN
    return Item(c.id, pair.state, level, gap, target, settled, _disputed(answers), filters)


def _together(assessment: Assessment, c: CapabilityGap) -> Item | None:
    if not c.pairs:
        return None
    pairs = list(c.pairs.values())
    target = c.target.level if c.target else None
    known = c.partnership if c.partnership and c.partnership.min is not None else None
    level = Range(known.low, known.high) if known else None
    gap = _gap(level, target) if level else None
    answers = [assessment.answers.get((c.id, o)) for o in c.pairs]
    filters = _filters(pairs, answers, gap, disagree=bool(known and known.outliers))
    settled = all(p.state in KNOWN for p in pairs)
    state, disputed = _common(pairs, known), _disputed(answers)
    return Item(c.id, state, level, gap, target, settled, disputed, filters)


def _common(pairs: list[Pair], known: Partnership | None) -> State:
    """The state all pairs stand for together."""
    if known is not None:
        return State.LEVEL
    states = {p.state for p in pairs}
    for state in (State.NOT_ANSWERED, State.DONT_KNOW):
        if state in states:
            return state
    return State.NOT_APPLICABLE


def _gap(level: Range, target: int | None) -> Range:
    wanted = target or 0
    return Range(max(0, wanted - level.high), max(0, wanted - level.low))


def _disputed(answers: list[Answer | None]) -> bool:
    return any(a is not None and a.dissent for a in answers)


def _filters(
    pairs: list[Pair], answers: list[Answer | None], gap: Range | None, *, disagree: bool
) -> frozenset[Filter]:
    states = {p.state for p in pairs}
    passes = {
        Filter.ALL: True,
        Filter.NOT_ANSWERED: State.NOT_ANSWERED in states,
        Filter.DONT_KNOW: State.DONT_KNOW in states,
        Filter.PARKED: any(a is not None and a.parked for a in answers),
        Filter.DISAGREE: disagree or _disputed(answers),
        Filter.BELOW_TARGET: gap is not None and gap.low > 0,
    }
    return frozenset(f for f, so in passes.items() if so)
