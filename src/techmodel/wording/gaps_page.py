"""What the gaps place says: its headline, its panels and its notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.targets import Why
from techmodel.wording.numbers import join_words, plural, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.gaps import CapabilityGap, Gaps, OrganisationGap, Pair
    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.core.targets import Shortfall

QUESTION = "Where are we below target, and what comes first?"
DASH = "–"
"""What stands for nothing known yet."""
UNKNOWN = frozenset({State.DONT_KNOW, State.NOT_ANSWERED})
"""The states that leave a level open."""

EMPTY_NOTE = (
    "Every bar is hatched because nothing is known yet: the level could be anything from 0 to 5. "
    "A dash is not a zero."
)
"""What the hatched bars over it mean."""


_NO_TARGETS = "No targets yet. Choose a care model in Set-up."
_NOTHING = "Nothing is in scope. Choose domains in Set-up."


@dataclass(frozen=True, slots=True)
class Open:
    """A pair whose level is not known, and the organisation that could settle it."""

    capability: CapabilityId
    organisation: OrganisationId
    settler: OrganisationId
    state: State


def is_empty(gaps: Gaps) -> bool:
    """Whether nothing is known yet of any pair."""
    return all(pair.state in UNKNOWN for c in gaps.capabilities for pair in c.pairs.values())


def gaps_headline(assessment: Assessment, gaps: Gaps) -> str:
    """Where the partnership is below target, and who is furthest away (design.md 4.5, 6)."""
    if not gaps.capabilities:
        return _NOTHING
    if not any(c.target for c in gaps.capabilities):
        return _NO_TARGETS
    if is_empty(gaps):
        return "Not known yet: no answers so far."
    below = sum(c.gap is not None and c.gap.low > 0 for c in gaps.capabilities)
    maybe = sum(c.gap is not None and c.gap.low == 0 < c.gap.high for c in gaps.capabilities)
    first = _below_words(below, maybe, len(gaps.capabilities))
    return " ".join([first, *_named(assessment, gaps)])


def one_headline(organisation: Organisation, gaps: Gaps) -> str:
    """Where one organisation is below target: its own known levels, then what may be."""
    targets = [
        (c.target.level, c.pairs[organisation.id])
        for c in gaps.capabilities
        if c.target and c.target.level and organisation.id in c.pairs
    ]
    asked = sum(pair.state is not State.NOT_APPLICABLE for _, pair in targets)
    below = sum(pair.level is not None and pair.level < level for level, pair in targets)
    maybe = sum(pair.state in UNKNOWN for _, pair in targets)
    if maybe == asked:
        return f"Not known yet: no answers from {organisation.name} so far."
    more = f", {maybe} more may be" if maybe else ""
    return f"{organisation.name} is below target in {below} of {asked}{more}."


def domains_headline(assessment: Assessment, gaps: Gaps) -> str:
    """Which domains are furthest from target: the one or two with the lowest low end below it."""
    if not gaps.capabilities:
        return _NOTHING
    if is_empty(gaps):
        return "Not known yet: no answers so far."
    names = {d.id: d.short_name for d in assessment.checklist.domains}
    short = [(d.attainment.low, d.id) for d in gaps.domains if d.attainment is not None]
    found = [names[id_] for low, id_ in sorted(short, key=lambda pair: pair[0]) if low < 1][:2]
    if not short:
        return _NO_TARGETS
    if not found:
        return "Every domain is at target."
    verb = "are" if len(found) == 2 else is_or_are(found[0])
    return f"{join_words(found)} {verb} furthest from target."


def targets_words(assessment: Assessment, gaps: Gaps) -> str:
    """What is ready before the first answer: how many targets, from how many care models."""
    count = sum(bool(c.target and c.target.level) for c in gaps.capabilities)
    if not count:
        return "Choose a care model in Set-up first: it sets the targets."
    models = plural(len(assessment.care_models), "care model")
    ready = plural(count, "capability", "capabilities")
    return f"Targets are ready: {ready}, from {models}. Gaps appear here with the first answer."


def is_or_are(name: str) -> str:
    """The verb after a name: "Care homes are", "Oakholt Community Trust is"."""
    plural = name[-1:] == "s" and name[-2:] not in {"ss", "us", "is", "’s", "'s"}
    return "are" if plural else "is"


def duty_words(due: date | None, today: date) -> str:
    """When a duty falls due, as seen today: "Passed 1 Oct 2025", "30 Jun 2027, 216 days left"."""
    if due is None:
        return "No date found"
    day = short_date(due)
    if due < today:
        return f"Passed {day}"
    left = (due - today).days
    if left == 0:
        return f"{day}, today"
    return f"{day}, {plural(left, 'day')} left"


def open_duties(gaps: Gaps) -> tuple[CapabilityGap, ...]:
    """The capabilities with a duty and a gap, or perhaps one, in the order of their ranks."""
    return tuple(c for c in gaps.ranked if c.duty)


def outliers(gaps: Gaps) -> tuple[tuple[CapabilityId, OrganisationId], ...]:
    """The pairs well below the others: capability and organisation, in checklist order."""
    return tuple(
        (c.id, o) for c in gaps.capabilities if c.partnership for o in c.partnership.outliers
    )


def open_pairs(gaps: Gaps) -> tuple[Open, ...]:
    """The pairs not known, each with who could settle it: a provider for those it provides."""
    return tuple(
        Open(c.id, o, _settler(o, pair), pair.state)
        for c in gaps.capabilities
        for o, pair in c.pairs.items()
        if pair.state in UNKNOWN
    )


def count_by(ids: Iterable[OrganisationId]) -> tuple[tuple[OrganisationId, int], ...]:
    """How often each organisation occurs, most first, then in order of appearance."""
    counts: dict[OrganisationId, int] = {}
    for id_ in ids:
        counts[id_] = counts.get(id_, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: -item[1]))


def unknown_words(pairs: Sequence[Open]) -> str:
    """What one organisation could settle: "6 not answered, 4 don’t know"."""
    missing = sum(pair.state is State.NOT_ANSWERED for pair in pairs)
    unsure = len(pairs) - missing
    words = [f"{missing} not answered"] if missing else []
    return ", ".join([*words, f"{unsure} don’t know"] if unsure else words)


def list_count(shown: int, total: int) -> str:
    """The title of the ranked list: "47 ranked gaps", "12 of 47 ranked gaps"."""
    if shown == total:
        return plural(total, "ranked gap")
    return f"{shown} of {plural(total, 'ranked gap')}"


def held_back(gaps: Gaps) -> str:
    """One sentence about targets that cannot be met as things stand; "" where all can."""
    held, nobody = len(gaps.shortfalls), len(gaps.unprovided)
    words = []
    if held:
        words.append(f"{held} {'stays' if held == 1 else 'stay'} below what others need")
    if nobody:
        verb, them = ("is", "it") if nobody == 1 else ("are", "them")
        words.append(f"{nobody} {verb} needed, but nobody here provides {them}")
    return " · ".join(words)


def shortfall_words(shortfall: Shortfall) -> str:
    """Why one prerequisite stays behind: "Held at 1 by decision; REC-06 needs 3."."""
    why = {
        Why.HELD: f"Held at {shortfall.held_at} by decision",
        Why.OUT_OF_SCOPE: "Out of scope",
        Why.ASKED_OF_NOBODY: "Nobody here is asked about it",
        Why.NO_LEVEL: "Nobody here has a level for it",
    }[shortfall.why]
    verb = "needs" if len(shortfall.by) == 1 else "need"
    return f"{why}; {join_words(shortfall.by)} {verb} {shortfall.needs}."


def shown_names(assessment: Assessment) -> Mapping[OrganisationId, str]:
    """The short name of every organisation, or its name where it has none."""
    return {o.id: o.short_name or o.name for o in assessment.organisations}


def _settler(organisation: OrganisationId, pair: Pair) -> OrganisationId:
    if pair.provided_by is None or pair.broken:
        return organisation
    return pair.provided_by


def _below_words(below: int, maybe: int, total: int) -> str:
    if below:
        more = f", {maybe} more may be" if maybe else ""
        return f"{below} of {total} {'is' if below == 1 else 'are'} below target{more}."
    if maybe:
        return f"None of {total} is below target for certain; {maybe} may be."
    return f"None of {total} is below target."


def _named(assessment: Assessment, gaps: Gaps) -> list[str]:
    """The weakest by name, and apart from it those not half answered (design.md 4.5)."""
    if len(gaps.organisations) < 2:
        return []
    names = shown_names(assessment)
    words = []
    weakest = next((o for o in gaps.organisations if o.id == gaps.overall.weakest), None)
    if weakest and _is_short(weakest):
        words.append(f"{names[weakest.id]} {is_or_are(names[weakest.id])} furthest away.")
    if gaps.overall.below_half:
        words.append(_half_words([names[o] for o in gaps.overall.below_half]))
    return words


def _is_short(organisation: OrganisationGap) -> bool:
    return organisation.attainment is not None and organisation.attainment.low < 1


def _half_words(names: Sequence[str]) -> str:
    if len(names) > 2:
        return f"{len(names)} organisations are not half answered yet."
    verb = "are" if len(names) == 2 else is_or_are(names[0])
    return f"{join_words(names)} {verb} not half answered yet."
