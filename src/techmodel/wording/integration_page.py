"""What the Integration place says of flows: its headline, its map, its matrix and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.flow_parts import FlowState
from techmodel.core.flows import find_sums
from techmodel.wording.flows import long_value_words, way_words
from techmodel.wording.numbers import join_words, level_range, plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.flows import Flow, FlowCell

    Names = Mapping[str, str]

QUESTION = "What flows between us, and which services would help?"
COPY, ADD = "Copy table", "Add a flow"
MAP, MATRIX, TABLE = "Map of flows", "Matrix of flows", "Flows"
LEVELS = "Level of this flow"
HEADS = ("Information", "From and to", "Level", "Gap", "Capability")
SENDER, CORNER = "From ↓  to →", "From whom, below; to whom, at the right"
DOMAINS, ALL_DOMAINS = "Information", "All information"
STATES, ALL_STATES = "Show", "All flows"
BELOW, UNKNOWN = "Below target", "Not known"
AT_TARGET, BELOW_LINE, UNKNOWN_LINE = "at target", "below", "not known"
NONE_LEFT = "No flow is left by these filters."
NO_ROOM = "Choose an organisation to see all its levels."
CHOOSE = "Choose a flow to see why it is asked for."
LET_GO = "Show all ways"
KEYS = "0 to 5 level, D not known, N not applicable, T note"
NOT_APPLICABLE, NOTE, NOTE_HEAD = "Not applicable…", "Note…", "Note"
SERVICES, CHANGE, REMOVE = "Services that help", "Change…", "Remove"
WHAT, FROM, TO, CAPABILITY, TARGET = "Information", "From", "To", "Capability", "Target"
CHOOSE_ONE, NO_TARGET, SAVE = "Choose one", "No target", "Save"
ADD_TITLE, CHANGE_TITLE = "A flow of your own", "Change this flow"
WHY_NOT = "Why does this flow not apply?"
GO_SET_UP, SET_UP = "Choose care models and organisations", "Go to Set-up"
SET_UP_TEXT = "Care models ask for the flows between kinds of organisation."
ADD_TEXT = "Say what should go from whom to whom, whatever the care models ask."
FLOWS_HALF, SERVICES_HALF = "Flows", "Services guide"
EMPTY = "No flows are asked for here"
ALONE = "Nothing can flow yet"
ONE = "A flow goes from one organisation to another, and this assessment has only one."
NONE = (
    "None of the chosen care models asks for flows between these kinds of organisation. Add "
    "the flows that matter here."
)


def flows_headline(assessment: Assessment, flows: Sequence[Flow]) -> str:
    """How many flows are asked for, how many are below target, and which is furthest away."""
    if len(assessment.scope) < 2:
        return "Nothing can flow yet: there is only one organisation."
    sums = find_sums(flows)
    if not sums.asked:
        return "No flows are asked for between these organisations."
    asked = f"{plural(sums.asked, 'flow')} asked for"
    if sums.unknown == sums.asked:
        return f"{asked}. Nothing is known of them yet."
    more = f", {sums.unknown:,} not known" if sums.unknown else ""
    if sums.below:
        names = short_names_of(assessment)
        return f"{asked}, {sums.below:,} below target{more}. {_furthest(flows, names)}"
    if sums.unknown:
        return f"{asked}, none known to be below target{more}."
    return f"{asked}, all at target."


def names_of(assessment: Assessment) -> dict[str, str]:
    """The organisations' full names by id."""
    return {str(o.id): o.name for o in assessment.organisations}


def short_names_of(assessment: Assessment) -> dict[str, str]:
    """The organisations' short names by id, full ones where there are none."""
    return {str(o.id): o.short_name or o.name for o in assessment.organisations}


def level_words(flow: Flow) -> str:
    """A level against its target for a cell: "1 of 4", "? of 4", "n/a", "2"."""
    if flow.value.state is FlowState.NOT_APPLICABLE:
        return "n/a"
    level = "?" if flow.value.level is None else str(flow.value.level)
    return level if flow.target is None else f"{level} of {flow.target}"


def gap_words(flow: Flow) -> str:
    """A gap in words: "3 short", "met", "up to 4 short"."""
    if flow.gap is None or flow.target is None:
        return ""
    if not flow.gap.high:
        return "met"
    short = level_range(flow.gap)
    return f"up to {flow.gap.high} short" if not flow.gap.low else f"{short} short"


def flow_words(flow: Flow, names: Names) -> str:
    """A flow for a screen reader: what, from whom to whom, level, target and gap."""
    target = "no target" if flow.target is None else f"target {flow.target}"
    said = [flow.information, way_words(flow.key, names), long_value_words(flow.value), target]
    return ", ".join([*said, *filter(None, [gap_words(flow)])])


def way_cell_words(way: Sequence[str], cell: FlowCell, names: Names) -> str:
    """All flows one way: "Acute trust to Council: 4 flows, lowest level 1, gap 3, 1 not known"."""
    parts = [plural(cell.count, "flow")]
    if cell.level is not None:
        parts.append(f"lowest level {cell.level}")
    if cell.gap is None:
        parts.append("not applicable")
    elif cell.gap.high:
        parts.append(f"gap {level_range(cell.gap, ' to ')}")
    else:
        parts.append("at target")
    if cell.unknown:
        parts.append(f"{cell.unknown} not known")
    return f"{way_words(way, names)}: {', '.join(parts)}"


def no_way_words(sender: str, receiver: str, names: Names) -> str:
    """A way that nothing goes: "Acute trust to Council: no flows"."""
    if sender == receiver:
        return names.get(sender, sender)
    return f"{way_words((sender, receiver), names)}: no flows"


def node_words(name: str, sent: int, received: int) -> str:
    """An organisation of the map: "Council: 12 flows out, 9 flows in"."""
    return f"{name}: {plural(sent, 'flow')} out, {plural(received, 'flow')} in"


def shown_words(shown: int, asked: int) -> str:
    """How many flows the table shows: "12 of 86 flows"."""
    return plural(asked, "flow") if shown == asked else f"{shown:,} of {plural(asked, 'flow')}"


def why_words(flow: Flow, assessment: Assessment) -> str:
    """Why a flow has its target, or that it has none."""
    if flow.is_own:
        aim = "It has no target." if flow.target is None else f"Its target is {flow.target}."
        return f"Added here by the partners. {aim}"
    names = {m.id: m.name for m in assessment.checklist.care_models}
    asked = join_words([names.get(m, m) for m in flow.by])
    verb = "asks" if len(flow.by) == 1 else "ask"
    return f"{asked} {verb} for level {flow.target}. {flow.reason}".strip()


def state_words(flow: Flow, names: Names) -> str:
    """How a flow stands, and who could say where nobody knows."""
    if flow.is_unknown:
        first, second = (names.get(o, o) for o in flow.ask)
        return f"Not known. {first} could say how it arrives, or {second} how it leaves."
    gap = gap_words(flow)
    return f"{long_value_words(flow.value)}{f', {gap}' if gap else ''}."


def _furthest(flows: Sequence[Flow], names: Names) -> str:
    """The flow with the largest gap for certain; the first of those alike."""
    far = max((f for f in flows if f.gap), key=lambda f: f.gap.low if f.gap else 0)
    return f"{far.information} from {way_words(far.key, names)} is furthest away."


def lacks_words(names: Sequence[str]) -> str:
    """What a form still lacks: "Choose or type: From, To."."""
    return f"Choose or type: {join_words(names)}."
