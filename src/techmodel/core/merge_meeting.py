"""Two files laid side by side: organisations under the same ids, every row weighed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from techmodel.core.journal import WHOLE_ROW
from techmodel.core.merge_changes import changes_of
from techmodel.core.merge_fields import BLANK
from techmodel.core.merge_rows import Came, Scales, Weighed, asked_whole
from techmodel.core.merge_story import tell
from techmodel.core.same_names import (
    ALIASES,
    added_twice,
    chosen_aliases,
    live_aliases,
    renamed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from techmodel.core.merge_parts import Same, SameName, Side

NOT_CARRIED = frozenset({"round"})
"""Tables that a merge leaves as they are."""

OF_ORGANISATIONS = frozenset({"answer", "evidence"})
"""Tables whose rows go with an organisation."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two files, made comparable.

    Attributes:
        ours, theirs: the sides, every organisation under the id that it has from now on.
        aliases: which organisation each id no longer used stands for.
        open_names: organisations added on both sides under one name, one or two not decided yet.
        scales: what each has changed.
        weighed: the rows that differ or that a side has touched, in the order of tables and keys.
    """

    ours: Side
    theirs: Side
    aliases: Mapping[str, str]
    open_names: tuple[SameName, ...]
    scales: Scales
    weighed: tuple[Weighed, ...]


def meet(ours: Side, theirs: Side, same: Mapping[str, Same]) -> Meeting:
    """Lay two files side by side; `same` by the id of the organisation in theirs."""
    aliases = live_aliases(ours, theirs)
    ours, theirs = renamed(ours, aliases), renamed(theirs, aliases)
    names = added_twice(ours, theirs)
    chosen = chosen_aliases(names, same)
    ours, theirs = renamed(ours, chosen), renamed(theirs, chosen)
    aliases = {gone: chosen.get(end, end) for gone, end in aliases.items()} | chosen
    open_names = tuple(name for name in names if name.theirs not in same)
    our_story, their_story = tell(ours), tell(theirs)
    scales = Scales(changes_of(our_story, their_story), changes_of(their_story, our_story))
    weighed = _with_their_rows(tuple(_weigh_all(ours, theirs, scales)))
    return Meeting(ours, theirs, aliases, open_names, scales, weighed)


def _weigh_all(ours: Side, theirs: Side, scales: Scales) -> Iterator[Weighed]:
    """Every row that differs, or that both sides have touched."""
    both = scales.ours.touched() & scales.theirs.touched()
    for table in sorted((ours.tables.keys() | theirs.tables.keys()) - NOT_CARRIED):
        mine, other = ours.tables.get(table, {}), theirs.tables.get(table, {})
        for key in sorted(mine.keys() | other.keys()):
            row, here, there = (table, key), mine.get(key), other.get(key)
            if (here != there or row in both) and row != ("setting", (ALIASES,)):
                yield scales.weigh(row, here, there)


def _with_their_rows(weighed: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """The same, where no answer or evidence is left without its organisation.

    An organisation that one side deleted while the other has something new for it is a question
    of its own, and what is recorded for it goes with the answer.
    """
    new = {organisation_of(w) for w in weighed if w.row[0] in OF_ORGANISATIONS and _holds(w)}
    asked = {w.row[1][0] for w in weighed if w.row[0] == "organisation" and _asked(w, new)}
    return tuple(
        asked_whole(w.row, w.ours, w.theirs)
        if w.row[0] == "organisation" and w.row[1][0] in asked
        else _kept_whole(w)
        if w.row[0] in OF_ORGANISATIONS and organisation_of(w) in asked
        else w
        for w in weighed
    )


def organisation_of(weighed: Weighed) -> str:
    """The organisation that an answer or a piece of evidence is about."""
    if weighed.row[0] == "answer":
        return weighed.row[1][1]
    row = weighed.ours or weighed.theirs or {}
    return str(row.get("organisation", ""))


def _holds(weighed: Weighed) -> bool:
    """Whether something is left of a row after merging, or may be."""
    if weighed.clash:
        return True
    return weighed.merged is not None and weighed.merged != BLANK


def _asked(weighed: Weighed, new: set[str]) -> bool:
    """Whether a person has to say if an organisation stays."""
    gone = weighed.merged is None and weighed.row[1][0] in new
    return gone or weighed.clash == (WHOLE_ROW,)


def _kept_whole(weighed: Weighed) -> Weighed:
    """What the side that keeps an organisation has recorded for it."""
    return replace(
        weighed, merged=weighed.ours or weighed.theirs, clash=(), came=frozenset({Came.CLASH})
    )
