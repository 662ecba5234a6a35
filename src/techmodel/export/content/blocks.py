"""The blocks a report is made of: headings, prose, tables and charts, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.wording.phrases import Words

if TYPE_CHECKING:
    from techmodel.core.gaps import Range
    from techmodel.export.shapes import Chart
    from techmodel.wording.numbers import Ends


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Tone(StrEnum):
    """What kind of prose it is."""

    BODY = "body"
    SMALL = "small"
    KICKER = "kicker"
    SUBTITLE = "subtitle"


class Mark(StrEnum):
    """The small sign before a status; never without its words."""

    DONE = "done"
    OPEN = "open"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Ref:
    """Words that lead to the place named `key`."""

    words: Words
    key: str


@dataclass(frozen=True, slots=True)
class Named:
    """Words that are themselves the place named `key`."""

    words: Words
    key: str


@dataclass(frozen=True, slots=True)
class Chip:
    """One answer as a chip: `text` is the digit, "?" or "n/a"; `level` gives the fill."""

    text: str
    level: int | None = None
    provided: bool = False


@dataclass(frozen=True, slots=True)
class LevelBar:
    """A partnership level against its target: "1 of 3" and five boxes; None: no level."""

    level: Ends | None
    target: int


@dataclass(frozen=True, slots=True)
class Share:
    """A cell of a heat map: the share of the target, None where nothing is asked."""

    share: Range | None
    lowest: bool = False


@dataclass(frozen=True, slots=True)
class ShareBar:
    """A share of the target as a bar, solid to its low end and hatched to its high end."""

    share: Range | None


@dataclass(frozen=True, slots=True)
class Status:
    """A sign and the words for it."""

    mark: Mark
    words: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """Empty boxes to tick on paper."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Several pieces of text under each other in one cell."""

    parts: tuple[Words | Ref, ...]


Cell = Words | Ref | Named | Chip | LevelBar | Share | ShareBar | Status | Ticks | Lines


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the table's width, and how its cells stand."""

    head: str
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads. `about` says in a sentence what the table shows.

    `named` tells that the first column names the row. `dense` sets smaller type; `tall` leaves
    room for handwriting.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: str
    named: bool = True
    dense: bool = False
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the title), 2 or 3; a `small` one is set lower than its level.

    One of level 2 with a key is a chapter: it stands in the contents, and it and the headings of
    level 3 below it in the outline.
    """

    words: str
    level: int
    key: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    words: Words
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Items:
    """A list; a `small` one in smaller type."""

    items: tuple[Words, ...]
    numbered: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """What the reader is asked for, set apart."""

    title: str
    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart; its `alt` says the same in words."""

    chart: Chart


@dataclass(frozen=True, slots=True)
class Legend:
    """What the colours and signs of a heat map mean."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Two columns of blocks that belong together; `share` is the width of the left one."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts a page; a `soft` one only where this page is filled well."""

    soft: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the headings, with their pages where there are pages."""


Block = Heading | Prose | Items | Ask | Table | Figure | Legend | Beside | NewPage | Contents


@dataclass(frozen=True, slots=True)
class Content:
    """A whole report: its properties and its blocks."""

    title: str
    subject: str
    author: str
    footer: str
    blocks: tuple[Block, ...]
