"""Every text of a checklist with its place and the room there is for it."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.checklist import (
        Action,
        Capability,
        CareModel,
        Checklist,
        Duty,
        Level,
        Scoring,
        Service,
    )
    from techmodel.core.conditions import Conditions, Factor
    from techmodel.core.flow_parts import TypicalFlow


_LENGTHS = {
    "checklist": {"title": 120, "version": 30, "notice": 2000},
    "domains": {"name": 80, "short_name": 24, "description": 400},
    "capabilities": {"name": 80, "question": 300, "test": 300, "why": 400},
    "services": {
        "name": 100,
        "kind": 60,
        "what": 400,
        "operator": 100,
        "licence": 400,
        "source": 500,
        "confidence": 20,
    },
    "care_models": {"name": 80, "family": 20, "description": 400},
    "glossary": {"term": 60, "meaning": 400},
    "flows": {"information": 100},
    "conditions": {"title": 80},
    "factors": {"name": 60, "question": 160, "why": 240},
    "kinds": {"name": 80, "short_name": 16},
    "levels": {"name": 20, "summary": 400, "test": 400},
}
_MAY_BE_EMPTY = {
    "services": {"standards": 200, "status_note": 1000, "ask": 200},
    "care_models": {"population": 400, "typical": 400},
    "glossary": {"source": 500},
    "conditions": {"notice": 400, "source": 160, "url": 300},
}
_FITTING = re.compile("[\u00a0\u2000-\u200a\u200c\u200d\u202f\u205f\u3000]")
"""Spaces of other widths and joiners of letters: no text of some languages does without."""
_WORDING = 400
_LINE = 200
_ROLE = 80
_FACTOR_LEVEL = 160

ADDRESS = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(?:/\S*)?", re.ASCII | re.IGNORECASE)
"""An address that a person may follow."""


class Text(NamedTuple):
    """One text, where it stands, and how long it may be. `limit` counts characters."""

    table: str
    id: str
    key: str
    text: str
    limit: int
    may_be_empty: bool = False

    @property
    def fault(self) -> str | None:
        """A sentence about what is wrong with it, or None."""
        if not self.text.strip():
            return None if self.may_be_empty and not self.text else "It must not be empty."
        if len(self.text) > self.limit:
            return f"It must be at most {self.limit} characters long; it has {len(self.text)}."
        if not _FITTING.sub(" ", self.text).isprintable():
            return "It must be one line without control characters."
        if self.text != self.text.strip():
            return "It must not begin or end with a space."
        return None


def find_texts(checklist: Checklist) -> Iterator[Text]:
    """Every text a person wrote, in the order of the tables; ids are not among them."""
    yield from _fields("checklist", "", checklist)
    tables = (
        ("domains", checklist.domains),
        ("capabilities", checklist.capabilities),
        ("services", checklist.services),
        ("care_models", checklist.care_models),
        ("kinds", checklist.kinds),
    )
    for table, rows in tables:
        yield from chain.from_iterable(_fields(table, row.id, row) for row in rows)
    for term in checklist.glossary:
        yield from _fields("glossary", term.term, term)
    yield from chain.from_iterable(map(_of_flow, checklist.flows))
    yield from chain.from_iterable(map(_of_service, checklist.services))
    yield from chain.from_iterable(map(_of_care_model, checklist.care_models))
    yield from chain.from_iterable(map(_of_capability, checklist.capabilities))
    yield from chain.from_iterable(map(_of_level, checklist.levels))
    for role, name in checklist.roles.items():
        yield Text("roles", role, "name", name, _ROLE)
    yield from _of_scoring(checklist.scoring)
    if checklist.conditions:
        yield from _of_conditions(checklist.conditions)


def _fields(table: str, id_: str, row: object) -> Iterator[Text]:
    for key, limit in _LENGTHS[table].items():
        yield Text(table, id_, key, getattr(row, key), limit)
    for key, limit in _MAY_BE_EMPTY.get(table, {}).items():
        yield Text(table, id_, key, getattr(row, key), limit, may_be_empty=True)


def _of_capability(row: Capability) -> Iterator[Text]:
    for level, wording in enumerate(row.levels):
        yield Text("capabilities", row.id, f"levels.{level}", wording, _WORDING)
    for level, line in row.proof.items():
        yield Text("capabilities", row.id, f"proof.{level}", line, _LINE)
    for line in row.evidence:
        yield Text("capabilities", row.id, "evidence", line, _LINE)
    yield from _of_actions("capabilities", row.id, "actions", row.actions)
    for model, target in row.targets.items():
        key = f"targets.{model}.reason"
        yield Text("capabilities", row.id, key, target.reason, _WORDING, may_be_empty=True)
    yield from _of_duty("capabilities", row.id, row.duty)


def _of_actions(table: str, id_: str, key: str, actions: tuple[Action, ...]) -> Iterator[Text]:
    for action in actions:
        yield Text(table, id_, f"{key}.action", action.action, _LINE)
        for task in action.tasks:
            yield Text(table, id_, f"{key}.tasks", task, _LINE)
        yield Text(table, id_, f"{key}.risk", action.risk, _WORDING, may_be_empty=True)
        yield Text(table, id_, f"{key}.benefit", action.benefit, _WORDING, may_be_empty=True)


def _of_service(row: Service) -> Iterator[Text]:
    for key in ("connect", "needs"):
        for line in getattr(row, key):
            yield Text("services", row.id, key, line, _LINE)
    yield from _of_duty("services", row.id, row.duty)


def _of_duty(table: str, id_: str, duty: Duty | None) -> Iterator[Text]:
    if duty:
        yield Text(table, id_, "duty.name", duty.name, _LINE)
        yield Text(table, id_, "duty.source", duty.source, 500)


def _of_care_model(row: CareModel) -> Iterator[Text]:
    for line in row.leans_on:
        yield Text("care_models", row.id, "leans_on", line, _LINE)
    for source in row.sources:
        yield Text("care_models", row.id, "sources", source, 500)


def _of_flow(row: TypicalFlow) -> Iterator[Text]:
    yield from _fields("flows", row.id, row)
    for model, target in row.targets.items():
        key = f"targets.{model}.reason"
        yield Text("flows", row.id, key, target.reason, _WORDING, may_be_empty=True)


def _of_conditions(conditions: Conditions) -> Iterator[Text]:
    yield from _fields("conditions", "", conditions)
    yield from chain.from_iterable(map(_of_factor, conditions.factors))


def _of_factor(row: Factor) -> Iterator[Text]:
    for text in _fields("factors", row.id, row):
        yield text._replace(table="conditions")
    for level, wording in enumerate(row.levels):
        yield Text("conditions", row.id, f"levels.{level}", wording, _FACTOR_LEVEL)


def _of_level(row: Level) -> Iterator[Text]:
    yield from _fields("levels", str(row.level), row)
    for profile, wording in row.wording.items():
        yield Text("levels", str(row.level), f"wording.{profile}", wording, _WORDING)


def _of_scoring(scoring: Scoring) -> Iterator[Text]:
    for effort, meaning in scoring.band_meanings.items():
        yield Text("scoring", "", f"band_meanings.{effort}", meaning, _LINE)
    yield from _of_actions("scoring", "", "generic_actions", scoring.generic_actions)
    for grade in scoring.evidence_grades:
        yield Text("scoring", "", f"evidence_grades.{grade.grade}.name", grade.name, 40)
        yield Text("scoring", "", f"evidence_grades.{grade.grade}.meaning", grade.meaning, _LINE)
