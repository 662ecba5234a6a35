"""Who decided an answer last: the batch behind it, also through undo, redo and merge."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from techmodel.core.journal import WHOLE_ROW, BatchKind, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from techmodel.core.journal import Batch, Edit, Json

    PairKey = tuple[str, str]

_BACK_AND_FORTH = frozenset({BatchKind.UNDO, BatchKind.REDO})


class Deciders:
    """The batches behind the answers of one file.

    Work that stands is named by the batch that did it first, not by the redo that brought it
    back; an undo is named only where nothing later stands. What a merge took over unchanged is
    named by the batch of the other file.
    """

    def __init__(
        self,
        batches: Sequence[Batch],
        taken: Mapping[str, Sequence[Batch]],
        same: Mapping[str, str],
    ) -> None:
        """Look at a journal.

        Args:
            batches: all own batches, ascending revision.
            taken: the batches that merges took over, by the merge's id.
            same: ids of organisations that are one with another of now: their id to that one's.
        """
        self._batches, self._taken, self._same = batches, taken, same

    def of(self, pair: PairKey) -> Batch | None:
        """The batch that decided the answer of a pair as it is; None where none did."""
        stands = standing(self._batches)
        for batch in reversed(self._batches):
            if batch.kind in _BACK_AND_FORTH or batch.id not in stands:
                continue
            values = [
                value
                for edit in batch.edits
                if edit.table == "answer" and self._pair(edit) == pair
                for value in _values(edit)
            ]
            if values:
                return self._source(batch, pair, values)
        return None

    def since(self, known: Iterable[str]) -> dict[PairKey, Batch]:
        """The batch that decided each answer since a moment whose batches have these ids.

        The key is a capability and an organisation; answers not touched since are absent.
        """
        older = frozenset(known)
        later = [b for b in self._batches if b.id not in older]
        stands = standing(later)
        found = {pair: batch for batch in later for pair in self._touched(batch)}
        for batch in later:
            if batch.kind not in _BACK_AND_FORTH and batch.id in stands:
                for pair, values in self._touched(batch).items():
                    found[pair] = self._source(batch, pair, values)
        return found

    @cached_property
    def _evidence(self) -> dict[str, PairKey]:
        """Which answer each piece of evidence belongs to, also of those that were removed."""
        others = (b for some in self._taken.values() for b in some)
        return dict(_evidence_pairs([*self._batches, *others]))

    def _touched(self, batch: Batch) -> dict[PairKey, list[Json]]:
        """The answers that a batch touches, each with the values it gives it."""
        found: dict[PairKey, list[Json]] = {}
        for edit in batch.edits:
            pair = self._pair(edit)
            if pair:
                found.setdefault(pair, []).extend(_values(edit))
        return found

    def _pair(self, edit: Edit) -> PairKey | None:
        if edit.table == "answer":
            pair: PairKey | None = (edit.key[0], edit.key[1])
        elif edit.table == "evidence":
            pair = self._evidence.get(edit.key[0])
        else:
            pair = None
        return pair and (pair[0], self._same.get(pair[1], pair[1]))

    def _source(self, batch: Batch, pair: PairKey, values: Sequence[Json]) -> Batch:
        """The newest batch of the other file that gave an answer the value it was merged with."""
        for theirs in reversed(self._taken.get(batch.id, ())):
            if any(value in values for value in self._touched(theirs).get(pair, ())):
                return theirs
        return batch


def _values(edit: Edit) -> list[Json]:
    if edit.table == "answer" and edit.field == "value":
        return [edit.new]
    if edit.table == "answer" and isinstance(edit.new, dict) and edit.field == WHOLE_ROW:
        return [edit.new["value"]]
    return []


def _evidence_pairs(batches: Iterable[Batch]) -> Iterator[tuple[str, PairKey]]:
    for batch in batches:
        for edit in batch.edits:
            if edit.table == "evidence" and isinstance(edit.new, dict):
                yield edit.key[0], (str(edit.new["capability"]), str(edit.new["organisation"]))
