"""What to do first: every gap in its order of work, with the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.export.content.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Items,
    Lines,
    Prose,
    Table,
)
from techmodel.wording.gaps_page import shortfall_words
from techmodel.wording.numbers import level_range
from techmodel.wording.phrases import Strong
from techmodel.wording.report_method import ORDER_OF_WORK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.checklist import CapabilityId
    from techmodel.core.gaps import CapabilityGap
    from techmodel.export.content.view import View
    from techmodel.wording.phrases import Words


def work_blocks(view: View) -> Iterator[Block]:
    """The chapter with all gaps by rank."""
    yield Heading("What to do first", 2, "work")
    if not view.gaps.ranked:
        yield Prose("No gap is open, so nothing needs doing first.")
        return
    yield Prose(ORDER_OF_WORK)
    columns = (
        Column("", 0.05, Align.RIGHT),
        Column("Capability", 0.27),
        Column("Level to target", 0.09),
        Column("Gaps that wait", 0.09, Align.RIGHT),
        Column("Weeks", 0.09, Align.RIGHT),
        Column("Next step", 0.41),
    )
    rows = tuple(_row(view, gap) for gap in view.gaps.ranked)
    yield Table(columns, rows, "Every gap in order of work, with the next step.", dense=True)


def behind_blocks(view: View) -> Iterator[Block]:
    """The chapter on what stays behind: shortfalls, and what nobody here provides."""
    if not view.gaps.shortfalls and not view.gaps.unprovided:
        return
    yield Heading("What stays behind", 2, "behind")
    if view.gaps.shortfalls:
        yield Heading("Held below what others need", 3)
        yield Items(
            tuple(
                (Strong(_plain_title(view, s.capability)), f". {shortfall_words(s)}")
                for s in view.gaps.shortfalls
            )
        )
    if view.gaps.unprovided:
        yield Heading("Needed, but nobody here provides it", 3)
        yield Prose("The care models need these, but no partner is of a kind that is asked.")
        yield Items(tuple(_plain_title(view, c) for c in view.gaps.unprovided))


def _plain_title(view: View, capability: CapabilityId) -> str:
    content = view.assessment.checklist.capability(capability)
    return f"{capability} {content.name}" if content else str(capability)


def _row(view: View, gap: CapabilityGap) -> tuple[Cell, ...]:
    target = gap.target.level if gap.target else 0
    waits = f"Waits for {', '.join(gap.waits_for)}." if gap.waits_for else ""
    step = _next_step(view, gap)
    parts: list[Words] = [words for words in (step, waits) if words]
    return (
        (Strong(str(gap.rank)),),
        view.titled(gap.id),
        f"{level_range(gap.partnership)} to {target}",
        str(len(gap.blocked)),
        level_range(gap.weeks),
        Lines(tuple(parts)),
    )


def _next_step(view: View, gap: CapabilityGap) -> str:
    """What the checklist proposes for the level above the certain one."""
    if gap.partnership is None:
        return ""
    level = gap.partnership.low + 1
    checklist = view.assessment.checklist
    actions = (*view.content(gap.id).actions, *checklist.scoring.generic_actions)
    action = next((a for a in actions if a.to_level == level), None)
    if action is None:
        return f"To level {level}."
    roles = ", ".join(checklist.roles.get(r, r) for r in action.roles)
    return f"To level {level}: {action.action.rstrip('.')}." + (
        f" With: {roles}." if roles else ""
    )
