"""Hostile files that are whole, sealed and journalled, and hold what no verb would write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.hostile.checklists import unpacked
from tests.faults.hostile.making import (
    HUGE,
    ODD,
    answer,
    by_edits,
    by_field,
    field,
    later,
    new_row,
    rows,
    setting,
    value,
)

from techmodel.core.sense import LONGEST_NAME, LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.core.journal import Edit, Json

    Make = Callable[[], bytes]


def _in_turn(table: str, name: str, values: dict[str, Json]) -> dict[str, Make]:
    """One case for each value of a field."""
    return {
        f"{table}: {name} is {words}": by_field(table, name, new) for words, new in values.items()
    }


def _provided(*pairs: tuple[int, int]) -> Make:
    """Organisations that provide for each other, by their places."""

    def write() -> bytes:
        keys = sorted(key[0] for key in rows()["organisation"])
        edits = []
        for one, provider in pairs:
            row = {"note": "", "dissent": "", "parked": False}
            row["value"] = value("provided_by", None, keys[provider])
            edits.append(new_row("answer", ("GOV-09", keys[one]), row))
        return by_edits(*edits)()

    return write


def _organisation(key: str, **fields: Json) -> Edit:
    row = {"short_name": "Odd", "kind": "gp", "weight": 1.0, "in_scope": True, "position": 9}
    return new_row("organisation", [key], {"name": f"Odd {key[:9]}"} | row | fields)


def _as_long_as_may_be() -> dict[str, Make]:
    """The longest texts that are believed, of letters that are hard to set."""
    letters = {"x": "without a space", "\u0301": "of accents", "\u0645": "Arabic"}
    fields = {
        ("answer", "note"): LONGEST_TEXT,
        ("answer", "dissent"): LONGEST_TEXT,
        ("organisation", "name"): LONGEST_NAME,
        ("organisation", "short_name"): LONGEST_NAME,
    }
    long = {
        f"the longest {name}, {words}": by_field(table, name, letter * longest)
        for letter, words in letters.items()
        for (table, name), longest in fields.items()
    }
    lines = {
        f"a {name} of many lines": by_field(table, name, "x\n" * min(1000, longest // 34))
        for (table, name), longest in fields.items()
    }
    return long | lines


VALUES: dict[str, Make] = {
    **{
        f"answer: {words}": answer(new)
        for words, new in {
            "level 99": value(level=99),
            "level -1": value(level=-1),
            "level 2.5": value(level=2.5),
            "level in words": value(level="3"),
            "level true": value(level=True),
            "level a list": value(level=[2]),
            "no level": value(level=None),
            "a level of 4,000 digits": value(level=10**4000),
            "a state there is not": value("maybe"),
            "a state that is a list": value(["level"]),
            "no state": {"level": 2},
            "a list": [2],
            "a text": "level 2",
            "nothing": None,
            "a key more": {**value(), "more": HUGE},
            "a provider with a level": value("level", 2, "org-nobody"),
            "a provider there is not": value("provided_by", None, "org-nobody"),
            "a provider that is an object": value("provided_by", None, {"a": 1}),
            "no provider": value("provided_by", None, None),
            "a reason of a megabyte": value("not_applicable", None, None, HUGE),
            "a reason that is a number": value("not_applicable", None, None, 7),
            "odd letters": value("not_applicable", None, None, ODD),
        }.items()
    },
    "answer: provided by itself": _provided((0, 0)),
    "answer: provided in a circle": _provided((0, 1), (1, 2), (2, 0)),
    "answer: of a capability there is not": later(
        lambda: by_edits(
            new_row(
                "answer",
                ("NO-99", sorted(rows()["organisation"])[0][0]),
                {"value": value(), "note": "", "dissent": "", "parked": False},
            )
        )
    ),
    **_in_turn("answer", "note", {"a megabyte": HUGE, "odd": ODD}),
    **_in_turn("answer", "dissent", {"a megabyte": HUGE, "odd": ODD}),
    **_in_turn("organisation", "name", {"empty": "", "a megabyte": HUGE, "odd": ODD}),
    **_in_turn("organisation", "short_name", {"empty": "", "a megabyte": HUGE, "odd": ODD}),
    **_in_turn("organisation", "kind", {"unknown": "abbey", "empty": "", "odd": ODD}),
    **_in_turn(
        "organisation",
        "weight",
        {"nought": 0.0, "negative": -1.0, "immense": 1e308, "tiny": 5e-324, "1001": 1001.0},
    ),
    **_in_turn("organisation", "position", {"immense": 2**62, "negative": -(2**63)}),
    "organisation: an id with odd letters": by_edits(_organisation(ODD)),
    "organisation: an id that is a path": by_edits(_organisation("../../../etc/passwd")),
    "organisation: no id": by_edits(_organisation("")),
    "organisation: an id of a megabyte": by_edits(_organisation(HUGE)),
    "organisation: all have left": later(
        lambda: by_edits(
            *(
                field("organisation", "in_scope", False, at)
                for at in range(len(rows()["organisation"]))
            )
        )
    ),
    "organisation: two of one name": by_edits(
        _organisation("org-a", name="Same"), _organisation("org-b", name="same")
    ),
    "organisation: a name like a formula": by_edits(_organisation("org-a", name="=cmd|'/c x'!A1")),
    "organisation: five hundred": by_edits(*(_organisation(f"org-{n}") for n in range(500))),
    **{
        f"setting: {name} is {words}": setting(name, new)
        for name in ("title", "lead", "threshold", "care_models", "domains_out", "checklist")
        for words, new in {
            "nothing": None,
            "a number": 7,
            "immense": 1e308,
            "a list": [1, [2]],
            "an object": {"a": 1},
            "a list of objects": [{"a": 1}],
            "odd": ODD,
            "empty": "",
            "a megabyte": HUGE,
        }.items()
    },
    **_as_long_as_may_be(),
    "setting: every domain is out": later(
        lambda: setting("domains_out", [one["id"] for one in unpacked()["domains"]])
    ),
    "setting: a domain there is not": setting("domains_out", ["NO"]),
    "setting: no care model": setting("care_models", []),
    "setting: a care model twice": setting("care_models", ["PLACE", "PLACE"]),
    "setting: one there is not": setting("evil", HUGE),
}
"""By name."""
