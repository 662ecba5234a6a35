"""The flows asked of an assessment: level, target, gap, and who could say (design.md 4.10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.flow_parts import UNKNOWN, FlowKey, FlowState
from techmodel.core.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, CareModelId
    from techmodel.core.flow_parts import FlowValue, OwnFlow, RecordedFlow, TypicalFlow
    from techmodel.core.organisations import OrganisationId

Way = tuple["OrganisationId", "OrganisationId"]
"""From which organisation to which."""


@dataclass(frozen=True, slots=True)
class Flow:
    """One flow between two organisations in scope.

    `target` is the level asked for, None where nobody asks; `by` are the care models that ask for
    exactly it and `reason` is that of the first. `gap` is None where the flow does not apply.
    `is_own` tells that a person added it.
    """

    key: FlowKey
    information: str
    capability: CapabilityId
    value: FlowValue
    note: str
    target: int | None
    by: tuple[CareModelId, ...]
    reason: str
    gap: Range | None
    is_own: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether nobody has said at what level it is."""
        return self.value.state is FlowState.UNKNOWN

    @property
    def ask(self) -> tuple[OrganisationId, OrganisationId]:
        """Who could say: the receiver, who sees how it arrives, then the sender."""
        return self.key.receiver, self.key.sender


@dataclass(frozen=True, slots=True)
class FlowCell:
    """All flows one way. `level` is the lowest known one; `gap` the worst, None without any."""

    count: int
    unknown: int
    level: int | None
    gap: Range | None


@dataclass(frozen=True, slots=True)
class FlowSums:
    """How many flows there are, and how many of them are what; `below` are those for certain."""

    asked: int
    met: int
    below: int
    unknown: int
    not_applicable: int


def find_flows(assessment: Assessment) -> tuple[Flow, ...]:
    """The flows that the chosen care models ask for between organisations in scope, and own ones.

    In the order of capabilities, then of the checklist's flows, own ones last, then of the
    organisations. What is recorded of others is kept in the file and not among them.
    """
    capabilities = {c.id: n for n, c in enumerate(assessment.capabilities)}
    places = {o.id: n for n, o in enumerate(assessment.scope)}
    typical = {f.id: n for n, f in enumerate(assessment.checklist.flows)}
    found = [f for f in _typical(assessment) if f.capability in capabilities]
    own = [f for f in _own(assessment) if f.capability in capabilities]

    def place(flow: Flow) -> tuple[int, int, str, int, int]:
        key = flow.key
        at = typical.get(key.flow, len(typical))
        ends = places[key.sender], places[key.receiver]
        return capabilities[flow.capability], at, key.flow, *ends

    return tuple(sorted((*found, *own), key=place))


def flows_by_capability(flows: Iterable[Flow]) -> Mapping[CapabilityId, tuple[Flow, ...]]:
    """The flows that are listed under each capability."""
    found: dict[CapabilityId, list[Flow]] = {}
    for flow in flows:
        found.setdefault(flow.capability, []).append(flow)
    return {capability: tuple(some) for capability, some in found.items()}


def find_matrix(flows: Iterable[Flow]) -> Mapping[Way, FlowCell]:
    """What goes each way, worst gap first; ways without flows are absent."""
    ways: dict[Way, list[Flow]] = {}
    for flow in flows:
        ways.setdefault((flow.key.sender, flow.key.receiver), []).append(flow)
    return {way: _cell(some) for way, some in ways.items()}


def who_could_say(flows: Iterable[Flow]) -> Mapping[OrganisationId, tuple[Flow, ...]]:
    """The unknown flows by the organisation to ask first, who has most of them first."""
    found: dict[OrganisationId, list[Flow]] = {}
    for flow in flows:
        if flow.is_unknown:
            found.setdefault(flow.ask[0], []).append(flow)
    most_first = sorted(found.items(), key=lambda item: -len(item[1]))
    return {organisation: tuple(some) for organisation, some in most_first}


def find_sums(flows: Iterable[Flow]) -> FlowSums:
    """How many flows are met, below target, unknown and not applicable; never one score."""
    flows = tuple(flows)
    below = sum(f.gap is not None and f.gap.low > 0 for f in flows)
    unknown = sum(f.is_unknown for f in flows)
    none = sum(f.gap is None for f in flows)
    return FlowSums(len(flows), len(flows) - below - unknown - none, below, unknown, none)


def find_gap(target: int | None, value: FlowValue) -> Range | None:
    """The gap of a flow as that of a capability (design.md 4.4); None where it does not apply."""
    if value.state is FlowState.NOT_APPLICABLE:
        return None
    aim = target or 0
    if value.level is None:
        return Range(0, aim)
    short = max(0, aim - value.level)
    return Range(short, short)


def typical_target(
    flow: TypicalFlow, models: Iterable[CareModelId]
) -> tuple[int, tuple[CareModelId, ...]]:
    """The highest level that one of the models asks for, 0 for none, and who asks for it."""
    levels = {m: flow.targets[m].level for m in models if m in flow.targets}
    target = max(levels.values(), default=0)
    return target, tuple(m for m, level in levels.items() if level == target and target)


def _typical(assessment: Assessment) -> Iterator[Flow]:
    for flow in assessment.checklist.flows:
        target, by = typical_target(flow, assessment.care_models)
        if not by:
            continue
        reason = flow.targets[by[0]].reason
        for key in _keys(assessment, flow):
            held = assessment.flows.get(key)
            value, note = (held.value, held.note) if held else (UNKNOWN, "")
            gap = find_gap(target, value)
            yield Flow(
                key, flow.information, flow.capability, value, note, target, by, reason, gap
            )


def _keys(assessment: Assessment, flow: TypicalFlow) -> Iterator[FlowKey]:
    """The ways that a typical flow goes here."""
    receivers = [o for o in assessment.scope if o.kind in flow.receivers]
    for sender in assessment.scope:
        if sender.kind in flow.senders:
            for receiver in receivers:
                if receiver is not sender:
                    yield FlowKey(sender.id, receiver.id, flow.id)


def _own(assessment: Assessment) -> Iterator[Flow]:
    scope = {o.id for o in assessment.scope}
    typical = {f.id for f in assessment.checklist.flows}
    for key, held in assessment.flows.items():
        here = {key.sender, key.receiver} <= scope and key.sender != key.receiver
        if held.own and here and key.flow not in typical:
            yield _own_flow(held, held.own)


def _own_flow(held: RecordedFlow, own: OwnFlow) -> Flow:
    gap = find_gap(own.target, held.value)
    said = own.information, own.capability, held.value, held.note, own.target
    return Flow(held.key, *said, (), "", gap, is_own=True)


def _cell(flows: list[Flow]) -> FlowCell:
    levels = [f.value.level for f in flows if f.value.level is not None]
    gaps = [f.gap for f in flows if f.gap]
    worst = Range(max(g.low for g in gaps), max(g.high for g in gaps)) if gaps else None
    unknown = sum(f.is_unknown for f in flows)
    return FlowCell(len(flows), unknown, min(levels, default=None), worst)
