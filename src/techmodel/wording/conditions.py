"""The words around the conditions for change: how they stand, and one edit of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from techmodel.core.conditions import TITLE
from techmodel.wording.edit_fields import changed_fields
from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from techmodel.core.checklist import Checklist
    from techmodel.core.compare_conditions import ConditionChange
    from techmodel.core.conditions import Standing
    from techmodel.core.journal import Edit, Json

    Row = Mapping[str, Json]

APART = "This check is optional. It is not part of any level, gap or attainment."
"""Stands wherever the conditions for change are shown."""
NO_FACTORS = "The checklist of this assessment does not ask for conditions for change."
NOT_ANSWERED = "Not answered"
FIELDS = {"level": "Level", "note": "Note"}
"""What people call the fields."""
BLANK: Row = {"level": None, "note": ""}
"""What is said while there is no row."""
_NOTHING = "nothing"
MOST_NAMED = 3
"""So many weak conditions are named in a headline; lists below it name all."""


def progress(standing: Standing) -> str:
    """How many are answered: "4 of 10 answered"."""
    return f"{len(standing.answered)} of {standing.count} answered"


def headline(standing: Standing) -> str:
    """How they stand: "4 of 10 answered; 2 are weak: Time and money, One message from above.".

    Of more than `MOST_NAMED` weak ones the two weakest are named.
    """
    if not standing.count:
        return NO_FACTORS
    if not standing.answered:
        return f"None of {standing.count} answered yet."
    if not standing.weak:
        return f"{progress(standing)}; none of these is weak."
    verb = "is" if len(standing.weak) == 1 else "are"
    few = len(standing.weak) <= MOST_NAMED
    names = ", ".join(row.name for row in (standing.weak if few else standing.weak[:2]))
    rest = "" if few else f" and {len(standing.weak) - 2} more"
    return f"{progress(standing)}; {len(standing.weak)} {verb} weak: {names}{rest}."


def factor_name(checklist: Checklist, id_: str) -> str:
    """A factor as a person knows it; its id where the checklist has it no more."""
    factors = checklist.conditions.factors if checklist.conditions else ()
    return next((row.name for row in factors if row.id == id_), id_)


def about_words(checklist: Checklist, id_: str) -> str:
    """A factor with what it belongs to: "Conditions for change, Time and money"."""
    return f"{TITLE}, {factor_name(checklist, id_)}"


def level_words(checklist: Checklist, id_: str, level: Json) -> str:
    """A level in full, as the factor words it: "2 Contradictions are known."."""
    if level is None:
        return NOT_ANSWERED
    factors = checklist.conditions.factors if checklist.conditions else ()
    words = next((row.levels[cast("int", level)] for row in factors if row.id == id_), "")
    return f"{level} {words}".strip()


def condition_parts(edit: Edit, checklist: Checklist) -> Iterator[tuple[str, str, str, str]]:
    """What happened, what it was and is, and why, one for each field that changed."""
    for field, old, new in changed_fields(edit, BLANK):
        if field == "note":
            verb = "changed" if old and new else "added" if new else "removed"
            yield f"Note {verb}", str(old or _NOTHING), str(new or _NOTHING), str(new or "")
        else:
            was, now = (level_words(checklist, edit.key[0], side) for side in (old, new))
            yield f"{_short(old)} → {_short(new)}", was, now, ""


def change_words(name: str, changes: Iterable[str]) -> str:
    """What a change of one factor is called: "Condition “Time and money”: 2 → 3"."""
    return f"Condition “{name}”: {join_words(list(changes))}"


def condition_change_words(change: ConditionChange, checklist: Checklist) -> str:
    """A condition and what differs between two moments: "Time and money: 2 → 3"."""
    old, new = (side.level if side else None for side in (change.then, change.now))
    notes = {side.note if side else "" for side in (change.then, change.now)}
    said = [level_change(old, new)] if old != new else []
    said += ["note changed"] if len(notes) > 1 else []
    return f"{factor_name(checklist, change.factor)}: {join_words(said)}"


def many_words(count: int) -> str:
    """What a change of several factors is called."""
    return f"{TITLE}: {plural(count, 'answer')}"


def level_change(old: int | None, new: int | None) -> str:
    """How a level changed, for the label of a batch: "not answered → 3"."""
    was, now = (NOT_ANSWERED.lower() if side is None else str(side) for side in (old, new))
    return f"{was} → {now}"


def _short(level: Json) -> str:
    return NOT_ANSWERED if level is None else f"Level {level}"
