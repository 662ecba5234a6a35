"""The verbs of costs: what the plan costs, once or every year."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from techmodel.core.costs import financial_year, in_order
from techmodel.core.errors import WrongUse
from techmodel.core.plan_parts import NO_MONEY, Cost, CostKind, Money, PlanBook
from techmodel.core.plan_rows import cost_fields, cost_of
from techmodel.session.entries import (
    added,
    all_projects,
    changed,
    check_projects,
    entry_id,
    removed,
)
from techmodel.session.noun import Noun, clean_name, clean_text
from techmodel.session.plan_edits import FIRST_DAY, LAST_DAY, checked_line
from techmodel.wording.costs import cost_change

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from techmodel.core.plan_parts import ProjectId
    from techmodel.session.touched import Touched

MAX_POUNDS = 10_000_000_000
"""Pounds that one amount may have."""
MAX_YEARS = 30
"""Years that a cost may recur."""

_UNITS = {"": 1, "k": 1_000, "m": 1_000_000}
_AMOUNT = re.compile(r"£?\s*([\d,]+(?:\.\d+)?)\s*([km]?)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:–|-|/|;|\bto\b|\s)\s*", re.IGNORECASE)


class CostFields(TypedDict, total=False):
    """The fields of a cost that a person gives; those left out stay, or are the plainest."""

    label: str
    project: ProjectId | None
    kind: CostKind
    amount: Money
    first_year: int
    years: int
    funding: str
    note: str


class Costs(Noun):
    """The verbs of costs, and all of them."""

    def all(self) -> tuple[Cost, ...]:
        """All costs, by project, then year, then what is paid for."""
        costs = tuple(cost_of(row) for row in self._session.rows("cost"))
        return in_order(PlanBook(all_projects(self._session), costs=costs))

    def add(self, **fields: Unpack[CostFields]) -> Touched:
        """Add a cost: one-off, of the plan as a whole, from this financial year, unless said.

        Raises:
            WrongUse: no label, an unknown project, an amount or a year out of its range.
        """
        id_ = entry_id("C", {c.id for c in self.all()})
        year = financial_year(self._session.now().astimezone().date())
        plain = Cost(id_, None, "", CostKind.ONE_OFF, NO_MONEY, year)
        new = self._checked(plain, fields)
        edit = added("cost", id_, cost_fields(new))
        return self._session.apply([edit], f"Cost “{new.label}” added")

    def change(self, id: str, **fields: Unpack[CostFields]) -> Touched:  # noqa: A002 - the field
        """Change fields of a cost. Raises as `add`, and WrongUse for an unknown id."""
        old = self._known(id)
        new = self._checked(old, fields)
        edits = changed("cost", id, cost_fields(old), cost_fields(new))
        return self._session.apply(edits, cost_change(old, new, all_projects(self._session)))

    def remove(self, id: str) -> Touched:  # noqa: A002 - the field
        """Take a cost away; undo brings it back. WrongUse for an unknown id."""
        old = self._known(id)
        edit = removed("cost", id, cost_fields(old))
        return self._session.apply([edit], f"Cost “{old.label}” removed")

    def _known(self, id_: str) -> Cost:
        for cost in self.all():
            if cost.id == id_:
                return cost
        raise WrongUse(f"There is no cost {id_!r} in this plan.")

    def _checked(self, cost: Cost, fields: CostFields) -> Cost:
        project = fields.get("project")
        if project is not None:
            check_projects(self._session, [project])
        return checked_cost(replace(cost, **fields))


def checked_cost(cost: Cost) -> Cost:
    """A cost with clean texts and whole numbers; WrongUse says what is not right.

    One-off means one year, whatever `years` says.
    """
    label = clean_name(cost.label, "What is paid for")
    where = f"The cost “{label}”"
    once = cost.kind is CostKind.ONE_OFF
    checked_amount(cost.amount, where)
    _checked_whole(cost.first_year, (FIRST_DAY.year, LAST_DAY.year), f"{where}: the first year")
    if not once:
        _checked_whole(cost.years, (1, MAX_YEARS), f"{where}: the number of years")
    return replace(
        cost,
        label=label,
        years=1 if once else cost.years,
        funding=checked_line(cost.funding, f"{where}: the funding"),
        note=clean_text(cost.note, f"The note of {where.lower()}"),
    )


def checked_amount(money: Money, where: str) -> Money:
    """A range of whole pounds, the lowest first; WrongUse otherwise."""
    numbers = (money.low, money.likely, money.high)
    whole = all(isinstance(n, int) and not isinstance(n, bool) for n in numbers)
    if not whole or not 0 <= money.low <= money.likely <= money.high <= MAX_POUNDS:
        raise WrongUse(
            f"{where}: an amount is whole pounds from 0 to {MAX_POUNDS:,}, the lowest first, such "
            "as 8,000, 10,000 and 14,000. Savings belong to the benefits."
        )
    return money


def parse_money(text: str) -> Money:
    """Money as people type it: "12,500", "£8k to £14k", "8000 10000 14000", "1.2m".

    One number is low, likely and high; of two, the likely one lies in the middle.

    Raises:
        WrongUse: it is none of these, or the numbers do not rise.
    """
    parts = [p for p in _BETWEEN.split(text.strip()) if p]
    found = [_AMOUNT.fullmatch(part) for part in parts]
    numbers = [_pounds(m[1], m[2]) for m in found if m]
    if len(numbers) != len(parts) or not 1 <= len(numbers) <= 3 or numbers != sorted(numbers):
        raise WrongUse(
            f"{text.strip()!r} is not an amount. Type pounds, such as 12,500, or from the lowest "
            "to the highest, such as 8k to 14k, or 8,000 10,000 14,000."
        )
    middle = round(sum(numbers) / len(numbers)) if len(numbers) < 3 else numbers[1]
    return checked_amount(Money(numbers[0], middle, numbers[-1]), text.strip())


def _pounds(number: str, unit: str) -> int:
    return round(float(number.replace(",", "")) * _UNITS[unit.lower()])


def _checked_whole(number: int, ends: tuple[int, int], what: str) -> None:
    low, high = ends
    if not isinstance(number, int) or isinstance(number, bool) or not low <= number <= high:
        raise WrongUse(f"{what} is a whole number from {low} to {high}, not {number!r}.")
