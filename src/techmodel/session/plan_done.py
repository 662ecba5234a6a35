"""What a finished project says about the answers: its exit test is their evidence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from techmodel.core.answers import State, Value
from techmodel.core.checklist import LEVELS
from techmodel.core.plan_parts import Status
from techmodel.core.plan_steps import StepOf, level_now, parse_step
from techmodel.session.changes import Change
from techmodel.session.evidence import Piece
from techmodel.session.noun import MAX_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.gaps import CapabilityGap, Gaps, Pair
    from techmodel.core.plan_parts import PlanBook, Project
    from techmodel.session.changes import PairId

GRADE = "B"
"""The grade of evidence that an exit test earns: demonstrated."""


@dataclass(frozen=True, slots=True)
class DoneAnswer:
    """A level that a finished project brings to one partner.

    Attributes:
        pair: the capability and the organisation.
        was: the level until now, None where it is not known.
        level: the level to record.
        evidence: the exit test; None where the checklist has none or does not grade evidence.
    """

    pair: PairId
    was: int | None
    level: int
    evidence: Piece | None

    @property
    def change(self) -> Change:
        """The same as a change of the pair."""
        pieces = (self.evidence,) if self.evidence else ()
        return Change(value=Value(State.LEVEL, self.level), evidence=pieces)


def done_answers(
    assessment: Assessment, gaps: Gaps, book: PlanBook, project: Project, today: date
) -> tuple[DoneAnswer, ...]:
    """The answers that a project brings once it is done, in the order of its steps.

    Steps of the partnership raise everybody who stands where it does now, or above, and is below
    the level reached; not known counts as 0, as in the plan. Partners further behind are a
    project of their own. Who is provided for follows the provider.
    """
    found: list[DoneAnswer] = []
    for gap, top in _reached(gaps, book, project):
        from_level = level_now(gaps, top) or 0
        evidence = _evidence(assessment, top.capability, today)
        for organisation, pair in gap.pairs.items():
            theirs = top.organisation in {None, organisation}
            if theirs and _is_raised(pair, from_level, top.level):
                id_ = (top.capability, organisation)
                found.append(DoneAnswer(id_, pair.level, top.level, evidence))
    return tuple(found)


def _reached(
    gaps: Gaps, book: PlanBook, project: Project
) -> Iterator[tuple[CapabilityGap, StepOf]]:
    """The highest step of each capability that is finished with everything below it."""
    finished = {s for p in book.projects if p.status is Status.DONE for s in p.steps}
    finished.update(project.steps)
    steps = [parse_step(s) for s in project.steps]
    for capability, organisation in dict.fromkeys((s.capability, s.organisation) for s in steps):
        gap, now = gaps.of(capability), level_now(gaps, StepOf(capability, 1, organisation))
        if gap is not None and now is not None:
            above = (StepOf(capability, n, organisation) for n in range(now + 1, len(LEVELS)))
            done = [*takewhile(lambda step: step.id in finished, above)]
            yield from ((gap, top) for top in done[-1:])


def _is_raised(pair: Pair, from_level: int, to_level: int) -> bool:
    if pair.state is State.NOT_APPLICABLE or pair.provided_by is not None:
        return False
    return from_level <= (pair.level or 0) < to_level


def _evidence(assessment: Assessment, id_: CapabilityId, today: date) -> Piece | None:
    """The exit test of a capability as evidence."""
    capability = assessment.checklist.capability(id_)
    grades = {g.grade for g in assessment.checklist.scoring.evidence_grades}
    test = " ".join(capability.test.split()) if capability else ""
    if not test or GRADE not in grades:
        return None
    title = f"Exit test: {test}"
    if len(title) > MAX_NAME:
        title = f"{title[: MAX_NAME - 1].rstrip()}…"
    return Piece(GRADE, title, today.isoformat())
