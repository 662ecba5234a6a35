"""What costs, benefits and risks share: entries of the plan that are added, changed, removed."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from techmodel.core.errors import WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.plan_rows import project_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from techmodel.core.journal import Json
    from techmodel.core.plan_parts import Project, ProjectId
    from techmodel.session.session import Session

_LETTERS = "BCDFGHJKLMNPQRTVWXZ"
_SIGNS = f"{_LETTERS}23456789"
"""No vowels, so that ids make no words, and no signs that are taken for others."""


def entry_id(initial: str, used: Collection[str]) -> str:
    """A new id that can be said aloud, such as "RK7D2": an initial, a letter, three signs.

    It comes from chance, so that two rooms that add entries and merge hardly ever use the same.
    """
    while True:
        code = secrets.choice(_LETTERS) + "".join(secrets.choice(_SIGNS) for _ in range(3))
        if f"{initial}{code}" not in used:
            return f"{initial}{code}"


def added(table: str, id_: str, fields: Mapping[str, Json]) -> Edit:
    """The edit that makes a row."""
    return Edit(table, (id_,), WHOLE_ROW, None, {**fields})


def removed(table: str, id_: str, fields: Mapping[str, Json]) -> Edit:
    """The edit that takes a row away."""
    return Edit(table, (id_,), WHOLE_ROW, {**fields}, None)


def changed(table: str, id_: str, old: Mapping[str, Json], new: Mapping[str, Json]) -> list[Edit]:
    """The edits of the fields that differ."""
    return [Edit(table, (id_,), f, old[f], new[f]) for f in old if old[f] != new[f]]


def all_projects(session: Session) -> tuple[Project, ...]:
    """The projects of the plan, in their order."""
    return tuple(project_of(row) for row in session.rows("project"))


def check_projects(session: Session, ids: Iterable[ProjectId]) -> None:
    """WrongUse when there is no such project."""
    known = {p.id for p in all_projects(session)}
    for id_ in ids:
        if id_ not in known:
            raise WrongUse(f"There is no project {id_!r} in this plan.")
