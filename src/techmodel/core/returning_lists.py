"""The sheets that come back: what may change in each, what holds together, how it is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from techmodel.core import returning_cells as cells
from techmodel.core.answers import NOT_ANSWERED, State, Value
from techmodel.core.plan_sheets import BENEFITS, COSTS, PLAN, RAID
from techmodel.core.returning_cells import Answering
from techmodel.core.returning_parts import Fault, Unreadable
from techmodel.core.sheets import ANSWERS, FLOWS, ONBOARDING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from techmodel.core.returning_parts import Content, Raw, Typed, Values
    from techmodel.core.sheets import Sheet

NO_ANSWERING = Answering()
DONT_KNOW = Value(State.DONT_KNOW)
NOT_KNOWN = frozenset({"unknown", "not known"})
"""What people also type for a flow of which nobody knows the level."""


@dataclass(frozen=True, slots=True)
class Words:
    """What texts of cells stand for.

    Attributes:
        lists: the entries of drop-downs, by "SHEET.COLUMN" and folded word.
        projects, benefits: ids by folded id, and by folded name where only one has it.
        organisations, capabilities: the same of those that count.
        answering: the words of answers.
        blank: what a new row holds where its cells are empty, by the title of the sheet.
    """

    lists: Mapping[str, Mapping[str, Content]] = field(default_factory=dict)
    projects: Mapping[str, str] = field(default_factory=dict)
    benefits: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    capabilities: Mapping[str, str] = field(default_factory=dict)
    answering: Answering = NO_ANSWERING
    blank: Mapping[str, Values] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listing:
    """How one sheet comes back.

    Attributes:
        sheet: its columns.
        groups: columns that hold together, each of them once: changed as one, asked as one.
        fields: the journalled field behind each column.
        table: the journalled table of its rows.
        name: the column that names a row; a new row has to have it.
        initial: the first letter of new ids, "" where no row can be added or taken away.
        needed: what else a new row has to say.
        ends: the columns with the organisations that a row's id begins with.
    """

    sheet: Sheet
    groups: tuple[tuple[str, ...], ...]
    fields: Mapping[str, str]
    table: str
    name: str
    initial: str = ""
    needed: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title of the sheet."""
        return self.sheet.title


def _listing(
    sheet: Sheet,
    table: str,
    name: str,
    initial: str,
    together: tuple[tuple[str, ...], ...] = (),
    **fields: str,
) -> Listing:
    """A sheet whose columns hold together as given; every other is by itself, a field each."""
    columns = [c.id for c in sheet.columns if c.editable]
    of = {c: group for group in together for c in group}
    groups = dict.fromkeys(of.get(c, (c,)) for c in columns)
    every = {c: fields.get(c, c) for c in columns}
    return Listing(sheet, tuple(groups), every, table, name, initial)


ANSWERS_BACK = _listing(
    ANSWERS, "answer", "answer", "", (("answer", "reason"),), answer="value", reason="value"
)
PLAN_BACK = _listing(
    PLAN,
    "project",
    "project",
    "P",
    (("status", "percent", "reason"),),
    project="name",
    status="progress",
    percent="progress",
    reason="progress",
    start="pins",
    finish_by="pins",
)
RAID_BACK = _listing(RAID, "raid", "text", "R", open="is_open")
BENEFITS_BACK = _listing(BENEFITS, "benefit", "name", "B")
COSTS_BACK = replace(
    _listing(
        COSTS,
        "cost",
        "label",
        "C",
        (("low", "likely", "high"), ("kind", "years")),
        low="amount",
        likely="amount",
        high="amount",
    ),
    needed=("likely",),
)
ONBOARDING_BACK = _listing(ONBOARDING, "onboarding", "stage", "", stage="state")
FLOWS_BACK = replace(
    _listing(
        FLOWS,
        "flow",
        "information",
        "F",
        (("from", "to"), ("level", "reason")),
        information="own",
        capability="own",
        target="own",
        level="value",
        reason="value",
    ),
    needed=("from", "to", "capability"),
    ends=("from", "to"),
)
LISTINGS = (
    *(PLAN_BACK, RAID_BACK, BENEFITS_BACK, COSTS_BACK),
    *(ANSWERS_BACK, ONBOARDING_BACK, FLOWS_BACK),
)
"""In the order of the sheets."""


def read_cell(listing: Listing, column: str, cell: Typed, words: Words) -> Content:
    """What a cell says; of a formula, the value that was stored with it.

    Raises:
        Unreadable: it is not what its column holds, or a formula without a value.
    """
    if cell.formula and cell.value is None:
        raise Unreadable(Fault.NO_VALUE)
    where = f"{listing.title}.{column}"
    if where in words.lists:
        return cells.read_word(cell.value, words.lists[where])
    read = _READ.get(where) or _READ.get(column, _line)
    return read(cell.value, words)


def _line(raw: Raw, _: Words) -> str:
    return cells.read_line(raw)


def _text(raw: Raw, _: Words) -> str:
    return cells.read_text(raw)


def _date(raw: Raw, _: Words) -> Content:
    return cells.read_date(raw)


def _whole(raw: Raw, _: Words) -> int | None:
    return cells.read_whole(raw)


def _percent(raw: Raw, _: Words) -> int:
    return cells.read_percent(raw)


def _year(raw: Raw, _: Words) -> int | None:
    return cells.read_year(raw)


def _project(raw: Raw, words: Words) -> str:
    text = cells.read_line(raw)
    return words.projects.get(text.casefold(), text)


def _projects(raw: Raw, words: Words) -> tuple[str, ...]:
    return cells.read_ids(raw, words.projects)


def _leads_to(raw: Raw, words: Words) -> tuple[str, ...]:
    return cells.read_ids(raw, words.benefits)


def _after(raw: Raw, words: Words) -> tuple[tuple[str, int], ...]:
    return cells.read_waits(raw, words.projects)


def _answer(raw: Raw, words: Words) -> Content:
    return cells.read_answer(raw, words.answering)


def _organisation(raw: Raw, words: Words) -> str:
    text = cells.read_line(raw)
    return words.organisations.get(text.casefold(), text)


def _capability(raw: Raw, words: Words) -> str:
    text = cells.read_line(raw)
    return words.capabilities.get(text.casefold(), text)


def _flow_level(raw: Raw, words: Words) -> Value:
    """A level, not known or not applicable; nothing is not known."""
    if cells.read_line(raw).casefold() in NOT_KNOWN:
        return DONT_KNOW
    value = cells.read_answer(raw, words.answering)
    if value.state is State.PROVIDED_BY:
        raise Unreadable(Fault.NOT_AN_ANSWER)
    return DONT_KNOW if value == NOT_ANSWERED else value


def _flow_target(raw: Raw, words: Words) -> int | None:
    """A level, or nothing."""
    if not cells.read_line(raw):
        return None
    try:
        value = cells.read_answer(raw, words.answering)
    except Unreadable:
        value = NOT_ANSWERED
    if value.level is None:
        raise Unreadable(Fault.NOT_A_LEVEL)
    return value.level


_READ: Mapping[str, Callable[[Raw, Words], Content]] = {
    **dict.fromkeys(("reason", "note", "cause", "consequence", "response", "RAID.text"), _text),
    **dict.fromkeys(("start", "finish_by", "due", "review", "date"), _date),
    **dict.fromkeys(("weeks", "low", "likely", "high", "years"), _whole),
    "percent": _percent,
    "first_year": _year,
    "after": _after,
    "projects": _projects,
    "leads_to": _leads_to,
    "RAID.project": _project,
    "Costs.project": _project,
    "answer": _answer,
    **dict.fromkeys(("from", "to"), _organisation),
    "Flows.capability": _capability,
    "Flows.level": _flow_level,
    "Flows.target": _flow_target,
}
"""How a column is read, by its id or, where sheets differ, by "SHEET.COLUMN"."""
