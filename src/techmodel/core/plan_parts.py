"""What a plan is made of: projects, links, costs, benefits, risks (design.md 4.7-4.9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from techmodel.core.checklist import Weeks
    from techmodel.core.organisations import OrganisationId

ProjectId = NewType("ProjectId", str)
"""Short and stable, such as "P07": planners paste it into their own tools."""

StepId = NewType("StepId", str)
"""A step: "REC-06:3"; of one organisation, "REC-06:3@ORGANISATION-ID"."""


class ProjectKind(StrEnum):
    """Where a project comes from."""

    GAP = "gap"
    """Steps that close gaps of the partnership."""
    ORGANISATION = "organisation"
    """Steps that bring one partner to a target which the partnership meets."""
    OWN = "own"
    """Added by hand; it has no steps, only a duration."""


class Status(StrEnum):
    """How far a project is."""

    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Pins:
    """The dates a person fixed: not to begin before, and to be done by (inclusive), if any."""

    start: date | None = None
    finish_by: date | None = None


NO_PINS = Pins()


@dataclass(frozen=True, slots=True)
class Project:
    """A set of steps that the planner moves as one.

    Attributes:
        id, name, kind: what it is.
        steps: the steps it takes, lowest level first within a capability; () for an own one.
        organisation: whose steps they are, for the kind "organisation".
        owner: the role that answers for it, "" while nobody does.
        status, percent: how far it is; percent 0 to 100.
        reason: why it was dropped.
        note: what a planner wants to remember.
        pins: dates fixed by hand.
        weeks: its duration by hand, in place of the sum of its steps; None where it is not.
        position: where it stands in lists.
    """

    id: ProjectId
    name: str
    kind: ProjectKind = ProjectKind.GAP
    steps: tuple[StepId, ...] = ()
    organisation: OrganisationId | None = None
    owner: str = ""
    status: Status = Status.NOT_STARTED
    percent: int = 0
    reason: str = ""
    note: str = ""
    pins: Pins = NO_PINS
    weeks: Weeks | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A dependency set by hand: `project` begins when `after` has ended and `lag` days passed."""

    project: ProjectId
    after: ProjectId
    lag: int = 0


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as a range, in whole pounds; low <= likely <= high."""

    low: int
    likely: int
    high: int

    def __add__(self, other: Money) -> Money:
        """The range of both together."""
        return Money(self.low + other.low, self.likely + other.likely, self.high + other.high)

    def __radd__(self, other: int) -> Money:
        """So that sum() works."""
        return self


NO_MONEY = Money(0, 0, 0)


class CostKind(StrEnum):
    """Whether money is spent once or every year."""

    ONE_OFF = "one-off"
    RECURRENT = "recurrent"


@dataclass(frozen=True, slots=True)
class Cost:
    """What something costs.

    Attributes:
        id: its name in files.
        project: the project it belongs to, None for the plan as a whole.
        label: what is paid for.
        kind: one-off or recurrent.
        amount: of the one year, or of each year.
        first_year: the financial year it begins in: 2027 is April 2027 to March 2028.
        years: how many years it is paid, 1 for one-off.
        funding: where the money comes from, "" while nobody knows.
        note: source or assumption.
    """

    id: str
    project: ProjectId | None
    label: str
    kind: CostKind
    amount: Money
    first_year: int
    years: int = 1
    funding: str = ""
    note: str = ""


class Stage(StrEnum):
    """The columns of a logic model, left to right."""

    INPUT = "input"
    ACTIVITY = "activity"
    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"


@dataclass(frozen=True, slots=True)
class Benefit:
    """One element of the logic model; outcomes and impacts have a measure.

    Attributes:
        id, name, stage: what it is and in which column.
        leads_to: ids of elements further right.
        projects: ids of projects that bring it about.
        measure, baseline, target: how one will see it, now, and then; texts.
        owner: the role that answers for it.
        review: when it is looked at.
        note: who benefits, data source, assumption.
    """

    id: str
    name: str
    stage: Stage
    leads_to: tuple[str, ...] = ()
    projects: tuple[ProjectId, ...] = ()
    measure: str = ""
    baseline: str = ""
    target: str = ""
    owner: str = ""
    review: date | None = None
    note: str = ""


class RaidKind(StrEnum):
    """The four lists of a RAID log."""

    RISK = "risk"
    ASSUMPTION = "assumption"
    ISSUE = "issue"
    DEPENDENCY = "dependency"


@dataclass(frozen=True, slots=True)
class RaidItem:
    """A risk, assumption, issue or dependency.

    Attributes:
        id, kind, text: what it is.
        cause, consequence: of a risk or issue.
        likelihood, impact: 1 to 5; None where they do not apply or nobody said.
        response: what is done about it.
        owner, due: who does it, by when.
        is_open: whether it still matters.
        project: the project it belongs to, None for the plan as a whole.
    """

    id: str
    kind: RaidKind
    text: str
    cause: str = ""
    consequence: str = ""
    likelihood: int | None = None
    impact: int | None = None
    response: str = ""
    owner: str = ""
    due: date | None = None
    is_open: bool = True
    project: ProjectId | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What a plan is worked out under; of a scenario, what it changes.

    Attributes:
        start: the first day anything begins; None: the first working day after today.
        capacity: steps in work at once, None without a limit.
        roles: steps in work at once that keep a role busy.
        off: projects that are not counted.
    """

    start: date | None = None
    capacity: int | None = None
    roles: Mapping[str, int] = field(default_factory=dict)
    off: frozenset[ProjectId] = frozenset()


@dataclass(frozen=True, slots=True)
class Scenario:
    """Terms kept under a name; one of them may be the plan."""

    id: str
    name: str
    terms: Terms


@dataclass(frozen=True, slots=True)
class PlanBook:
    """Everything of the plan that is stored.

    Attributes:
        projects: in their order.
        links, costs, benefits, raid, scenarios: as above; by id.
        terms: what the plan is worked out under.
        closed_days: days nobody works, besides weekends and bank holidays of England.
    """

    projects: tuple[Project, ...] = ()
    links: tuple[Link, ...] = ()
    costs: tuple[Cost, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    raid: tuple[RaidItem, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    terms: Terms = field(default_factory=Terms)
    closed_days: frozenset[date] = frozenset()
