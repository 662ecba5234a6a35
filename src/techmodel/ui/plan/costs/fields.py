"""The fields of a cost, and what typed money and years mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from techmodel.core.errors import WrongUse
from techmodel.core.plan_parts import CostKind, Money
from techmodel.session.costs import parse_money
from techmodel.ui.plan.entries.fields import Cell, Field, Kind, Row, read_key, same
from techmodel.wording import costs_page as wording
from techmodel.wording.costs import KINDS, NO_FUNDING, WHOLE_PLAN, pounds, year_name

if TYPE_CHECKING:
    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Cost, PlanBook

LOW, LIKELY, HIGH = "low", "likely", "high"
AMOUNT = "amount"
_YEAR = re.compile(r"(\d{4}|\d{2})(?:\s*[/–-]\s*(\d{4}|\d{2}))?")


def read_amount(text: str) -> Money:
    """Typed money; nothing is refused in words of this form."""
    if not text:
        raise WrongUse(wording.NO_AMOUNT)
    return parse_money(text)


def read_year(text: str) -> int:
    """The year that a financial year begins in: 2027 of "2027/28", "27/28" or "2027"."""
    found = _YEAR.fullmatch(text.strip())
    if found is None:
        raise WrongUse(wording.WRONG_YEAR)
    year = int(found[1]) + (2000 if len(found[1]) == 2 else 0)
    if found[2] and int(found[2]) % 100 != (year + 1) % 100:
        raise WrongUse(wording.WRONG_YEAR)
    return year


def read_years(text: str) -> int:
    """How many years, from one on; one for nothing."""
    if text and not (text.isdecimal() and int(text)):
        raise WrongUse(wording.WRONG_YEARS)
    return int(text or 1)


def read_kind(text: str) -> CostKind:
    """The kind chosen."""
    return CostKind(text)


def with_end(old: Money, end: str, text: str) -> Money:
    """The range after one of its columns was typed in.

    A range replaces all; one amount moves the others only where they would not rise any more. An
    amount that was certain stays so when the likely one is typed.
    """
    new = read_amount(text)
    if new.low != new.high:
        return new
    number = new.likely
    if end == LOW:
        return Money(number, max(number, old.likely), max(number, old.high))
    if end == HIGH:
        return Money(min(number, old.low), min(number, old.likely), number)
    if old.low == old.high:
        return new
    return Money(min(number, old.low), number, max(number, old.high))


def cost_row(cost: Cost, book: PlanBook, plan: Plan) -> Row:
    """A cost as a row."""
    names = {p.id: p.name for p in book.projects}
    places = {str(p.id): n for n, p in enumerate(book.projects)}
    place = places.get(cost.project or "", len(places))
    said = wording.lacks(cost, book, plan)
    money = cost.amount
    project = names.get(cost.project, cost.project) if cost.project else WHOLE_PLAN
    cells = {
        "label": same(cost.label),
        "project": Cell(project, cost.project or "", place),
        "kind": Cell(KINDS[cost.kind], cost.kind.value),
        LOW: Cell(pounds(money.low), str(money.low), money.low),
        LIKELY: Cell(pounds(money.likely), str(money.likely), money.likely),
        HIGH: Cell(pounds(money.high), str(money.high), money.high),
        AMOUNT: Cell("", amount_typed(money)),
        "first_year": Cell(year_name(cost.first_year), year_name(cost.first_year)),
        "years": same(str(cost.years), cost.years),
        "funding": Cell(cost.funding or NO_FUNDING, cost.funding),
        "note": same(cost.note),
    }
    return Row(cost.id, cost.label, cells, said, over="does not count" in said)


def amount_typed(money: Money) -> str:
    """A range as one would type it: "8,000 10,000 14,000", "12,500"."""
    if money.low == money.high:
        return f"{money.likely:,}"
    return f"{money.low:,} {money.likely:,} {money.high:,}"


FIELDS = (
    Field("label", "What", width=144, required=wording.NO_LABEL, example="such as training"),
    Field("project", "Project", Kind.CHOICE, 116, read_key),
    Field(
        *(AMOUNT, "Amount", Kind.LINE, 0, read_amount),
        hint=wording.AMOUNT_HINT,
        example="such as 8k 10k 14k",
        required=wording.NO_AMOUNT,
    ),
    Field("kind", "Kind", Kind.CHOICE, 84, read_kind),
    Field(LOW, "Low", width=88, digits=True, in_form=False),
    Field(LIKELY, "Likely", width=88, digits=True, in_form=False),
    Field(HIGH, "High", width=88, digits=True, in_form=False),
    Field(
        *("first_year", "First year", Kind.LINE, 76, read_year),
        digits=True,
        beside=True,
    ),
    Field("years", "Years", Kind.LINE, 52, read_years, digits=True, beside=True),
    Field("funding", "Funding", width=112, example="such as a fund, or partners"),
    Field("note", "Note", Kind.TEXT, 160, example="Source or assumption", hidden=True),
)
