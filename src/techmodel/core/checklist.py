"""The content as values: domains, capabilities, levels, care models, services, scoring."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from techmodel.core.conditions import Conditions
    from techmodel.core.flow_parts import TypicalFlow

DomainId = NewType("DomainId", str)
CapabilityId = NewType("CapabilityId", str)
CareModelId = NewType("CareModelId", str)
ServiceId = NewType("ServiceId", str)
RoleId = NewType("RoleId", str)
KindId = NewType("KindId", str)

LEVELS = range(6)
"""The integration levels, 0 Absent to 5 Orchestrated (design.md 3)."""


LOCAL = "X-"
"""How the ids of an organisation's own capabilities begin; ours never do."""


class Profile(StrEnum):
    """Which of the four general wordings of the levels suits a capability."""

    EXCHANGE = "exchange"
    ACCESS = "access"
    INSIGHT = "insight"
    ENABLER = "enabler"


class Effort(StrEnum):
    """The size of an action: S, M or L; the weeks are content (`Scoring.bands`)."""

    S = "S"
    M = "M"
    L = "L"


class ServiceStatus(StrEnum):
    """The closed list of design.md 9."""

    LIVE = "live"
    LIMITED = "limited"
    ROLLING_OUT = "rolling out"
    PLANNED = "planned"
    RETIRED = "retired"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the scale: its name, general wording per profile, and the test for it."""

    level: int
    name: str
    summary: str
    wording: Mapping[Profile, str]
    test: str


@dataclass(frozen=True, slots=True)
class Domain:
    """A group of capabilities. `short_name` is at most 24 characters, for narrow places."""

    id: DomainId
    name: str
    short_name: str
    description: str


@dataclass(frozen=True, slots=True)
class Action:
    """What the checklist proposes for the step to `to_level` (1..5).

    `tasks` are the first things to do, `risk` what typically goes wrong, `benefit` how one will
    see that it helped; all three are empty in checklists that do not say.
    """

    to_level: int
    action: str
    effort: Effort
    roles: tuple[RoleId, ...]
    tasks: tuple[str, ...] = ()
    risk: str = ""
    benefit: str = ""


@dataclass(frozen=True, slots=True)
class ModelTarget:
    """The level a care model asks for, and why (empty until the content says so)."""

    level: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """A statutory or contract duty behind a capability or a service; None: no date was found."""

    name: str
    source: str
    date: date | None


@dataclass(frozen=True, slots=True)
class Capability:
    """One thing a partnership must be able to do, as the checklist asks about it.

    `levels` holds six wordings, index = level. `targets` maps care models to the level each asks
    for. `applies_to` names the kinds of organisation that are asked. `proof` says what proves that
    a level (1..5) holds; levels may be missing. `was` are ids it had in earlier checklists. A
    `hidden` one is kept in the content but asked of nobody: `checklist_versions.in_use`.
    """

    id: CapabilityId
    domain: DomainId
    name: str
    question: str
    test: str
    why: str
    weight: float
    profile: Profile
    applies_to: tuple[KindId, ...]
    levels: tuple[str, str, str, str, str, str]
    evidence: tuple[str, ...]
    actions: tuple[Action, ...]
    prerequisites: tuple[CapabilityId, ...]
    services: tuple[ServiceId, ...]
    targets: Mapping[CareModelId, ModelTarget]
    duty: Duty | None = None
    proof: Mapping[int, str] = field(default_factory=dict)
    was: tuple[CapabilityId, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """A national service, standard or interoperability project (design.md 9).

    `status_date` None means no date was found and is treated as stale. `connect` are the steps to
    connect, `needs` what must be in place first, `ask` whom to ask (a role or team), `duty` what
    law or contract says of it; all four are empty in checklists that do not say.
    """

    id: ServiceId
    name: str
    kind: str
    what: str
    operator: str
    standards: str
    status: ServiceStatus
    status_note: str
    status_date: date | None
    replaced_by: ServiceId | None
    licence: str
    source: str
    confidence: str
    connect: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    ask: str = ""
    duty: Duty | None = None


@dataclass(frozen=True, slots=True)
class CareModel:
    """A way of joining up care, which asks for levels. `family` is "programme" or "today".

    `population` says for whom it is, `typical` which organisations take part, `leans_on` which
    technology it rests on, `sources` where that is written; empty in checklists that do not say.
    """

    id: CareModelId
    name: str
    family: str
    description: str
    population: str = ""
    typical: str = ""
    leans_on: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word or abbreviation of the content and what it means; `source` may be empty."""

    term: str
    meaning: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of organisation. `short_name` suits a column head."""

    id: KindId
    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class Weeks:
    """A duration in whole weeks: low, likely, high."""

    low: int = 0
    likely: int = 0
    high: int = 0

    def __add__(self, other: Weeks) -> Weeks:
        """Both, one after the other."""
        return Weeks(self.low + other.low, self.likely + other.likely, self.high + other.high)


@dataclass(frozen=True, slots=True)
class EvidenceGrade:
    """A grade A to D of evidence and what earns it."""

    grade: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Scoring:
    """The numbers of the arithmetic that are content (design.md 4.8, 4.9)."""

    bands: Mapping[Effort, Weeks]
    band_meanings: Mapping[Effort, str]
    blocked_share: float
    generic_actions: tuple[Action, ...]
    default_threshold: float
    evidence_grades: tuple[EvidenceGrade, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """The whole content of an assessment, as a value; order is the order of the files.

    `conditions` is None in checklists that do not ask for conditions for change.
    """

    title: str
    version: str
    date: date
    notice: str
    levels: tuple[Level, ...]
    domains: tuple[Domain, ...]
    capabilities: tuple[Capability, ...]
    services: tuple[Service, ...]
    care_models: tuple[CareModel, ...]
    roles: Mapping[RoleId, str]
    kinds: tuple[Kind, ...]
    scoring: Scoring
    glossary: tuple[Term, ...] = ()
    flows: tuple[TypicalFlow, ...] = ()
    conditions: Conditions | None = None
    _capability: dict[CapabilityId, Capability] = field(init=False, repr=False, compare=False)
    _domain: dict[DomainId, Domain] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index by id once."""
        object.__setattr__(self, "_capability", {c.id: c for c in self.capabilities})
        object.__setattr__(self, "_domain", {d.id: d for d in self.domains})

    def capability(self, id: CapabilityId) -> Capability | None:  # noqa: A002 - the field's name
        """The capability with this id, or None."""
        return self._capability.get(id)

    def domain(self, id: DomainId) -> Domain | None:  # noqa: A002 - the field's name
        """The domain with this id, or None."""
        return self._domain.get(id)

    def of_domain(self, domain: DomainId) -> tuple[Capability, ...]:
        """The capabilities of one domain, in order."""
        return tuple(c for c in self.capabilities if c.domain == domain)
