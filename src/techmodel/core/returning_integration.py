"""What exported rows of flows and services showed and hold; and back to values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from techmodel.core.answers import State, Value
from techmodel.core.flow_parts import FlowId, FlowKey, FlowState, FlowValue, OwnFlow, RecordedFlow
from techmodel.core.returning_records import plain_record

if TYPE_CHECKING:
    from techmodel.core.onboarding import Onboarding
    from techmodel.core.returning_parts import Values
    from techmodel.core.returning_records import Record

ENDS = frozenset({"from", "to"})
"""Columns that nobody changes in a row that is there."""
WHAT = ("information", "capability", "target")
"""Columns that a person changes in flows that a person added."""
_STATES = {
    FlowState.LEVEL: State.LEVEL,
    FlowState.UNKNOWN: State.DONT_KNOW,
    FlowState.NOT_APPLICABLE: State.NOT_APPLICABLE,
}
_FLOW_STATES = {state: flow for flow, state in _STATES.items()}


def flow_record(key: FlowKey, value: FlowValue, note: str, own: OwnFlow) -> Record:
    """A row of Flows.

    Args:
        key: which flow.
        value: what is recorded.
        note: the note on it.
        own: what it is, of one that a person added; else what the checklist says of it.
    """
    return plain_record(
        {
            "from": key.sender,
            "to": key.receiver,
            "information": own.information,
            "capability": own.capability,
            "target": own.target,
            "level": Value(_STATES[value.state], value.level),
            "reason": value.reason,
            "note": note,
        }
    )


def asked_record(record: Record) -> Record:
    """The same of a flow that the checklist knows: only level, reason and note are a person's."""
    return replace(record, fixed=ENDS.union(WHAT), stays=True)


def added_record(record: Record) -> Record:
    """The same of a flow that a person added: only its ends stay."""
    return replace(record, fixed=ENDS)


def flow_from(id_: str, held: Values, *, own: bool) -> RecordedFlow:
    """A flow with what a row holds; `own` says that a person added it."""
    ends = held["from"], held["to"]
    level: Value = held["level"]
    what = OwnFlow(held["information"], held["capability"], held["target"]) if own else None
    return RecordedFlow(
        FlowKey(*ends, FlowId(id_.removeprefix("|".join((*ends, ""))))),
        FlowValue(_FLOW_STATES[level.state], level.level, held["reason"]),
        held["note"],
        what,
    )


def onboarding_record(onboarding: Onboarding) -> Record:
    """A row of Onboarding."""
    return plain_record(
        {
            "stage": onboarding.stage,
            "owner": onboarding.owner,
            "date": onboarding.day,
            "note": onboarding.note,
        }
    )


def onboarding_from(held: Values, old: Onboarding) -> Onboarding:
    """What is recorded of a service with what a row holds; `old` says of which, for whom."""
    return replace(
        old, stage=held["stage"], owner=held["owner"], day=held["date"], note=held["note"]
    )
