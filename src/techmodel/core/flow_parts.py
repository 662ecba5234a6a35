"""What flows are made of: information that goes from one organisation to another."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, NewType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.checklist import CapabilityId, CareModelId, KindId, ModelTarget
    from techmodel.core.organisations import OrganisationId

FlowId = NewType("FlowId", str)


@dataclass(frozen=True, slots=True)
class TypicalFlow:
    """A flow that care models ask for, as the checklist knows it (design.md 4.10).

    `senders` and `receivers` are the kinds of organisation it goes between; `targets` maps care
    models to the level each asks for.
    """

    id: FlowId
    information: str
    capability: CapabilityId
    senders: tuple[KindId, ...]
    receivers: tuple[KindId, ...]
    targets: Mapping[CareModelId, ModelTarget] = field(default_factory=dict)


class FlowState(StrEnum):
    """What is known of a flow between two organisations."""

    LEVEL = "level"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class FlowValue:
    """A level 0..5 with LEVEL alone, a reason with NOT_APPLICABLE alone."""

    state: FlowState
    level: int | None = None
    reason: str = ""


UNKNOWN = FlowValue(FlowState.UNKNOWN)
"""What is known of a flow of which nobody said anything."""


class FlowKey(NamedTuple):
    """Which flow between which two organisations; the key of its row."""

    sender: OrganisationId
    receiver: OrganisationId
    flow: FlowId


@dataclass(frozen=True, slots=True)
class OwnFlow:
    """What a person says of a flow that the checklist does not know; `target` None for none."""

    information: str
    capability: CapabilityId
    target: int | None = None


@dataclass(frozen=True, slots=True)
class RecordedFlow:
    """What a file holds of one flow; `own` is None for a flow of the checklist."""

    key: FlowKey
    value: FlowValue = UNKNOWN
    note: str = ""
    own: OwnFlow | None = None
