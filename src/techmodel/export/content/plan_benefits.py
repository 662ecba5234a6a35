"""What the plan is good for: the logic model drawn, and how each outcome will be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.benefits import MEASURED, find_lacks, in_order
from techmodel.export.content.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Lines,
    Prose,
    Ref,
    Table,
    Tone,
)
from techmodel.export.content.plan_gantt import MOST, WIDTH
from techmodel.export.logic_chart import logic_chart
from techmodel.export.pdf.fonts import measure
from techmodel.wording.benefits import ONE, benefits_headline, lacks_words
from techmodel.wording.owners_page import role_name
from techmodel.wording.phrases import Strong
from techmodel.wording.report_plan import LOGIC_LEAD, NONE, NOT_DRAWN, day_or_none

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.plan_parts import Benefit
    from techmodel.export.content.view import View
    from techmodel.wording.phrases import Words


def benefit_blocks(view: View) -> Iterator[Block]:
    """The chapter on benefits, where any are written down.

    A model that is too large for a page is not drawn; the tables say the same.
    """
    benefits = in_order(view.report.book.benefits)
    if not benefits:
        return
    yield Heading("What the plan is good for", 2, "benefits")
    yield Prose((Strong(benefits_headline(benefits, view.report.today)),))
    measured = [b for b in benefits if b.stage in MEASURED]
    if measured:
        yield Heading("How outcomes will be seen", 3)
        yield _outcomes(measured)
    chart = logic_chart(benefits, WIDTH, measure)
    drawn = chart.width <= WIDTH + 1 and chart.height <= MOST
    if drawn:
        yield Heading("The logic model", 3)
        yield Prose(LOGIC_LEAD, Tone.SMALL)
        yield Figure(chart)
    yield Heading("What leads to what", 3)
    if not drawn:
        yield Prose(NOT_DRAWN, Tone.SMALL)
    yield _links(view, benefits)


def _outcomes(benefits: list[Benefit]) -> Table:
    columns = (
        Column("Outcome or impact", 0.23),
        Column("Measure", 0.25),
        Column("Baseline", 0.15),
        Column("Target", 0.12),
        Column("Owner", 0.135),
        Column("Review", 0.115),
    )
    rows = tuple(
        (
            (Strong(b.name),),
            b.measure.strip() or NONE,
            b.baseline.strip() or NONE,
            b.target.strip() or NONE,
            role_name(b.owner.strip()),
            day_or_none(b.review),
        )
        for b in benefits
    )
    about = "Every outcome and impact with measure, baseline, target, owner and review."
    return Table(columns, rows, about, dense=True)


def _links(view: View, benefits: tuple[Benefit, ...]) -> Table:
    columns = (
        Column("Element", 0.36),
        Column("Leads to", 0.36),
        Column("Projects", 0.11),
        Column("Still needs", 0.17),
    )
    names = {b.id: b.name for b in benefits}
    lacks = find_lacks(benefits, view.report.today)
    rows: list[tuple[Cell, ...]] = []
    for b in benefits:
        name: list[Words] = [(f"{ONE[b.stage]}: ", Strong(b.name))]
        name += [b.note.strip()] if b.note.strip() else []
        projects: list[Words | Ref] = [view.project_ref(p) for p in b.projects]
        rows.append(
            (
                Lines(tuple(name)),
                Lines(tuple(names[t] for t in b.leads_to if t in names) or (NONE,)),
                Lines(tuple(projects) or (NONE,)),
                lacks_words(lacks.get(b.id, ())) or NONE,
            )
        )
    about = "Every element of the logic model, what it leads to and which projects bring it."
    return Table(columns, tuple(rows), about, dense=True)
