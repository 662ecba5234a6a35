"""What the plan costs: by financial year, by funding, by project, as ranges (design.md 6.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from techmodel.core.plan_parts import NO_MONEY, CostKind, Money, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Cost, PlanBook, ProjectId, Terms

Key = TypeVar("Key")

_APRIL = 4


@dataclass(frozen=True, slots=True)
class Sums:
    """What some costs come to: spent once, and spent year after year."""

    one_off: Money = NO_MONEY
    recurrent: Money = NO_MONEY

    @property
    def total(self) -> Money:
        """Both together."""
        return self.one_off + self.recurrent

    def __add__(self, other: Sums) -> Sums:
        """The sums of both."""
        return Sums(self.one_off + other.one_off, self.recurrent + other.recurrent)


NO_SUMS = Sums()


def financial_year(day: date) -> int:
    """The financial year of a day, named by the year it begins in: April 2027 to March is 2027."""
    return day.year if day.month >= _APRIL else day.year - 1


def years_of(cost: Cost) -> range:
    """The financial years a cost is paid in."""
    return range(cost.first_year, cost.first_year + (1 if _is_once(cost) else cost.years))


def whole_cost(cost: Cost) -> Sums:
    """A cost over all its years."""
    years = len(years_of(cost))
    amount = cost.amount
    whole = Money(amount.low * years, amount.likely * years, amount.high * years)
    return Sums(one_off=whole) if _is_once(cost) else Sums(recurrent=whole)


def counted(book: PlanBook, terms: Terms | None = None) -> tuple[Cost, ...]:
    """The costs that count, in the order in which people read them.

    Those of projects that are dropped, or switched off by the terms, do not; those of projects
    that are done do, and so do those of projects that are not there any more: money is never lost
    in silence.

    Args:
        book: costs and projects.
        terms: of a what-if; those of the book unless given.
    """
    off = (terms or book.terms).off
    out = {p.id for p in book.projects if p.status is Status.DROPPED or p.id in off}
    return tuple(c for c in in_order(book) if c.project not in out)


def in_order(book: PlanBook) -> tuple[Cost, ...]:
    """All costs as people read them: by project, then year, then what is paid for."""
    place = {p.id: n for n, p in enumerate(book.projects)}

    def key(cost: Cost) -> tuple[int, int, str, str]:
        last = len(place) if cost.project is None else len(place) + 1
        project = last if cost.project is None else place.get(cost.project, last)
        return project, cost.first_year, cost.label.casefold(), cost.id

    return tuple(sorted(book.costs, key=key))


def total(costs: Iterable[Cost]) -> Sums:
    """What costs come to over all years."""
    return sum((whole_cost(c) for c in costs), NO_SUMS)


def by_year(costs: Iterable[Cost]) -> Mapping[int, Sums]:
    """What costs come to in each financial year, from the first to the last without a hole."""
    found: dict[int, Sums] = {}
    for cost in costs:
        once = _is_once(cost)
        part = Sums(one_off=cost.amount) if once else Sums(recurrent=cost.amount)
        for year in years_of(cost):
            found[year] = found.get(year, NO_SUMS) + part
    years = range(min(found), max(found) + 1) if found else range(0)
    return {year: found.get(year, NO_SUMS) for year in years}


def by_funding(costs: Iterable[Cost]) -> Mapping[str, Sums]:
    """What comes from each source, by name; "" last, for what has no funding yet.

    Names that differ only in capitals and spaces are one source, called as it is first.
    """
    names: dict[str, str] = {}
    found = _by(costs, lambda c: names.setdefault(_folded(c.funding), c.funding.strip()))
    return {name: found[name] for name in sorted(found, key=lambda n: (not n, n.casefold()))}


def by_project(costs: Iterable[Cost]) -> Mapping[ProjectId | None, Sums]:
    """What each project costs, in the order of the costs; None for the plan as a whole."""
    return _by(costs, lambda c: c.project)


def grid(costs: Iterable[Cost], row: Callable[[Cost], Key]) -> Mapping[Key, Mapping[int, Money]]:
    """A table of years: for each row, what is paid in each financial year it has costs in.

    Args:
        costs: what to spread out.
        row: what to make a row for: a cost's funding, its project, its id.
    """
    found: dict[Key, dict[int, Money]] = {}
    for cost in costs:
        years = found.setdefault(row(cost), {})
        for year in years_of(cost):
            years[year] = years.get(year, NO_MONEY) + cost.amount
    return found


def unfunded(costs: Iterable[Cost]) -> tuple[Cost, ...]:
    """The costs for which no source of money is named."""
    return tuple(c for c in costs if not c.funding.strip())


def early(costs: Iterable[Cost], plan: Plan) -> tuple[Cost, ...]:
    """The costs of a financial year before their project begins: its dates moved, they did not."""
    starts = {p.project.id: p.start for p in plan.projects if p.start}
    return tuple(
        c
        for c in costs
        if c.project in starts and c.first_year < financial_year(starts[c.project])
    )


def _by(costs: Iterable[Cost], key: Callable[[Cost], Key]) -> dict[Key, Sums]:
    found: dict[Key, Sums] = {}
    for cost in costs:
        group = key(cost)
        found[group] = found.get(group, NO_SUMS) + whole_cost(cost)
    return found


def _is_once(cost: Cost) -> bool:
    return cost.kind is CostKind.ONE_OFF


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
