"""The guide to services: which of our gaps each closes, and how far we are with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from techmodel.core.checklist import ServiceStatus
from techmodel.core.onboarding import Onboarding, Stage
from techmodel.core.ready import ENDED, is_old

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, Service, ServiceId
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.organisations import OrganisationId

    Key = tuple[ServiceId, OrganisationId]


class Age(Enum):
    """How far what is said of a service can be relied on."""

    FRESH = auto()
    OLD = auto()
    UNDATED = auto()
    ENDED = auto()


class DutyState(Enum):
    """Where a duty to use a service stands."""

    NONE = auto()
    UNDATED = auto()
    COMING = auto()
    PASSED = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A service as this assessment sees it.

    Attributes:
        service: what the checklist says of it.
        supports: the capabilities in scope that it belongs to, in checklist order.
        gaps: those of them with a gap, the most pressing first.
        stages: how far each organisation is that is asked one of `supports`, in their order; of
            the others only those for which something is recorded.
        age: whether its status is old.
        duty: where its duty stands.
        successor: what came after it, if the checklist knows.
    """

    service: Service
    supports: tuple[CapabilityId, ...]
    gaps: tuple[CapabilityId, ...]
    stages: Mapping[OrganisationId, Onboarding]
    age: Age
    duty: DutyState
    successor: Service | None = None

    @property
    def can_be_used(self) -> bool:
        """Whether there is something to connect to: neither planned only nor ended."""
        return self.age is not Age.ENDED and self.service.status is not ServiceStatus.PLANNED

    @property
    def is_recorded(self) -> bool:
        """Whether anybody has begun, or said that it does not apply."""
        return any(held.stage is not Stage.NOT_STARTED for held in self.stages.values())

    def count(self, stage: Stage) -> int:
        """How many organisations are at a stage."""
        return sum(held.stage is stage for held in self.stages.values())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants to see; what is empty does not narrow it.

    `searched` is looked for in id and name, in small letters. With `organisation`, `stages` are
    those of this one alone.
    """

    gap: CapabilityId | None = None
    with_gap: bool = False
    kinds: frozenset[str] = field(default_factory=frozenset)
    statuses: frozenset[ServiceStatus] = field(default_factory=frozenset)
    stages: frozenset[Stage] = field(default_factory=frozenset)
    check: bool = False
    """Only those whose status is old or undated, or whose duty date has passed."""
    searched: str = ""
    organisation: OrganisationId | None = None


def find_entries(
    assessment: Assessment, gaps: Gaps, recorded: Mapping[Key, Onboarding], today: date
) -> tuple[Entry, ...]:
    """Every service of the checklist, in the order in which to look at them.

    First those that help to close a gap, by the rank of the most pressing one, then by how many
    they close; then the others in checklist order; what has ended stands last.
    """
    by_id = {s.id: s for s in assessment.checklist.services}
    rows = _by_service(assessment, gaps)
    entries = [
        _entry(by_id, s, rows.get(s.id, []), _stages(assessment, s, rows, recorded), today)
        for s in by_id.values()
    ]
    ranks = {row.id: row.rank for row in gaps.capabilities if row.rank is not None}
    return tuple(sorted(entries, key=lambda entry: _place(entry, ranks)))


def choose(entries: Iterable[Entry], wanted: Wanted) -> tuple[Entry, ...]:
    """The entries a person wants to see, in their order."""
    return tuple(entry for entry in entries if _is_wanted(entry, wanted))


def stages_here(entry: Entry, organisation: OrganisationId | None = None) -> frozenset[Stage]:
    """The stages there are among all organisations, or the one of a single organisation."""
    held = entry.stages.items()
    return frozenset(o.stage for who, o in held if organisation in {None, who})


def _by_service(assessment: Assessment, gaps: Gaps) -> dict[ServiceId, list[CapabilityGap]]:
    """The capabilities in scope behind each service, in checklist order."""
    found: dict[ServiceId, list[CapabilityGap]] = {}
    for row in gaps.capabilities:
        capability = assessment.checklist.capability(row.id)
        for service in capability.services if capability else ():
            found.setdefault(service, []).append(row)
    return found


def _stages(
    assessment: Assessment,
    service: Service,
    rows: Mapping[ServiceId, list[CapabilityGap]],
    recorded: Mapping[Key, Onboarding],
) -> dict[OrganisationId, Onboarding]:
    asked = {who for row in rows.get(service.id, ()) for who in row.pairs}
    return {
        o.id: recorded.get((service.id, o.id), Onboarding(service.id, o.id))
        for o in assessment.scope
        if o.id in asked or (service.id, o.id) in recorded
    }


def _entry(
    by_id: Mapping[ServiceId, Service],
    service: Service,
    rows: list[CapabilityGap],
    stages: Mapping[OrganisationId, Onboarding],
    today: date,
) -> Entry:
    pressing = sorted((row.rank, row.id) for row in rows if row.rank is not None)
    return Entry(
        service,
        tuple(row.id for row in rows),
        tuple(id_ for _, id_ in pressing),
        stages,
        _age(service, today),
        _duty(service, today),
        by_id.get(service.replaced_by) if service.replaced_by else None,
    )


def _age(service: Service, today: date) -> Age:
    if service.status in ENDED:
        return Age.ENDED
    if service.status_date is None:
        return Age.UNDATED
    return Age.OLD if is_old(service, today) else Age.FRESH


def _duty(service: Service, today: date) -> DutyState:
    if service.duty is None:
        return DutyState.NONE
    if service.duty.date is None:
        return DutyState.UNDATED
    return DutyState.PASSED if service.duty.date < today else DutyState.COMING


def _place(entry: Entry, ranks: Mapping[CapabilityId, int]) -> tuple[bool, int, int]:
    """Where an entry stands; sorting keeps the order of the checklist among equals."""
    first = ranks[entry.gaps[0]] if entry.gaps else len(ranks) + 1
    return entry.age is Age.ENDED, first, -len(entry.gaps)


def _is_wanted(entry: Entry, wanted: Wanted) -> bool:
    """Whether an entry passes every part of the filter."""
    checks = (
        wanted.gap is None or wanted.gap in entry.gaps,
        not wanted.with_gap or bool(entry.gaps),
        not wanted.kinds or entry.service.kind in wanted.kinds,
        not wanted.statuses or entry.service.status in wanted.statuses,
        not wanted.stages or bool(wanted.stages & stages_here(entry, wanted.organisation)),
        not wanted.check or needs_a_look(entry),
        wanted.searched in f"{entry.service.id} {entry.service.name}".casefold(),
    )
    return all(checks)


def needs_a_look(entry: Entry) -> bool:
    """Whether its status is old or undated, or its duty date has passed (design.md 6.7)."""
    return entry.age in {Age.OLD, Age.UNDATED} or entry.duty is DutyState.PASSED
