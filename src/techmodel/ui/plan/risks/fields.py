"""The fields of a risk, an assumption, an issue or a dependency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_parts import RaidKind
from techmodel.core.raid import score
from techmodel.ui.plan.entries.fields import (
    Cell,
    Field,
    Kind,
    Row,
    read_day,
    read_key,
    read_step,
    same,
)
from techmodel.wording import raid_page as wording
from techmodel.wording.entries import NO_PROJECT
from techmodel.wording.numbers import short_date
from techmodel.wording.raid import IMPACT, KINDS, LIKELIHOOD, item_name, score_words, step_name

if TYPE_CHECKING:
    from datetime import date

    from techmodel.core.plan_parts import PlanBook, RaidItem

OPEN, CLOSED = "open", "closed"


def read_kind(text: str) -> RaidKind:
    """The kind chosen."""
    return RaidKind(text)


def read_open(text: str) -> bool:
    """Whether it still matters."""
    return text != CLOSED


FIELDS = (
    Field("text", "What", Kind.TEXT, 200, required=wording.NO_TEXT, example="What may happen"),
    Field("kind", "Kind", Kind.CHOICE, 92, read_kind),
    Field("is_open", "State", Kind.CHOICE, 72, read_open, hidden=True, beside=True),
    Field("score", "Score", width=104, in_form=False, fixed=True),
    Field("likelihood", "Likelihood", Kind.CHOICE, 120, read_step, hidden=True),
    Field("impact", "Impact", Kind.CHOICE, 110, read_step, hidden=True, beside=True),
    Field("cause", "Cause", Kind.TEXT, 200, example="Why it may happen", hidden=True),
    Field("consequence", "Consequence", Kind.TEXT, 200, example="What then", hidden=True),
    Field("response", "Response", Kind.TEXT, 140, example="What is done about it"),
    Field("owner", "Owner", width=120, example="A role"),
    Field("due", "Due", width=120, read=read_day, example="day, month, year", beside=True),
    Field("project", "Project", Kind.CHOICE, 140, read_key, hidden=True),
)


def raid_row(item: RaidItem, book: PlanBook, today: date) -> Row:
    """An entry as a row; the due date is said to have passed where it has."""
    names = {p.id: p.name for p in book.projects}
    project = names.get(item.project, item.project) if item.project else NO_PROJECT
    number = score(item)
    due = short_date(item.due) if item.due else ""
    day = float(item.due.toordinal()) if item.due else None
    cells = {
        "text": same(item.text),
        "kind": Cell(KINDS[item.kind], item.kind.value, [*RaidKind].index(item.kind)),
        "is_open": _state(item),
        "score": Cell(_score(item), sort=-number if number else None),
        "likelihood": _step(LIKELIHOOD, item.likelihood),
        "impact": _step(IMPACT, item.impact),
        "cause": same(item.cause),
        "consequence": same(item.consequence),
        "response": Cell(item.response or _no_response(item), item.response),
        "owner": Cell(item.owner or wording.NOBODY, item.owner),
        "due": Cell(wording.due_words(item, today), due, day),
        "project": Cell(project, item.project or ""),
    }
    lacks = wording.lacks(item, book, today)
    return Row(item.id, item_name(item), cells, lacks, over=not item.is_open)


def _state(item: RaidItem) -> Cell:
    if item.is_open:
        return Cell(wording.OPEN_STATE, OPEN)
    return Cell(wording.CLOSED_STATE, CLOSED)


def _score(item: RaidItem) -> str:
    """The score; only risks that have none are told so."""
    scored = item.kind is RaidKind.RISK or score(item) is not None
    return score_words(item) if scored else ""


def _no_response(item: RaidItem) -> str:
    answered = item.kind in {RaidKind.RISK, RaidKind.ISSUE}
    return wording.NO_RESPONSE if answered and item.is_open else ""


def _step(words: dict[int, tuple[str, str]], step: int | None) -> Cell:
    return Cell(step_name(words, step), str(step or ""), step)
