"""What the plan's sheets show in the cells that people may change; their reader compares these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_parts import ProjectKind, Status
from techmodel.core.plan_sheets import LIST_SEPARATOR, NO, YES
from techmodel.wording.benefits import ONE
from techmodel.wording.costs import KINDS as COST_KINDS
from techmodel.wording.costs import year_name
from techmodel.wording.plan_labels import STATUS_WORDS
from techmodel.wording.raid import IMPACT, LIKELIHOOD, step_name
from techmodel.wording.raid import KINDS as RAID_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from techmodel.core.plan import PlannedProject
    from techmodel.core.plan_parts import Benefit, Cost, PlanBook, RaidItem

Cells = dict[str, "str | int | float | date | None"]
"""Values by the id of their column; None and "" are empty cells."""

STATUSES = {status: words.capitalize() for status, words in STATUS_WORDS.items()}
"""The words of the drop-down for how far a project is."""
PROJECT_KINDS = {
    ProjectKind.GAP: "From gaps",
    ProjectKind.ORGANISATION: "One organisation",
    ProjectKind.OWN: "Added by hand",
}
"""Where a project comes from."""

HEAD_NOTES = {
    "start": "Its first day. Typing one fixes it: then it does not begin before. Empty it, and "
    "the program finds the day again when the workbook is brought back.",
    "weeks": "Whole weeks of work, likely, all steps one after the other. Steps that run side by "
    "side take less time than that: see Other days.",
    "slack": "Working days it may slip if all other work keeps its order; 0 is critical.",
    "other_days": "Working days between start and finish beyond the weeks of work: above 0 it "
    "waits, below 0 its steps run side by side, or part of the work is done.",
}
"""What notes on heads of Plan say, by column."""


def plan_cells(planned: PlannedProject, book: PlanBook) -> Cells:
    """What Plan holds of a project in its columns for entries, and its id.

    Start and weeks are those of the schedule; of a project without dates, what is fixed by hand.
    """
    project, scheduled = planned.project, planned.start is not None
    by_hand = project.weeks.likely if project.weeks else None
    done = project.status is Status.DONE
    return {
        "id": project.id,
        "project": project.name,
        "owner": project.owner,
        "status": STATUSES[project.status],
        "percent": 1 if done else project.percent / 100,
        "start": planned.start or project.pins.start,
        "weeks": planned.weeks.likely if scheduled else by_hand,
        "after": after_words(book, project.id),
        "finish_by": project.pins.finish_by,
        "counted": yes_no(project.id not in book.terms.off),
        "reason": project.reason,
        "note": project.note,
    }


def raid_cells(item: RaidItem) -> Cells:
    """What RAID holds of an item in its columns for entries, and its id."""
    return {
        "id": item.id,
        "kind": RAID_KINDS[item.kind],
        "text": item.text,
        "cause": item.cause,
        "consequence": item.consequence,
        "likelihood": step_name(LIKELIHOOD, item.likelihood),
        "impact": step_name(IMPACT, item.impact),
        "response": item.response,
        "owner": item.owner,
        "due": item.due,
        "open": yes_no(item.is_open),
        "project": item.project or "",
    }


def benefit_cells(benefit: Benefit) -> Cells:
    """What Benefits holds of an element in its columns for entries, and its id."""
    return {
        "id": benefit.id,
        "stage": ONE[benefit.stage],
        "name": benefit.name,
        "leads_to": ids_words(benefit.leads_to),
        "projects": ids_words(benefit.projects),
        "measure": benefit.measure,
        "baseline": benefit.baseline,
        "target": benefit.target,
        "owner": benefit.owner,
        "review": benefit.review,
        "note": benefit.note,
    }


def cost_cells(cost: Cost) -> Cells:
    """What Costs holds of a cost in its columns for entries, and its id."""
    return {
        "id": cost.id,
        "project": cost.project or "",
        "label": cost.label,
        "kind": COST_KINDS[cost.kind],
        "low": cost.amount.low,
        "likely": cost.amount.likely,
        "high": cost.amount.high,
        "first_year": year_name(cost.first_year),
        "years": cost.years,
        "funding": cost.funding,
        "note": cost.note,
    }


def after_words(book: PlanBook, project: str) -> str:
    """What a project waits for by hand: "P01, P02+3"; the number is the working days between."""
    links = [link for link in book.links if link.project == project]
    return ids_words(f"{k.after}+{k.lag}" if k.lag else k.after for k in links)


def ids_words(ids: Iterable[str]) -> str:
    """Several ids in one cell."""
    return LIST_SEPARATOR.join(ids)


def yes_no(is_so: bool) -> str:
    """Yes or No."""
    return YES if is_so else NO


def steps_list(words: Mapping[int, tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The entries of a drop-down for likelihood or impact, each with what it means."""
    return tuple((f"{step} {name}", meaning) for step, (name, meaning) in words.items())
