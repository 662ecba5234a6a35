"""Hostile files with onboarding to services that no verb would write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.hostile.making import HUGE, ODD, by_edits, later, new_row, rows

from techmodel.core.journal import Edit
from techmodel.core.sense import LONGEST_NAME, LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from techmodel.core.journal import Json

    Make = Callable[[], bytes]


def row(**fields: Json) -> dict[str, Json]:
    """A row that a person could have made, but for some fields."""
    return {"state": "planned", "owner": "Lead", "date": "2027-03-01", "note": "", **fields}


def partner() -> str:
    """The id of an organisation there is."""
    return min(key[0] for key in rows()["organisation"])


def onboarding(key: Sequence[str] | None = None, **fields: Json) -> Make:
    """The whole file with one row more."""
    return later(lambda: by_edits(new_row("onboarding", key or ("PDS", partner()), row(**fields))))


def changed(field: str, new: Json) -> Make:
    """The whole file with a row of which a field has changed."""

    def make() -> Make:
        key = ("PDS", partner())
        edit = Edit("onboarding", key, field, row()[field], new)
        return by_edits(new_row("onboarding", key, row()), edit)

    return later(make)


FIELDS: dict[str, tuple[str, Json]] = {
    "a state there is not": ("state", "maybe"),
    "no state": ("state", ""),
    "a date there is not": ("date", "2027-02-30"),
    "a date in words": ("date", "soon"),
    "a date of the year 1": ("date", "0001-01-01"),
    "an owner of a megabyte": ("owner", HUGE),
    "an odd owner": ("owner", ODD),
    "an owner that is a formula": ("owner", "=cmd|'/c x'!A1"),
    "a note of a megabyte": ("note", HUGE),
    "an odd note": ("note", ODD),
}
SERVICES: dict[str, Make] = {
    **{f"onboarding: {words}": onboarding(**{f: new}) for words, (f, new) in FIELDS.items()},
    "onboarding: as long as may be": onboarding(
        owner="x" * LONGEST_NAME, note="\u0645" * LONGEST_TEXT
    ),
    "onboarding: later a state there is not": changed("state", "done"),
    "onboarding: later a note of a megabyte": changed("note", HUGE),
    "onboarding: live on what is only planned": later(
        lambda: onboarding(("SPR", partner()), state="live")
    ),
    "onboarding: to a service there is not": later(lambda: onboarding(("NOPE", partner()))),
    "onboarding: of nobody": onboarding(("PDS", "org-nobody")),
    "onboarding: ids with odd letters": onboarding((ODD, ODD)),
    "onboarding: ids of a megabyte": onboarding((HUGE, HUGE)),
    "onboarding: no ids": onboarding(("", "")),
}
"""By name."""
