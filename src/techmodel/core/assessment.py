"""What one file holds, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from techmodel.core.answers import NOT_ANSWERED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.answers import Answer, Evidence, Value
    from techmodel.core.checklist import Capability, CapabilityId, CareModelId, Checklist, DomainId
    from techmodel.core.flow_parts import FlowKey, RecordedFlow
    from techmodel.core.organisations import Organisation, OrganisationId


@dataclass(frozen=True, slots=True)
class Override:
    """A target set by decision: 0 means not pursued (design.md 4.3)."""

    capability: CapabilityId
    level: int
    reason: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything the arithmetic and the exports look at.

    `organisations` holds all, in order, also those that left; `scope` those that count.
    `flows` is what is recorded of flows, also of such as are not asked (see `flows.find_flows`).
    """

    id: str
    title: str
    lead: str
    care_models: tuple[CareModelId, ...]
    threshold: float
    domains_out: frozenset[DomainId]
    checklist: Checklist
    organisations: tuple[Organisation, ...]
    answers: Mapping[tuple[CapabilityId, OrganisationId], Answer]
    evidence: tuple[Evidence, ...]
    overrides: Mapping[CapabilityId, Override]
    flows: Mapping[FlowKey, RecordedFlow] = field(default_factory=dict)

    @property
    def scope(self) -> tuple[Organisation, ...]:
        """The organisations that count, in order."""
        return tuple(o for o in self.organisations if o.in_scope)

    @property
    def capabilities(self) -> tuple[Capability, ...]:
        """The capabilities in scope, in checklist order."""
        return tuple(c for c in self.checklist.capabilities if c.domain not in self.domains_out)

    def value(self, capability: CapabilityId, organisation: OrganisationId) -> Value:
        """The value recorded for a pair, whether or not it is asked."""
        answer = self.answers.get((capability, organisation))
        return answer.value if answer else NOT_ANSWERED
