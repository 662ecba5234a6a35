"""Reading plain JSON data of a foreign origin: each value is of the kind asked for, or refused.

Every function raises KeyError or TypeError with the key that is missing or not of its kind; the
caller turns it into a sentence.
"""

from __future__ import annotations

import math
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

Row = dict[str, Any]
"""A JSON object as it was read; nothing is known about its values yet."""

_Choice = TypeVar("_Choice", bound=StrEnum)


def read_text(row: Row, key: str) -> str:
    """The text under `key`."""
    value = row[key]
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def read_whole(row: Row, key: str) -> int:
    """The whole number under `key`; true and false are none."""
    value = row[key]
    if type(value) is not int:
        raise TypeError(key)
    return value


def read_flag(row: Row, key: str) -> bool:
    """The true or false under `key`."""
    value = row[key]
    if type(value) is not bool:
        raise TypeError(key)
    return value


def read_number(row: Row, key: str) -> float:
    """The finite number under `key`."""
    value = row[key]
    if type(value) not in {int, float} or not math.isfinite(value):
        raise TypeError(key)
    return float(value)


def read_date(row: Row, key: str) -> date:
    """The ISO date under `key`."""
    text = read_text(row, key)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise TypeError(key) from error


def read_day(row: Row, key: str) -> date | None:
    """The ISO date under `key`, or None for null."""
    return None if row[key] is None else read_date(row, key)


def read_table(row: Row, key: str) -> Row:
    """The object under `key`."""
    return as_row(row[key], key)


def read_rows(row: Row, key: str) -> list[Row]:
    """The list of objects under `key`."""
    return [as_row(value, key) for value in read_list(row, key)]


def read_texts(row: Row, key: str) -> list[str]:
    """The list of texts under `key`."""
    values = read_list(row, key)
    if not all(isinstance(value, str) for value in values):
        raise TypeError(key)
    return values


def read_named_texts(row: Row, key: str) -> dict[str, str]:
    """The object of texts under `key`."""
    table = read_table(row, key)
    return {name: read_text(table, name) for name in table}


def read_chosen_texts(row: Row, key: str, choices: type[_Choice]) -> dict[_Choice, str]:
    """The object of texts under `key`, whose names are among `choices`."""
    texts = read_named_texts(row, key)
    return {as_choice(name, key, choices): text for name, text in texts.items()}


def read_choice(row: Row, key: str, choices: type[_Choice]) -> _Choice:
    """The member of `choices` whose value is the text under `key`."""
    return as_choice(read_text(row, key), key, choices)


def read_list(row: Row, key: str) -> list[Any]:
    """The list under `key`, whatever it holds."""
    value = row[key]
    if not isinstance(value, list):
        raise TypeError(key)
    return value


def as_row(value: object, key: str) -> Row:
    """`value` as an object; `key` names it if it is none."""
    if not isinstance(value, dict):
        raise TypeError(key)
    return value


def as_choice(text: str, key: str, choices: type[_Choice]) -> _Choice:
    """The member of `choices` whose value is `text`; `key` names it if there is none."""
    try:
        return choices(text)
    except ValueError as error:
        raise TypeError(key) from error
