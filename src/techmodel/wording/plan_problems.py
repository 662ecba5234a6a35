"""What a plan does not keep: dates, links in circles, steps that nobody plans; all in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.numbers import plural
from techmodel.wording.plan import held_up_words, loop_words, missed_words, unplanned_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.plan import Plan

ALL_KEPT = "Every date and every link of the plan is kept."
CLOSE, COPY = "Close", "Copy all"
SHOWN = 10
"""So many lines are shown at once; all are copied."""


def problem_lines(plan: Plan, assessment: Assessment) -> tuple[str, ...]:
    """Everything that the plan does not keep, a sentence each."""
    projects = [p.project for p in plan.projects]
    names = {p.id: p.name for p in projects}
    return (
        *(missed_words(m, assessment, names) for m in plan.missed),
        *(held_up_words(h, assessment, names) for h in plan.held_up),
        *(loop_words(projects, looped) for looped in plan.looped),
        *unplanned_lines(plan, assessment.checklist),
    )


def problems_title(count: int) -> str:
    """How much is not kept."""
    return f"{plural(count, 'thing')} the plan does not keep"


def problems_text(lines: Sequence[str]) -> str:
    """The first of the lines, and how many more there are."""
    more = len(lines) - SHOWN
    shown = [*lines[:SHOWN], f"And {more:,} more."] if more > 0 else [*lines]
    return "\n".join(shown)
