"""TOML in the one form in which we write it: fixed order, ids on one line, sentences one a line.

Our own and not a library's, because people edit it: tomli-w would give every id its own line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


def toml_text(document: Mapping[str, Any]) -> str:
    """`document` as TOML text; keys stay in order, those whose value is None are left out.

    Values: text, whole and finite numbers, yes or no, dates, lists of them, mappings. A mapping
    becomes a section, a mapping in a section a sub-section, deeper ones stand on one line; a list
    of mappings becomes repeated sections or sub-sections likewise.
    """
    return "\n".join(_lines(document, ())).strip("\n") + "\n"


def _lines(table: Mapping[str, Any], path: tuple[str, ...]) -> list[str]:
    present = {key: value for key, value in table.items() if value is not None}
    sections = [key for key, value in present.items() if _is_section(value, path)]
    lines = [_pair(key, value) for key, value in present.items() if key not in sections]
    for key in sections:
        lines += _section(present[key], (*path, _key(key)))
    return lines


def _is_section(value: object, path: tuple[str, ...]) -> bool:
    rows = isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)
    return len(path) < 2 and (rows or isinstance(value, Mapping))


def _section(
    value: Mapping[str, Any] | list[Mapping[str, Any]], path: tuple[str, ...]
) -> list[str]:
    name = ".".join(path)
    if isinstance(value, Mapping):
        return ["", f"[{name}]", *_lines(value, path)]
    return [line for row in value for line in ("", f"[[{name}]]", *_lines(row, path))]


def _pair(key: str, value: object) -> str:
    if isinstance(value, list) and any(map(_needs_a_line, value)):
        return "\n".join([f"{_key(key)} = [", *(f"  {_value(item)}," for item in value), "]"])
    return f"{_key(key)} = {_value(value)}"


def _needs_a_line(item: object) -> bool:
    return isinstance(item, Mapping) or " " in str(item)


def _value(value: object) -> str:
    match value:
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case list():
            return "[" + ", ".join(map(_value, value)) + "]"
        case Mapping():
            return "{ " + ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items()) + " }"
    return repr(value)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _value(key)
