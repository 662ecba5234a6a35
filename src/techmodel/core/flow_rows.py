"""How flows lie in the rows of a file, and back; which rows a verb can have written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from techmodel.core.checklist import LEVELS, CapabilityId
from techmodel.core.flow_parts import (
    UNKNOWN,
    FlowId,
    FlowKey,
    FlowState,
    FlowValue,
    OwnFlow,
    RecordedFlow,
)
from techmodel.core.organisations import OrganisationId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.journal import Json

    Row = Mapping[str, Json]

TABLE = "flow"
"""The journalled table."""
_LONGEST_NAME, _LONGEST_TEXT = 1_000, 40_000
"""Characters, as `core.sense` takes them elsewhere."""
_NONSENSE = (LookupError, TypeError, ValueError)


def flow_of(row: Row) -> RecordedFlow:
    """A flow from its row.

    Raises:
        LookupError, TypeError, ValueError: no verb writes such a row.
    """
    key = FlowKey(
        OrganisationId(str(row["sender"])),
        OrganisationId(str(row["receiver"])),
        FlowId(str(row["flow"])),
    )
    return RecordedFlow(key, value_of(row["value"]), str(row["note"]), _own_of(row["own"]))


def flow_fields(flow: RecordedFlow) -> dict[str, Json]:
    """A flow's row without its key."""
    return {"value": value_json(flow.value), "note": flow.note, "own": _own_json(flow.own)}


def value_json(value: FlowValue) -> Json:
    """The one field that holds a value together."""
    return {"state": value.state.value, "level": value.level, "reason": value.reason}


def value_of(value: Json) -> FlowValue:
    """The value in a flow's field. Raises as `flow_of`."""
    held = cast("dict[str, str]", value)
    return FlowValue(FlowState(held["state"]), cast("int | None", held["level"]), held["reason"])


def row_makes_sense(row: Json) -> bool:
    """Whether a row, without its key, is one that a verb writes (trust.md F15)."""
    if not isinstance(row, dict) or row.keys() != _EXAMPLE.keys():
        return False
    try:
        flow = flow_of({"sender": "", "receiver": "", "flow": "", **row})
        same = json.dumps(flow_fields(flow), sort_keys=True) == json.dumps(row, sort_keys=True)
        return same and _value_holds(flow.value) and _own_holds(flow.own) and _note_holds(flow)
    except _NONSENSE:
        return False


def field_makes_sense(field: str, value: Json) -> bool:
    """Whether a field of a flow may hold a value."""
    return field in _EXAMPLE and row_makes_sense({**_EXAMPLE, field: value})


def _own_of(json_: Json) -> OwnFlow | None:
    if json_ is None:
        return None
    held = cast("dict[str, str]", json_)
    target = cast("int | None", held["target"])
    return OwnFlow(held["information"], CapabilityId(held["capability"]), target)


def _own_json(own: OwnFlow | None) -> Json:
    if own is None:
        return None
    return {"information": own.information, "capability": own.capability, "target": own.target}


def _value_holds(value: FlowValue) -> bool:
    return (
        (value.level is not None) == (value.state is FlowState.LEVEL)
        and (value.level is None or _is_level(value.level))
        and _is_text(value.reason, _LONGEST_TEXT)
    )


def _own_holds(own: OwnFlow | None) -> bool:
    return own is None or (
        _is_text(own.information, _LONGEST_NAME)
        and own.information != ""
        and _is_text(own.capability, _LONGEST_NAME)
        and (own.target is None or _is_level(own.target))
    )


def _note_holds(flow: RecordedFlow) -> bool:
    return len(flow.note) <= _LONGEST_TEXT


def _is_level(level: object) -> bool:
    return type(level) is int and level in LEVELS


def _is_text(text: object, longest: int) -> bool:
    return isinstance(text, str) and len(text) <= longest


_EXAMPLE: dict[str, Json] = flow_fields(
    RecordedFlow(FlowKey(OrganisationId(""), OrganisationId(""), FlowId("")), UNKNOWN)
)
