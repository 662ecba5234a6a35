"""What a person has to settle, with who decided what on each side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.journal import WHOLE_ROW
from techmodel.core.merge_deciders import decider
from techmodel.core.merge_fields import BLANK, row_fields, row_of
from techmodel.core.merge_meeting import OF_ORGANISATIONS, organisations_of
from techmodel.core.merge_parts import Conflict

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from techmodel.core.journal import Json
    from techmodel.core.merge_changes import Changes
    from techmodel.core.merge_fields import Field
    from techmodel.core.merge_meeting import Meeting
    from techmodel.core.merge_rows import Weighed


def find_conflicts(meeting: Meeting) -> tuple[Conflict, ...]:
    """What a person settles, in the order of tables and keys."""
    return tuple(_conflict(meeting, w) for w in meeting.weighed if w.clash)


def _conflict(meeting: Meeting, weighed: Weighed) -> Conflict:
    ours, theirs = meeting.scales.ours, meeting.scales.theirs
    fields = _fields(meeting, weighed)
    return Conflict(
        row=weighed.row,
        fields=weighed.clash,
        before=_before(ours, weighed),
        ours=weighed.ours,
        theirs=weighed.theirs,
        our_batch=decider(ours.own, fields),
        their_batch=decider(theirs.own, fields),
        merged=weighed.merged,
    )


def _fields(meeting: Meeting, weighed: Weighed) -> set[Field]:
    """The fields whose deciding counts: of an answer its level, else all that clash.

    With an organisation goes what is recorded for it.
    """
    table, key = weighed.row
    if "value" in weighed.clash:
        return {(table, key, "value")}
    if weighed.clash != (WHOLE_ROW,):
        return {(table, key, name) for name in weighed.clash}
    rows = [weighed]
    if table == "organisation":
        others = (w for w in meeting.weighed if w.row[0] in OF_ORGANISATIONS)
        rows += [w for w in others if key[0] in organisations_of(w)]
    return {(*w.row, name) for w in rows for name in _names(w)}


def _names(weighed: Weighed) -> Collection[str]:
    return row_fields(weighed.row[0], weighed.ours or weighed.theirs)


def _before(ours: Changes, weighed: Weighed) -> Mapping[str, Json] | None:
    """The row before the two sides parted; None when there was none."""
    table, key = weighed.row
    fields = {name: ours.base((table, key, name)).value for name in (*_names(weighed), WHOLE_ROW)}
    row = row_of(table, fields)
    return None if table == "answer" and row == BLANK else row
