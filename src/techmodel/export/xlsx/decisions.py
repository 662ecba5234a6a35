"""The sheet Decisions: what people settled, and what was said against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import State, Value
from techmodel.core.decisions import DecisionKind
from techmodel.core.sheets import DECISIONS
from techmodel.export.xlsx.table import write_list
from techmodel.wording.labels import level_name, value_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.decisions import Decision
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.facts import Facts


def write_decisions(book: Book) -> None:
    """Write the sheet, in the order of the report."""
    rows = [_row(book.facts, d) for d in book.facts.report.decisions]
    write_list(book, DECISIONS, book.layout.decisions, rows)


def _row(facts: Facts, decision: Decision) -> Mapping[str, Content]:
    parts = (decision.kind.value, decision.capability, decision.organisation)
    return {
        "id": "|".join(str(p) for p in parts if p),
        "kind": decision.kind.value.capitalize(),
        "capability_id": decision.capability,
        "capability": facts.capabilities[decision.capability].name,
        "organisation": facts.names[decision.organisation] if decision.organisation else "",
        "decision": _decision(facts, decision),
        "text": decision.text,
        "owner": decision.owner,
        "decided_by": decision.decided_by,
        "date": facts.day(decision.at),
    }


def _decision(facts: Facts, decision: Decision) -> str:
    checklist = facts.assessment.checklist
    match decision.kind:
        case DecisionKind.TARGET:
            level = decision.level or 0
            return level_name(checklist, level) if level else "Not pursued"
        case DecisionKind.NOT_APPLICABLE:
            return value_words(Value(State.NOT_APPLICABLE), checklist, facts.names)
        case DecisionKind.PROVIDED_BY:
            value = Value(State.PROVIDED_BY, provider=decision.provider)
            return value_words(value, checklist, facts.names)
        case DecisionKind.DISSENT:
            return "Another view was kept"
