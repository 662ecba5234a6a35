"""How a journalled table of an assessment file keeps its rows: columns, and what they hold."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from techmodel.core.journal import Json

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
