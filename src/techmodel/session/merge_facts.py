"""Both files of a merge, read once, to tell in words what differs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from techmodel.core.journal import WHOLE_ROW
from techmodel.core.merge_meeting import meet
from techmodel.session.merging import side_of
from techmodel.wording.history import find_book
from techmodel.wording.merge_changes import changes_of, edits_of
from techmodel.wording.merge_sides import Two
from techmodel.wording.merging import taken_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from techmodel.core.journal import Batch
    from techmodel.core.merge_parts import Merge, RowKey, Same, Side
    from techmodel.session.session import Session
    from techmodel.wording.edits import Book
    from techmodel.wording.merge_changes import Change


@dataclass(frozen=True, slots=True)
class MergeFacts:
    """What the words of a merge are made of.

    Attributes:
        merge: what merging comes to.
        two: both assessments.
        book: the names in both journals.
        new_here: our batches that the other file does not know.
        added: which batch added an organisation, by its id in either file.
    """

    merge: Merge
    two: Two
    book: Book
    new_here: tuple[Batch, ...]
    added: Mapping[str, Batch]

    def changes_there(self) -> tuple[Change, ...]:
        """What is taken from the other file."""
        return changes_of(taken_edits(self.merge), self.merge.taken, self.book)

    def changes_here(self) -> tuple[Change, ...]:
        """What only this file changed."""
        return self._ours(self.merge.only_ours)

    def changes_alike(self) -> tuple[Change, ...]:
        """What both files changed to the same."""
        return self._ours(self.merge.both_alike)

    def _ours(self, rows: tuple[RowKey, ...]) -> tuple[Change, ...]:
        return changes_of(edits_of(self.new_here, rows), self.new_here, self.book)


def find_facts(
    session: Session, other: Session, merge: Merge, same: Mapping[str, Same]
) -> MergeFacts:
    """Read both files.

    Args:
        session: the assessment that is merged into.
        other: the file of another room.
        merge: what `find_merge` found of the two.
        same: what it was told of organisations of one name.
    """
    meeting = meet(side_of(session), side_of(other), same)
    sides = meeting.ours, meeting.theirs
    ours, theirs = meeting.ours.batches, meeting.theirs.batches
    known = meeting.scales.theirs.own.learned
    targets = {c.id: c.target.level for c in session.gaps().capabilities if c.target}
    parted = _parted(merge, [b for b in ours if b.id in known])
    two = Two(session.assessment(), other.assessment(), meeting.aliases, targets, parted)
    new_here = tuple(b for b in ours if b.id not in known)
    return MergeFacts(merge, two, _book(two, ours, theirs), new_here, _added(sides))


def _book(two: Two, ours: Sequence[Batch], theirs: Sequence[Batch]) -> Book:
    """The names in both journals; ours where both have one."""
    book, mine = find_book(two.theirs, theirs), find_book(two.ours, ours)
    names = {**book.organisations, **mine.organisations}
    return replace(mine, organisations=names, evidence={**book.evidence, **mine.evidence})


def _added(sides: Iterable[Side]) -> Mapping[str, Batch]:
    """Which batch made an organisation."""
    made = ((e, b) for side in sides for b in side.batches for e in b.edits)
    found = ((e, b) for e, b in made if e.table == "organisation" and e.field == WHOLE_ROW)
    return {e.key[0]: b for e, b in found if e.new is not None}


def _parted(merge: Merge, shared: Sequence[Batch]) -> Mapping[RowKey, str]:
    """When what is in conflict was last changed by a batch that both files have."""
    wanted = {c.row for c in merge.conflicts}
    touched = ((e.table, e.key, b.at) for b in shared for e in b.edits)
    return {(table, key): at for table, key, at in touched if (table, key) in wanted}
