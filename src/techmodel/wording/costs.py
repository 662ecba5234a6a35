"""Money and costs in words: amounts, ranges, financial years, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.costs import by_year, total, unfunded
from techmodel.core.plan_parts import CostKind
from techmodel.wording.numbers import half_up, join_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from techmodel.core.plan_parts import Cost, Money, Project

NO_FUNDING = "No funding yet"
WHOLE_PLAN = "The plan as a whole"
KINDS = {CostKind.ONE_OFF: "One-off", CostKind.RECURRENT: "Recurrent"}
FIELDS = {
    "project": "project",
    "label": "name",
    "kind": "kind",
    "amount": "amount",
    "first_year": "first year",
    "years": "years",
    "funding": "funding",
    "note": "note",
}
"""What the fields of a cost are called in a sentence."""

_MILLION, _THOUSAND, _ROUGH = 1_000_000, 1_000, 10_000


def pounds(amount: int) -> str:
    """An amount in full: "£12,500"."""
    return f"£{amount:,}"


def short_pounds(amount: int) -> str:
    """An amount for headlines, rounded: "£1.2m", "£850k", "£9,500"."""
    if amount >= _MILLION - _THOUSAND / 2:
        return f"£{_digits(amount / _MILLION)}m"
    if amount >= _ROUGH:
        return f"£{half_up(amount / _THOUSAND)}k"
    return pounds(amount)


def pounds_alike(amounts: Iterable[int]) -> Callable[[int], str]:
    """How the amounts of one table are written, all to the same place: "£788k", "£1,000k".

    In full where none reaches £10,000; what would be no whole thousand is always in full.
    """
    if max(amounts, default=0) < _ROUGH:
        return pounds
    return lambda n: f"£{int(half_up(n / _THOUSAND)):,}k" if n >= _THOUSAND else pounds(n)


def range_alike(money: Money, write: Callable[[int], str]) -> str:
    """A range written as `write` does; one amount where both ends read the same."""
    low, high = write(money.low), write(money.high)
    return low if low == high else f"{low} to {high}"


def money_range(money: Money, *, short: bool = False) -> str:
    """A range of money: "£8,000 to £14,000"; one amount where both ends read the same."""
    return range_alike(money, short_pounds if short else pounds)


def money_words(money: Money) -> str:
    """A range with its likely amount: "£8,000 to £14,000, likely £10,000"."""
    span = money_range(money)
    return span if money.low == money.high else f"{span}, likely {pounds(money.likely)}"


def amount_words(money: Money) -> str:
    """A range whole, as it was typed: "£8,000, likely £10,000, up to £14,000"; "£5" for one."""
    if money.low == money.likely == money.high:
        return pounds(money.likely)
    return f"{pounds(money.low)}, likely {pounds(money.likely)}, up to {pounds(money.high)}"


def year_name(year: int) -> str:
    """A financial year by the year it begins in: "2027/28"."""
    return f"{year}/{(year + 1) % 100:02}"


def years_name(years: Sequence[int]) -> str:
    """Financial years from the first to the last: "2027/28 to 2029/30"."""
    first, last = year_name(years[0]), year_name(years[-1])
    return first if first == last else f"{first} to {last}"


def costs_headline(costs: Sequence[Cost]) -> str:
    """The answer to "What does it cost?" in one or two sentences."""
    if not costs:
        return "No costs are written down yet."
    years, whole = [*by_year(costs)], total(costs).total
    likely = "" if whole.low == whole.high else f", likely {short_pounds(whole.likely)}"
    said = f"{money_range(whole, short=True)} in {years_name(years)}{likely}."
    return f"{said} {_funding(costs, whole)}"


def cost_amount(cost: Cost) -> str:
    """What a cost comes to, in words: "£8,000 to £14,000 a year for 3 years"."""
    span = money_range(cost.amount)
    if cost.kind is CostKind.ONE_OFF:
        return f"{span} once"
    return f"{span} a year for {cost.years} years" if cost.years > 1 else f"{span} for one year"


def cost_change(old: Cost, new: Cost, projects: Sequence[Project]) -> str:
    """What changed about a cost, for history and undo; the two differ."""
    changed = [f for f in FIELDS if getattr(old, f) != getattr(new, f)]
    about = f"Cost “{old.label}”"
    if changed == ["label"]:
        return f"{about} is now “{new.label}”"
    if changed == ["amount"]:
        return f"{about}: {amount_words(old.amount)} → {amount_words(new.amount)}"
    if changed == ["funding"]:
        return f"{about}: funded by {new.funding}" if new.funding else f"{about}: no funding"
    if changed == ["project"]:
        names = {p.id: p.name for p in projects}
        return f"{about}: for {names[new.project] if new.project else WHOLE_PLAN.lower()}"
    return f"{about}: {join_words([FIELDS[f] for f in changed])} changed"


def _funding(costs: Sequence[Cost], whole: Money) -> str:
    """How much of it has no funding."""
    missing = total(unfunded(costs)).total
    if not missing.likely:
        return "All of it has its funding."
    if missing == whole:
        return "None of it has funding yet."
    return f"{short_pounds(missing.likely)} of it has no funding yet."


def _digits(millions: float) -> str:
    """Millions with one digit after the point, none where that would be 0 or from ten on."""
    text = half_up(millions, 1) if millions < 9.95 else half_up(millions)
    return text.removesuffix(".0")
