"""The flows of the sample assessment, made from its script with the verbs a person uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.checklist import CapabilityId
from techmodel.core.flow_parts import FlowId, FlowKey, FlowState, FlowValue
from techmodel.session.flows import FlowChange
from techmodel.session.sample_plan import DECIDED_BY

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.core.organisations import OrganisationId
    from techmodel.importing.sample_flows import SampleFlows, SampleOwnFlow
    from techmodel.session.session import Session

    Ends = Callable[[str], tuple[OrganisationId, OrganisationId]]


def play_flows(session: Session, script: SampleFlows) -> None:
    """Say flow by flow at what level it is, then why, then what the partners added."""
    from techmodel.importing.sample_flows import way_ends

    ids = {o.name: o.id for o in session.assessment().organisations}

    def ends(way: str) -> tuple[OrganisationId, OrganisationId]:
        sender, receiver = way_ends(script, way)
        return ids[sender], ids[receiver]

    for flow, ways in script.levels.items():
        levels = {
            FlowKey(*ends(way), FlowId(flow)): FlowChange(FlowValue(FlowState.LEVEL, level))
            for way, level in ways.items()
        }
        session.flows.record(levels, decided_by=DECIDED_BY)
    for row in script.remarks:
        key, reason = FlowKey(*ends(row.way), FlowId(row.flow)), row.not_applicable
        value = FlowValue(FlowState.NOT_APPLICABLE, None, reason) if reason else None
        session.flows.record({key: FlowChange(value, row.note)}, decided_by=DECIDED_BY)
    for own in script.own:
        _add(session, own, ends)


def _add(session: Session, own: SampleOwnFlow, ends: Ends) -> None:
    known = {flow.key for flow in session.flows.all()}
    capability = CapabilityId(own.capability)
    session.flows.add(*ends(own.way), own.information, capability, own.target)
    (added,) = (flow.key for flow in session.flows.all() if flow.key not in known)
    value = FlowValue(FlowState.LEVEL, own.level)
    session.flows.record({added: FlowChange(value, own.note)}, decided_by=DECIDED_BY)
