"""What a workbook that came back changes, a line a cell or a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from techmodel.core.answers import Value
from techmodel.core.checklist import Weeks
from techmodel.core.merge_parts import Choice
from techmodel.core.onboarding import Stage as ServiceStage
from techmodel.core.plan_parts import CostKind, RaidKind, Stage, Status
from techmodel.core.returning_lists import LISTINGS
from techmodel.core.sheets import ANSWERS, FLOWS, ONBOARDING, column
from techmodel.wording.benefits import ONE
from techmodel.wording.costs import KINDS as COST_KINDS
from techmodel.wording.costs import pounds, year_name
from techmodel.wording.labels import value_words
from techmodel.wording.numbers import short_date
from techmodel.wording.plan_edits import NOTHING
from techmodel.wording.plan_sheets import STATUSES, ids_words, yes_no
from techmodel.wording.raid import KINDS as RAID_KINDS
from techmodel.wording.raid import short_text
from techmodel.wording.returning_integration import flow_words, stage_words
from techmodel.wording.service_edits import stage_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from techmodel.core.checklist import Checklist
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.returning import Change, Gone
    from techmodel.core.returning_new import Added
    from techmodel.core.returning_parts import Content, RowId

HEADS = ("Where", "What", "Column", "Here now", "In the workbook")
_SHEETS = {listing.title: listing.sheet for listing in LISTINGS}
_WORDS: Mapping[type, Mapping[Content, str]] = {
    Status: STATUSES,
    RaidKind: RAID_KINDS,
    Stage: ONE,
    CostKind: COST_KINDS,
    ServiceStage: {stage: stage_name(stage) for stage in ServiceStage},
}
AS_STEPS, NOT_FIXED = "as its steps take", "not fixed"
ROW_GONE, ROW_HERE = "taken away", "the whole row"


@dataclass(frozen=True, slots=True)
class Naming:
    """The names behind ids: of organisations, and of the levels in the checklist."""

    checklist: Checklist
    organisations: Mapping[OrganisationId, str]


class Line(NamedTuple):
    """One line: where, what about, which column, here now, and in the workbook."""

    where: str
    what: str
    column: str
    old: str
    new: str


def change_lines(change: Change, naming: Naming) -> Iterator[Line]:
    """A change, a line a cell; of a row that was taken away here, one line."""
    what = thing_words(change.row, change.name, naming)
    if not change.now:
        cells = ", ".join(change.cells.values())
        yield Line(f"{change.row[0]}, {cells}", what, ROW_HERE, ROW_GONE, "changed")
        return
    for id_, cell in change.cells.items():
        head = column(_SHEETS[change.row[0]], id_).header
        held = change.now[id_]
        here = change.shown.get(id_) if id_ == "start" and held is None else held
        old, new = (value_of_cell(id_, value, naming) for value in (here, change.new[id_]))
        yield Line(f"{change.row[0]}, {cell}", what, head, old, new)


def added_line(added: Added, naming: Naming) -> Line:
    """A new row."""
    first = next(iter(added.cells.values()))
    cells = [c for c in added.cells if (added.row[0], c) not in _NAMING][:_SHOWN]
    said = "; ".join(value_of_cell(c, added.values[c], naming) for c in cells)
    what = thing_words(added.row, added.name, naming)
    return Line(f"{added.row[0]}, {first}", what, "New row", "", said)


def gone_line(gone: Gone, naming: Naming) -> Line:
    """A row that is not in the workbook any more."""
    what = thing_words(gone.row, gone.name, naming)
    old = "changed here since the export" if gone.changed else "as exported"
    return Line(gone.row[0], what, "Missing row", old, "not there")


def thing_words(row: RowId, name: str, naming: Naming) -> str:
    """What a row is about: "P31 Shared care record", "REC-06 for Riverside Trust"."""
    title, id_ = row
    names = {str(o): n for o, n in naming.organisations.items()}
    if title == ANSWERS.title:
        capability, _, organisation = id_.partition("|")
        return f"{capability} for {names.get(organisation, organisation)}"
    if title == FLOWS.title:
        return flow_words(id_, short_text(name), names)
    if title == ONBOARDING.title:
        return stage_words(id_, naming.checklist, names)
    return f"{id_} {short_text(name)}".strip()


def value_of_cell(id_: str, value: Content, naming: Naming) -> str:
    """The value of a cell in words; "nothing" for an empty one."""
    if isinstance(value, Value):
        return value_words(value, naming.checklist, naming.organisations)
    if type(value) in _WORDS:
        return _WORDS[type(value)][value]
    if id_ in _NAMED:
        return _NAMED[id_](value, naming) or NOTHING
    if value is None:
        return {"weeks": AS_STEPS, "start": NOT_FIXED}.get(id_, NOTHING)
    for kind, write in _WRITERS.items():
        if isinstance(value, kind):
            return write(value)
    return _plain(id_, value)


def choice_words(choice: Choice | None) -> str:
    """How a conflict is settled."""
    if choice is None:
        return "open"
    return "stays as it is here" if choice is Choice.OURS else "taken from the workbook"


_NAMING = {(FLOWS.title, c) for c in ("from", "to", "information")}
"""Cells of a new row that its name tells already."""
_SHOWN = 4
"""Cells of a new row that are shown."""


def _organisation(id_: Content, naming: Naming) -> str:
    return naming.organisations.get(id_, f"{id_}")


def _capability(id_: Content, naming: Naming) -> str:
    found = naming.checklist.capability(id_)
    return found.name if found else f"{id_}"


_NAMED: Mapping[str, Callable[[Content, Naming], str]] = {
    "from": _organisation,
    "to": _organisation,
    "capability": _capability,
}
"""Columns that hold ids of what has a name."""


def _weeks(weeks: Weeks) -> str:
    one = weeks.low == weeks.high
    return f"{weeks.likely}" if one else f"{weeks.likely} ({weeks.low} to {weeks.high})"


def _id(part: Content) -> str:
    """An id, or one to wait for with the working days after."""
    if isinstance(part, str):
        return part
    id_, lag = part
    return f"{id_}+{lag}" if lag else id_


def _ids(parts: Content) -> str:
    return ids_words(map(_id, parts)) or NOTHING


_WRITERS: Mapping[type, Callable[[Content], str]] = {
    Weeks: _weeks,
    date: short_date,
    tuple: _ids,
    bool: yes_no,
}


def _plain(id_: str, value: Content) -> str:
    """A text or a number."""
    if id_ == "percent":
        return f"{value}%"
    if id_ == "first_year":
        return year_name(value)
    if id_ in {"low", "likely", "high"} and isinstance(value, int):
        return pounds(value)
    return f"{value}" or NOTHING
