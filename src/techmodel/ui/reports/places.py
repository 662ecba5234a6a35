"""Where the Show button of a check leads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.ready import OF_PLAN, Finding

if TYPE_CHECKING:
    from techmodel.core.assessment import Assessment
    from techmodel.core.ready import Check


class Target(StrEnum):
    """The kinds of places."""

    CARD = "card"
    SET_UP = "set-up"
    LIST = "list"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Lead:
    """A place: a card, Set-up, a full list of the gaps place by name, or a thing of the plan."""

    target: Target
    capability: str = ""
    organisation: str = ""
    item: str = ""


_LISTS = {
    Finding.DUTY_PASSED: "duties",
    Finding.SHORTFALL: "held",
    Finding.UNPROVIDED: "held",
    Finding.NOT_ANSWERED: "unknown",
    Finding.DONT_KNOW: "unknown",
}
"""The findings that a list of the gaps place shows whole, when there are several."""


def lead_of(check: Check, assessment: Assessment) -> Lead:
    """Where a check that found something leads: to the thing itself when it is one."""
    what, organisation = check.items[0]
    if check.finding in OF_PLAN:
        return Lead(Target.PLAN, item=what)
    if check.finding is Finding.NO_CARE_MODEL:
        return Lead(Target.SET_UP)
    if check.finding in _LISTS and len(check.items) > 1:
        return Lead(Target.LIST, item=_LISTS[check.finding])
    if check.finding is Finding.STALE_SERVICE:
        what = next(c.id for c in assessment.capabilities if what in c.services)
    if check.finding is Finding.BELOW_HALF:
        what = _first_open(assessment, organisation)
    return Lead(Target.CARD, what, organisation)


def _first_open(assessment: Assessment, organisation: str) -> str:
    """The first capability that an organisation is asked about and has not answered."""
    partner = next(o for o in assessment.scope if o.id == organisation)
    asked = [c.id for c in assessment.capabilities if partner.kind in c.applies_to]
    still = (c for c in asked if assessment.value(c, partner.id).state is State.NOT_ANSWERED)
    return next(still, asked[0])
