"""Risks, assumptions, issues and dependencies, the highest score first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_parts import RaidKind
from techmodel.core.raid import in_order, is_overdue
from techmodel.export.content.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Lines,
    Prose,
    Table,
)
from techmodel.wording.numbers import short_date
from techmodel.wording.owners_page import role_name
from techmodel.wording.phrases import Strong
from techmodel.wording.raid import MEANINGS, NOT_SCORED, raid_headline, score_words
from techmodel.wording.report_plan import CLOSED, NONE, RAID_HEADS, WHOLE, factors_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.plan_parts import RaidItem
    from techmodel.export.content.view import View
    from techmodel.wording.phrases import Words


def raid_blocks(view: View) -> Iterator[Block]:
    """The chapter with every entry, where any is written down."""
    items = in_order(view.report.book.raid)
    if not items:
        return
    yield Heading("Risks, assumptions, issues and dependencies", 2, "raid")
    yield Prose((Strong(raid_headline(items, view.report.today)),))
    for kind in RaidKind:
        found = [item for item in items if item.kind is kind]
        if found:
            yield Heading(RAID_HEADS[kind], 3)
            yield Prose(MEANINGS[kind])
            yield _table(view, kind, found)


def _table(view: View, kind: RaidKind, items: Sequence[RaidItem]) -> Table:
    scored = kind is RaidKind.RISK or any(score_words(i) != NOT_SCORED for i in items)
    columns = [
        Column(RAID_HEADS[kind], 0.31 if scored else 0.40),
        *([Column("Score", 0.15)] if scored else []),
        Column("What is done", 0.28 if scored else 0.31),
        Column("Owner, due", 0.16 if scored else 0.18),
        Column("Project", 0.10 if scored else 0.11),
    ]
    rows = tuple(_row(view, item, scored=scored) for item in items)
    about = f"{RAID_HEADS[kind]} with what is done, by whom and by when."
    return Table(tuple(columns), rows, about, dense=True)


def _row(view: View, item: RaidItem, *, scored: bool) -> tuple[Cell, ...]:
    said: list[Words] = [(Strong(item.text),)]
    for word, text in (("Because", item.cause), ("So", item.consequence)):
        said += [f"{word}: {text.strip()}"] if text.strip() else []
    said += [] if item.is_open else [CLOSED]
    score: list[Words] = [(Strong(score_words(item)),)]
    score += [words] if (words := factors_words(item)) else []
    owner: list[Words] = [role_name(item.owner.strip())]
    if item.due:
        passed = ", passed" if is_overdue(item, view.report.today) else ""
        owner.append(f"Due {short_date(item.due)}{passed}")
    return (
        Lines(tuple(said)),
        *([Lines(tuple(score))] if scored else []),
        item.response.strip() or NONE,
        Lines(tuple(owner)),
        view.project_ref(item.project) if item.project else WHOLE,
    )
