"""A checklist's workbook as a checklist, or a sentence for everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from techmodel.core.checklist import LEVELS, Effort
from techmodel.core.checklist_checks import check
from techmodel.core.checklist_flat import GRADES, SHARES, json_data
from techmodel.core.checklist_json import checklist_from_json
from techmodel.core.errors import BadInput
from techmodel.importing.checklist_lines import Line, read_lines
from techmodel.importing.checklist_places import blame_all
from techmodel.importing.left_out import EMPTIED
from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from techmodel.core.checklist import Checklist
    from techmodel.importing.checklist_lines import Reading
    from techmodel.importing.workbook import Workbook

_WEEKS = ("low", "likely", "high")
ALL = "all"
"""What may stand for every kind of organisation."""


@dataclass(frozen=True, slots=True)
class ReadChecklist:
    """A checklist from a workbook, and sentences about what was filled in or not read."""

    checklist: Checklist
    notes: tuple[str, ...]


def read_checklist_workbook(path: Path) -> ReadChecklist:
    """The checklist in a workbook; it takes a third of a second and more.

    Raises:
        BadInput: it is no workbook we read, or anything in it is wrong: a sentence for each fault
            with sheet, row and column.
    """
    from techmodel.importing.sandbox import read_workbook  # noqa: PLC0415 - starts a process

    return checklist_of(read_workbook(path))


def checklist_of(workbook: Workbook) -> ReadChecklist:
    """The checklist that the sheets of a workbook tell of.

    Raises:
        BadInput: as `read_checklist_workbook`.
    """
    reading = read_lines(workbook)
    if reading.whole:
        _judge_rows(reading)
        _fill_levels(reading)
        _name_all_kinds(reading)
        checklist = _assembled(reading)
        if checklist is not None:
            blame_all(reading, checklist, check(checklist))
            _note_unasked(reading, checklist)
    _refuse(workbook, reading.sentences())
    assert checklist is not None
    return ReadChecklist(checklist, tuple(reading.notes))


def _refuse(workbook: Workbook, problems: tuple[str, ...]) -> None:
    """Refuse faults; cells that only look filled in are told of too, for they may be why."""
    if problems:
        count = plural(len(problems), "problem")
        emptied = (sentence for sentence in workbook.left_out if EMPTIED in sentence)
        raise BadInput(
            f"'{workbook.file}' has {count}; nothing was written.", (*problems, *emptied)
        )


def _judge_rows(reading: Reading) -> None:
    """The sheets of which the rows themselves are fixed: what the checklist is, and Scoring."""
    head, scoring = reading.tables["checklist"], reading.tables["scoring"]
    if len(head.lines) != 1:
        message = f"{head.kind.title}: there must be exactly one row; there are {len(head.lines)}."
        reading.blame_sheet(head.kind, message)
    wanted = (*SHARES, *Effort, *GRADES)
    for line in list(scoring.lines):
        if line.values["id"] not in wanted:
            message = f"“{line.values['id']}” is not one of {join_words(wanted, 'or')}."
            reading.blame(scoring, line.row, "id", message)
            scoring.lines.remove(line)
    for line in scoring.lines:
        _judge_numbers(reading, line)
    for id_ in wanted:
        if all(line.values["id"] != id_ for line in scoring.lines):
            reading.blame_sheet(scoring.kind, f"{scoring.kind.title}: there is no row “{id_}”.")


def _judge_numbers(reading: Reading, line: Line) -> None:
    """A share has a number, an effort its weeks."""
    id_ = line.values["id"]
    wanted = ("value",) if id_ in SHARES else _WEEKS if id_ in set(Effort) else ()
    empty = [key for key in wanted if line.values[key] is None and key not in line.bad]
    for key in empty:
        reading.blame(reading.tables["scoring"], line.row, key, "It must not be empty.")
    if empty or line.bad:
        line.values.update(dict.fromkeys(wanted, 1))


def _fill_levels(reading: Reading) -> None:
    """Give the levels that a foreign framework lacks the general wording; blame other holes."""
    wordings = reading.tables["wordings"]
    own: dict[str, list[Line]] = {}
    for line in wordings.lines:
        own.setdefault(line.values["id"], []).append(line)
    unsure = reading.dropped.get("wordings", set())
    filled: dict[tuple[int, ...], int] = {}
    for line in reading.tables["capabilities"].lines:
        id_ = line.values["id"]
        rows = own.get(id_, [])
        there = {row.values["level"] for row in rows}
        missing = tuple(level for level in LEVELS if level not in there)
        if missing and not any(row.values["theirs"] for row in rows) and id_ not in unsure:
            message = f"“{id_}” has no wording for {_levels(missing)}; add it on the sheet Levels."
            reading.blame(reading.tables["capabilities"], line.row, "id", message)
        elif missing and id_ not in unsure:
            filled[missing] = filled.get(missing, 0) + 1
        wordings.lines.extend(_general(reading, line, missing))
    wordings.lines.sort(key=lambda line: line.values["level"])
    for levels_, count in filled.items():
        many = plural(count, "capability", "capabilities")
        reading.notes.append(
            f"Levels: {many} had no wording for {_levels(levels_)}; the general wording of the "
            "sheet Scale was taken."
        )


def _levels(levels: Sequence[int]) -> str:
    word = "level" if len(levels) == 1 else "levels"
    return f"{word} {join_words([str(level) for level in levels])}"


def _general(reading: Reading, capability: Line, levels: Iterable[int]) -> list[Line]:
    """The general wordings of the scale for some levels of a capability."""
    key = f"wording.{capability.values['profile']}"
    scale = {line.values["level"]: line for line in reading.tables["levels"].lines}
    made = []
    for level in levels:
        wording = scale[level].values[key] if level in scale else ""
        values: dict[str, Any] = {"id": capability.values["id"], "level": level}
        made.append(Line(0, {**values, "theirs": "", "wording": wording, "proof": ""}))
    return made


def _name_all_kinds(reading: Reading) -> None:
    """Put every kind where “all” stands for them."""
    kinds = [line.values["id"] for line in reading.tables["kinds"].lines]
    for table, keys in (("capabilities", ("applies_to",)), ("flows", ("from", "to"))):
        for line in reading.tables[table].lines:
            for key in keys:
                if [id_.casefold() for id_ in line.values[key]] == [ALL]:
                    line.values[key] = kinds


def _assembled(reading: Reading) -> Checklist | None:
    """The checklist of all rows; None where the fixed rows are not there."""
    rows = {name: [line.values for line in t.lines] for name, t in reading.tables.items()}
    ids = {row["id"] for row in rows["scoring"]}
    if len(rows["checklist"]) != 1 or not set(SHARES) <= ids:
        return None
    _blame_proof(reading)
    return checklist_from_json(json_data(rows))


def _note_unasked(reading: Reading, checklist: Checklist) -> None:
    """Say how many capabilities no care model asks for."""
    if count := sum(not row.targets for row in checklist.capabilities):
        many = plural(count, "capability", "capabilities")
        verb = "has" if count == 1 else "have"
        reading.notes.append(
            f"Targets: {many} {verb} no target in any care model, and so no gap: add rows there, "
            "or set targets in the assessment."
        )


def _blame_proof(reading: Reading) -> None:
    """Nothing proves level 0."""
    wordings = reading.tables["wordings"]
    for line in wordings.lines:
        if line.values["level"] == 0 and line.values["proof"]:
            reading.blame(wordings, line.row, "proof", "Nothing proves level 0; leave it empty.")
            line.values["proof"] = ""
