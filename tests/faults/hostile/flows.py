"""Hostile files with flows that no verb would write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.hostile.making import HUGE, ODD, by_edits, later, new_row, rows

from techmodel.core.journal import Edit
from techmodel.core.sense import LONGEST_NAME, LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from techmodel.core.journal import Json

    Make = Callable[[], bytes]

OWN = {"information": "Photographs", "capability": "GOV-09", "target": 3}
LONG = {"information": "x" * LONGEST_NAME, "capability": "GOV-09", "target": 5}


def said(state: Json = "level", level: Json = 2, reason: Json = "") -> Json:
    """A flow's value, possible or not."""
    return {"state": state, "level": level, "reason": reason}


def row(**fields: Json) -> dict[str, Json]:
    """A flow's row that a person could have made, but for some fields."""
    return {"value": said(), "note": "", "own": OWN, **fields}


def ends(*places: int) -> tuple[str, ...]:
    """The ids of organisations there are, by their places."""
    keys = sorted(key[0] for key in rows()["organisation"])
    return tuple(keys[place] for place in places)


def flow(key: Sequence[str] | None = None, **fields: Json) -> Make:
    """The whole file with one flow more."""
    return later(lambda: by_edits(new_row("flow", key or (*ends(0, 1), "FK7D2"), row(**fields))))


def changed(field: str, new: Json) -> Make:
    """The whole file with a flow of which a field has changed."""

    def make() -> Make:
        key = (*ends(0, 1), "FK7D2")
        made = new_row("flow", key, row())
        return by_edits(made, Edit("flow", key, field, row()[field], new))

    return later(make)


VALUES: dict[str, Json] = {
    "level 9": said(level=9),
    "level -1": said(level=-1),
    "level true": said(level=True),
    "level 2.0": said(level=2.0),
    "level in words": said(level="2"),
    "no level": said(level=None),
    "an unknown level 3": said("unknown", 3),
    "a state there is not": said("maybe", None),
    "a state that is a list": said(["level"], 2),
    "a reason of a megabyte": said("not_applicable", None, HUGE),
    "a reason that is a number": said("not_applicable", None, 7),
    "odd letters": said("not_applicable", None, ODD),
    "a key more": {"state": "level", "level": 2, "reason": "", "more": HUGE},
    "no state": {"level": 2},
    "a list": [2],
    "nothing": None,
}
OWNS: dict[str, Json] = {
    "a capability there is not": OWN | {"capability": "NO-99"},
    "a capability that is a list": OWN | {"capability": ["GOV-09"]},
    "nothing that flows": OWN | {"information": ""},
    "a megabyte": OWN | {"information": HUGE},
    "odd": OWN | {"information": ODD},
    "a formula": OWN | {"information": "=cmd|'/c x'!A1"},
    "a target of 6": OWN | {"target": 6},
    "a target of true": OWN | {"target": True},
    "a key more": OWN | {"more": HUGE},
    "a text": "Photographs",
}
FLOWS: dict[str, Make] = {
    **{f"flow: {words}": flow(value=new) for words, new in VALUES.items()},
    **{f"flow of their own: {words}": flow(own=new) for words, new in OWNS.items()},
    **{f"flow: a note that is {w}": flow(note=n) for w, n in {"odd": ODD, "huge": HUGE}.items()},
    "flow: as long as may be": flow(
        value=said("not_applicable", None, "x" * LONGEST_TEXT), note="\u0645" * LONGEST_TEXT
    ),
    "flow of their own: as long as may be": flow(own=LONG),
    "flow: later a level there is not": changed("value", said(level=99)),
    "flow: later nothing of their own": changed("own", None),
    "flow: later a note of a megabyte": changed("note", HUGE),
    "flow: from nobody to nobody": flow(("org-nobody", "org-none", "FK7D2")),
    "flow: from one to itself": later(lambda: flow((*ends(0, 0), "FK7D2"))),
    "flow: of the checklist, between whom it does not go": later(
        lambda: flow((*ends(1, 0), "F-01"), own=None)
    ),
    "flow: one there is not": later(lambda: flow((*ends(0, 1), "F-99"), own=None)),
    "flow: of the checklist, and of their own": later(lambda: flow((*ends(0, 1), "F-12"))),
    "flow: ids with odd letters": flow((ODD, ODD, ODD)),
    "flow: ids that are paths": flow(("../../etc/passwd", "C:\\", "../x")),
    "flow: ids of a megabyte": flow((HUGE, HUGE, HUGE)),
    "flow: no ids": flow(("", "", "")),
    "flow: a thousand": later(
        lambda: by_edits(
            *(new_row("flow", (*ends(0, 1), f"F{n}"), row(own=OWN)) for n in range(1000))
        )
    ),
}
"""By name."""
