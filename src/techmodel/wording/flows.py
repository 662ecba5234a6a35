"""Flows in words: their levels, their ways, and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.flow_parts import FlowState
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.flow_parts import FlowValue
    from techmodel.core.flows import Flow, FlowSums

UNKNOWN_WORDS, NOT_APPLICABLE_WORDS = "Unknown", "Not applicable"


def value_words(value: FlowValue) -> str:
    """A value in few words: "Level 3", "Unknown", "Not applicable"."""
    if value.state is FlowState.LEVEL:
        return f"Level {value.level}"
    return UNKNOWN_WORDS if value.state is FlowState.UNKNOWN else NOT_APPLICABLE_WORDS


def long_value_words(value: FlowValue) -> str:
    """A value with its reason: "Not applicable: they share no residents"."""
    return f"{value_words(value)}: {value.reason}" if value.reason else value_words(value)


def way_words(key: Sequence[str], names: Mapping[str, str]) -> str:
    """From whom to whom: "Hill Practice to Riverside Trust"."""
    return f"{names.get(key[0], key[0])} to {names.get(key[1], key[1])}"


def flow_name(flow: Flow, names: Mapping[str, str]) -> str:
    """What goes from whom to whom: "Test results, Riverside Trust to Hill Practice"."""
    return f"{flow.information}, {way_words(flow.key, names)}"


def change_label(flow: Flow, value: FlowValue, names: Mapping[str, str]) -> str:
    """The label of a change: "Test results, Riverside Trust to Hill Practice: 2 → 3"."""
    was, now = _short(flow.value), _short(value)
    changed = f"{was} → {now}" if was != now else f"{now}, another reason"
    return f"{flow_name(flow, names)}: {changed}"


def flows_label(flows: Sequence[Flow]) -> str:
    """The label of a change of many: "12 flows", "Test results: 3 flows"."""
    kinds = {flow.information for flow in flows}
    counted = plural(len(flows), "flow")
    return f"{kinds.pop()}: {counted}" if len(kinds) == 1 else counted


def sums_words(sums: FlowSums) -> str:
    """How the flows stand: "12 of 96 flows are below target, 20 more are not known."."""
    if not sums.asked:
        return "No flows are asked for between these organisations."
    if sums.unknown == sums.asked:
        return f"Nothing is known yet of the {plural(sums.asked, 'flow')} asked for."
    verb = "is" if sums.below == 1 else "are"
    said = f"{sums.below:,} of {plural(sums.asked, 'flow')} {verb} below target"
    if sums.unknown:
        said += f", {sums.unknown:,} more {'is' if sums.unknown == 1 else 'are'} not known"
    return f"{said}."


def _short(value: FlowValue) -> str:
    return str(value.level) if value.level is not None else value_words(value).lower()
