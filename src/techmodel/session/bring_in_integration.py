"""What of flows and services comes along with organisations of another assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.flow_parts import FlowId, FlowKey
from techmodel.core.flow_rows import flow_fields
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.onboarding import onboarding_fields
from techmodel.session.entries import entry_id

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import ServiceId
    from techmodel.core.flow_parts import RecordedFlow
    from techmodel.core.onboarding import Onboarding
    from techmodel.core.organisations import OrganisationId
    from techmodel.session.session import Session

    Ids = Mapping[OrganisationId, OrganisationId]


def services_of(
    ours: Assessment, theirs: Session, who: Container[OrganisationId]
) -> Iterator[Onboarding]:
    """What is recorded there of services that our checklist knows, for some organisations."""
    known: set[ServiceId] = {s.id for s in ours.checklist.services}
    for held in theirs.services.all().values():
        if held.organisation in who and held.service in known:
            yield held


def integration_edits(ours: Assessment, theirs: Session, ids: Ids) -> Iterator[Edit]:
    """What makes the flows between organisations that come in, and what they are with services.

    Args:
        ours: the assessment they come into.
        theirs: the one they come from.
        ids: the new id of each organisation that comes in.
    """
    for stage in services_of(ours, theirs, ids):
        key = stage.service, ids[stage.organisation]
        yield Edit("onboarding", key, WHOLE_ROW, None, onboarding_fields(stage))
    typical = {flow.id for flow in ours.checklist.flows}
    for flow in theirs.assessment().flows.values():
        sender, receiver, id_ = flow.key
        if sender in ids and receiver in ids and _is_known(ours, typical, flow):
            kept = FlowId(entry_id("F", typical)) if flow.own and id_ in typical else id_
            made = FlowKey(ids[sender], ids[receiver], kept)
            yield Edit("flow", (*made,), WHOLE_ROW, None, flow_fields(flow))


def _is_known(ours: Assessment, typical: Container[FlowId], flow: RecordedFlow) -> bool:
    """Whether our checklist knows a flow or, of one that was added, its capability."""
    if flow.own is None:
        return flow.key.flow in typical
    return ours.checklist.capability(flow.own.capability) is not None
