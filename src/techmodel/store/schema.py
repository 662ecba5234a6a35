"""The tables of an assessment file: what they are called, what their columns hold.

Format history (`PRAGMA user_version`; the exact schema of format N is `formats/N.sql`):

1. The first. Journalled tables: setting, organisation, answer, evidence, override, checklist.
   Outside the journal: meta, batch, edit, people and the table of migrations.
2. Rounds and merges. Journalled: round. Outside the journal: taken, the batches of the other file
   that a merge took over, whole, as JSON.
3. Plans. Journalled: project, link, cost, benefit, raid, scenario.
4. Integration. Journalled: flow, onboarding, condition.

A new format is a new file `formats/N.sql`, a migration in `migrations.py` that leads there, and a
line here. JSON columns hold canonical JSON (sorted keys, no spaces, not escaped to ASCII), so that
equal values are equal text; STRICT tables keep every column's type.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.store.table_spec import FieldType, TableSpec

if TYPE_CHECKING:
    from collections.abc import Mapping

APPLICATION_ID = 0x546D646C
"""Ours, in bytes 68-71 of the file ("Tmdl")."""

FORMAT = 4
"""The newest format, which this program writes; in bytes 60-63 of the file."""


_TEXT, _INT, _REAL, _BOOL, _JSON = FieldType

TABLES: Mapping[str, TableSpec] = {
    spec.name: spec
    for spec in (
        TableSpec("checklist", ("id",), {"content": _TEXT}, ("id",)),
        TableSpec("setting", ("name",), {"value": _JSON}, ("name",)),
        TableSpec(
            "organisation",
            ("id",),
            {
                "name": _TEXT,
                "short_name": _TEXT,
                "kind": _TEXT,
                "weight": _REAL,
                "in_scope": _BOOL,
                "position": _INT,
            },
            ("position", "name", "id"),
        ),
        TableSpec(
            "answer",
            ("capability", "organisation"),
            {"value": _JSON, "note": _TEXT, "dissent": _TEXT, "parked": _BOOL},
            ("capability", "organisation"),
        ),
        TableSpec(
            "evidence",
            ("id",),
            {
                "capability": _TEXT,
                "organisation": _TEXT,
                "grade": _TEXT,
                "title": _TEXT,
                "date": _TEXT,
                "place": _TEXT,
            },
            ("id",),
        ),
        TableSpec("override", ("capability",), {"value": _JSON}, ("capability",)),
        TableSpec("round", ("id",), {"name": _TEXT, "at": _TEXT}, ("at", "id")),
        TableSpec(
            "project",
            ("id",),
            {
                "name": _TEXT,
                "kind": _TEXT,
                "steps": _JSON,
                "organisation": _TEXT,
                "owner": _TEXT,
                "progress": _JSON,
                "note": _TEXT,
                "pins": _JSON,
                "weeks": _JSON,
                "position": _INT,
            },
            ("position", "id"),
        ),
        TableSpec("link", ("project", "after"), {"lag": _INT}, ("project", "after")),
        TableSpec(
            "cost",
            ("id",),
            {
                "project": _TEXT,
                "label": _TEXT,
                "kind": _TEXT,
                "amount": _JSON,
                "first_year": _INT,
                "years": _INT,
                "funding": _TEXT,
                "note": _TEXT,
            },
            ("id",),
        ),
        TableSpec(
            "benefit",
            ("id",),
            {
                "name": _TEXT,
                "stage": _TEXT,
                "leads_to": _JSON,
                "projects": _JSON,
                "measure": _TEXT,
                "baseline": _TEXT,
                "target": _TEXT,
                "owner": _TEXT,
                "review": _TEXT,
                "note": _TEXT,
            },
            ("id",),
        ),
        TableSpec(
            "raid",
            ("id",),
            {
                "kind": _TEXT,
                "text": _TEXT,
                "cause": _TEXT,
                "consequence": _TEXT,
                "likelihood": _INT,
                "impact": _INT,
                "response": _TEXT,
                "owner": _TEXT,
                "due": _TEXT,
                "is_open": _BOOL,
                "project": _TEXT,
            },
            ("id",),
        ),
        TableSpec("scenario", ("id",), {"name": _TEXT, "terms": _JSON}, ("id",)),
        TableSpec(
            "flow",
            ("sender", "receiver", "flow"),
            {"value": _JSON, "note": _TEXT, "own": _JSON},
            ("flow", "sender", "receiver"),
        ),
        TableSpec(
            "onboarding",
            ("service", "organisation"),
            {"state": _TEXT, "owner": _TEXT, "date": _TEXT, "note": _TEXT},
            ("service", "organisation"),
        ),
        TableSpec("condition", ("factor",), {"level": _INT, "note": _TEXT}, ("factor",)),
    )
}
"""The journalled tables by name. Reading, applying edits and checking are driven by this."""


@lru_cache
def statements(number: int) -> tuple[str, ...]:
    """The CREATE statements of a format, in order."""
    text = (Path(__file__).parent / "formats" / f"{number}.sql").read_text(encoding="utf-8")
    return tuple(part.strip() for part in text.split(";") if part.strip())


@lru_cache
def expected_schema(number: int = FORMAT) -> tuple[tuple[str, ...], ...]:
    """What `found_schema` gives for a whole file of a format."""
    connection = sqlite3.connect(":memory:")
    try:
        for statement in statements(number):
            connection.execute(statement)
        return found_schema(connection)
    finally:
        connection.close()


def found_schema(connection: sqlite3.Connection) -> tuple[tuple[str, ...], ...]:
    """Type, name, table and text of everything in a database, in fixed order."""
    return tuple(
        connection.execute(
            "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"
        )
    )


def format_of(connection: sqlite3.Connection) -> int:
    """The number of the format that a database says it has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@lru_cache
def layout(number: int = FORMAT) -> Mapping[str, tuple[str, ...]]:
    """The columns of every table of a format, those outside the journal too."""
    connection = sqlite3.connect(":memory:")
    try:
        for statement in statements(number):
            connection.execute(statement)
        names = [row[1] for row in expected_schema(number) if row[0] == "table"]
        return {
            name: tuple(row[1] for row in connection.execute(f"PRAGMA table_info({name})"))
            for name in names
        }
    finally:
        connection.close()
