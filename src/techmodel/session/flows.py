"""The verbs of flows: at what level information goes from one organisation to another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from techmodel.core.checklist import LEVELS
from techmodel.core.errors import WrongUse
from techmodel.core.flow_parts import (
    UNKNOWN,
    FlowId,
    FlowKey,
    FlowState,
    FlowValue,
    OwnFlow,
    RecordedFlow,
)
from techmodel.core.flow_rows import TABLE, flow_fields
from techmodel.core.flows import find_flows
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.session.entries import entry_id
from techmodel.session.noun import (
    Noun,
    clean_name,
    clean_text,
    known_capability,
    known_organisation,
)
from techmodel.wording.flows import change_label, flow_name, flows_label, way_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.checklist import CapabilityId
    from techmodel.core.flows import Flow
    from techmodel.core.organisations import OrganisationId
    from techmodel.session.touched import Touched


@dataclass(frozen=True, slots=True)
class FlowChange:
    """What is new about a flow; None leaves it as it is."""

    value: FlowValue | None = None
    note: str | None = None


class Flows(Noun):
    """The verbs of flows, and all that are asked for.

    A flow is named by its `FlowKey`; every verb raises WrongUse for one that is not asked.
    """

    def all(self) -> tuple[Flow, ...]:
        """The flows that are asked for or were added, in order; see `core.flows.find_flows`."""
        return find_flows(self._assessment)

    def set_level(self, key: FlowKey, level: int, *, decided_by: str = "") -> Touched:
        """Say at what level a flow is; WrongUse for a level that is not 0 to 5."""
        value = FlowValue(FlowState.LEVEL, level)
        return self.record({key: FlowChange(value)}, decided_by=decided_by)

    def set_unknown(self, key: FlowKey, *, decided_by: str = "") -> Touched:
        """Say that nobody knows at what level a flow is."""
        return self.record({key: FlowChange(UNKNOWN)}, decided_by=decided_by)

    def set_not_applicable(self, key: FlowKey, reason: str, *, decided_by: str = "") -> Touched:
        """Say that a flow does not apply between the two; WrongUse without a reason."""
        value = FlowValue(FlowState.NOT_APPLICABLE, None, reason)
        return self.record({key: FlowChange(value)}, decided_by=decided_by)

    def note(self, key: FlowKey, text: str) -> Touched:
        """Write a note on a flow; an empty one takes it away."""
        return self.record({key: FlowChange(note=text)})

    def record(self, changes: Mapping[FlowKey, FlowChange], *, decided_by: str = "") -> Touched:
        """Say something of many flows in one batch: all or nothing.

        Raises:
            WrongUse: a flow that is not asked, a level that is not 0 to 5, no reason.
        """
        known = {flow.key: flow for flow in self.all()}
        edits = [
            edit
            for key, change in changes.items()
            for edit in self._edits(key, self._checked(self._flow(key, known), change))
        ]
        return self._session.apply(edits, self._label(changes, known), decided_by=decided_by)

    def add(
        self,
        sender: OrganisationId,
        receiver: OrganisationId,
        information: str,
        capability: CapabilityId,
        target: int | None = None,
    ) -> Touched:
        """Add a flow that the checklist does not know; its level is unknown at first.

        Raises:
            WrongUse: an unknown organisation or capability, one and the same organisation, one
                that has left, no information or one that already goes there, a target that is
                not 0 to 5.
        """
        names = [self._counted(id_) for id_ in (sender, receiver)]
        if sender == receiver:
            raise WrongUse(f"A flow goes to another organisation, not from {names[0]} to itself.")
        used = {key.flow for key in self._assessment.flows}
        key = FlowKey(sender, receiver, FlowId(entry_id("F", used)))
        own = self._checked_own(key, OwnFlow(information, capability, target))
        row = flow_fields(RecordedFlow(key, own=own))
        label = f"{own.information}, {' to '.join(names)} added"
        return self._session.apply([Edit(TABLE, (*key,), WHOLE_ROW, None, row)], label)

    def change(self, key: FlowKey, own: OwnFlow) -> Touched:
        """Say anew what an added flow is. Raises as `add`, and WrongUse for one not added."""
        flow = self._own(key)
        held = self._assessment.flows[key]
        new = replace(held, own=self._checked_own(key, own))
        before, after = flow_fields(held), flow_fields(new)
        edit = Edit(TABLE, (*key,), "own", before["own"], after["own"])
        return self._session.apply([edit], f"{flow_name(flow, self._names)}: what it is")

    def remove(self, key: FlowKey) -> Touched:
        """Take an added flow away; undo brings it back. WrongUse for one not added."""
        flow = self._own(key)
        row = flow_fields(self._assessment.flows[key])
        edit = Edit(TABLE, (*key,), WHOLE_ROW, row, None)
        return self._session.apply([edit], f"{flow_name(flow, self._names)} removed")

    @property
    def _names(self) -> dict[str, str]:
        return {str(o.id): o.name for o in self._assessment.organisations}

    def _flow(self, key: FlowKey, known: Mapping[FlowKey, Flow]) -> Flow:
        if flow := known.get(key):
            return flow
        raise WrongUse(f"No flow {key.flow!r} is asked for from {way_words(key, self._names)}.")

    def _own(self, key: FlowKey) -> Flow:
        flow = self._flow(key, {flow.key: flow for flow in self.all()})
        if not flow.is_own:
            raise WrongUse(
                f"{flow_name(flow, self._names)} comes with the checklist and stays; say that it "
                "is not applicable instead."
            )
        return flow

    def _counted(self, id_: OrganisationId) -> str:
        """The name of an organisation that counts."""
        found = known_organisation(self._assessment, id_)
        if not found.in_scope:
            raise WrongUse(f"{found.name} has left; let it return before it has flows.")
        return found.name

    def _checked(self, flow: Flow, change: FlowChange) -> FlowChange:
        """A change with clean texts."""
        where = flow_name(flow, self._names)
        value, note = change.value, change.note
        return FlowChange(
            None if value is None else _checked_value(value, where),
            None if note is None else clean_text(note, f"The note on {where}"),
        )

    def _check_capability(self, id_: CapabilityId) -> None:
        found = known_capability(self._assessment, id_)
        if found not in self._assessment.capabilities:
            raise WrongUse(f"{id_} {found.name} is out of scope, so no flow can belong to it.")

    def _checked_own(self, key: FlowKey, own: OwnFlow) -> OwnFlow:
        words = clean_name(own.information, "What the flow brings")
        self._check_capability(own.capability)
        if own.target is not None:
            _check_level(own.target, f"The target of {words}")
        for flow in self.all():
            same = flow.information.casefold() == words.casefold()
            if same and flow.key != key and flow.key[:2] == key[:2]:
                raise WrongUse(f"{flow_name(flow, self._names)} is already among the flows.")
        return OwnFlow(words, own.capability, own.target)

    def _edits(self, key: FlowKey, change: FlowChange) -> list[Edit]:
        held = self._assessment.flows.get(key)
        old = held or RecordedFlow(key)
        new = replace(
            old,
            value=old.value if change.value is None else change.value,
            note=old.note if change.note is None else change.note,
        )
        before, after = flow_fields(old), flow_fields(new)
        if held is None and new != old:
            return [Edit(TABLE, (*key,), WHOLE_ROW, None, after)]
        return [Edit(TABLE, (*key,), f, before[f], after[f]) for f in after]

    def _label(self, changes: Mapping[FlowKey, FlowChange], known: Mapping[FlowKey, Flow]) -> str:
        if len(changes) != 1:
            return flows_label([known[key] for key in changes])
        ((key, change),) = changes.items()
        if change.value is None:
            return f"{flow_name(known[key], self._names)}: note"
        return change_label(known[key], change.value, self._names)


def _checked_value(value: FlowValue, where: str) -> FlowValue:
    """The value with only what its state needs."""
    if value.state is FlowState.UNKNOWN:
        return UNKNOWN
    if value.state is FlowState.LEVEL:
        _check_level(value.level, where)
        return FlowValue(FlowState.LEVEL, value.level)
    reason = clean_text(value.reason, f"The reason of {where}")
    if not reason:
        raise WrongUse(f"{where}: say why it is not applicable; a reason is required.")
    return FlowValue(FlowState.NOT_APPLICABLE, None, reason)


def _check_level(level: int | None, where: str) -> None:
    if type(level) is not int or level not in LEVELS:
        raise WrongUse(f"{where}: a level is a whole number from 0 to 5, not {level!r}.")
