"""Hostile histories inside files that are whole: endless, undated, of tables there are not."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tests.faults.hostile.making import (
    HUGE,
    ODD,
    batch_of,
    by_batches,
    by_edits,
    later,
    new_row,
    rows,
    value,
    whole,
)

from techmodel.core.journal import WHOLE_ROW, BatchKind, Edit
from techmodel.store.digest import DIGEST, seal, total_of
from techmodel.store.edits import write_batch
from techmodel.store.schema import FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.core.journal import Batch, Json

    Make = Callable[[], bytes]

DAYS = {
    "empty": "",
    "a word": "yesterday",
    "impossible": "2026-99-99T00:00:00Z",
    "the last there is": "9999-12-31T23:59:59Z",
    "the first there is": "0001-01-01T00:00:00Z",
    "without a time": "2026-11-24",
    "without a zone": "2026-11-24T09:00:00",
    "in a zone there is not": "2026-11-24T09:00:00+99:00",
    "a megabyte": HUGE,
    "odd": ODD,
}


def _vanished(table: str, key: tuple[str, ...], row: Json) -> Make:
    """A row that came and went in one batch, so that only the history tells."""

    def write() -> bytes:
        there, gone = (
            Edit(table, key, WHOLE_ROW, None, row),
            Edit(table, key, WHOLE_ROW, row, None),
        )
        return _raw_batch([there, gone])

    return write


def _raw_batch(edits: list[Edit], **fields: object) -> bytes:
    """A batch whose edits no table of ours would take, written into the journal by hand."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(whole())
    revision = connection.execute("SELECT max(revision) FROM batch").fetchone()[0] + 1
    write_batch(connection, batch_of(*edits, revision=revision, label="Odd", **fields))
    found = seal(total_of(connection), FORMAT)
    connection.execute("UPDATE meta SET value = ? WHERE name = ?", (found, DIGEST))
    return connection.serialize()


def _endless(count: int) -> Make:
    """A history of so many batches."""

    def batches() -> list[Batch]:
        key, row = sorted(rows()["answer"].items())[0]
        was, made = row["note"], []
        for n in range(count):
            made.append(batch_of(Edit("answer", key, "note", was, str(n))))
            was = str(n)
        return made

    return later(lambda: by_batches(batches))


def _wide(count: int) -> Make:
    """One batch of so many edits."""

    def write() -> bytes:
        key, row = sorted(rows()["answer"].items())[0]
        was, edits = row["note"], []
        for n in range(count):
            edits.append(Edit("answer", key, "note", was, str(n)))
            was = str(n)
        return by_edits(*edits)()

    return write


def _taken(**fields: object) -> Make:
    """A merge that took over a batch with odd fields."""
    theirs = {"id": "theirs", "revision": 1, **fields}
    edits = (Edit("answer", ("GOV-01", "org"), "note", "a", "b"),)
    return by_batches(
        lambda: [batch_of(kind=BatchKind.MERGE, label="Merged")],
        [batch_of(*edits, **theirs)],
    )


def _first_batch() -> str:
    """The id of the batch that made the assessment."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(whole())
    return connection.execute("SELECT id FROM batch WHERE revision = 1").fetchone()[0]


def _evidence(name: str, new: str) -> Make:
    """A piece of evidence with something odd in one field."""

    def write() -> bytes:
        key = sorted(rows()["organisation"])[0][0]
        row = {"capability": "GOV-01", "organisation": key, "grade": "A", "title": "Log"}
        return by_edits(
            new_row("evidence", ["ev-x"], row | {"date": "", "place": "", name: new})
        )()

    return write


def _kept(name: str, new: Json) -> Make:
    """An answer that had another value for a moment."""
    return _vanished("answer", ("GOV-01", "org-x"), {**_ANSWER, name: new})


_ANSWER: dict[str, Json] = {"value": value(), "note": "", "dissent": "", "parked": False}
_SETTING: dict[str, Json] = {"value": 1}

HISTORIES: dict[str, Make] = {
    "of 5,000 batches": _endless(5_000),
    "of 20,000 edits in one batch": _wide(20_000),
    "of a batch without edits": lambda: _raw_batch([]),
    **{
        f"a batch whose {name} is {words}": by_edits(**{name: text})
        for name in ("label", "decided_by", "workshop", "takes", "id")
        for words, text in {"a megabyte": HUGE, "odd": ODD, "empty": ""}.items()
    },
    **{f"a batch whose time is {words}": by_edits(at=text) for words, text in DAYS.items()},
    "an undo of nothing": by_edits(kind=BatchKind.UNDO, takes="nobody"),
    "an undo of itself": by_edits(kind=BatchKind.UNDO, takes="odd", id="odd"),
    "a redo of nothing": by_edits(kind=BatchKind.REDO, takes="nobody"),
    "a redo of the first batch": by_batches(
        lambda: [batch_of(kind=BatchKind.REDO, takes=_first_batch())]
    ),
    "an undo of the first batch": by_batches(
        lambda: [batch_of(kind=BatchKind.UNDO, takes=_first_batch())]
    ),
    "a merge of nothing": by_edits(kind=BatchKind.MERGE),
    "a round of nothing": by_edits(kind=BatchKind.ROUND),
    "of a table there is not": _vanished("evil", ("a",), {"a": 1}),
    "of our own tables": _vanished("meta", ("digest",), {"value": "x"}),
    "of a key too long": _vanished("answer", ("a", "b", "c"), _ANSWER),
    "of no key": _vanished("answer", (), _ANSWER),
    "of a row without fields": _vanished("answer", ("GOV-01", "org-x"), {}),
    "of a row with a field more": _vanished("answer", ("GOV-01", "org-x"), {**_ANSWER, "x": 1}),
    "of a row with others' fields": _vanished("answer", ("GOV-01", "org-x"), _SETTING),
    "of a setting of no kind": _vanished("setting", ("title",), {"value": {"a": [1]}}),
    "of a setting there is not": _vanished("setting", ("evil",), _SETTING),
    "of an organisation that came and went": _vanished(
        "organisation",
        ("org-x",),
        {"name": ODD, "short_name": 1, "kind": [], "weight": "x", "in_scope": 5, "position": None},
    ),
    "of evidence that came and went": _vanished(
        "evidence",
        ("ev-x",),
        {"capability": 1, "organisation": [], "grade": {}, "title": ODD, "date": "x", "place": 0},
    ),
    "of a target that came and went": _vanished("override", ("NO-99",), {"value": 7}),
    "of a checklist that came and went": _vanished("checklist", ("x",), {"content": 7}),
    "of a round that came and went": _vanished("round", ("r",), {"name": 7, "at": "never"}),
    **{
        f"of an answer whose {name} was {words}": _kept(name, new)
        for name in ("value", "note", "parked")
        for words, new in {"nothing": None, "a list": [1], "a text": ODD, "99": 99}.items()
    },
    "of an answer with a state there is not": _kept("value", value("maybe")),
    "of an answer with level 99": _kept("value", value(level=99)),
    "of an answer provided by an object": _kept("value", value("provided_by", None, {"a": 1})),
    **{
        f"that took over a batch whose {name} is {words}": _taken(**{name: new})
        for name, words, new in (
            ("at", "odd", ODD),
            ("at", "empty", ""),
            ("label", "odd", ODD),
            ("label", "a megabyte", HUGE),
            ("decided_by", "odd", ODD),
            ("id", "empty", ""),
            ("takes", "nobody", "nobody"),
            ("revision", "negative", -5),
            ("revision", "immense", 2**80),
        )
    },
    "that took over an edit of a table there is not": _taken(
        edits=(Edit("evil", ("a",), "b", {"c": 1}, [2]),)
    ),
    "that took over an edit of no kind": _taken(
        edits=(Edit("answer", ("GOV-01", "org-x"), WHOLE_ROW, 7, [7]),)
    ),
    "a round with odd letters": by_edits(
        new_row("round", ["r"], {"name": ODD, "at": DAYS["odd"]})
    ),
    "a round of no day": by_edits(new_row("round", ["r"], {"name": "x", "at": "never"})),
    "a round of a megabyte": by_edits(new_row("round", ["r"], {"name": HUGE, "at": HUGE})),
    "two rounds of one name": by_edits(
        *(new_row("round", [n], {"name": "x", "at": "2026-11-24T09:00:00Z"}) for n in "ab")
    ),
    "a target of level 99": by_edits(
        new_row("override", ["GOV-01"], {"value": {"level": 99, "reason": "x", "owner": ""}})
    ),
    "a target in words": by_edits(
        new_row("override", ["GOV-01"], {"value": {"level": "3", "reason": "x", "owner": ""}})
    ),
    "a target without anything": by_edits(new_row("override", ["GOV-01"], {"value": {}})),
    "a target that is a number": by_edits(new_row("override", ["GOV-01"], {"value": 3})),
    "a target of a capability there is not": by_edits(
        new_row("override", ["NO-99"], {"value": {"level": 3, "reason": ODD, "owner": ODD}})
    ),
    **{
        f"evidence whose {name} is {words}": _evidence(name, new)
        for name in ("capability", "grade", "title", "date", "place")
        for words, new in {"odd": ODD, "empty": "", "a megabyte": HUGE}.items()
    },
    "evidence of a day there is not": _evidence("date", "2026-99-99"),
}
"""By name."""
