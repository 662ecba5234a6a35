"""How to read the report, its method, and the page to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.ready import Severity
from techmodel.core.ready_plan import is_planned
from techmodel.export.content.blocks import (
    Align,
    Block,
    Chip,
    Column,
    Heading,
    Items,
    NewPage,
    Prose,
    Table,
    Tone,
)
from techmodel.export.content.front import decision_table
from techmodel.wording.phrases import Strong
from techmodel.wording.ready import GROUPS, check_detail, check_title
from techmodel.wording.report_asks import asks
from techmodel.wording.report_method import (
    PROGRESS_METHOD,
    SIGNS,
    disclaimer,
    identity,
    levels_rule,
    method_items,
    scope_items,
)
from techmodel.wording.report_plan_method import PLAN_METHOD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.ready import Check
    from techmodel.export.content.view import View
    from techmodel.wording.phrases import Words

_SIGNING = ("Senior responsible owner", "Clinical lead", "Technology lead", "Chair of the board")


def reading_blocks(view: View) -> Iterator[Block]:
    """How to read levels, chips and ranges."""
    yield Heading("How to read this report", 2, "reading")
    yield Prose(levels_rule())
    columns = (Column("", 0.07, Align.CENTRE), Column("Level", 0.17), Column("In short", 0.76))
    rows = tuple(
        (Chip(str(level.level), level.level), (Strong(level.name),), level.summary)
        for level in view.assessment.checklist.levels
    )
    yield Table(columns, rows, "The six levels.", named=False, dense=True)
    yield Prose(SIGNS, Tone.SMALL)


def method_blocks(view: View) -> Iterator[Block]:
    """Scope, method and arithmetic."""
    yield Heading("Scope, method and arithmetic", 2, "method")
    yield Heading("What was looked at", 3)
    yield Items(scope_items(view.assessment))
    yield Heading("How the figures are made", 3)
    items = method_items(view.assessment)
    yield Items((*items, PROGRESS_METHOD) if view.report.since else items)
    if is_planned(view.report.book):
        yield Heading("How the plan is made", 3)
        yield Items(PLAN_METHOD)


def sign_off_blocks(view: View) -> Iterator[Block]:
    """What is decided, room to sign, what to settle before that, and the small print."""
    yield NewPage()
    yield Heading("Sign-off", 2, "sign-off")
    if view.report.plan:
        yield from decision_table(asks(view.report))
    yield Heading("Agreed by", 3)
    heads = (("Role", 0.28), ("Name", 0.27), ("Date", 0.15), ("Signature", 0.30))
    yield Table(
        tuple(Column(head, wide) for head, wide in heads),
        tuple((role, "", "", "") for role in _SIGNING),
        "Room for name, date and signature of those who agree.",
        tall=True,
    )
    yield Heading("Checked before sending", 3)
    rows = tuple(
        (_check(view, c), GROUPS[c.severity])
        for c in view.report.checks
        if c.severity is not Severity.IN_ORDER
    )
    if rows:
        columns = (Column("What was found", 0.82), Column("Before sending", 0.18))
        yield Table(columns, rows, "What the check before sending found.", dense=True)
    else:
        yield Prose("Everything is in order.")
    yield Heading("About this report", 3)
    yield Prose(identity(view.report), Tone.SMALL)
    yield from (Prose(words, Tone.SMALL) for words in disclaimer(view.assessment.checklist))


def _check(view: View, check: Check) -> Words:
    """What one check found, and on the same line where or what it means: sign-off is one page."""
    detail = check_detail(check, view.assessment, view.report.book)
    return (Strong(f"{check_title(check)}."), f" {detail}." if detail else "")
