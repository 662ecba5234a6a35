"""What the costs view of the plan says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.costs import by_year, counted, early, total
from techmodel.wording.costs import (
    NO_FUNDING,
    costs_headline,
    money_words,
    year_name,
)
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.costs import Sums
    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Cost, PlanBook

QUESTION = "What does it cost, and who pays?"
TABLE = "Costs"
FORM = "One cost"
SEARCH = "Search costs"
ADD = "Add a cost…"
NEW = "A new cost"
YEARS = "Costs by year"
FUNDINGS = "Costs by funding"
BY_YEAR, BY_FUNDING = "By year", "By funding"
YEAR_HEADS = ("Year", "Range", "Likely", "Low to high", "One-off", "Recurrent")
FUNDING_HEADS = ("Funding", "Range", "Likely", "Low to high", "Share")
ALL_YEARS = "All years"
ALL_FUNDING = "All funding"
LEGEND = "Solid: the lowest. Hatched: up to the highest. Line: likely."
UNFUNDED = "No funding"
EVERY_PROJECT = "All projects"
AMOUNT_HINT = "Pounds, in one year. One amount, or lowest, likely, highest: 8k 10k 14k."
WRONG_YEAR = "Type the financial year like 2027/28, or just 2027."
WRONG_YEARS = "Type how many years it is paid, such as 3."
ONCE = "One-off means 1 year."
NO_LABEL = "Say what is paid for, such as “Training”."
NO_AMOUNT = "Say what it costs, such as 25k or 20k to 30k."
EMPTY_TITLE = "Write down what the plan costs"
EMPTY_TEXT = (
    "Begin with the largest: licences, people, integration. A rough range is enough now; what has "
    "no funding yet is counted apart, so that the board sees it."
)
EXAMPLE_TITLE = "Begin with an example"
EXAMPLE_TEXT = "A cost filled in for you: change its words and its range, then add it."
EXAMPLE_VERB = "Fill in an example"
OWN_TITLE = "Write your first cost"
OWN_TEXT = "An empty form; what is paid for and a rough amount are enough."
OWN_VERB = "Add a cost…"
EXAMPLE = {
    "label": "Project manager, two days a week",
    "amount": "24k 28k 34k",
    "note": "Estimate from the pay scale; check with finance.",
}


def headline(book: PlanBook) -> str:
    """The answer to the question, and how many costs are written down for what is not counted."""
    costs = counted(book)
    out = len(book.costs) - len(costs)
    said = costs_headline(costs)
    return f"{said} {plural(out, 'cost is', 'costs are')} not counted." if out else said


def lacks(cost: Cost, book: PlanBook, plan: Plan) -> str:
    """What is wrong with a cost, in sentences; "" for nothing."""
    said = []
    if not cost.funding.strip():
        said.append("It has no funding yet.")
    if cost.project and all(p.id != cost.project for p in book.projects):
        said.append("Its project is not in the plan any more.")
    elif cost not in counted(book):
        said.append("Its project is dropped or switched off, so it does not count.")
    if early((cost,), plan):
        said.append("It is paid in a year before its project begins.")
    return " ".join(said)


def year_words(year: int, sums: Sums) -> str:
    """A year for a screen reader: "2027/28: £8,000 to £14,000, likely £10,000"."""
    return f"{year_name(year)}: {money_words(sums.total)}"


def years_words(costs: Sequence[Cost]) -> str:
    """All years in one sentence, for a screen reader."""
    said = [year_words(year, sums) for year, sums in by_year(costs).items()]
    return ". ".join([*said, f"{ALL_YEARS}: {money_words(total(costs).total)}"])


def funding_name(funding: str) -> str:
    """A source of money; the lack of one is named."""
    return funding or NO_FUNDING
