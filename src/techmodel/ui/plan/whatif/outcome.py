"""What the plan comes to under some terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.costs import by_year, counted, total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.costs import Sums
    from techmodel.core.forecast import Moment
    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Terms
    from techmodel.session.session import Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """Terms, and what they lead to.

    Attributes:
        terms, plan: the terms and the plan worked out under them.
        moments: now, and at the end of each quarter.
        years: the costs by financial year.
        costs: the costs of all years.
    """

    terms: Terms
    plan: Plan
    moments: Sequence[Moment]
    years: Mapping[int, Sums]
    costs: Sums


def find_outcome(session: Session, terms: Terms) -> Outcome:
    """What the plan comes to under some terms; nothing is stored."""
    costs = counted(session.plan.book(), terms)
    plan = session.plan.plan(terms)
    return Outcome(terms, plan, session.plan.forecast(terms), by_year(costs), total(costs))


def year_ends(moments: Sequence[Moment]) -> list[Moment]:
    """Now, the last quarter of each year, and the end."""
    return [m for n, m in enumerate(moments) if n in {0, len(moments) - 1} or m.day.month == 12]
