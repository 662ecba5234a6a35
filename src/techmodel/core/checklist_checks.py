"""The sense of a checklist: what must be put right before it can be used."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from techmodel.core.checklist import LEVELS, LOCAL, Effort, Profile
from techmodel.core.checklist_texts import find_texts
from techmodel.core.condition_checks import find_condition_faults
from techmodel.core.flow_checks import find_flow_faults
from techmodel.core.organisations import MAX_WEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from techmodel.core.checklist import Action, Checklist, Scoring

_IDS = {
    "domains": (r"[A-Z][A-Z0-9]{1,7}", "two to eight capital letters or digits, such as GOV"),
    "capabilities": (
        r"(X-)?[A-Z][A-Z0-9]{1,7}-\d{2,4}",
        "the domain and a number, such as GOV-01, or X-GOV-01 for one of your own",
    ),
    "services": (r"[A-Z0-9][A-Z0-9-]{0,19}", "capital letters, digits and hyphens"),
    "care_models": (r"[A-Z][A-Z0-9]{1,9}", "two to ten capital letters or digits"),
    "roles": (r"[A-Z][A-Z0-9]{1,9}", "two to ten capital letters or digits"),
    "kinds": (r"[a-z][a-z-]{1,19}", "small letters and hyphens, such as care-home"),
}
_MAX_WEEKS = 520
AT_LEAST_ONE = "There must be at least one."
_GRADES = ["A", "B", "C", "D"]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with, or odd about, a row of a checklist; it knows nothing of files.

    `table` is a key of the JSON form ("checklist" for its head), `id` the row ("" for the head),
    `key` the field ("targets.PLACE"), `message` a sentence that begins with what is wrong.
    """

    table: str
    id: str
    key: str
    message: str

    def __str__(self) -> str:
        """Place and sentence, such as "REC-06, weight: It must be above 0 ..."."""
        return f"{', '.join(filter(None, (self.id, self.key)))}: {self.message}"


def check(checklist: Checklist) -> tuple[Problem, ...]:
    """Everything that must be put right before the checklist can be used (design.md 4, 9).

    A care model's own target below what its other targets need is no problem: it is raised (4.3).
    """
    rules = (
        _check_ids,
        _check_texts,
        _check_scale,
        _check_capabilities,
        _check_references,
        _check_targets,
        _check_proof,
        _check_earlier_ids,
        _check_glossary,
        _check_flows,
        _check_conditions,
        _check_loops,
        _check_scoring,
    )
    return tuple(chain.from_iterable(rule(checklist) for rule in rules))


def _check_ids(checklist: Checklist) -> Iterator[Problem]:
    for table, names in _tables(checklist).items():
        pattern, words = _IDS[table]
        if not names:
            yield Problem("checklist", "", table, AT_LEAST_ONE)
        for id_ in dict(names):
            if not re.fullmatch(pattern, id_, re.ASCII):
                yield Problem(table, id_, "id", f"“{id_}” must be {words}.")
        for id_ in _twice(id_ for id_, _ in names):
            yield Problem(table, id_, "id", f"“{id_}” is used twice.")
        for name in _twice(name.casefold() for _, name in names):
            same = [id_ for id_, other in names if other.casefold() == name]
            yield Problem(table, same[-1], "name", f"{' and '.join(same)} have the same name.")


def _tables(checklist: Checklist) -> dict[str, list[tuple[str, str]]]:
    """Id and name of every row, by table."""
    return {
        "domains": [(row.id, row.name) for row in checklist.domains],
        "capabilities": [(row.id, row.name) for row in checklist.capabilities],
        "services": [(row.id, row.name) for row in checklist.services],
        "care_models": [(row.id, row.name) for row in checklist.care_models],
        "roles": list(checklist.roles.items()),
        "kinds": [(row.id, row.name) for row in checklist.kinds],
    }


def _check_texts(checklist: Checklist) -> Iterator[Problem]:
    for text in find_texts(checklist):
        if fault := text.fault:
            yield Problem(text.table, text.id, text.key, fault)


def _check_scale(checklist: Checklist) -> Iterator[Problem]:
    if [row.level for row in checklist.levels] != list(LEVELS):
        message = "There must be exactly six, 0 to 5, in this order."
        yield Problem("levels", "", "level", message)
    for name in _twice(row.name.casefold() for row in checklist.levels):
        yield Problem("levels", "", "name", f"Two levels are called “{name}”.")
    for row in checklist.levels:
        for profile in set(Profile) - set(row.wording):
            yield Problem(
                "levels", str(row.level), f"wording.{profile}", "The wording is missing."
            )


def _check_capabilities(checklist: Checklist) -> Iterator[Problem]:
    for row in checklist.capabilities:
        if checklist.domain(row.domain) is None:
            message = f"“{row.domain}” is not a domain of this checklist."
            yield Problem("capabilities", row.id, "domain", message)
        elif not row.id.removeprefix(LOCAL).startswith(f"{row.domain}-"):
            message = f"It must begin with its domain, {row.domain}-."
            yield Problem("capabilities", row.id, "id", message)
        if not 0 < row.weight <= MAX_WEIGHT:
            message = f"It must be above 0 and at most {MAX_WEIGHT:.0f}; it is {row.weight:g}."
            yield Problem("capabilities", row.id, "weight", message)
        for key, values in (("applies_to", row.applies_to), ("evidence", row.evidence)):
            if not values:
                yield Problem("capabilities", row.id, key, AT_LEAST_ONE)


def _check_references(checklist: Checklist) -> Iterator[Problem]:
    ids = {table: {id_ for id_, _ in names} for table, names in _tables(checklist).items()}
    for row in checklist.capabilities:
        for key, values, table in (
            ("applies_to", row.applies_to, "kinds"),
            ("prerequisites", row.prerequisites, "capabilities"),
            ("services", row.services, "services"),
        ):
            for message in _unresolved(values, ids[table], table):
                yield Problem("capabilities", row.id, key, message)
        yield from _check_actions("capabilities", row.id, row.actions, ids["roles"])
    yield from _check_actions("scoring", "", checklist.scoring.generic_actions, ids["roles"])
    for service in checklist.services:
        replaced_by = [service.replaced_by] if service.replaced_by else []
        for message in _unresolved(replaced_by, ids["services"], "services"):
            yield Problem("services", service.id, "replaced_by", message)


def _check_actions(
    table: str, id_: str, actions: Sequence[Action], roles: set[str]
) -> Iterator[Problem]:
    key = "actions" if table == "capabilities" else "generic_actions"
    for action in actions:
        if not 1 <= action.to_level <= 5:
            message = f"An action leads to a level from 1 to 5, not to {action.to_level}."
            yield Problem(table, id_, f"{key}.to_level", message)
        for message in _unresolved(action.roles, roles, "roles"):
            yield Problem(table, id_, f"{key}.roles", message)
    for level in _twice(action.to_level for action in actions):
        message = f"Two actions lead to level {level}; a step has one."
        yield Problem(table, id_, f"{key}.to_level", message)


def _check_targets(checklist: Checklist) -> Iterator[Problem]:
    models = {row.id for row in checklist.care_models}
    for row in checklist.capabilities:
        for model, target in row.targets.items():
            if model not in models:
                message = f"“{model}” is not a care model of this checklist."
                yield Problem("capabilities", row.id, "targets", message)
            if target.level not in LEVELS:
                message = f"A level is 0 to 5, not {target.level}."
                yield Problem("capabilities", row.id, f"targets.{model}", message)


def _check_proof(checklist: Checklist) -> Iterator[Problem]:
    for row in checklist.capabilities:
        for level in sorted(set(row.proof) - set(LEVELS[1:])):
            message = f"Proof is of a level from 1 to 5, not of {level}."
            yield Problem("capabilities", row.id, "proof", message)


def _check_earlier_ids(checklist: Checklist) -> Iterator[Problem]:
    pattern, words = _IDS["capabilities"]
    twice = set(_twice(id_ for row in checklist.capabilities for id_ in row.was))
    for row in checklist.capabilities:
        for id_ in row.was:
            if not re.fullmatch(pattern, id_, re.ASCII):
                yield Problem("capabilities", row.id, "was", f"“{id_}” must be {words}.")
            if checklist.capability(id_):
                message = f"“{id_}” is a capability of this checklist, no earlier id."
                yield Problem("capabilities", row.id, "was", message)
            if id_ in twice:
                message = f"“{id_}” became one capability; it is named twice."
                yield Problem("capabilities", row.id, "was", message)


def _check_glossary(checklist: Checklist) -> Iterator[Problem]:
    for term in _twice(row.term.casefold() for row in checklist.glossary):
        last = [row.term for row in checklist.glossary if row.term.casefold() == term][-1]
        yield Problem("glossary", last, "term", f"“{last}” is explained twice.")


def _check_flows(checklist: Checklist) -> Iterator[Problem]:
    yield from (Problem("flows", *fault) for fault in find_flow_faults(checklist))


def _check_conditions(checklist: Checklist) -> Iterator[Problem]:
    yield from (Problem("conditions", *fault) for fault in find_condition_faults(checklist))


def _check_loops(checklist: Checklist) -> Iterator[Problem]:
    needs = {str(row.id): set(row.prerequisites) for row in checklist.capabilities}
    yield from _loops("capabilities", "prerequisites", needs, "needs")
    replaced = {str(row.id): {row.replaced_by} for row in checklist.services if row.replaced_by}
    yield from _loops("services", "replaced_by", replaced, "is replaced by")


def _loops(
    table: str, key: str, links: Mapping[str, Iterable[str]], verb: str
) -> Iterator[Problem]:
    graph = {id_: set(others) - {id_} for id_, others in links.items()}
    for id_, others in links.items():
        if id_ in others:
            yield Problem(table, id_, key, f"{id_} {verb} itself.")
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        loop = error.args[1][:0:-1]
        start = loop.index(min(loop))
        loop = [*loop[start:], *loop[:start], loop[start]]
        yield Problem(table, loop[0], key, f"This is a loop: {f' {verb} '.join(loop)}.")


def _check_scoring(checklist: Checklist) -> Iterator[Problem]:
    scoring = checklist.scoring
    if not 0 <= scoring.blocked_share <= 1:
        yield _of_scoring("blocked_share", "It must be from 0 to 1.")
    if not 0.5 <= scoring.default_threshold <= 1:
        yield _of_scoring("default_threshold", "It must be from 0.5 to 1.")
    if [row.grade for row in scoring.evidence_grades] != _GRADES:
        yield _of_scoring("evidence_grades", "They must be A, B, C and D, in this order.")
    yield from _check_bands(scoring)


def _check_bands(scoring: Scoring) -> Iterator[Problem]:
    for effort in Effort:
        if effort not in scoring.band_meanings:
            yield _of_scoring(f"band_meanings.{effort}", "The meaning is missing.")
        weeks = scoring.bands.get(effort)
        if weeks is None or not 0 < weeks.low <= weeks.likely <= weeks.high <= _MAX_WEEKS:
            message = f"It must be weeks low, likely, high, rising from 1 to at most {_MAX_WEEKS}."
            yield _of_scoring(f"bands.{effort}", message)


def _of_scoring(key: str, message: str) -> Problem:
    return Problem("scoring", "", key, message)


def _unresolved(values: Sequence[str], known: set[str], table: str) -> Iterator[str]:
    for value in values:
        if value not in known:
            yield f"“{value}” is not among the {table.replace('_', ' ')} of this checklist."
    for value in _twice(values):
        yield f"“{value}” is named twice."


def _twice(values: Iterable[_T]) -> list[_T]:
    return [value for value, count in Counter(values).items() if count > 1]
