"""The chapters on the plan: what it is, what it reaches by when, and its Gantt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.ready_plan import is_planned
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
    Tone,
)
from techmodel.export.content.plan_benefits import benefit_blocks
from techmodel.export.content.plan_costs import cost_blocks
from techmodel.export.content.plan_gantt import gantt_blocks
from techmodel.export.content.plan_owners import owner_blocks
from techmodel.export.content.plan_projects import project_blocks
from techmodel.export.content.plan_raid import raid_blocks
from techmodel.export.content.plan_scenarios import scenario_blocks
from techmodel.export.content.plan_view import plan_view
from techmodel.export.content.view import domain_key
from techmodel.wording.numbers import percent_range
from techmodel.wording.phrases import Strong
from techmodel.wording.plan import (
    held_up_words,
    loop_words,
    missed_words,
    plan_headline,
    unplanned_lines,
)
from techmodel.wording.report_plan import (
    NO_PLAN,
    NO_PROJECTS,
    THE_PLAN,
    month_words,
    reach_words,
    terms_words,
)
from techmodel.wording.roadmap import ENDLESS_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.forecast import Moment
    from techmodel.export.content.plan_view import PlanView
    from techmodel.export.content.view import View

_MOMENTS = 6
"""The table of what is reached shows at most so many moments."""


def plan_blocks(view: View) -> Iterator[Block]:
    """Everything about the plan; one sentence where nothing is planned."""
    yield Heading(THE_PLAN, 2, "plan")
    if not is_planned(view.report.book):
        yield Prose(NO_PLAN)
        return
    planned = plan_view(view)
    if planned is None:
        yield Prose(NO_PROJECTS)
    else:
        yield from _opening(planned)
        yield from gantt_blocks(planned)
        yield from project_blocks(planned)
    yield from cost_blocks(view, planned)
    yield from benefit_blocks(view)
    yield from raid_blocks(view)
    if planned is not None:
        yield from scenario_blocks(planned)
    yield from owner_blocks(view)


def _opening(planned: PlanView) -> Iterator[Block]:
    """When the plan ends, under which terms, what it reaches, which dates it does not keep."""
    view, plan = planned.view, planned.plan
    report = view.report
    yield Prose((Strong(plan_headline(plan, report.book.terms, report.today)),))
    if plan.endless:
        yield Prose(ENDLESS_TEXT)
        return
    yield Prose(terms_words(view.assessment, report.book, plan))
    reached = reach_words(view.gaps.overall.attainment, report.forecast, plan.end)
    if reached:
        yield Heading("What is reached by when", 3)
        yield Prose(reached)
        yield _reached(view, report.forecast)
        yield Prose("Share of the target reached, if everything ends as planned.", Tone.SMALL)
    names = {p.id: p.name for p in report.book.projects}
    late = [missed_words(m, view.assessment, names) for m in plan.missed]
    late += [held_up_words(h, view.assessment, names) for h in plan.held_up]
    late += [loop_words(report.book.projects, looped) for looped in plan.looped]
    if late:
        yield Heading("Dates and links that are not kept", 3)
        yield Items(tuple(late), small=True)
    waiting = unplanned_lines(plan, view.assessment.checklist)
    if waiting:
        yield Heading("Begins without waiting", 3)
        yield Items(waiting, small=True)


def _reached(view: View, moments: Sequence[Moment]) -> Table:
    places = _places(moments)
    heads = ["Today", *(month_words(moments[n].day) for n in places)]
    now = {d.id: d.attainment for d in view.gaps.domains}
    rows: list[tuple[Cell, ...]] = []
    for domain in view.domains:
        shares = [now[domain.id], *(moments[n].domains.get(domain.id) for n in places)]
        words = (percent_range(share, "–") for share in shares)
        rows.append((Ref(domain.name, domain_key(domain.id)), *words))
    shares = [view.gaps.overall.attainment, *(moments[n].overall for n in places)]
    rows.append(((Strong("All domains"),), *((Strong(percent_range(s, "–")),) for s in shares)))
    columns = (
        Column("Domain", 1 - 0.11 * len(heads)),
        *(Column(head, 0.11, Align.RIGHT) for head in heads),
    )
    about = "Share of the target that the plan reaches in each domain by some days."
    return Table(columns, tuple(rows), about, dense=True)


def _places(moments: Sequence[Moment]) -> Sequence[int]:
    """Some ends of years, and the end: with today at most `_MOMENTS`."""
    last = len(moments) - 1
    years = [n for n in range(1, last) if moments[n].day.month == 12]
    step = -(-len(years) // (_MOMENTS - 2)) or 1
    return [*years[step - 1 :: step], last]
