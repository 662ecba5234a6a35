"""What the flows half shows: one set of flows for map, matrix and table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from techmodel.core.flows import find_matrix
from techmodel.wording.integration_page import names_of, short_names_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.flow_parts import FlowKey
    from techmodel.core.flows import Flow, FlowCell
    from techmodel.core.organisations import Organisation, OrganisationId

ALL, BELOW, UNKNOWN = "", "below", "unknown"
Pick = tuple[str, ...]
"""What is chosen: nothing, an organisation, or a way as its sender and receiver."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is left out: a domain's id or "" for all, a state, an organisation or None for all."""

    domain: str = ""
    state: str = ALL
    organisation: OrganisationId | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """The flows that the filters leave, what goes each way, and the names of organisations."""

    organisations: tuple[Organisation, ...] = ()
    flows: tuple[Flow, ...] = ()
    matrix: Mapping[tuple[str, str], FlowCell] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    short_names: Mapping[str, str] = field(default_factory=dict)

    def picked(self, pick: Pick) -> tuple[Flow, ...]:
        """The flows of what is chosen."""
        return tuple(f for f in self.flows if is_of(pick, f.key[:2]))


class Order:
    """Flows, furthest from target first; while levels are recorded each keeps its place."""

    def __init__(self) -> None:
        self._seen: object = None
        self._places: dict[FlowKey, int] = {}

    def of(self, flows: Sequence[Flow], seen: object) -> tuple[Flow, ...]:
        """The flows in their order, which is made anew when something else is seen."""
        if seen != self._seen:
            self._seen = seen
            self._places = {f.key: n for n, f in enumerate(sorted(flows, key=_nearness))}
        last = len(self._places)
        return tuple(sorted(flows, key=lambda f: self._places.get(f.key, last)))

    def forget(self) -> None:
        """Make the order anew when flows are next shown."""
        self._seen = None


def is_of(pick: Pick, way: Sequence[str]) -> bool:
    """Whether a way is among what is chosen; every way when nothing is."""
    if len(pick) == 2:
        return pick == tuple(way)
    return not pick or pick[0] in way


def find_sight(assessment: Assessment, flows: Sequence[Flow], filters: Filters) -> Sight:
    """What the filters leave of all flows."""
    domains = {c.id: c.domain for c in assessment.capabilities}
    left = tuple(
        f
        for f in flows
        if filters.domain in {"", domains[f.capability]}
        and _has_state(f, filters.state)
        and filters.organisation in {None, *f.key[:2]}
    )
    matrix = {(str(a), str(b)): cell for (a, b), cell in find_matrix(left).items()}
    names = names_of(assessment), short_names_of(assessment)
    return Sight(assessment.scope, left, matrix, *names)


def _nearness(flow: Flow) -> tuple[float, float]:
    """The gap for certain counts first, then what it may be; without one a flow comes last."""
    return (1.0, 0.0) if flow.gap is None else (-flow.gap.low, -flow.gap.high)


def _has_state(flow: Flow, state: str) -> bool:
    if state == BELOW:
        return flow.gap is not None and flow.gap.low > 0
    return state == ALL or flow.is_unknown
