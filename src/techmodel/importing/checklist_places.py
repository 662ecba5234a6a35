"""Where in a checklist's workbook a problem of the whole checklist stands."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from techmodel.core.checklist_checks import AT_LEAST_ONE
from techmodel.core.checklist_sheets import EVERYWHERE, LISTS, sheet_of
from techmodel.core.checklist_texts import find_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from techmodel.core.checklist import Checklist
    from techmodel.core.checklist_checks import Problem
    from techmodel.core.checklist_columns import SheetOf
    from techmodel.importing.checklist_lines import Line, Reading

_WORDS = re.compile("“([^”]*)”|\\b(\\d+)\\b")
"""What a sentence quotes, and its numbers."""


class _Spot(NamedTuple):
    """A column of some rows of a sheet."""

    table: str
    key: str
    is_meant: Callable[[Line], bool]


def blame_all(reading: Reading, checklist: Checklist, problems: Sequence[Problem]) -> None:
    """Note every problem of a checklist at its cell; one at a cell that stands in is known."""
    texts = _faulty_texts(checklist)
    seen: Counter[tuple[Problem, str]] = Counter()
    left = {key: list(found) for key, found in texts.items()}
    for problem in problems:
        waiting = left.get((problem.table, problem.id, problem.key, problem.message))
        text = waiting.pop(0) if waiting else None
        told = (problem, text or "")
        _blame(reading, problem, text, seen[told])
        seen[told] += 1


def _faulty_texts(checklist: Checklist) -> dict[tuple[str, str, str, str], list[str]]:
    """The texts that are at fault, in order, by the problem that each becomes."""
    found: dict[tuple[str, str, str, str], list[str]] = {}
    for text in find_texts(checklist):
        if fault := text.fault:
            found.setdefault((text.table, text.id, text.key, fault), []).append(text.text)
    return found


def _blame(reading: Reading, problem: Problem, text: str | None, before: int) -> None:
    spot = _spot(problem)
    table = reading.tables[spot.table]
    lines = [line for line in table.lines if spot.is_meant(line) and line.row]
    if not lines:
        _blame_absent(reading, problem, spot)
        return
    fitting = [line for line in lines if _fits(line.values.get(spot.key), problem, text)] or lines
    at = min(before, len(fitting) - 1)
    line = fitting[at] if text is not None else fitting[-1 - at]
    if spot.key not in line.bad:
        message = problem.message + _whereabouts(table.kind, spot.key, problem.message)
        reading.blame(table, line.row, spot.key, message)


def _whereabouts(kind: SheetOf, key: str, message: str) -> str:
    """Where to find what may stand in a column of ids, for a sentence about one that may not."""
    field = next((f for f in kind.fields if f.key == key), None)
    asked = "is not a" in message or message == AT_LEAST_ONE
    if field is None or not asked or field.offers in {"", *LISTS}:
        return ""
    return f" The sheet {sheet_of(field.offers).title} lists those there are."


def _blame_absent(reading: Reading, problem: Problem, spot: _Spot) -> None:
    """A problem with no row of its own: of a capability as a whole, or of a sheet."""
    owners = reading.tables["capabilities"]
    line = next((o for o in owners.lines if o.values["id"] == problem.id), None)
    kind = sheet_of(spot.table)
    if problem.table == "capabilities" and line is not None:
        if problem.id not in reading.dropped.get(spot.table, set()):
            message = f"On the sheet {kind.title}: {problem.message}"
            reading.blame(owners, line.row, "id", message)
    elif problem.table != "scoring":
        reading.blame_sheet(kind, f"{kind.title}: {problem.message}")


def _fits(value: object, problem: Problem, text: str | None) -> bool:
    """Whether a cell holds the text at fault, or a word that the sentence is about."""
    parts = [str(part) for part in value] if isinstance(value, list) else [_shown(value)]
    if text is not None:
        return text in parts or (not text and not value)
    said = {quoted or number for quoted, number in _WORDS.findall(problem.message)}
    return not said.isdisjoint(parts)


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _spot(problem: Problem) -> _Spot:
    """The column that a problem is about, and which rows may be meant."""
    if problem.table in _SPOTS:
        return _SPOTS[problem.table](problem)
    return _own(problem, problem.table, problem.key)


def _own(problem: Problem, table: str, key: str) -> _Spot:
    return _Spot(table, key, lambda line: line.values["id"] == problem.id)


def _of_head(problem: Problem) -> _Spot:
    if problem.key in {f.key for f in sheet_of("checklist").fields}:
        return _Spot("checklist", problem.key, lambda _: True)
    return _Spot(problem.key, "", lambda _: False)


def _of_capability(problem: Problem) -> _Spot:
    head, _, rest = problem.key.partition(".")
    if head in {"levels", "proof"} and rest:
        key = "wording" if head == "levels" else head
        return _Spot(
            "wordings",
            key,
            lambda line: (line.values["id"], str(line.values["level"])) == (problem.id, rest),
        )
    if head == "evidence":
        return _own(problem, "evidence", "evidence")
    if head == "actions":
        return _own(problem, "actions", rest)
    if head == "targets":
        return _of_target(problem, "targets")
    return _own(problem, problem.table, problem.key)


def _of_flow(problem: Problem) -> _Spot:
    if problem.key.startswith("targets"):
        return _of_target(problem, "flow_targets")
    return _own(problem, problem.table, problem.key)


def _of_conditions(problem: Problem) -> _Spot:
    if problem.id:
        return _own(problem, "factors", problem.key)
    if problem.key == "factors":
        return _Spot("factors", "", lambda _: False)
    return _Spot("checklist", f"conditions.{problem.key}", lambda _: True)


def _of_target(problem: Problem, table: str) -> _Spot:
    _, *model = problem.key.split(".")
    if not model:
        return _own(problem, table, "care_model")
    key = "reason" if model[-1] == "reason" else "level"
    told = (problem.id, model[0])
    return _Spot(table, key, lambda line: (line.values["id"], line.values["care_model"]) == told)


def _of_scoring(problem: Problem) -> _Spot:
    head, *rest = problem.key.split(".")
    if head == "generic_actions":
        return _Spot("actions", rest[0], lambda line: line.values["id"] == EVERYWHERE)
    keys = {
        "bands": "low",
        "band_meanings": "meaning",
        "evidence_grades": rest[-1] if rest else "",
    }
    id_ = rest[0] if rest else head
    return _Spot("scoring", keys.get(head, "value"), lambda line: line.values["id"] == id_)


def _of_scale(problem: Problem) -> _Spot:
    return _Spot(
        "levels",
        problem.key,
        lambda line: problem.id in {"", str(line.values["level"])},
    )


def _of_term(problem: Problem) -> _Spot:
    return _Spot("glossary", problem.key, lambda line: line.values["term"] == problem.id)


_SPOTS: dict[str, Callable[[Problem], _Spot]] = {
    "checklist": _of_head,
    "capabilities": _of_capability,
    "flows": _of_flow,
    "conditions": _of_conditions,
    "scoring": _of_scoring,
    "levels": _of_scale,
    "glossary": _of_term,
}
