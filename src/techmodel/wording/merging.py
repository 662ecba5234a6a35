"""What merging two files comes to, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from techmodel.core.merge_parts import Merge, RowKey


def merge_label(file: str, merge: Merge, settled: int) -> str:
    """The label of a merge: "Merged 'Room B.techmodel': 61 changes taken, 5 settled"."""
    taken = f"{plural(taken_count(merge), 'change')} taken"
    return f"Merged '{file}': {taken}" + (f", {settled} settled" if settled else "")


def taken_count(merge: Merge) -> int:
    """How many rows were changed on their side only."""
    return len({(edit.table, edit.key) for edit in merge.only_theirs})


def unsettled_words(merge: Merge, settled: Container[RowKey]) -> str:
    """That so many questions are open, and that nothing was changed."""
    things = sum(c.row not in settled for c in merge.conflicts)
    said = []
    if things:
        verb = "was" if things == 1 else "were"
        said.append(f"{plural(things, 'thing')} {verb} changed in both files")
    if merge.same_names:
        names = plural(len(merge.same_names), "organisation")
        said.append(f"{names} of the same name joined in both")
    return f"{' and '.join(said)}: settle this first. Nothing was changed."


def brought_in_label(names: Sequence[str], file: str, answers: int) -> str:
    """The label of bringing in: "Hill Practice from 'Other.techmodel' joined, with 61 answers"."""
    said = f"{join_words(names)} from '{file}' joined"
    return f"{said}, with {plural(answers, 'answer')}" if answers else said


def provided_elsewhere(provider: str, reason: str) -> str:
    """The note of an answer whose provider did not come along."""
    return f"Provided by {provider}, which was not brought in." + (f" {reason}" if reason else "")
