"""Which batches were decisions about a field, as against taking a merge back or carrying on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from techmodel.core.journal import BatchKind
from techmodel.core.merge_fields import field_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from techmodel.core.journal import Batch, Json
    from techmodel.core.merge_fields import Absent, Field

_BACK_AND_FORTH = frozenset({BatchKind.UNDO, BatchKind.REDO})


@dataclass(slots=True)
class Standing:
    """Which batches stand; it is shown batch after batch, from the newest to the oldest.

    So whatever took a batch back has been seen before it. A batch stands when every undo of it
    was re-applied by a redo that stands.
    """

    _undone: dict[str, list[str]] = field(default_factory=dict)
    _back: dict[str, str] = field(default_factory=dict)

    def see(self, batch: Batch) -> str | None:
        """The batch by which this one stands: itself, or its last redo; None when it does not."""
        stander: str | None = batch.id
        for undo in self._undone.get(batch.id, ()):
            stander = self._back.get(undo)
            if stander is None:
                break
        if batch.kind is BatchKind.UNDO:
            self._undone.setdefault(batch.takes, []).append(batch.id)
        elif batch.kind is BatchKind.REDO and stander is not None:
            self._back.setdefault(batch.takes, stander)
        return stander


@dataclass(frozen=True, slots=True)
class Decided:
    """Who decided what, as far as a file knows.

    Attributes:
        decisions: for each field the batches that decided it, in order, each with its value.
            Merges that were taken back do not count, and neither do those that only carried on
            what a batch they took over had decided.
        merges: the merge that each merge is about, and each batch that took one back or brought
            one back, by id.
        gone: the ids of the batches that do not stand.
    """

    decisions: Mapping[Field, Sequence[tuple[Batch, Json | Absent]]]
    merges: Mapping[str, str]
    gone: frozenset[str]

    def took_back(self, batch: Batch) -> str | None:
        """The merge that a batch took back, if it did and that one is still gone."""
        merge = self.merges.get(batch.id)
        return merge if batch.kind is BatchKind.UNDO and merge in self.gone else None

    def is_void(self, id_: str) -> bool:
        """Whether a batch is a merge that does not stand, or took it or brought it back."""
        return self.merges.get(id_) in self.gone


def find_decided(line: Sequence[Batch]) -> Decided:
    """Who decided what, given every known batch in order, those of a merge before it."""
    merges, gone = _of_merges(line), _gone(line)
    decisions: dict[Field, list[tuple[Batch, Json | Absent]]] = {}
    said: dict[Field, Json | Absent] = {}
    for batch in line:
        merge = merges.get(batch.id)
        idle = merge is not None and (merge != batch.id or merge in gone)
        for key, value, kept in _changes(batch):
            carried = batch.kind is BatchKind.MERGE and not kept and said.get(key, said) == value
            said[key] = value
            if not (carried or idle):
                decisions.setdefault(key, []).append((batch, value))
    return Decided(decisions, merges, gone)


def _changes(batch: Batch) -> Iterator[tuple[Field, Json | Absent, bool]]:
    """The fields that a batch changes, their new values, and whether it decided to keep them."""
    for edit in batch.edits:
        for key, value in field_changes(edit):
            yield key, value, edit.old == edit.new


def _of_merges(line: Sequence[Batch]) -> dict[str, str]:
    """The merge that each merge, and each batch that took it back or brought it back, is about."""
    found: dict[str, str] = {}
    for batch in line:
        if batch.kind is BatchKind.MERGE:
            found[batch.id] = batch.id
        elif batch.kind in _BACK_AND_FORTH and batch.takes in found:
            found[batch.id] = found[batch.takes]
    return found


def _gone(line: Sequence[Batch]) -> frozenset[str]:
    """The ids of the batches that do not stand."""
    standing = Standing()
    return frozenset(batch.id for batch in reversed(line) if standing.see(batch) is None)
