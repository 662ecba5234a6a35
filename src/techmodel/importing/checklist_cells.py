"""The cells of a checklist's workbook as values, or a sentence about what is wrong with one."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from techmodel.core.checklist_columns import Holds
from techmodel.core.checklist_flat import empty_value
from techmodel.core.checklist_sheets import LISTS
from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.core.checklist_columns import Field
    from techmodel.importing.workbook import Cell

_WHOLE = re.compile(r"(-?\d{1,9})(?:\s.*)?", re.ASCII | re.DOTALL)
"""A whole number, also in front of its name: "3 Structured"."""
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?", re.ASCII)
_DATES = ("%Y-%m-%d", "%d %b %Y", "%d %B %Y", "%d/%m/%Y")
_YES, _NO = frozenset({"yes", "y", "true", "1", "x"}), frozenset({"no", "n", "false", "0"})
_BREAKS = re.compile(r"\s*[\t-\r\x85\u2028\u2029]\s*")
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Characters that come along with pasted text and are never seen, so nobody could mend them."""
_BETWEEN = re.compile(r"[,;\n]")
_DEFAULTS: dict[Holds, object] = {Holds.WHOLE: 1, Holds.NUMBER: 1.0, Holds.ID: ""}
"""What stands for a cell that cannot be read, so that all others can be judged."""


_EMPTY_CELL = "It must not be empty."
NO_ID = "It must not be empty; where cells are merged, only the first of them counts."


class Unfit(ValueError):
    """A cell does not hold what its column asks for; the text is the sentence."""


def read_cell(field: Field, cell: Cell) -> object:
    """What a cell says, as `checklist_flat` has it.

    Raises:
        Unfit: it does not hold what the column asks for.
    """
    text = _text(cell)
    if not text:
        if field.may_be_empty or field.holds in _EMPTY:
            return None if field.may_be_empty else empty_value(field.holds)
        raise Unfit(_no_content(field))
    value = _READERS[field.holds](field, cell)
    offered = LISTS.get(field.offers)
    if offered and field.holds is Holds.WHOLE and str(value) not in offered:
        raise Unfit(f"It must be {join_words(offered, 'or')}, not {value}.")
    return value


def _no_content(field: Field) -> str:
    """What is wrong with an empty cell."""
    if field.holds is Holds.ID:
        return NO_ID
    offered = LISTS.get(field.offers)
    return f"It must be {join_words(offered, 'or')}; it is empty." if offered else _EMPTY_CELL


def stand_in(field: Field) -> object:
    """What stands for a cell that cannot be read."""
    if field.holds is Holds.CHOICE:
        return LISTS[field.offers][0]
    if field.holds is Holds.DATE and not field.may_be_empty:
        return "2000-01-01"
    return _DEFAULTS.get(field.holds, empty_value(field.holds))


def one_line(text: str) -> str:
    """A pasted text on one line, without line breaks, tabs and characters that are not seen."""
    return _BREAKS.sub(" ", _UNSEEN.sub("", text).strip())


def _text(cell: Cell) -> str:
    """A cell as one would read it; numbers as short as they can be written."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return _UNSEEN.sub("", str(cell)).strip()


def _plain(field: Field, cell: Cell) -> str:
    return one_line(_whole_text(field, cell))


def _whole_text(_: Field, cell: Cell) -> str:
    if isinstance(cell, date | bool):
        what = "a date" if isinstance(cell, date) else "yes or no"
        raise Unfit(f"It must be text; it is {what}.")
    return _text(cell)


def _choice(field: Field, cell: Cell) -> str:
    text = _text(cell)
    for word in LISTS[field.offers]:
        if word.casefold() == text.casefold():
            return word
    raise Unfit(f"“{text}” is not one of {join_words(LISTS[field.offers], 'or')}.")


def _whole(field: Field, cell: Cell) -> int:
    found = _WHOLE.fullmatch(_text(cell))
    if found is None or isinstance(cell, bool | date):
        offered = LISTS.get(field.offers)
        wanted = join_words(offered, "or") if offered else "a whole number"
        raise Unfit(f"It must be {wanted}; it is “{_text(cell)}”.")
    return int(found[1])


def _number(field: Field, cell: Cell) -> float:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    if _NUMBER.fullmatch(_text(cell)):
        return float(_text(cell))
    raise Unfit(f"It must be a number such as 1 or 0.5; it is “{_text(cell)}”.")


def _date(field: Field, cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    for form in _DATES:
        try:
            return datetime.strptime(_text(cell), form).date().isoformat()  # noqa: DTZ007 - a day
        except ValueError:
            continue
    raise Unfit(f"It must be a date such as 30 Sep 2026; it is “{_text(cell)}”.")


def _ids(field: Field, cell: Cell) -> list[str]:
    return [part for part in map(one_line, _BETWEEN.split(_whole_text(field, cell))) if part]


def _lines(field: Field, cell: Cell) -> list[str]:
    return [part for part in map(one_line, _whole_text(field, cell).split("\n")) if part]


def _flag(field: Field, cell: Cell) -> bool:
    text = _text(cell).casefold()
    if text not in _YES | _NO:
        raise Unfit(f"It must be yes or nothing; it is “{_text(cell)}”.")
    return text in _YES


_READERS: dict[Holds, Callable[[Field, Cell], object]] = {
    Holds.TEXT: _plain,
    Holds.ID: _plain,
    Holds.CHOICE: _choice,
    Holds.WHOLE: _whole,
    Holds.NUMBER: _number,
    Holds.DATE: _date,
    Holds.IDS: _ids,
    Holds.LINES: _lines,
    Holds.FLAG: _flag,
}
_EMPTY = frozenset({Holds.TEXT, Holds.IDS, Holds.LINES, Holds.FLAG})
"""What may be empty as far as its cell goes; whether it may is judged with the rest."""
