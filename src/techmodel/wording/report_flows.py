"""The report's chapter on flows in words: the answer, the drawing in words, and who to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.flows import find_sums, who_could_say
from techmodel.wording.flows import sums_words, way_words
from techmodel.wording.numbers import join_words, plural
from techmodel.wording.phrases import Strong

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.flows import Flow
    from techmodel.wording.phrases import Words

FLOWS = "What flows between us"
LEAD = (
    "A flow is one piece of information from one partner to another. Its level is that of the"
    " way it goes, its target what the chosen care models ask for. Flows are not added up into"
    " one figure and are no part of attainment."
)
MATRIX_LEAD = "A row sends, a column receives. An empty cell means that nothing is asked for."
ASK_LEAD = (
    "Whoever receives the information sees best how it arrives, so the receiver is asked first,"
    " then the sender."
)
_FEW = 3
"""So many of the worst flows are named in the words for the drawing."""


def flows_answer(flows: Sequence[Flow], names: Mapping[str, str]) -> Words:
    """What flows, against target, and which flow is furthest from it."""
    said = sums_words(find_sums(flows))
    worst = worst_first(flows)[:1]
    if not worst or not _low(worst[0]):
        return (Strong(said),)
    flow = worst[0]
    same = sum(_low(other) == _low(flow) for other in flows) - 1
    more = f", and {plural(same, 'flow')} as far" if same else ""
    return (Strong(said), f" Furthest from target is {_told(flow, names)}{more}.")


def drawing_words(kind: str, flows: Sequence[Flow], names: Mapping[str, str], ways: int) -> str:
    """The map or matrix in words: how much it shows, and the flows furthest from target."""
    worst = [_told(f, names) for f in worst_first(flows)[:_FEW] if _low(f)]
    far = f" Furthest from target: {'; '.join(worst)}." if worst else ""
    shown = f"{kind} of flows: {plural(ways, 'way')} between {plural(len(names), 'partner')}."
    return f"{shown} {sums_words(find_sums(flows))}{far} The tables below say the same in words."


def worst_first(flows: Sequence[Flow]) -> tuple[Flow, ...]:
    """Flows with a known level: the widest gap first, then the highest target, then in order."""
    known = [f for f in flows if f.value.level is not None]
    return tuple(sorted(known, key=lambda f: (-_low(f), -(f.target or 0))))


def ask_first(flows: Sequence[Flow], names: Mapping[str, str]) -> str:
    """Who could say most of what is not known: "Ask first: Council (12 flows)"."""
    most = list(who_could_say(flows).items())[:2]
    said = [f"{names[who]} ({plural(len(some), 'flow')})" for who, some in most]
    return f"Ask first: {join_words(said)}. {ASK_LEAD}"


def _low(flow: Flow) -> float:
    return flow.gap.low if flow.gap else 0


def _told(flow: Flow, names: Mapping[str, str]) -> str:
    """A flow with its level: "Discharge notices, Trust to Council (1 of 4)"."""
    of = f" of {flow.target}" if flow.target else ""
    return f"{flow.information}, {way_words(flow.key, names)} ({flow.value.level}{of})"
