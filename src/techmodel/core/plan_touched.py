"""What of a plan people have touched, which proposing again never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from techmodel.core.journal import WHOLE_ROW, BatchKind, standing
from techmodel.core.plan_parts import ProjectId

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from techmodel.core.journal import Batch, Edit, Json
    from techmodel.core.plan_parts import PlanBook

Field = tuple[ProjectId, str]
"""A project and the name of one of its fields, or of a table whose rows are about it."""

_PLACE = "position"
_PEOPLE = frozenset({BatchKind.EDIT, BatchKind.IMPORT})


def find_touched(
    book: PlanBook, batches: Sequence[Batch], taken: Mapping[str, Sequence[Batch]]
) -> frozenset[Field]:
    """The fields of projects that people have changed, and the tables with rows about them.

    A field counts when it was edited in a batch of a person that still stands, here or in a file
    that a merge which still stands took over. A project that a person has made counts with all
    its fields but its place in the list.

    Args:
        book: the plan as it is.
        batches: all own batches, ascending revision.
        taken: the batches that merges took over, by the merge's id.
    """
    stands = standing([*batches, *(b for theirs in taken.values() for b in theirs)])
    found: set[Field] = {*_about(book)}
    for batch in batches:
        if batch.id in stands:
            for one in (batch, *taken.get(batch.id, ())):
                if one.kind in _PEOPLE and one.id in stands:
                    found.update(_changed(one))
    return frozenset(found)


def _changed(batch: Batch) -> set[Field]:
    """The fields that a batch changes; places in the list only where it adds no project."""
    found = {field for edit in batch.edits for field in _fields(edit)}
    adds = any(e.table == "project" and e.field == WHOLE_ROW and e.new for e in batch.edits)
    return {f for f in found if f[1] != _PLACE} if adds else found


def _fields(edit: Edit) -> Iterator[Field]:
    if edit.table != "project":
        return
    id_ = ProjectId(edit.key[0])
    if edit.field == WHOLE_ROW:
        row = cast("Mapping[str, Json]", edit.new or edit.old)
        yield from ((id_, name) for name in row if name != _PLACE)
    else:
        yield id_, edit.field


def _about(book: PlanBook) -> Iterator[Field]:
    """The projects that links, costs, benefits and risks are about."""
    for link in book.links:
        yield link.project, "link"
        yield link.after, "link"
    for cost in book.costs:
        if cost.project:
            yield cost.project, "cost"
    for item in book.raid:
        if item.project:
            yield item.project, "raid"
    for benefit in book.benefits:
        yield from ((project, "benefit") for project in benefit.projects)
