"""What stands in each cell of the table of organisations, and what typing there changes."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.checklist import KindId
from techmodel.core.typed_organisations import Fault
from techmodel.ui.widgets.organisations_rows import questions_of
from techmodel.wording.organisations import CHOOSE_KIND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.ui.widgets.organisations_rows import Facts, Row


class Column(StrEnum):
    """The columns there can be, by their heads."""

    ROW = "Row"
    NAME = "Name"
    KIND = "Kind"
    SHORT_NAME = "Short name"
    WEIGHT = "Weight"
    QUESTIONS = "Questions"
    ANSWERED = "Answered"
    REMOVE = "Remove"
    LEAVE = "Leave"


DIGITS = frozenset({Column.ROW, Column.WEIGHT, Column.QUESTIONS, Column.ANSWERED})
EDITABLE = frozenset({Column.NAME, Column.KIND, Column.SHORT_NAME, Column.WEIGHT})
ACTIONS = frozenset({Column.REMOVE, Column.LEAVE})

_AT_FAULT = {
    Column.NAME: {Fault.NO_NAME, Fault.NAME_LONG, Fault.NAME_TWICE},
    Column.KIND: {Fault.NO_KIND},
    Column.SHORT_NAME: {Fault.SHORT_NAME_LONG},
    Column.WEIGHT: {Fault.WEIGHT},
}


def said(row: Row, column: Column, facts: Facts) -> str:
    """The words of a cell; the number of the row is the table's to say."""
    match column:
        case Column.NAME:
            return _name(row)
        case Column.KIND:
            return _kind(row, facts, brief=False)
        case Column.QUESTIONS:
            count = questions_of(row, facts)
            return "–" if count is None else f"{count:,}"
        case Column.ANSWERED:
            counts = row.id is not None and row.stays
            return f"{facts.answered.get(row.id, 0):,}" if counts and row.id else "–"
        case Column.REMOVE | Column.LEAVE:
            return _action(row)
        case _:
            return typed_text(row, column)


def brief(row: Row, column: Column, facts: Facts) -> str:
    """The same for a narrow cell."""
    return _kind(row, facts, brief=True) if column is Column.KIND else said(row, column, facts)


def typed_text(row: Row, column: Column) -> str:
    """What a person goes on typing from; for a kind its id."""
    match column:
        case Column.NAME:
            return row.typed.name
        case Column.KIND:
            return row.typed.kind or ""
        case Column.SHORT_NAME:
            return row.short_name
        case Column.WEIGHT:
            return row.typed.weight
        case _:
            return ""


def with_typed(row: Row, column: Column, text: str) -> Row:
    """The row after something was typed in a cell, or a kind (its id) chosen."""
    clean = " ".join(text.split())
    if clean == typed_text(row, column):
        return row
    match column:
        case Column.NAME:
            return replace(row, typed=replace(row.typed, name=clean))
        case Column.KIND:
            return replace(row, typed=replace(row.typed, kind=KindId(clean)))
        case Column.SHORT_NAME:
            return replace(row, typed=replace(row.typed, short_name=clean))
        case _:
            return replace(row, typed=replace(row.typed, weight=clean))


def fault_at(faults: Sequence[Fault], column: Column) -> Fault | None:
    """The fault of a row that shows in a column."""
    here = _AT_FAULT.get(column, set())
    return next((f for f in faults if f in here), None)


def _name(row: Row) -> str:
    if row.returns:
        return f"{row.typed.name}, returns"
    return row.typed.name if row.stays else f"{row.typed.name}, leaves"


def _action(row: Row) -> str:
    if row.id is None or row.returns:
        return "Remove"
    return "Leave" if row.stays else "Stay"


def _kind(row: Row, facts: Facts, *, brief: bool) -> str:
    for known in facts.checklist.kinds:
        if known.id == row.typed.kind:
            return known.short_name if brief else known.name
    return CHOOSE_KIND
