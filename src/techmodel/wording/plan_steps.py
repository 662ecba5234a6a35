"""The steps of a project in words; light, since the history of every answer needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from collections.abc import Iterable


def steps_words(steps: Iterable[str]) -> str:
    """The steps of a project in few words: "REC-06 to 3 and 4, INF-01 to 2"."""
    levels: dict[str, list[str]] = {}
    for step in steps:
        capability, _, level = step.partition("@")[0].rpartition(":")
        levels.setdefault(capability, []).append(level)
    return ", ".join(f"{c} to {join_words(found)}" for c, found in levels.items())
