"""Flows and services in a workbook that came back: their rows, edits, and what is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from techmodel.core.checklist import ServiceId
from techmodel.core.flow_parts import OwnFlow, RecordedFlow
from techmodel.core.flow_rows import flow_fields
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.onboarding import Onboarding, onboarding_fields
from techmodel.core.organisations import OrganisationId
from techmodel.core.returning_integration import (
    added_record,
    asked_record,
    flow_from,
    flow_record,
    onboarding_from,
    onboarding_record,
)
from techmodel.core.sheets import FLOWS, ONBOARDING, pair_id
from techmodel.wording.labels import level_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Checklist
    from techmodel.core.flow_parts import FlowKey
    from techmodel.core.flows import Flow
    from techmodel.core.journal import Json
    from techmodel.core.returning_parts import Values
    from techmodel.core.returning_records import Record
    from techmodel.session.session import Session

    Records = Mapping[str, Record]
    AllRecords = Mapping[str, Records]
    Rows = Mapping[str, Mapping[str, Values | None]]


def stage_records(session: Session) -> dict[str, Record]:
    """The rows of Onboarding: each service for each organisation that it may be for."""
    from techmodel.export.xlsx.facts import unique_names

    names = unique_names((o.id, o.name) for o in session.assessment().organisations)
    found = {}
    for entry in session.services.guide():
        for who, held in entry.stages.items():
            told = {"service": entry.service.name, "organisation": names[who]}
            record = replace(onboarding_record(held), told=told)
            found[pair_id(entry.service.id, who)] = record
    return found


def absent_stages(session: Session, then: Records) -> dict[str, Record]:
    """Rows that were exported, as they are here: also where they are not listed any more."""
    recorded = session.services.all()
    found = {}
    for id_ in then:
        blank = _blank(id_)
        held = recorded.get((blank.service, blank.organisation), blank)
        found[id_] = onboarding_record(held)
    return found


def flow_records(session: Session) -> dict[str, Record]:
    """The rows of Flows: all that are asked for or were added."""
    from techmodel.export.xlsx.facts import unique_names

    assessment = session.assessment()
    names = unique_names((o.id, o.name) for o in assessment.organisations)
    checklist, flows = assessment.checklist, session.flows.all()
    return {"|".join(flow.key): _record(checklist, names, flow) for flow in flows}


def absent_flows(session: Session, then: Records) -> dict[str, Record]:
    """Rows that were exported and are recorded or known here, though not asked for any more."""
    assessment = session.assessment()
    known = {f.id for f in assessment.checklist.flows}
    found = {}
    for id_, record in then.items():
        what = flow_from(id_, record.held, own=True)
        held = assessment.flows.get(what.key, RecordedFlow(what.key))
        own = held.own or (what.own if record.stays and what.key.flow in known else None)
        if own:
            new = flow_record(what.key, held.value, held.note, own)
            found[id_] = asked_record(new) if held.own is None else added_record(new)
    return found


def stages_after(rows: Rows) -> Iterator[Onboarding]:
    """What Onboarding says of services in rows that change."""
    for id_, held in rows.get(ONBOARDING.title, {}).items():
        if held is not None:
            yield onboarding_from(held, _blank(id_))


def flows_after(
    then: AllRecords, now: AllRecords, rows: Rows
) -> dict[FlowKey, RecordedFlow | None]:
    """What Flows says of flows in rows that change; None for those that go."""
    found: dict[FlowKey, RecordedFlow | None] = {}
    for id_, held in rows.get(FLOWS.title, {}).items():
        known = now[FLOWS.title].get(id_) or then[FLOWS.title].get(id_)
        values = held or (known.held if known else {})
        flow = flow_from(id_, values, own=known is None or not known.stays)
        found[flow.key] = None if held is None else flow
    return found


def may_be(assessment: Assessment, flow: RecordedFlow, asked: Container[FlowKey]) -> bool:
    """Whether a flow is asked for, or one that a person may add."""
    if flow.own is None:
        return flow.key in asked
    scope = {o.id for o in assessment.scope}
    inside = any(c.id == flow.own.capability for c in assessment.capabilities)
    return inside and {flow.key.sender, flow.key.receiver} <= scope


def integration_edits(
    session: Session, then: AllRecords, now: AllRecords, rows: Rows
) -> Iterator[Edit]:
    """The edits that bring flows and stages to what a workbook says."""
    recorded, flows = session.services.all(), session.assessment().flows
    for stage in stages_after(rows):
        pair = stage.service, stage.organisation
        blank = onboarding_fields(Onboarding(*pair))
        old = onboarding_fields(recorded[pair]) if pair in recorded else None
        yield from _edits("onboarding", pair, (old, onboarding_fields(stage)), blank)
    for key, flow in flows_after(then, now, rows).items():
        blank = flow_fields(RecordedFlow(key))
        old = flow_fields(flows[key]) if key in flows else None
        yield from _edits("flow", key, (old, flow_fields(flow) if flow else None), blank)


def _edits(
    table: str,
    key: tuple[str, ...],
    sides: tuple[Mapping[str, Json] | None, Mapping[str, Json] | None],
    blank: Mapping[str, Json],
) -> Iterator[Edit]:
    """The edits of a row; what says nothing is the same as no row."""
    old, new = sides
    if old is None or new is None:
        if (new or blank) != (old or blank):
            before, after = ({**side} if side else None for side in sides)
            yield Edit(table, (*key,), WHOLE_ROW, before, after)
        return
    yield from (Edit(table, (*key,), f, old[f], new[f]) for f in old if old[f] != new[f])


def _record(checklist: Checklist, names: Mapping[OrganisationId, str], flow: Flow) -> Record:
    """A row of Flows with the words it shows."""
    capability = checklist.capability(flow.capability)
    own = OwnFlow(flow.information, flow.capability, flow.target)
    record = flow_record(flow.key, flow.value, flow.note, own)
    told = {
        "from": names[flow.key.sender],
        "to": names[flow.key.receiver],
        "capability": capability.name if capability else flow.capability,
    }
    if flow.is_own:
        return replace(added_record(record), told=told)
    target = "" if flow.target is None else level_name(checklist, flow.target)
    told |= {"information": flow.information, "target": target}
    return replace(asked_record(record), told=told)


def _blank(id_: str) -> Onboarding:
    service, _, organisation = id_.partition("|")
    return Onboarding(ServiceId(service), OrganisationId(organisation))
