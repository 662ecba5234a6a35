"""What a plan is worked out under: checking what people say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.errors import WrongUse
from techmodel.core.plan_parts import Terms
from techmodel.session.plan_edits import checked_day

if TYPE_CHECKING:
    from techmodel.core.assessment import Assessment
    from techmodel.core.plan_parts import PlanBook

MAX_CAPACITY = 1_000
"""Steps that may be in work at once; more than this is no limit."""


def checked_terms(assessment: Assessment, book: PlanBook, terms: Terms) -> Terms:
    """Terms with nothing in them that the plan does not know.

    Raises:
        WrongUse: a capacity below 1, a role or project that is not there, a start out of range.
    """
    checked_day(terms.start, "The start of the plan")
    if terms.capacity is not None:
        checked_capacity(terms.capacity)
    known = {*assessment.checklist.roles, *(o.id for o in assessment.organisations)}
    for role, count in terms.roles.items():
        if role not in known:
            raise WrongUse(f"There is no role {role!r} in this assessment’s checklist.")
        checked_capacity(count)
    projects = {p.id for p in book.projects}
    return Terms(terms.start, terms.capacity, dict(terms.roles), terms.off & projects)


def checked_capacity(count: int) -> int:
    """How many steps may be in work at once: WrongUse unless it is 1 to MAX_CAPACITY."""
    if not isinstance(count, int) or not 1 <= count <= MAX_CAPACITY:
        raise WrongUse(
            f"How many steps are in work at once is a whole number from 1 to {MAX_CAPACITY:,}, "
            f"not {count!r}."
        )
    return count
