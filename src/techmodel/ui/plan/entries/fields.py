"""Entries of the plan as plain rows: fields, cells, and what typed words mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.errors import WrongUse
from techmodel.ui.checklist.typed_day import parse_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

WRONG_DAY = "Type the date like 24 Nov 2026 or 24/11/2026, or leave it empty."


class Kind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    MANY = "many"


def as_typed(text: str) -> object:
    """Typed words as they are."""
    return text


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry.

    Attributes:
        key: what verbs call it.
        head: the head of its column and the label of its control.
        kind: how it is filled in.
        width: CSS pixels of its column; 0 keeps it out of the table.
        read: what typed words mean; it raises WrongUse where they mean nothing.
        hint: a few words under the label; "" for none.
        example: what stands in the empty control.
        required: the sentence for an empty one; "" where it may be empty.
        digits: whether it stands at the right of its column.
        hidden: whether its column is only shown when somebody chooses it.
        in_form: whether the form has it.
        fixed: whether nobody types in it.
        beside: whether the form puts it beside the field before.
    """

    key: str
    head: str
    kind: Kind = Kind.LINE
    width: int = 0
    read: Callable[[str], object] = as_typed
    hint: str = ""
    example: str = ""
    required: str = ""
    digits: bool = False
    hidden: bool = False
    in_form: bool = True
    fixed: bool = False
    beside: bool = False

    @property
    def in_place(self) -> bool:
        """Whether its cell can be typed in; longer things are for the form."""
        return not self.fixed and self.kind in {Kind.LINE, Kind.CHOICE}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one field of an entry says.

    Attributes:
        words: as it is read and copied.
        typed: what a person goes on typing from; the key of a choice; keys on lines of many.
        sort: a number to sort by; None sorts by the words.
    """

    words: str
    typed: str = ""
    sort: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One entry.

    Attributes:
        id: whose.
        name: what it is called in a sentence.
        cells: one a field, by key.
        lacks: a sentence about what is wrong with it; "" for nothing.
        over: whether it no longer matters.
    """

    id: str
    name: str
    cells: dict[str, Cell]
    lacks: str = ""
    over: bool = False

    @property
    def searched(self) -> str:
        """All its words, for searching."""
        return " ".join(c.words for c in self.cells.values()).casefold()


def same(text: str, sort: float | None = None) -> Cell:
    """A cell that reads as it is typed."""
    return Cell(text, text, sort)


def read_day(text: str) -> date | None:
    """The day that is typed; None for nothing. WrongUse when it is no date."""
    day = parse_day(text) if text.strip() else None
    if day is None and text.strip():
        raise WrongUse(WRONG_DAY)
    return day


def read_key(text: str) -> str | None:
    """The key of a choice; None for the one that chooses nothing."""
    return text or None


def read_keys(text: str) -> tuple[str, ...]:
    """The keys of many."""
    return tuple(text.split("\n")) if text else ()


def read_step(text: str) -> int | None:
    """A step of likelihood or impact; None for none."""
    return int(text) if text else None
