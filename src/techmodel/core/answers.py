"""What an organisation says about a capability, and what supports it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.organisations import OrganisationId


class State(StrEnum):
    """The five kinds of answer, different things everywhere (design.md 4.1)."""

    LEVEL = "level"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    PROVIDED_BY = "provided_by"
    NOT_ANSWERED = "not_answered"


@dataclass(frozen=True, slots=True)
class Value:
    """An answer's value: what must hold together.

    `level` is given only with LEVEL, `provider` only with PROVIDED_BY.
    """

    state: State
    level: int | None = None
    provider: OrganisationId | None = None
    reason: str = ""


NOT_ANSWERED = Value(State.NOT_ANSWERED)


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything recorded for one pair of capability and organisation."""

    capability: CapabilityId
    organisation: OrganisationId
    value: Value = NOT_ANSWERED
    note: str = ""
    dissent: str = ""
    parked: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What supports an answer: grade A to D, title, ISO date or "", and where it is kept."""

    id: str
    capability: CapabilityId
    organisation: OrganisationId
    grade: str
    title: str
    date: str = ""
    where: str = ""
