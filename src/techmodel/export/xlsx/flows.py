"""The sheet Flows: which information goes from whom to whom, at what level against target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from techmodel.core.answers import State
from techmodel.core.flow_parts import FlowState
from techmodel.core.sheets import FLOWS, column
from techmodel.export.xlsx.book import Formula
from techmodel.export.xlsx.facts import NOT_APPLICABLE
from techmodel.export.xlsx.gap_formulas import KNOWN
from techmodel.export.xlsx.rules import add_rules, level_rules
from techmodel.export.xlsx.table import write_list
from techmodel.wording.labels import STATE_WORDS, level_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.core.checklist import Checklist
    from techmodel.core.flow_parts import FlowValue
    from techmodel.core.flows import Flow
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.facts import Facts
    from techmodel.export.xlsx.layout import Layout

_WORDS = {
    FlowState.UNKNOWN: STATE_WORDS[State.DONT_KNOW],
    FlowState.NOT_APPLICABLE: STATE_WORDS[State.NOT_APPLICABLE],
}


def write_flows(book: Book) -> None:
    """Write the sheet: every flow that is asked for or was added."""
    layout = book.layout
    formulas = gap_formulas(layout)
    rows = [
        {**_told(book.facts, flow), **_gap(formulas, flow, number)}
        for number, flow in enumerate(book.facts.flows, layout.flows.first)
    ]
    _guide(write_list(book, FLOWS, layout.flows, rows), layout)


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
    return {
        "id": "|".join(flow.key),
        "from": facts.names[flow.key.sender],
        "to": facts.names[flow.key.receiver],
        "information": flow.information,
        "capability": facts.capabilities[flow.capability].name,
        "level": _word(checklist, flow.value),
        "target": level_name(checklist, flow.target) if flow.target is not None else "",
        "note": flow.note,
        "reason": flow.value.reason,
        "why": flow.reason,
        "capability_id": flow.capability,
    }


def _word(checklist: Checklist, value: FlowValue) -> str:
    return _WORDS[value.state] if value.level is None else level_name(checklist, value.level)


def _guide(sheet: Worksheet, layout: Layout) -> None:
    """The drop-down of levels, and their colours."""
    flows, words = layout.flows, layout.words
    letter = flows.letter("level")
    last = words.cell("word", words.first + NOT_APPLICABLE - 1).rpartition("!")[2]
    choice = DataValidation(
        type="list", formula1=f"{words.cell('word', words.first)}:{last}", allow_blank=True
    )
    choice.errorStyle, choice.errorTitle = "warning", "Not on the list"
    choice.error = column(FLOWS, "level").note
    area = f"{letter}{flows.first}:{letter}{flows.last}"
    choice.add(area)
    sheet.add_data_validation(choice)
    add_rules(sheet, area, level_rules(f"{letter}{flows.first}"))
