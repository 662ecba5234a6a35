"""The logic model: inputs lead to activities, outputs, outcomes and impact (design.md 6.6)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.plan_parts import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from techmodel.core.plan_parts import Benefit

STAGES = tuple(Stage)
"""The columns, left to right."""
MEASURED = frozenset({Stage.OUTCOME, Stage.IMPACT})
"""The stages whose elements need measure, baseline, target, owner and review date."""


class Lack(StrEnum):
    """What an element of the logic model still needs."""

    LEADS_NOWHERE = "leads nowhere"
    NOTHING_LEADS_HERE = "nothing leads here"
    NO_MEASURE = "no measure"
    NO_BASELINE = "no baseline"
    NO_TARGET = "no target"
    NO_OWNER = "no owner"
    NO_REVIEW = "no review date"
    REVIEW_PASSED = "review date passed"


def in_order(benefits: Iterable[Benefit]) -> tuple[Benefit, ...]:
    """Elements as people read them: by column, then by name."""
    return tuple(sorted(benefits, key=lambda b: (STAGES.index(b.stage), b.name.casefold(), b.id)))


def may_lead(source: Stage, target: Stage) -> bool:
    """Whether an element of one column may lead to one of another: never back to the left.

    Within a column it may: an early outcome leads to a later one.
    """
    return STAGES.index(source) <= STAGES.index(target)


def find_loop(benefits: Iterable[Benefit], through: str) -> tuple[str, ...]:
    """The shortest circle through an element: ids, it first and last; () where there is none."""
    leads_to = {b.id: b.leads_to for b in benefits}
    ways: list[tuple[str, ...]] = [(through,)]
    seen: set[str] = set()
    for way in ways:  # grows while it is gone through
        for target in leads_to.get(way[-1], ()):
            if target == through:
                return (*way, target)
            if target not in seen:
                seen.add(target)
                ways.append((*way, target))
    return ()


def find_lacks(benefits: Sequence[Benefit], today: date) -> Mapping[str, tuple[Lack, ...]]:
    """What each element still needs, by id, in the order of the elements; those in order absent.

    An impact leads nowhere further. An input begins the chain; other elements have something that
    leads to them, or a project that brings them about.
    """
    ids = {b.id for b in benefits}
    reached = {target for b in benefits for target in b.leads_to}
    found = {}
    for benefit in benefits:
        lacks = (
            *_chain_lacks(benefit, ids, reached),
            *(_measure_lacks(benefit, today) if benefit.stage in MEASURED else ()),
        )
        if lacks:
            found[benefit.id] = lacks
    return found


def _chain_lacks(benefit: Benefit, ids: set[str], reached: set[str]) -> list[Lack]:
    lacks = []
    if benefit.stage is not Stage.IMPACT and ids.isdisjoint(benefit.leads_to):
        lacks.append(Lack.LEADS_NOWHERE)
    begins = benefit.stage is Stage.INPUT or benefit.projects
    if not begins and benefit.id not in reached:
        lacks.append(Lack.NOTHING_LEADS_HERE)
    return lacks


def _measure_lacks(benefit: Benefit, today: date) -> list[Lack]:
    texts = {
        Lack.NO_MEASURE: benefit.measure,
        Lack.NO_BASELINE: benefit.baseline,
        Lack.NO_TARGET: benefit.target,
        Lack.NO_OWNER: benefit.owner,
    }
    lacks = [lack for lack, text in texts.items() if not text.strip()]
    if benefit.review is None:
        lacks.append(Lack.NO_REVIEW)
    elif benefit.review < today:
        lacks.append(Lack.REVIEW_PASSED)
    return lacks
