"""Texts that still hold a person's name, in words that do not repeat it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.name_search import NameFound

_FIELDS = {
    ("answer", "note"): "the note of {0}",
    ("answer", "dissent"): "the dissent of {0}",
    ("answer", "value"): "the reason of {0}",
    ("evidence", "title"): "the title of a piece of evidence",
    ("evidence", "place"): "where a piece of evidence is",
    ("override", "value"): "the reason or owner of the target of {0}",
    ("organisation", "name"): "the name of an organisation",
    ("organisation", "short_name"): "the short name of an organisation",
    ("setting", "value"): "Set-up: {0}",
    ("round", "name"): "the name of a round",
    ("flow", "value"): "the reason of flow {2}",
    ("flow", "note"): "the note on flow {2}",
    ("flow", "own"): "what flow {2} is",
    ("onboarding", "owner"): "the owner of connecting to {0}",
    ("onboarding", "note"): "the note on connecting to {0}",
    ("condition", "note"): "the note on condition {0}",
}


def text_words(found: NameFound, organisations: Mapping[str, str] | None = None) -> str:
    """Which text it is: "the note of REC-06 for Hill Practice".

    Args:
        found: a text that holds a name.
        organisations: their names by their ids, to name whose answer it is.
    """
    if found.past:
        return "an earlier text that the history keeps"
    known = _FIELDS.get((found.table, found.field), f"{found.table} {{0}}")
    words = known.format(*found.key)
    whose = (organisations or {}).get(found.key[1]) if found.table == "answer" else None
    return f"{words} for {whose}" if whose else words


def history_words(past: Sequence[NameFound]) -> str:
    """What only the history keeps, and why it stays; "" for nothing.

    "The history keeps 3 changes “Decided by” such a name and 1 earlier text with it. ...".
    """
    deciders = sum(found.field == "decided_by" for found in past)
    others = len(past) - deciders
    said = [f"{plural(deciders, 'change')} “Decided by” such a name"] if deciders else []
    said += [f"{plural(others, 'earlier text')} with such a name"] if others else []
    if not said:
        return ""
    return (
        f"The history keeps {join_words(said)}. That cannot be changed: undo, merging and the "
        "seal of the file rest on it."
    )
