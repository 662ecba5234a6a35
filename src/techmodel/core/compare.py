"""Two moments of one assessment side by side: the progress, and everything that changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.aliases import ALIASES
from techmodel.core.compare_answers import find_answer_changes
from techmodel.core.compare_conditions import find_condition_changes
from techmodel.core.compare_integration import find_flow_changes, find_stage_changes
from techmodel.core.difference import difference
from techmodel.core.progress import find_progress
from techmodel.core.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, DomainId
    from techmodel.core.compare_answers import AnswerChange
    from techmodel.core.compare_conditions import ConditionChange
    from techmodel.core.compare_integration import FlowChange, StageChange
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.journal import Batch, Edit, Tables
    from techmodel.core.progress import Progress

SET_UP = ("organisation", "setting", "override")
"""The tables whose changes are listed apart from the answers."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An assessment at a moment: as a value, with its gap analysis, and as its tables."""

    assessment: Assessment
    gaps: Gaps
    tables: Tables


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A capability whose level together or whose target is another than then.

    Levels are None where there was no partnership level, targets where there was none.
    """

    capability: CapabilityId
    domain: DomainId
    then: Range | None
    now: Range | None
    target_then: int | None
    target_now: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one moment to another.

    Attributes:
        then, now: the two moments.
        progress: against the targets of `now` (design.md 4.6).
        answers: the answers that are others, in checklist order.
        levels: the capabilities in scope now with another level or target, in checklist order.
        set_up: the edits of settings, organisations and decided targets that lead from one to
            the other.
        flows: the flows that are others.
        stages: how far organisations are with services, where that is another.
        conditions: the conditions for change that are answered otherwise; no part of any level.
    """

    then: Moment
    now: Moment
    progress: Progress
    answers: tuple[AnswerChange, ...]
    levels: tuple[LevelChange, ...]
    set_up: tuple[Edit, ...]
    flows: tuple[FlowChange, ...]
    stages: tuple[StageChange, ...]
    conditions: tuple[ConditionChange, ...]

    @property
    def anything(self) -> bool:
        """Whether anything is another than then."""
        moved = (self.flows, self.stages, self.conditions)
        return any((self.answers, self.levels, self.set_up, *moved))


def compare(then: Moment, now: Moment, last: Mapping[tuple[str, str], Batch]) -> Comparison:
    """What changed from one moment to another.

    Args:
        then: the earlier moment.
        now: the later one, whose targets, weights and scope are the measure.
        last: who decided what in between, as `core.deciding.Deciders` tells it.
    """
    old, new = (then.assessment, then.gaps), (now.assessment, now.gaps)
    return Comparison(
        then,
        now,
        find_progress(then.gaps, now.gaps),
        find_answer_changes(old, new, last),
        _find_level_changes(then.gaps, now.gaps),
        difference(_set_up(then.tables), _set_up(now.tables)),
        find_flow_changes(then.assessment, now.assessment),
        find_stage_changes(then.tables, now.tables, now.assessment),
        find_condition_changes(then.tables, now.tables, now.assessment.checklist),
    )


def _set_up(tables: Tables) -> Tables:
    """The set-up, without the memory of merges: which ids stand for one organisation."""
    found = {name: tables[name] for name in SET_UP if name in tables}
    settings = found.get("setting", {})
    return {**found, "setting": {key: row for key, row in settings.items() if key != (ALIASES,)}}


def _find_level_changes(then: Gaps, now: Gaps) -> tuple[LevelChange, ...]:
    before = {c.id: c for c in then.capabilities}
    found = []
    for c in now.capabilities:
        old = before.get(c.id)
        levels, targets = (_level(old), _level(c)), (_target(old), _target(c))
        if levels[0] != levels[1] or targets[0] != targets[1]:
            found.append(LevelChange(c.id, c.domain, *levels, *targets))
    return tuple(found)


def _level(found: CapabilityGap | None) -> Range | None:
    level = found.partnership if found else None
    return level and Range(level.low, level.high)


def _target(found: CapabilityGap | None) -> int | None:
    return found.target.level if found and found.target else None
