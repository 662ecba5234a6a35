"""The shape of each file of a checklist folder, and what is wrong with a file in plain words."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from techmodel.core.checklist import Effort, Profile, ServiceStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

_Effort = Annotated[Effort, Field(strict=False)]
_Profile = Annotated[Profile, Field(strict=False)]
_Status = Annotated[ServiceStatus, Field(strict=False)]
_Number = Annotated[float, Field(allow_inf_nan=False)]
_Proven = Literal["1", "2", "3", "4", "5"]
_Weeks = Annotated[list[int], Field(min_length=3, max_length=3)]

_SENTENCES = {
    "missing": "is missing",
    "extra_forbidden": "is not known here; take it out or correct its spelling",
    "string_type": "must be text in quotation marks",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "finite_number": "must be a number",
    "bool_type": "must be true or false, without quotation marks",
    "list_type": "must be a list in square brackets",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "date_type": "must be a date such as 2026-09-30, without quotation marks",
    "too_short": "must be three whole numbers: low, likely, high",
    "too_long": "must be three whole numbers: low, likely, high",
}


def shape_problems(file: str, error: ValidationError, data: Mapping[str, Any]) -> tuple[str, ...]:
    """What is wrong with the shape of `file`, one sentence each, naming file, id and key."""
    return tuple(
        f"{file}: {_place(problem['loc'], data)}: {_what(problem)}." for problem in error.errors()
    )


def _what(problem: ErrorDetails) -> str:
    if expected := problem.get("ctx", {}).get("expected"):
        return f"must be {expected}"
    return _SENTENCES.get(problem["type"], str(problem["msg"]))


def _place(location: tuple[int | str, ...], data: object) -> str:
    """The nearest id above the place and the keys below it, such as "GOV-04, levels.2"."""
    owner, keys, node = "", list[str](), data
    for part in location:
        keys.append(f"number {part + 1}" if isinstance(part, int) else part)
        node = _step(node, part)
        if isinstance(node, dict) and isinstance(node.get("id"), str):
            owner, keys = f"{node['id']}, ", []
    return (owner + ".".join(keys)).removesuffix(", ")


def _step(node: object, part: int | str) -> object:
    if isinstance(node, dict):
        return node.get(part)
    return node[part] if isinstance(node, list) and isinstance(part, int) else None


class Shape(BaseModel):
    """What all files share: values of their own kind only, and no unknown keys."""

    model_config = ConfigDict(strict=True, extra="forbid")


class _Wording(Shape):
    exchange: str
    access: str
    insight: str
    enabler: str


class _Level(Shape):
    level: int
    name: str
    summary: str
    test: str
    wording: _Wording


class _Domain(Shape):
    id: str
    name: str
    short_name: str
    description: str


class _Action(Shape):
    to_level: int
    action: str
    effort: _Effort
    roles: list[str]
    tasks: list[str] = []
    risk: str = ""
    benefit: str = ""


class _Target(Shape):
    level: int
    reason: str = ""


class _Duty(Shape):
    name: str
    source: str
    date: datetime.date | None = None


class Wordings(Shape):
    """Six wordings, by level."""

    absent: str = Field(alias="0")
    standalone: str = Field(alias="1")
    viewable: str = Field(alias="2")
    structured: str = Field(alias="3")
    shared: str = Field(alias="4")
    orchestrated: str = Field(alias="5")


class _Capability(Shape):
    id: str
    name: str
    question: str
    test: str
    why: str
    weight: _Number
    profile: _Profile
    applies_to: list[str]
    levels: Wordings
    evidence: list[str]
    actions: list[_Action]
    prerequisites: list[str]
    services: list[str]
    targets: dict[str, _Target]
    duty: _Duty | None = None
    proof: dict[_Proven, str] = {}
    was: list[str] = []
    hidden: bool = False


class _Service(Shape):
    id: str
    name: str
    kind: str
    what: str
    operator: str
    standards: str
    status: _Status
    status_note: str
    status_date: datetime.date | None = None
    replaced_by: str | None = None
    licence: str
    source: str
    confidence: Literal["verified", "partly"]
    connect: list[str] = []
    needs: list[str] = []
    ask: str = ""
    duty: _Duty | None = None


class _CareModel(Shape):
    id: str
    name: str
    family: Literal["programme", "today"]
    description: str
    population: str = ""
    typical: str = ""
    leans_on: list[str] = []
    sources: list[str] = []


class _Term(Shape):
    term: str
    meaning: str
    source: str = ""


class _Flow(Shape):
    id: str
    information: str
    capability: str
    senders: list[str] = Field(alias="from")
    receivers: list[str] = Field(alias="to")
    targets: dict[str, _Target]


class _Kind(Shape):
    id: str
    name: str
    short_name: str


class _Grade(Shape):
    grade: Literal["A", "B", "C", "D"]
    name: str
    meaning: str


class ChecklistFile(Shape):
    """`checklist.toml`: what the checklist is, and its domains in order."""

    title: str
    version: str
    date: datetime.date
    notice: str
    domains: list[str]


class LevelsFile(Shape):
    """`levels.toml`: the scale."""

    levels: list[_Level]


class ScoringFile(Shape):
    """`scoring.toml`: the numbers of the arithmetic, generic actions and evidence grades."""

    blocked_share: _Number
    default_threshold: _Number
    bands: dict[_Effort, _Weeks]
    band_meanings: dict[_Effort, str]
    generic_actions: list[_Action]
    evidence_grades: list[_Grade]


class CareModelsFile(Shape):
    """`care_models.toml`."""

    care_models: list[_CareModel]


class ServicesFile(Shape):
    """`services.toml`."""

    services: list[_Service]


class RolesFile(Shape):
    """`roles.toml`."""

    roles: dict[str, str]


class GlossaryFile(Shape):
    """`glossary.toml`: words and abbreviations; a checklist may do without this file."""

    terms: list[_Term]


class FlowsFile(Shape):
    """`flows.toml`: the flows that care models ask for; a checklist may do without this file."""

    flows: list[_Flow]


class KindsFile(Shape):
    """`kinds.toml`."""

    kinds: list[_Kind]


class DomainFile(Shape):
    """`domains/ID.toml`: one domain and its capabilities, in order."""

    domain: _Domain
    capabilities: list[_Capability]
