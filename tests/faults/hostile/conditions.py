"""Hostile files with conditions for change that no verb would write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.hostile.making import HUGE, ODD, by_edits, later, new_row

from techmodel.core.journal import Edit
from techmodel.core.sense import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.core.journal import Json

    Make = Callable[[], bytes]

FACTOR = "public-demand"


def condition(factor: str = FACTOR, **fields: Json) -> Make:
    """The whole file with one row more."""
    row: dict[str, Json] = {"level": 3, "note": "", **fields}
    return later(lambda: by_edits(new_row("condition", (factor,), row)))


def once(field: str, old: Json, new: Json) -> Make:
    """The whole file with a row of which a field was something else for a while.

    The table itself lets no level lie in it that is none; the journal could.
    """

    def make() -> Make:
        row: dict[str, Json] = {"level": 3, "note": ""}
        there = Edit("condition", (FACTOR,), field, old, new)
        back = Edit("condition", (FACTOR,), field, new, old)
        return by_edits(new_row("condition", (FACTOR,), row), there, back)

    return later(make)


LEVELS: dict[str, Json] = {
    "below": -1,
    "above": 6,
    "beyond all numbers": 2**62,
}
CONDITIONS: dict[str, Make] = {
    **{f"condition: once a level {words}": once("level", 3, new) for words, new in LEVELS.items()},
    "condition: a note of a megabyte": condition(note=HUGE),
    "condition: an odd note": condition(note=ODD),
    "condition: a note that is a formula": condition(note="=cmd|'/c x'!A1"),
    "condition: as long as may be": condition(note="\u0645" * LONGEST_TEXT),
    "condition: once a note of a megabyte": once("note", "", HUGE),
    "condition: of a factor there is not": condition("nope"),
    "condition: of a factor with odd letters": condition(ODD),
    "condition: of a factor of a megabyte": condition(HUGE),
    "condition: of no factor": condition(""),
}
"""By name."""
