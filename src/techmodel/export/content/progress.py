"""How far the partnership has come since a round: a chapter, and a line for each domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.export.content.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Items,
    Prose,
    Ref,
    Table,
)
from techmodel.export.content.view import domain_key
from techmodel.wording.comparing_integration import integration_sentence
from techmodel.wording.numbers import level_range, percent_range
from techmodel.wording.phrases import Strong
from techmodel.wording.progress import advance_prose, advance_words, progress_lead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.checklist import DomainId
    from techmodel.core.progress import Advance
    from techmodel.export.content.view import View
    from techmodel.wording.phrases import Words


def domain_progress(view: View, domain: DomainId) -> Iterator[Block]:
    """How far one domain has come, in a line."""
    since = view.report.since
    advance = since.progress.of(domain) if since else None
    if since and advance and advance.parts:
        yield Prose(advance_prose(advance, since.round.name))


def progress_blocks(view: View) -> Iterator[Block]:
    """The chapter: every domain then and now, what fell, what is newly known."""
    since = view.report.since
    if since is None:
        return
    overall = since.progress.overall
    yield Heading(f"Progress since {since.round.name}", 2, "progress")
    yield Prose((Strong(advance_prose(overall, since.round.name)),))
    yield Prose(progress_lead(since))
    if moved := integration_sentence(since.flows, since.stages):
        yield Prose(moved)
    yield _domains(view)
    if overall.falls:
        yield Heading("What fell", 3)
        yield _falls(view)
    known: list[Words] = [
        (Strong(f"{words}: "), ", ".join(p.capability for p in parts), ".")
        for words, parts in (
            ("Newly known", overall.newly_known),
            ("No longer known", overall.no_longer_known),
        )
        if parts
    ]
    if known:
        yield Heading("Counted apart", 3)
        yield Items(tuple(known), small=True)


def _domains(view: View) -> Table:
    columns = (
        Column("Domain", 0.38),
        Column("Reached then", 0.13, Align.RIGHT),
        Column("Reached now", 0.13, Align.RIGHT),
        Column("Progress", 0.13, Align.RIGHT),
        Column("Newly known", 0.12, Align.RIGHT),
        Column("Fell", 0.11, Align.RIGHT),
    )
    since = view.report.since
    rows: list[tuple[Cell, ...]] = []
    for domain in view.domains:
        advance = since.progress.of(domain.id) if since else None
        if advance and advance.parts:
            rows.append(_row(Ref(domain.name, domain_key(domain.id)), advance))
    if since:
        rows.append(_row((Strong("All domains"),), since.progress.overall))
    return Table(columns, tuple(rows), "Progress of every domain since the round.", dense=True)


def _row(name: Cell, advance: Advance) -> tuple[Cell, ...]:
    return (
        name,
        percent_range(advance.reached_then),
        percent_range(advance.reached_now),
        advance_words(advance),
        str(len(advance.newly_known)),
        str(len(advance.falls)),
    )


def _falls(view: View) -> Table:
    columns = (
        Column("Capability", 0.64),
        Column("Level then", 0.12, Align.RIGHT),
        Column("Level now", 0.12, Align.RIGHT),
        Column("Target", 0.12, Align.RIGHT),
    )
    since = view.report.since
    rows = tuple(
        (
            view.titled(part.capability),
            level_range(part.then),
            level_range(part.now),
            str(part.target),
        )
        for part in (since.progress.overall.falls if since else ())
    )
    about = "Capabilities whose level together is lower than at the round."
    return Table(columns, rows, about, dense=True)
