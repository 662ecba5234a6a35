"""What the page of services says: rows of its list, banners, choices, and empty places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.checklist import ServiceStatus
from techmodel.core.onboarding import Stage
from techmodel.core.services_guide import Age, DutyState
from techmodel.wording.numbers import british_date, plural
from techmodel.wording.service_edits import stage_name
from techmodel.wording.services_guide import after_words, checked_words, duty_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from techmodel.core.checklist import Service
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.services_guide import Entry

TITLE = "Services guide"
LIST = "Services"
HEADS, SHORT_HEADS = (
    ("Service", "Gaps it helps", "Here", "Status age"),
    ("Service", "Gaps", "Here", "Age"),
)
SCOPES = (("gaps", "Helps our gaps"), ("check", "To check"), ("all", "All"))
"""Which services are shown, by key."""
CHECK_TIP = "Status over a year old or without a date, or the date of a duty has passed"
SEARCH = "Search services"
MORE = "More filters"
ALL_GAPS, ALL_KINDS, ALL_STATUSES, ALL_STAGES = (
    "Every gap",
    "Every kind",
    "Every status",
    "Every stage here",
)
GAP, KIND, STATUS, STAGE = "Our gap", "Kind", "Status", "Stage here"
NO_SERVICES = "This checklist has no services"
NO_SERVICES_TEXT = (
    "A checklist can list the services, standards and projects that help to close gaps. "
    "This one lists none."
)
NO_GAPS = "No service is linked to a gap of ours. “All” shows every service."
LIST_KEYS = "Arrows go through the services; F6 goes on to what is known of one."
CAPABILITY_HEADS = ("Capability", "Level")
GAPS_TABLE, SUPPORTS_TABLE = "Our gaps that it helps to close", "Other capabilities it supports"
OPEN_CARD = "Enter opens the card."
PARTNERS = "Where each partner is"
PARTNER_KEYS = (
    "F2 changes a cell, Enter goes to the fields below. Shift and arrows select several partners, "
    "Ctrl+A all."
)
NOBODY = "No organisation in scope is asked about what it supports."
SELECT_ALL = "Select all partners"
DIFFERENT = "Different"
OWNER_HINT = "A role, such as Digital lead"
DAY_HINT = "Live since, or due by"
READ_ONLY_THINGS = "stages"
STEPS, NEEDS, ASK, SOURCE = (
    "Steps to connect",
    "What must be there first",
    "Who to ask",
    "Source and licence",
)
SUCCESSOR = "Show what came after it"
SERVICE_PAGE, DUTY_PAGE = "Web page", "Source of the duty"
_SHORTEST = "under a month"
_NOT_ASKED = "Not asked"


def months_old(day: date, today: date) -> int:
    """Whole months from a day to today, at least 0."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return max(0, months - (today.day < day.day))


def age_words(entry: Entry, today: date) -> str:
    """How old its status is, for a column: "28 months", "no date", "retired"."""
    if entry.age is Age.ENDED:
        return entry.service.status.value
    day = entry.service.status_date
    if day is None:
        return "no date"
    months = months_old(day, today)
    return plural(months, "month") if months else _SHORTEST


def here_words(entry: Entry, organisation: OrganisationId | None = None) -> str:
    """How far we are, for a column: "3 of 7 live"; with an organisation, how far that one is."""
    if organisation is not None:
        held = entry.stages.get(organisation)
        return stage_name(held.stage) if held else _NOT_ASKED
    if not entry.stages:
        return _NOT_ASKED
    able = len(entry.stages) - entry.count(Stage.NOT_APPLICABLE)
    if not able:
        return stage_name(Stage.NOT_APPLICABLE)
    for stage in (Stage.LIVE, Stage.ONBOARDING, Stage.PLANNED):
        if entry.count(stage):
            return f"{entry.count(stage)} of {able} {stage.value}"
    return stage_name(Stage.NOT_STARTED)


def row_words(entry: Entry, today: date, organisation: OrganisationId | None = None) -> str:
    """A row of the list as a sentence for screen readers."""
    many = plural(len(entry.gaps), "gap") if entry.gaps else "no gap"
    here = here_words(entry, organisation)
    passed = ", duty date passed" if entry.duty is DutyState.PASSED else ""
    said = f"helps {many}, {here[0].lower()}{here[1:]}, {_spoken_age(entry, today)}{passed}"
    return f"{entry.service.name}, {said}"


def banner_words(entry: Entry, today: date) -> str:
    """Status with its date, and what to make of it; what is old or undated is said plainly."""
    service = entry.service
    day = f", as of {british_date(service.status_date)}" if service.status_date else ""
    said = [f"{service.status.value.capitalize()}{day}."]
    if service.status is ServiceStatus.PLANNED:
        said.append("It is not there to use yet.")
    if entry.age is Age.UNDATED:
        said.append("No date was found: check before you rely on it.")
    elif entry.age is Age.OLD:
        said.append(f"{age_words(entry, today)} old: check before you rely on it.")
    return " ".join([*said, after_words(entry)]).strip()


def is_plain(entry: Entry) -> bool:
    """Whether its status asks for no attention: it can be used, and its date is of this year."""
    return entry.can_be_used and entry.age is Age.FRESH


def lead_words(service: Service) -> str:
    """What kind of thing it is, who runs it, and by which standards."""
    kind = f"{service.kind[:1].upper()}{service.kind[1:]}"
    run = f", run by {service.operator}" if service.operator else ""
    standards = f" Standards: {service.standards.rstrip('.')}." if service.standards else ""
    return f"{kind}{run}.{standards}"


def gaps_title(count: int) -> str:
    """The head over the gaps it helps to close."""
    if not count:
        return "It closes none of our gaps"
    return f"Helps to close {count} of our gaps" if count > 1 else "Helps to close 1 of our gaps"


def supports_title(count: int, gaps: int) -> str:
    """The head over what it supports besides."""
    more = "more " if gaps else ""
    return f"Supports {plural(count, f'{more}capability', f'{more}capabilities')} without a gap"


def level_words(level: str, target: int | None) -> str:
    """A level beside its target: "2 of 3"; without a target the level alone."""
    return f"{level} of {target}" if target else level


def spoken_level(level: str, target: int | None) -> str:
    """The same for screen readers."""
    return f"level {level}, target {target}" if target else f"{level}, no target"


def licence_words(service: Service) -> str:
    """How far the entry was verified, and under which licence it stands."""
    return f"{checked_words(service)} {service.licence.rstrip('.')}."


def entry_words(entry: Entry, today: date) -> str:
    """An entry in a few sentences for screen readers, before its parts."""
    said = (entry.service.what, lead_words(entry.service), banner_words(entry, today))
    return " ".join(filter(None, (*said, duty_words(entry))))


def left_words(count: int) -> str:
    """Said when the filters have changed."""
    return f"{plural(count, 'service')} shown"


def chosen_words(names: Sequence[str], all_: int) -> str:
    """For whom what is typed is recorded."""
    if len(names) == 1:
        return names[0]
    every = len(names) == all_
    return f"All {plural(len(names), 'partner')}" if every else plural(len(names), "partner")


def successor_words(service: Service) -> str:
    """The words of the link to what came after a service."""
    return f"Show {service.name}"


def counted(words: str, count: int) -> str:
    """An entry of a filter with how many it leaves."""
    return f"{words} ({count})"


def unknown_words(service: str) -> str:
    """Said where a service is wanted that is not in the guide."""
    return f"There is no service {service} in this assessment’s checklist."


def no_help_words(capability: str) -> str:
    """Said where services for a capability are wanted that has no gap, or no service."""
    return f"No service is linked to a gap of {capability}, so all services are shown."


def _spoken_age(entry: Entry, today: date) -> str:
    if entry.age is Age.ENDED:
        return age_words(entry, today)
    if entry.age is Age.UNDATED:
        return "status without a date"
    return f"status {age_words(entry, today)} old"
