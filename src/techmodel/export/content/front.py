"""The two front pages: what the board needs to know and to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.export.content.blocks import (
    Align,
    Ask,
    Beside,
    Block,
    Cell,
    Column,
    Heading,
    LevelBar,
    NewPage,
    Prose,
    Table,
    Ticks,
    Tone,
)
from techmodel.export.content.conditions import condition_blocks
from techmodel.export.content.duties import duty_cells, duty_columns, duty_rows
from techmodel.export.content.evidence import mix_figure
from techmodel.export.content.heat import heat_blocks
from techmodel.export.content.plan_front import money_blocks, risk_blocks, roadmap_blocks
from techmodel.wording.gaps_page import is_empty
from techmodel.wording.numbers import weeks_range
from techmodel.wording.phrases import Strong, pieces
from techmodel.wording.progress import way_prose
from techmodel.wording.report import SUBJECT, dateline, how_done, how_sure, standing
from techmodel.wording.report_asks import Ask as Asked
from techmodel.wording.report_asks import asks, asks_title
from techmodel.wording.report_method import made_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.gaps import CapabilityGap
    from techmodel.export.content.view import View
    from techmodel.wording.phrases import Words

_FEW = 5
"""How many gaps and first steps the front shows; the chapters show all."""

_FEW_DUTIES = 4
"""How many duties the front shows; one less where the plan takes its room."""


def front_blocks(view: View) -> Iterator[Block]:
    """Both pages; beside the title there is room for the reader's own logo."""
    wanted = asks(view.report)
    yield Beside(
        (
            Prose(SUBJECT, Tone.KICKER),
            Heading(view.assessment.title, 1, "summary"),
            Prose(dateline(view.report), Tone.SUBTITLE),
        ),
        (),
        0.8,
    )
    yield Ask(asks_title(wanted), tuple(a.sentence for a in wanted))
    yield Heading("Where we are", 2, small=True)
    yield Prose(_standing(view))
    yield from heat_blocks(view)
    yield _how(view)
    yield Prose(made_with(view.report), Tone.SMALL)
    yield NewPage(soft=True)
    yield from _second_page(view, wanted)


def _standing(view: View) -> Words:
    """Where the partnership is, and how far it has come since the round compared with."""
    words = standing(view.assessment, view.gaps)
    since = view.report.since
    if since is None:
        return words
    *before, last = pieces(words)
    return (*before, f"{last.rstrip()} ", way_prose(since.progress.overall, since.round.name))


def _how(view: View) -> Beside:
    """How it was done, beside how sure we are."""
    done = (Heading("How it was done", 2, small=True), Prose(how_done(view.report)))
    sure: list[Block] = [Heading("How sure we are", 2, small=True), Prose(how_sure(view.gaps))]
    sure += mix_figure(view, 243.0)
    return Beside(done, tuple(sure))


def _second_page(view: View, wanted: Sequence[Asked]) -> Iterator[Block]:
    yield Heading("What matters most, and what we propose", 2, "matters")
    known = bool(view.gaps.ranked) and not is_empty(view.gaps)
    if known:
        yield Heading("The largest gaps, and what they mean for residents", 3)
        yield _largest(view)
    rows, few = duty_rows(view), _FEW_DUTIES - bool(view.report.plan)
    if rows:
        yield Heading("Statutory and contract dates", 3)
        yield Table(
            duty_columns(view, 1.0),
            tuple(duty_cells(view, row) for row in rows[:few]),
            "Duties with their dates and whether they are met today.",
            dense=True,
        )
        if len(rows) > few:
            yield Prose(f"The chapter on duties and dates shows all {len(rows)}.", Tone.SMALL)
    plan = view.report.plan
    if plan:
        yield from roadmap_blocks(view, plan)
        yield from money_blocks(view, plan)
    elif known:
        yield Heading("What to do first", 3)
        yield _first(view)
    yield from risk_blocks(view)
    yield from condition_blocks(view)
    if not plan:
        yield from decision_table(wanted)


def decision_table(wanted: Sequence[Asked]) -> Iterator[Block]:
    """The decisions asked for, each with boxes to tick."""
    yield Heading("Decisions asked of the board", 3)
    yield _decisions(wanted)


def _largest(view: View) -> Table:
    """The gaps that weigh most: weight times gap, certain before perhaps, then order of work."""
    largest = sorted(view.gaps.ranked, key=_weighs)
    rows = tuple(_large_row(view, c) for c in largest[:_FEW])
    return Table(
        (
            Column("Capability", 0.29),
            Column("Level, target outlined", 0.21),
            Column("What it means", 0.5),
        ),
        rows,
        "The largest gaps with their level, their target and what they mean for residents.",
        dense=True,
    )


def _weighs(gap: CapabilityGap) -> tuple[float, float]:
    low, high = (gap.gap.low, gap.gap.high) if gap.gap else (0, 0)
    return -gap.weight * low, -gap.weight * high


def _large_row(view: View, gap: CapabilityGap) -> tuple[Cell, ...]:
    target = gap.target.level if gap.target else 0
    return (
        view.titled(gap.id),
        LevelBar(gap.partnership, target),
        view.content(gap.id).why,
    )


def _first(view: View) -> Table:
    columns = (
        Column("", 0.05),
        Column("Capability", 0.41),
        Column("Level, target outlined", 0.24),
        Column("Gaps that wait", 0.14, Align.RIGHT),
        Column("Work", 0.16, Align.RIGHT),
    )
    rows: list[tuple[Cell, ...]] = []
    for gap in view.gaps.ranked[:_FEW]:
        target = gap.target.level if gap.target else 0
        rows.append(
            (
                (Strong(str(gap.rank)),),
                view.titled(gap.id),
                LevelBar(gap.partnership, target),
                str(len(gap.blocked)),
                weeks_range(gap.weeks, " to "),
            )
        )
    return Table(columns, tuple(rows), "The first steps in order of work.", dense=True)


def _decisions(wanted: Sequence[Asked]) -> Table:
    rows = tuple(
        ((Strong(str(n)),), ask.decision, Ticks(("Agreed", "Not agreed")))
        for n, ask in enumerate(wanted, 1)
    )
    columns = (Column("", 0.05), Column("Decision", 0.65), Column("", 0.30, Align.RIGHT))
    return Table(columns, rows, "The decisions asked for, each with boxes to tick.", dense=True)
