"""The sample's plan as a script: what its partners made of their gaps.

The file is TOML: the terms at its head, `[[projects]]` with a key and the capabilities whose steps
each takes (none for an own one), `[[links]]`, `[[costs]]`, `[[benefits]]`, `[[raid]]` and
`[[scenarios]]`. Projects and elements of the logic model are named by their keys, which are known
in the script alone.
"""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from techmodel.core.errors import BadInput
from techmodel.core.plan_parts import CostKind, RaidKind, Stage, Status
from techmodel.importing.checklist_shapes import Shape
from techmodel.importing.shaped import shaped

_Day = datetime.date
_Range = Annotated[list[int], Field(min_length=3, max_length=3)]
_Kind = Annotated[CostKind, Field(strict=False)]
_Raid = Annotated[RaidKind, Field(strict=False)]
_Stage = Annotated[Stage, Field(strict=False)]
_Status = Annotated[Status, Field(strict=False)]


def read_sample_plan(text: str) -> SamplePlan:
    """The script in the text of its file.

    Raises:
        BadInput: with a sentence a problem: it is no TOML, has another shape, or names something
            by a key that is not there.
    """
    plan = shaped("plan.toml", text, SamplePlan)
    keys = {p.key for p in plan.projects}
    named = {key for row in plan.links for key in (row.project, row.after)}
    named |= {row.project for row in plan.costs} | {row.project for row in plan.raid}
    named |= {key for row in plan.benefits for key in row.projects}
    named |= {key for terms in (plan, *plan.scenarios) for key in terms.later}
    elements = {row.key for row in plan.benefits}
    led = {key for row in plan.benefits for key in row.leads_to}
    strangers = sorted((named - keys - {""}) | (led - elements))
    if strangers:
        raise BadInput(f"plan.toml: there is nothing with the key “{strangers[0]}”.")
    return plan


class SampleTerms(Shape):
    """What the plan, or a scenario, is worked out under; `later` are keys of projects."""

    capacity: int
    roles: dict[str, int]
    later: list[str]


class SampleScenario(SampleTerms):
    """Terms under a name."""

    name: str


class SampleProject(Shape):
    """A project, and the capabilities whose steps it takes; none for an own one."""

    key: str
    name: str
    owner: str
    capabilities: list[str] = Field(default_factory=list)
    weeks: _Range | None = None
    status: _Status = Status.NOT_STARTED
    percent: int = 0
    start: _Day | None = None
    finish_by: _Day | None = None
    note: str = ""


class SampleLink(Shape):
    """One project waits for another, and for `lag` working days more."""

    project: str
    after: str
    lag: int = 0


class SampleCost(Shape):
    """A cost in pounds; without a project it is the plan's."""

    label: str
    kind: _Kind
    amount: _Range
    first_year: int
    project: str = ""
    years: int = 1
    funding: str = ""
    note: str = ""


class SampleBenefit(Shape):
    """An element of the logic model."""

    key: str
    stage: _Stage
    name: str
    leads_to: list[str] = Field(default_factory=list)
    projects: list[str] = Field(default_factory=list)
    measure: str = ""
    baseline: str = ""
    target: str = ""
    owner: str = ""
    review: _Day | None = None
    note: str = ""


class SampleRaid(Shape):
    """A risk, assumption, issue or dependency."""

    kind: _Raid
    text: str
    cause: str = ""
    consequence: str = ""
    likelihood: int | None = None
    impact: int | None = None
    response: str = ""
    owner: str = ""
    due: _Day | None = None
    project: str = ""


class SamplePlan(SampleTerms):
    """The whole script."""

    start: _Day
    closed_days: list[_Day]
    projects: list[SampleProject]
    links: list[SampleLink]
    costs: list[SampleCost]
    benefits: list[SampleBenefit]
    raid: list[SampleRaid]
    scenarios: list[SampleScenario]
