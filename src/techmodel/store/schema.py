"""The tables of an assessment file: what they are called, what their columns hold.

Format history (`PRAGMA user_version`; the exact schema of format N is `formats/N.sql`):

1. The first. Journalled tables: setting, organisation, answer, evidence, override, checklist.
   Outside the journal: meta, batch, edit, people and the table of migrations.
2. Rounds and merges. Journalled: round. Outside the journal: taken, the batches of the other file
   that a merge took over, whole, as JSON.

A new format is a new file `formats/N.sql`, a migration in `migrations.py` that leads there, and a
line here. JSON columns hold canonical JSON (sorted keys, no spaces, not escaped to ASCII), so that
equal values are equal text; STRICT tables keep every column's type.
"""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from techmodel.core.journal import Json

APPLICATION_ID = 0x546D646C
"""Ours, in bytes 68-71 of the file ("Tmdl")."""

FORMAT = 2
"""The newest format, which this program writes; in bytes 60-63 of the file."""

Column = str | int | float
"""What a column of ours holds; no column is ever NULL."""

_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
).encode


def canonical(value: object) -> str:
    """The one text of a JSON value: sorted keys, no spaces, not escaped to ASCII.

    Raises:
        ValueError: the value holds NaN or an infinity.
    """
    return _encode(value)


_DENSE = 12
"""Characters; a list or an object of ours takes more."""
_SHORT = 60
"""Shorter texts are not counted."""
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def parsed(text: str) -> Json:
    """The value of a JSON text.

    A stranger's text of nothing but lists within lists would take 26 times its size in memory, so
    it is not read at all (trust.md F15).

    Raises:
        ValueError: it is no JSON, or denser than anything of ours.
    """
    most = len(text) // _DENSE
    if len(text) > _SHORT and _opened(text) > most and _opened(_STRING.sub("", text)) > most:
        raise ValueError("lists within lists")
    value: Json = json.loads(text)
    return value


def _opened(text: str) -> int:
    return text.count("[") + text.count("{")


class FieldType(Enum):
    """How a field's value is kept in its column."""

    TEXT = auto()
    INT = auto()
    REAL = auto()
    BOOL = auto()
    JSON = auto()


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A journalled table: its key columns (text), its other fields, the order of reading."""

    name: str
    key: tuple[str, ...]
    fields: Mapping[str, FieldType]
    order: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns, in the order of the file: the key first."""
        return (*self.key, *self.fields)

    def decode(self, row: tuple[Column, ...]) -> dict[str, Json]:
        """Every column but the key, as values; `row` has all columns."""
        kept = row[len(self.key) :]
        return {
            name: _decoded(kind, column)
            for (name, kind), column in zip(self.fields.items(), kept, strict=True)
        }

    def named(self, rows: Iterable[tuple[Column, ...]]) -> tuple[dict[str, Json], ...]:
        """Rows with all columns, as values by name; JSON values may be shared between rows."""
        columns = self.columns
        found: list[dict[str, Json]] = [dict(zip(columns, row, strict=True)) for row in rows]
        for name, kind in self.fields.items():
            convert = _CONVERTERS.get(kind)
            if convert:
                for row in found:
                    row[name] = convert(row[name])
        return tuple(found)

    def encode(self, key: tuple[str, ...], values: Json) -> tuple[Column, ...]:
        """All columns of a row.

        Raises:
            ValueError: a field is missing or too many, or a value is not of the field's type.
        """
        if not isinstance(values, dict) or values.keys() != self.fields.keys():
            raise ValueError(f"a row of {self.name} has the fields {', '.join(self.fields)}")
        return (*key, *(self.column(name, values[name]) for name in self.fields))

    def normal(self, values: dict[str, Json]) -> dict[str, Json]:
        """The values as reading gives them back: a weight of 2 as 2.0."""
        return {
            name: float(value)
            if isinstance(value, int) and self.fields.get(name) is FieldType.REAL
            else value
            for name, value in values.items()
        }

    def column(self, field: str, value: Json) -> Column:
        """A field's value as its column keeps it.

        Raises:
            ValueError: there is no such field, or the value is not of its type.
        """
        kind = self.fields.get(field)
        if kind is FieldType.JSON:
            return canonical(value)
        if kind is FieldType.TEXT and isinstance(value, str):
            return value
        if kind is FieldType.BOOL and isinstance(value, bool):
            return int(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            if kind is FieldType.REAL:
                return float(value)
            if kind is FieldType.INT and isinstance(value, int):
                return value
        raise ValueError(f"{self.name}.{field} cannot hold {value!r}")


def _decoded(kind: FieldType, column: Column) -> Json:
    """A column's value."""
    convert = _CONVERTERS.get(kind)
    return convert(column) if convert else column


_CONVERTERS: Mapping[FieldType, Callable[..., Json]] = {
    FieldType.JSON: lru_cache(maxsize=4096)(parsed),
    FieldType.BOOL: bool,
}
"""How columns become values; the same JSON text is read once, since most answers are alike."""


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
