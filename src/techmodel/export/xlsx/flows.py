"""The sheet Flows: which information goes from whom to whom, at what level against target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.flow_parts import FlowState
from techmodel.core.sheets import FLOWS, column
from techmodel.export.xlsx.book import Formula, Styled
from techmodel.export.xlsx.gap_formulas import KNOWN
from techmodel.export.xlsx.layout import CAPABILITIES, FLOW_LEVELS, LEVEL_NAMES, PARTNERS
from techmodel.export.xlsx.plan_lists import offer, offer_in, room
from techmodel.export.xlsx.rules import add_rules, level_rules
from techmodel.export.xlsx.style import style_for
from techmodel.export.xlsx.table import write_list
from techmodel.wording.labels import STATE_WORDS, level_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.core.checklist import Checklist
    from techmodel.core.flow_parts import FlowValue
    from techmodel.core.flows import Flow
    from techmodel.export.xlsx.book import Book, Content, Value
    from techmodel.export.xlsx.facts import Facts
    from techmodel.export.xlsx.layout import Layout

_WORDS = {
    FlowState.UNKNOWN: STATE_WORDS[State.DONT_KNOW],
    FlowState.NOT_APPLICABLE: STATE_WORDS[State.NOT_APPLICABLE],
}
_CHOICES = {
    "from": PARTNERS,
    "to": PARTNERS,
    "capability": CAPABILITIES,
    "target": LEVEL_NAMES,
}
"""What is chosen in new rows and, but for the ends, in flows that a person added."""


def write_flows(book: Book) -> None:
    """Write the sheet: every flow that is asked for or was added."""
    facts, layout = book.facts, book.layout
    formulas = gap_formulas(layout)
    rows = [
        {**_told(facts, flow), **_gap(formulas, flow, number)}
        for number, flow in enumerate(facts.flows, layout.flows.first)
    ]
    sheet = write_list(book, FLOWS, layout.flows, rows)
    _guide(sheet, layout, [flow.is_own for flow in facts.flows])


def gap_formulas(layout: Layout) -> tuple[str, str]:
    """The formulas of the gap, at least and at most, with "#" for the row."""
    level, target = layout.flows.here("level"), layout.flows.here("target")
    goal = f"IF(LEN({target})=0,0,VALUE(LEFT({target},1)))"
    known = f'ISNUMBER(FIND(LEFT({level}&" ",1),{KNOWN}))'
    short = f"MAX(0,{goal}-VALUE(LEFT({level},1)))"
    none = f'{level}="{_WORDS[FlowState.NOT_APPLICABLE]}"'
    return (
        f'=IF({none},"",IF({known},{short},0))',
        f'=IF({none},"",IF({known},{short},{goal}))',
    )


def _gap(formulas: tuple[str, str], flow: Flow, row: int) -> dict[str, Content]:
    """Both ends of the gap, empty where the flow does not apply."""
    low, high = (formula.replace("#", f"{row}") for formula in formulas)
    if flow.gap is None:
        return {"gap_low": Formula(low, ""), "gap_high": Formula(high, "")}
    return {"gap_low": Formula(low, flow.gap.low), "gap_high": Formula(high, flow.gap.high)}


def _told(facts: Facts, flow: Flow) -> Mapping[str, Content]:
    checklist = facts.assessment.checklist
    names = {
        "from": facts.names[flow.key.sender],
        "to": facts.names[flow.key.receiver],
        "information": flow.information,
        "capability": facts.capabilities[flow.capability].name,
        "target": level_name(checklist, flow.target) if flow.target is not None else "",
    }
    return {
        **{c: text if _is_entry(flow, c) else _plain(c, text) for c, text in names.items()},
        "id": "|".join(flow.key),
        "level": _word(checklist, flow.value),
        "note": flow.note,
        "reason": flow.value.reason,
        "why": flow.reason,
        "capability_id": flow.capability,
    }


def _is_entry(flow: Flow, id_: str) -> bool:
    """Whether a person may change this column of a flow."""
    return flow.is_own and id_ not in {"from", "to"}


def _plain(id_: str, text: Value) -> Styled:
    """A cell that nobody may change, in a column that is changed in other rows."""
    return Styled(text, style_for(column(FLOWS, id_).kind))


def _word(checklist: Checklist, value: FlowValue) -> str:
    return _WORDS[value.state] if value.level is None else level_name(checklist, value.level)


def _guide(sheet: Worksheet, layout: Layout, own: list[bool]) -> None:
    """Drop-downs, also below the list for new flows, and the colours of levels.

    `own` tells of each row whether a person added it.
    """
    block = layout.flows
    offer(sheet, block, "level", FLOW_LEVELS, strict=False)
    for id_, name in _CHOICES.items():
        below = room(block, id_).partition(":")[2]
        letter = block.letter(id_)
        areas = [f"{letter}{block.last + bool(own)}:{below}"]
        if id_ in {"capability", "target"}:
            areas += [f"{letter}{n}" for n, mine in enumerate(own, block.first) if mine]
        offer_in(sheet, areas, name, strict=False)
    area = room(block, "level")
    add_rules(sheet, area, level_rules(area.partition(":")[0]))
