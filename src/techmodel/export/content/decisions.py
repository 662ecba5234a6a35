"""What was decided and where people differ; what is not known, and who could settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.decisions import DecisionKind
from techmodel.export.content.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Lines,
    Prose,
    Table,
)
from techmodel.wording.gaps_page import count_by, open_pairs, unknown_words
from techmodel.wording.numbers import plural
from techmodel.wording.phrases import Strong
from techmodel.wording.report import day_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.decisions import Decision
    from techmodel.export.content.view import View

_KINDS = {
    DecisionKind.TARGET: "Targets set by decision",
    DecisionKind.NOT_APPLICABLE: "Not applicable",
    DecisionKind.PROVIDED_BY: "Provided by another partner",
    DecisionKind.DISSENT: "Dissent",
}


def decision_blocks(view: View) -> Iterator[Block]:
    """The chapter on decisions and dissent."""
    yield Heading("Decisions and dissent", 2, "decisions")
    if not view.report.decisions:
        yield Prose("No decision and no dissent is recorded.")
        return
    yield Prose(
        "What people settled beyond the levels themselves, in their own words. Who decided is a"
        " role, where one was recorded."
    )
    for kind, title in _KINDS.items():
        found = [d for d in view.report.decisions if d.kind is kind]
        if found:
            yield Heading(title, 3)
            yield _table(view, title, found)


def unknown_blocks(view: View) -> Iterator[Block]:
    """The chapter on what is not known and who could settle it."""
    yield Heading("What is not known, and who could settle it", 2, "unknown")
    pairs = open_pairs(view.gaps)
    if not pairs:
        yield Prose("Every question that was asked has an answer.")
        return
    yield Prose(
        f"{plural(len(pairs), 'answer')} {'is' if len(pairs) == 1 else 'are'} open. Until then a"
        " level counts as anything from 0 to 5, and so figures are ranges. For planning, an open"
        " level counts as 0."
    )
    columns = (
        Column("Who could settle it", 0.26),
        Column("What is open", 0.28),
        Column("Capabilities", 0.46),
    )
    rows: list[tuple[Cell, ...]] = []
    for settler, _ in count_by(p.settler for p in pairs):
        mine = [p for p in pairs if p.settler == settler]
        ids = ", ".join(dict.fromkeys(p.capability for p in mine))
        rows.append((view.names[settler], unknown_words(mine), ids))
    yield Table(columns, tuple(rows), "Open answers by the partner that could settle them.")


def _table(view: View, title: str, decisions: list[Decision]) -> Table:
    columns = (
        Column("Capability", 0.27),
        Column("What", 0.19),
        Column("In their words", 0.36),
        Column("Decided", 0.18, Align.LEFT),
    )
    rows = tuple(_row(view, d) for d in decisions)
    return Table(columns, rows, f"{title}, with reasons.", dense=True)


def _row(view: View, decision: Decision) -> tuple[Cell, ...]:
    decided = [w for w in (decision.decided_by, day_words(decision.at)) if w]
    if decision.owner:
        decided.append(f"Owner: {decision.owner}")
    return (
        view.titled(decision.capability),
        _what(view, decision),
        decision.text or "No reason recorded.",
        Lines(tuple(decided) or ("Not recorded",)),
    )


def _what(view: View, decision: Decision) -> Cell:
    if decision.kind is DecisionKind.TARGET:
        if decision.level == 0:
            return "Not pursued"
        return ("Target ", Strong(str(decision.level)))
    who = view.shorts[decision.organisation] if decision.organisation else ""
    if decision.provider:
        return f"{who}, from {view.shorts.get(decision.provider, decision.provider)}"
    return who
