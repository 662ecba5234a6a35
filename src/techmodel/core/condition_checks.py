"""The sense of a checklist's conditions for change: what must be put right before it is used."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from techmodel.core.checklist_texts import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.checklist import Checklist
    from techmodel.core.conditions import Factor

Fault = tuple[str, str, str]
"""The id of a factor, "" for the whole; the key at fault; and a sentence about it."""
MOST = 20
"""Factors, so that it stays a short check."""
_ID = re.compile(r"[a-z][a-z0-9-]{1,39}", re.ASCII)


def find_condition_faults(checklist: Checklist) -> Iterator[Fault]:
    """What is wrong with the conditions for change of a checklist, their texts apart."""
    conditions = checklist.conditions
    if conditions is None:
        return
    if len(conditions.factors) > MOST:
        yield "", "factors", f"There must be at most {MOST}; there are {len(conditions.factors)}."
    if conditions.url and not ADDRESS.fullmatch(conditions.url):
        yield "", "url", "It must be an address that begins https://."
    for factor in conditions.factors:
        yield from _of_factor(factor)
    yield from _doubles(conditions.factors)


def _of_factor(factor: Factor) -> Iterator[Fault]:
    if not _ID.fullmatch(factor.id):
        yield factor.id, "id", f"“{factor.id}” must be small letters, digits and hyphens."
    said: dict[str, int] = {}
    for level, words in enumerate(factor.levels):
        if words and words in said:
            yield factor.id, f"levels.{level}", f"It says the same as level {said[words]}."
        said.setdefault(words, level)


def _doubles(factors: Sequence[Factor]) -> Iterator[Fault]:
    ids = Counter(factor.id for factor in factors)
    names = {factor.name.casefold(): factor for factor in factors}
    yield from ((id_, "id", f"“{id_}” is used twice.") for id_ in ids if ids[id_] > 1)
    for factor in factors:
        last = names[factor.name.casefold()]
        if last.id != factor.id:
            yield last.id, "name", f"It has the same name as “{factor.id}”."
