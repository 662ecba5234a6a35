"""What an asked pair comes to, and who answers for whom (design.md 4.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.answers import State

if TYPE_CHECKING:
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Capability, CapabilityId
    from techmodel.core.organisations import Organisation, OrganisationId


class ProviderFault(StrEnum):
    """Why an organisation cannot answer for another."""

    SELF = "itself"
    LEFT = "not an organisation in scope"
    NOT_ASKED = "not asked"
    CHAIN = "a chain"
    NOT_ANSWERED = "no answer of its own"
    NOT_APPLICABLE = "not applicable"


def is_asked(assessment: Assessment, capability: Capability, organisation: Organisation) -> bool:
    """Whether the pair is asked: both in scope, and the capability applies to the kind."""
    return (
        organisation.in_scope
        and organisation.kind in capability.applies_to
        and capability.domain not in assessment.domains_out
    )


def resolve(
    assessment: Assessment, capability: CapabilityId, organisation: OrganisationId
) -> Pair | None:
    """What the pair comes to after following "provided by", or None when it is not asked.

    A provider that cannot provide leaves the pair not answered and marked broken.
    """
    asked, partner = _found(assessment, capability, organisation)
    if asked is None or partner is None or not is_asked(assessment, asked, partner):
        return None
    value = assessment.value(capability, organisation)
    if value.state is not State.PROVIDED_BY:
        return Pair(value.state, value.level)
    if value.provider is None or provider_fault(assessment, capability, organisation):
        return Pair(State.NOT_ANSWERED, None, value.provider, broken=True)
    own = assessment.value(capability, value.provider)
    return Pair(own.state, own.level, value.provider)


def provider_fault(
    assessment: Assessment, capability: CapabilityId, organisation: OrganisationId
) -> ProviderFault | None:
    """Why the provider recorded for this pair cannot provide; None if it can or there is none."""
    provider = assessment.value(capability, organisation).provider
    if provider is None:
        return None
    return _fault(assessment, capability, provider, organisation)


def can_provide(
    assessment: Assessment,
    capability: CapabilityId,
    provider: OrganisationId,
    organisation: OrganisationId,
) -> ProviderFault | None:
    """Why `provider` could not answer for `organisation`, or None when it could.

    An organisation that itself provides for others cannot be provided: that would be a chain.
    """
    fault = _fault(assessment, capability, provider, organisation)
    if fault is None and dependants(assessment, capability, organisation):
        return ProviderFault.CHAIN
    return fault


def dependants(
    assessment: Assessment, capability: CapabilityId, organisation: OrganisationId
) -> tuple[OrganisationId, ...]:
    """The organisations in scope whose answer names this one as provider, in order.

    A domain that is out of scope counts too: its answers come back with it.
    """
    asked = assessment.checklist.capability(capability)
    if asked is None:
        return ()
    return tuple(
        o.id
        for o in assessment.scope
        if o.kind in asked.applies_to
        and assessment.value(capability, o.id).provider == organisation
    )


def broken_pairs(assessment: Assessment) -> tuple[tuple[CapabilityId, OrganisationId], ...]:
    """The asked pairs whose provider cannot provide; they count as not answered."""
    return tuple(
        key
        for key, answer in assessment.answers.items()
        if answer.value.state is State.PROVIDED_BY
        and (pair := resolve(assessment, *key)) is not None
        and pair.broken
    )


def _found(
    assessment: Assessment, capability: CapabilityId, organisation: OrganisationId
) -> tuple[Capability | None, Organisation | None]:
    partner = next((o for o in assessment.organisations if o.id == organisation), None)
    return assessment.checklist.capability(capability), partner


def _fault(
    assessment: Assessment,
    capability: CapabilityId,
    provider: OrganisationId,
    organisation: OrganisationId,
) -> ProviderFault | None:
    asked, partner = _found(assessment, capability, provider)
    if provider == organisation:
        return ProviderFault.SELF
    if partner is None or not partner.in_scope:
        return ProviderFault.LEFT
    if asked is None or not is_asked(assessment, asked, partner):
        return ProviderFault.NOT_ASKED
    return _WITHOUT_ITS_OWN.get(assessment.value(capability, provider).state)


_WITHOUT_ITS_OWN = {
    State.NOT_ANSWERED: ProviderFault.NOT_ANSWERED,
    State.NOT_APPLICABLE: ProviderFault.NOT_APPLICABLE,
    State.PROVIDED_BY: ProviderFault.CHAIN,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """An asked pair, after following "provided by" (design.md 4.1).

    `state` is the provider's where provided; `provided_by` then names it. `broken` marks a pair
    whose provider cannot provide: it counts as not answered.
    """

    state: State
    level: int | None
    provided_by: OrganisationId | None = None
    broken: bool = False
