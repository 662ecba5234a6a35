"""Texts that still hold a person's name, in words that do not repeat it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
