"""Two files laid side by side: organisations under the same ids, every row weighed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from techmodel.core.aliases import ALIASES
from techmodel.core.journal import WHOLE_ROW
from techmodel.core.merge_aliases import in_force, remembered, renamed
from techmodel.core.merge_changes import changes_of
from techmodel.core.merge_fields import BLANK, ends_of
from techmodel.core.merge_rows import Came, Scales, Weighed, asked_whole
from techmodel.core.merge_story import tell
from techmodel.core.same_names import added_twice, chosen_aliases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from techmodel.core.journal import Json
    from techmodel.core.merge_changes import Changes
    from techmodel.core.merge_parts import Same, SameName, Side

    Key = tuple[str, ...]
    Row = dict[str, Json]

NOT_CARRIED = frozenset({"round"})
"""Tables that a merge leaves as they are."""

OF_ORGANISATIONS = frozenset({"answer", "evidence", "onboarding", "flow"})
"""Tables whose rows go with an organisation."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two files, made comparable.

    Attributes:
        ours, theirs: the sides, every organisation under the id that it has from now on.
        aliases: which organisation each id stands for, as far as it is not used any more.
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
    aliases = remembered(ours, theirs)
    force = in_force(aliases, ours, theirs)
    ours, theirs = renamed(ours, force), renamed(theirs, force)
    scales = _scales(ours, theirs)
    names = added_twice(_added(ours, scales.ours, theirs), _added(theirs, scales.theirs, ours))
    chosen = chosen_aliases(names, same)
    if chosen:
        ours, theirs = renamed(ours, chosen), renamed(theirs, chosen)
        aliases = {gone: chosen.get(end, end) for gone, end in aliases.items()} | chosen
        scales = _scales(ours, theirs)
    open_names = tuple(name for name in names if name.theirs not in same)
    weighed = _with_their_rows(tuple(_weigh_all(ours, theirs, scales)))
    return Meeting(ours, theirs, aliases, open_names, scales, weighed)


def _scales(ours: Side, theirs: Side) -> Scales:
    """What each side has changed, as the other sees it."""
    our_story, their_story = tell(ours), tell(theirs)
    return Scales(changes_of(our_story, their_story), changes_of(their_story, our_story))


def _added(side: Side, changes: Changes, other: Side) -> dict[Key, Row]:
    """The organisations that a side added and that the other does not have."""
    theirs = other.tables.get("organisation", {})
    return {
        key: row
        for key, row in side.tables.get("organisation", {}).items()
        if key not in theirs and changes.has(("organisation", key, WHOLE_ROW))
    }


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
    """The same, where nothing recorded for an organisation is left without it.

    An organisation that one side deleted while the other has something new for it is a question
    of its own, and what is recorded for it goes with the answer.
    """
    new = {id_ for w in weighed if w.row[0] in OF_ORGANISATIONS for id_ in _needed(w)}
    asked = {w.row[1][0] for w in weighed if w.row[0] == "organisation" and _asked(w, new)}
    return tuple(_asked_about(w, asked) if organisations_of(w) & asked else w for w in weighed)


def organisations_of(weighed: Weighed) -> set[str]:
    """The organisations that a row is about on either side."""
    table, key = weighed.row
    if table == "evidence":
        return {str(row["organisation"]) for row in (weighed.ours, weighed.theirs) if row}
    return ends_of(table, key)


def _needed(weighed: Weighed) -> set[str]:
    """The organisations that a row needs after merging, or may need."""
    if weighed.clash:
        return organisations_of(weighed)
    if weighed.merged is None or weighed.merged == BLANK:
        return set()
    home = weighed.merged.get("organisation")
    return ends_of(*weighed.row) if home is None else {str(home)}


def _asked(weighed: Weighed, new: set[str]) -> bool:
    """Whether a person has to say if an organisation stays."""
    gone = weighed.merged is None and weighed.row[1][0] in new
    return gone or weighed.clash == (WHOLE_ROW,)


def _asked_about(weighed: Weighed, asked: set[str]) -> Weighed:
    """A row that is about an organisation of which a person says whether it stays."""
    if weighed.row[0] == "organisation":
        return asked_whole(weighed.row, weighed.ours, weighed.theirs)
    if weighed.ours and weighed.theirs and not organisations_of(weighed) <= asked:
        return weighed
    kept = weighed.ours or weighed.theirs
    return replace(weighed, merged=kept, clash=(), came=frozenset({Came.CLASH}))
