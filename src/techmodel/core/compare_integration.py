"""Flows and stages with services that are not what they were at an earlier moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.compare_answers import turn_between
from techmodel.core.flow_parts import UNKNOWN, FlowState
from techmodel.core.flows import find_flows
from techmodel.core.onboarding import Onboarding, Stage, onboarding_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import ServiceId
    from techmodel.core.compare_answers import Turn
    from techmodel.core.flow_parts import FlowValue
    from techmodel.core.flows import Flow
    from techmodel.core.journal import Tables
    from techmodel.core.organisations import OrganisationId

    Pair = tuple[ServiceId, OrganisationId]


@dataclass(frozen=True, slots=True)
class FlowChange:
    """One flow, then and now.

    `flow` is as now or, where it is gone, as then; `then` and `now` are None where it was not
    among the flows; `fields` are those that differ: value, note, information, target, or flow
    where it is there at one of the moments only; `turn` follows its level.
    """

    flow: Flow
    then: Flow | None
    now: Flow | None
    fields: tuple[str, ...]
    turn: Turn


@dataclass(frozen=True, slots=True)
class StageChange:
    """How far one organisation is with one service, then and now.

    `fields` are those that differ: stage, owner, day, note.
    """

    then: Onboarding
    now: Onboarding
    fields: tuple[str, ...]

    @property
    def newly_live(self) -> bool:
        """Whether the organisation is live on it now and was not then."""
        return self.now.stage is Stage.LIVE and self.then.stage is not Stage.LIVE


def find_flow_changes(then: Assessment, now: Assessment) -> tuple[FlowChange, ...]:
    """The flows of which something differs, in the order of now, then those that are gone.

    A flow that is only asked for now, or not any more, is listed where something is known of it.
    """
    before, after = ({f.key: f for f in find_flows(side)} for side in (then, now))
    found = []
    for key, flow in {**after, **before, **after}.items():
        old, new = before.get(key), after.get(key)
        fields = tuple(_flow_fields(old, new))
        if fields:
            found.append(FlowChange(flow, old, new, fields, _turn(_value(old), _value(new))))
    return tuple(found)


def find_stage_changes(then: Tables, now: Tables, order: Assessment) -> tuple[StageChange, ...]:
    """The stages of which something differs, in the order of services, then of organisations."""
    before, after = _stages(then), _stages(now)
    services = [s.id for s in order.checklist.services]
    organisations = [o.id for o in order.organisations]

    def place(pair: Pair) -> tuple[int, str, int, str]:
        service, organisation = pair
        at = _place(services, service), _place(organisations, organisation)
        return at[0], service, at[1], organisation

    found = []
    for pair in sorted(before.keys() | after.keys(), key=place):
        old, new = (side.get(pair, Onboarding(*pair)) for side in (before, after))
        names = ("stage", "owner", "day", "note")
        fields = tuple(n for n in names if getattr(old, n) != getattr(new, n))
        if fields:
            found.append(StageChange(old, new, fields))
    return tuple(found)


def count_turns(changes: Iterable[FlowChange], turn: Turn) -> int:
    """How many flows went one way."""
    return sum(change.turn is turn for change in changes)


def _flow_fields(old: Flow | None, new: Flow | None) -> Iterator[str]:
    if old is None or new is None:
        found = old or new
        if found and (found.is_own or not found.is_unknown):
            yield "flow"
        return
    if old.value != new.value:
        yield "value"
    for name in ("information", "target", "note"):
        if getattr(old, name) != getattr(new, name):
            yield name


def _turn(old: FlowValue, new: FlowValue) -> Turn:
    """Which way a flow went, as `compare_answers` tells it of an answer."""
    known = old.state is not FlowState.UNKNOWN, new.state is not FlowState.UNKNOWN
    return turn_between(known, (old.level, new.level))


def _value(flow: Flow | None) -> FlowValue:
    return flow.value if flow else UNKNOWN


def _stages(tables: Tables) -> dict[Pair, Onboarding]:
    rows = (
        onboarding_of({"service": service, "organisation": organisation, **row})
        for (service, organisation), row in tables.get("onboarding", {}).items()
    )
    return {(held.service, held.organisation): held for held in rows}


def _place(ids: list[ServiceId] | list[OrganisationId], id_: str) -> int:
    return [*ids].index(id_) if id_ in ids else len(ids)
