"""The guide to services in words: status and its age, duty, gaps it closes, how far we are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.checklist import ServiceStatus
from techmodel.core.onboarding import Stage
from techmodel.core.services_guide import Age, DutyState
from techmodel.wording.numbers import british_date, join_words, plural
from techmodel.wording.service_edits import stage_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from techmodel.core.checklist import Service
    from techmodel.core.onboarding import Onboarding
    from techmodel.core.services_guide import Entry

_AGES = {
    Age.OLD: "that is more than a year ago: check it before you plan on it",
    Age.UNDATED: "no date was found: check it before you plan on it",
}
_VERIFIED = {"partly": "Only partly verified."}


def headline(entries: Sequence[Entry]) -> str:
    """The answer of the page in a sentence or two, with the numbers of this assessment."""
    closing = [entry for entry in entries if entry.gaps]
    if not entries:
        return "This checklist knows no services."
    if not closing:
        return "No service is linked to a gap of ours."
    verb = "helps" if len(closing) == 1 else "help"
    said = f"{len(closing)} of {plural(len(entries), 'service')} {verb} to close our gaps."
    passed = sum(entry.duty is DutyState.PASSED for entry in closing)
    old = sum(entry.age in _AGES for entry in closing)
    parts = []
    if passed:
        parts.append(f"{plural(passed, 'duty date')} {'has' if passed == 1 else 'have'} passed")
    if old:
        words = plural(old, "status", "statuses")
        parts.append(f"{words} {'has' if old == 1 else 'have'} no date or an old one")
    return f"{said} Of these, {join_words(parts)}." if parts else said


def status_words(entry: Entry) -> str:
    """Status and its date; what is old or undated is said plainly."""
    service = entry.service
    status = service.status.value.capitalize()
    if service.status is ServiceStatus.PLANNED:
        status = "Planned, not there to use yet"
    day = f", as at {british_date(service.status_date)}" if service.status_date else ""
    said = f"{status}{day}"
    return f"{said}; {_AGES[entry.age]}." if entry.age in _AGES else f"{said}."


def after_words(entry: Entry) -> str:
    """What replaced a service that has ended; "" for all others."""
    if entry.age is not Age.ENDED:
        return ""
    if entry.successor is None:
        return "This checklist does not say what came after it."
    return f"{entry.successor.name} came after it."


def duty_words(entry: Entry) -> str:
    """What law or contract asks and since when; "" where nothing is known."""
    duty = entry.service.duty
    if duty is None:
        return ""
    if duty.date is None:
        return f"Duty: {duty.name}. No date was found."
    if entry.duty is DutyState.COMING:
        return f"Duty: {duty.name}. It applies from {british_date(duty.date)}."
    below = ""
    if entry.gaps:
        verb = "is" if len(entry.gaps) == 1 else "are"
        below = f", and {join_words(entry.gaps)} {verb} still below target"
    return f"Duty: {duty.name}. Its date, {british_date(duty.date)}, has passed{below}."


def gaps_words(entry: Entry) -> str:
    """Which of our gaps it helps to close."""
    if entry.gaps:
        return f"Helps to close {plural(len(entry.gaps), 'gap')}: {', '.join(entry.gaps)}."
    if entry.supports:
        return f"Belongs to {', '.join(entry.supports)}, where there is no gap."
    return "No capability in scope is linked to it."


def progress_words(entry: Entry) -> str:
    """How far the organisations are: "2 live, 1 onboarding, 5 not started"; "" for none."""
    order = (Stage.LIVE, Stage.ONBOARDING, Stage.PLANNED, Stage.NOT_STARTED, Stage.NOT_APPLICABLE)
    counts = [(entry.count(stage), stage.value) for stage in order]
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def onboarding_words(onboarding: Onboarding) -> str:
    """One organisation's state: "Planned by 1 March 2027, Digital lead"."""
    said = stage_name(onboarding.stage)
    if onboarding.day:
        since = "since" if onboarding.stage is Stage.LIVE else "by"
        said += f" {since} {british_date(onboarding.day)}"
    return ", ".join(filter(None, (said, onboarding.owner)))


def steps_words(service: Service) -> str:
    """The steps to connect in one text: "1. Ask each supplier ... 2. Choose ..."."""
    return " ".join(f"{number}. {step}" for number, step in enumerate(service.connect, 1))


def checked_words(service: Service) -> str:
    """How far the entry was verified."""
    return _VERIFIED.get(service.confidence, "Read in its source.")


def trust_words(service: Service) -> str:
    """How far the entry was verified, its source and licence."""
    return f"{checked_words(service)} Source: {service.source}. {service.licence}."


def kinds_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The kinds there are to choose from, in alphabetical order."""
    return tuple(sorted({entry.service.kind for entry in entries}))
