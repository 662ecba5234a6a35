"""The report's chapter on services in words: status with its age, and where partners are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.onboarding import Stage
from techmodel.core.services_guide import Age, DutyState
from techmodel.wording.numbers import plural, short_date

if TYPE_CHECKING:
    from techmodel.core.checklist import Service
    from techmodel.core.onboarding import Onboarding
    from techmodel.core.services_guide import Entry

SERVICES = "Services and projects to connect to"
WHERE = "Where each partner is"

_AGES = {Age.OLD: "over a year old, ask the operator", Age.UNDATED: "ask the operator"}


def lead_words(today: str) -> str:
    """What the table of services holds, and how to take its statuses."""
    return (
        "National services, standards and interoperability projects that the checklist links to"
        f" our open gaps, the most pressing first. A status is as at its date, not as at {today}."
        " Where it is old or has no date, ask the operator before you plan on it."
    )


def where_words(count: int) -> str:
    """What the table of partners holds."""
    verb = "is" if count == 1 else "are"
    return (
        f"{plural(count, 'service')} {verb} recorded. Of a service that is live the date says"
        " since when, of one that is planned or under way by when."
    )


def dated_status(service: Service) -> str:
    """A status with its date: "Live, 18 Mar 2026"."""
    day = short_date(service.status_date) if service.status_date else "no date found"
    return f"{service.status.value.capitalize()}, {day}"


def status_words(entry: Entry) -> str:
    """A status with its date; what is old, undated or overdue is said plainly."""
    said = [dated_status(entry.service), _AGES.get(entry.age, "")]
    if entry.duty is DutyState.PASSED:
        said.append("duty date passed")
    return "; ".join(filter(None, said))


def day_words(held: Onboarding) -> str:
    """Since when or by when: "since 1 Mar 2026", "by 30 Jun 2027"; "" without a date."""
    if held.day is None:
        return ""
    since = "since" if held.stage is Stage.LIVE else "by"
    return f"{since} {short_date(held.day)}"
