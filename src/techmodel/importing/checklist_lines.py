"""The sheets of a checklist's workbook as rows, each cell judged on its own, with its place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from techmodel.core.checklist_asked_sheets import LEVELS
from techmodel.core.checklist_columns import Holds
from techmodel.core.checklist_sheets import EVERYWHERE, OPTIONAL, SHEETS
from techmodel.core.checklist_their_scale import THEIR_SCALE
from techmodel.importing.checklist_cells import NO_ID, Unfit, one_line, read_cell, stand_in
from techmodel.importing.limits import MAX_SHEETS
from techmodel.importing.plan_workbook import folded
from techmodel.importing.workbook import address
from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from techmodel.core.checklist_columns import Field, SheetOf
    from techmodel.importing.workbook import Cell, Sheet, Workbook

_NO_SHEET = "There is no such sheet. Export a checklist and take it from there."
_TOO_FAR = (
    f"It is not among the first {MAX_SHEETS} sheets; more are not read. Move it to the front, or "
    "take out sheets of your own."
)
_NAMED = 5
"""Other rows with the same fault that are named; the rest is counted."""
_READ_ME = "read me"
_ORDER = (*SHEETS, THEIR_SCALE)
_HEADER_WITHIN = 10
"""Rows from the top in which the header is looked for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: its number, a value for every column, and which of them stand in."""

    row: int
    values: dict[str, Any]
    bad: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its rows in order, and the number of each column by its key."""

    kind: SheetOf
    lines: list[Line] = field(default_factory=list)
    columns: Mapping[str, int] = field(default_factory=dict)


class Fault(NamedTuple):
    """Something wrong: sheet, row and column by number, 0 for none; the sentence, with its place.

    `message` is the sentence without the place.
    """

    sheet: int
    row: int
    column: int
    sentence: str
    message: str


@dataclass(slots=True)
class Reading:
    """What was read of a workbook.

    Attributes:
        tables: by name; a sheet that is not there has no rows.
        faults: everything that is wrong.
        notes: sentences about what is no mistake but should be known.
        whole: whether every sheet and column that must be there is.
        dropped: the first column of rows that were left out because of a fault.
        scale: our level of each level of a foreign scale, where a sheet says so; None where what
            it says cannot be read.
        tidied: how many texts of each sheet were put on one line.
    """

    tables: dict[str, Table] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    whole: bool = True
    dropped: dict[str, set[str]] = field(default_factory=dict)
    scale: dict[str, int | None] = field(default_factory=dict)
    tidied: Counter[str] = field(default_factory=Counter)

    def blame(self, table: Table, row: int, key: str, message: str) -> None:
        """Note a fault of a cell, or of a row where `key` is ""."""
        column = table.columns.get(key, 0)
        where = f"{table.kind.title}, row {row}"
        if column:
            header = table.kind.field(key).header
            where += f", column {header} ({address(row, column)})"
        fault = Fault(_ORDER.index(table.kind), row, column, f"{where}: {message}", message)
        self.faults.append(fault)

    def blame_sheet(self, kind: SheetOf, sentence: str, row: int = 0) -> None:
        """Note a fault that the sentence itself places."""
        self.faults.append(Fault(_ORDER.index(kind), row, 0, sentence, sentence))

    def drop(self, table: Table, line: Line) -> None:
        """Remember that a row is left out."""
        first = str(line.values.get("id", ""))
        self.dropped.setdefault(table.kind.table, set()).add(first)

    def sentences(self) -> tuple[str, ...]:
        """Every fault, in the order of sheets, rows and columns.

        The same wrong word in several rows of a column is one fault: it is mended at once.
        """
        together: dict[object, list[Fault]] = {}
        for fault in sorted(set(self.faults)):
            quotes = fault.message.startswith("“")
            key = (fault.sheet, fault.column, fault.message) if quotes else fault
            together.setdefault(key, []).append(fault)
        return tuple(first.sentence + _same_in(rest) for first, *rest in together.values())


def _same_in(faults: Sequence[Fault]) -> str:
    """In which other rows the same is wrong."""
    if not faults:
        return ""
    rows = [f"{fault.row}" for fault in faults[:_NAMED]]
    more = len(faults) - _NAMED
    word = "row" if len(faults) == 1 else "rows"
    return f" The same in {word} {join_words([*rows, f'{more:,} more'] if more > 0 else rows)}."


def read_lines(workbook: Workbook) -> Reading:
    """Every sheet of a checklist's workbook; rows that cannot stand are left out with a fault."""
    reading = Reading(notes=list(workbook.left_out))
    _read_scale(reading, workbook)
    for kind in SHEETS:
        sheet = workbook.sheet(kind.title)
        reading.tables[kind.table] = _table(reading, kind, sheet) if sheet else Table(kind)
        if sheet is None and kind.table not in OPTIONAL:
            reading.whole = False
            too_far = len(workbook.sheets) >= MAX_SHEETS
            reading.blame_sheet(kind, f"{kind.title}: {_TOO_FAR if too_far else _NO_SHEET}")
    for table in reading.tables.values():
        if table.kind.of:
            _judge_owners(reading, table)
    _note(reading, workbook)
    return reading


def _read_scale(reading: Reading, workbook: Workbook) -> None:
    """Which of our levels each level of a foreign scale is, where there is such a sheet."""
    sheet = workbook.sheet(THEIR_SCALE.title)
    table = _table(reading, THEIR_SCALE, sheet) if sheet else Table(THEIR_SCALE)
    reading.scale = {
        folded(line.values["theirs"]): None if "level" in line.bad else line.values["level"]
        for line in table.lines
    }


def _note(reading: Reading, workbook: Workbook) -> None:
    """Say what was tidied, and which sheets were not read."""
    for title, count in reading.tidied.items():
        reading.notes.append(
            f"{title}: {plural(count, 'text')} had line breaks, tabs or unseen characters; each "
            "is on one line now."
        )
    known = {_READ_ME, *(kind.title.casefold() for kind in _ORDER)}
    others = [f"“{s.name}”" for s in workbook.sheets if s.name.casefold() not in known]
    if others:
        word = "sheet" if len(others) == 1 else "sheets"
        verb = "was" if len(others) == 1 else "were"
        reading.notes.append(f"The {word} {join_words(others)} {verb} not read.")


def _table(reading: Reading, kind: SheetOf, sheet: Sheet) -> Table:
    headers = {folded(f.header): f.key for f in kind.fields}
    head = _header(sheet, headers)
    cells = sheet.rows[head - 1] if head else ()
    columns: dict[str, int] = {}
    for number, cell in enumerate(cells, 1):
        key = headers.get(folded(cell))
        if key and key not in columns:
            columns[key] = number
        elif folded(cell):
            reading.notes.append(f"{kind.title}: the column “{cell}” was not read.")
    table = Table(kind, [], columns)
    _judge_columns(reading, table, head)
    for row in range(head + 1, len(sheet.rows) + 1):
        found = {key: sheet.at(row, number) for key, number in columns.items()}
        if any(folded(cell) for cell in found.values()):
            _add(reading, table, _line(reading, table, row, found))
    return table


def _header(sheet: Sheet, headers: Mapping[str, str]) -> int:
    """The row of the header: the first with two columns we know; 0 for none."""
    for row in range(1, min(_HEADER_WITHIN, len(sheet.rows)) + 1):
        if len({folded(cell) for cell in sheet.rows[row - 1]} & headers.keys()) > 1:
            return row
    return 0


def _judge_columns(reading: Reading, table: Table, head: int) -> None:
    for wanted in table.kind.fields:
        if wanted.needed and wanted.key not in table.columns:
            reading.whole = False
            message = f"the column “{wanted.header}” is missing."
            place = f"{table.kind.title}, row {max(head, 1)}"
            reading.blame_sheet(table.kind, f"{place}: {message}", max(head, 1))


def _line(reading: Reading, table: Table, row: int, cells: Mapping[str, Cell]) -> Line:
    values: dict[str, Any] = {}
    bad = set()
    for column in table.kind.fields:
        try:
            values[column.key] = _value(reading, table.kind, column, cells)
        except Unfit as error:
            if str(error):
                reading.blame(table, row, column.key, str(error))
            values[column.key] = stand_in(column)
            bad.add(column.key)
    return Line(row, values, frozenset(bad))


def _value(reading: Reading, kind: SheetOf, column: Field, cells: Mapping[str, Cell]) -> object:
    if column.key not in cells:
        return stand_in(column)
    cell = cells[column.key]
    if column.holds is Holds.TEXT and isinstance(cell, str) and one_line(cell) != cell.strip():
        reading.tidied[kind.title] += 1
    if kind is LEVELS and column.key == "level" and not folded(cell):
        cell = _mapped(reading, cells.get("theirs"))
    return read_cell(column, cell)


def _mapped(reading: Reading, theirs: Cell) -> Cell:
    """Our level of a level of theirs, as the sheet Their scale says it; None for none of theirs.

    Raises:
        Unfit: it does not say; without a sentence where what it says is blamed there.
    """
    name = folded(theirs)
    if name and name not in reading.scale:
        raise Unfit(
            f"It is empty, and the sheet {THEIR_SCALE.title} does not say which of our levels "
            f"“{theirs}” is. Fill in one or the other."
        )
    if name and reading.scale[name] is None:
        raise Unfit
    return reading.scale.get(name)


def _add(reading: Reading, table: Table, line: Line) -> None:
    """Add a row, unless what tells it apart is wrong, missing or there already."""
    keys = table.kind.keys
    if keys and not line.values[keys[0]] and keys[0] not in line.bad and "id" in keys:
        reading.blame(table, line.row, keys[0], NO_ID)
        reading.drop(table, line)
        return
    if not line.bad.isdisjoint(keys):
        reading.drop(table, line)
        return
    same = next(_same(table, line), None) if keys else None
    if same is None:
        table.lines.append(line)
        return
    named = " and ".join(f"“{line.values[key]}”" for key in keys)
    verb = "stand" if len(keys) > 1 else "stands"
    message = f"{named} {verb} here a second time; the first is in row {same.row}."
    reading.blame(table, line.row, keys[-1], message)


def _same(table: Table, line: Line) -> Iterator[Line]:
    told = [line.values[key] for key in table.kind.keys]
    return (o for o in table.lines if [o.values[key] for key in table.kind.keys] == told)


def _judge_owners(reading: Reading, table: Table) -> None:
    """Leave out rows whose first column names nothing, unless that was left out itself."""
    owner = reading.tables[table.kind.of]
    known = {line.values["id"] for line in owner.lines}
    if table.kind.table == "actions":
        known.add(EVERYWHERE)
    forgiven = reading.dropped.get(table.kind.of, set())
    for line in list(table.lines):
        id_ = line.values["id"]
        if id_ not in known:
            table.lines.remove(line)
            if id_ not in forgiven and owner.columns:
                message = f"“{id_}” is not on the sheet {owner.kind.title}."
                reading.blame(table, line.row, "id", message)
