"""What merging two files comes to, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.aliases import ALIASES
from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from techmodel.core.journal import Edit
    from techmodel.core.merge_parts import Merge, RowKey


def merge_label(file: str, merge: Merge, settled: int) -> str:
    """The label of a merge: "Merged 'Room B.techmodel': 61 changes taken, 5 settled"."""
    taken = f"{plural(taken_count(merge), 'change')} taken"
    return f"Merged '{file}': {taken}" + (f", {settled} settled" if settled else "")


def taken_edits(merge: Merge) -> tuple[Edit, ...]:
    """What is taken of theirs, without the memory of which ids stand for one organisation."""
    return tuple(e for e in merge.only_theirs if (e.table, e.key) != ("setting", (ALIASES,)))


def taken_count(merge: Merge) -> int:
    """How many rows were changed on their side only: so many lines list them."""
    return len({(edit.table, edit.key) for edit in taken_edits(merge)})


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


def missing_words(merge: Merge, settled: Container[RowKey]) -> str:
    """Which switches of the command line settle what is open: only those that are missing."""
    wanted = []
    if any(c.row not in settled for c in merge.conflicts):
        wanted.append("--prefer ours or --prefer theirs")
    if merge.same_names:
        wanted.append("--same-name one or --same-name two")
    return f"Give {' and '.join(wanted)}, or settle one by one in the window."


def brought_in_label(
    names: Sequence[str], file: str, answers: int, flows: int = 0, services: int = 0
) -> str:
    """The label of bringing in: "Hill Practice from 'Other.techmodel' joined, with 61 answers"."""
    said = f"{join_words(names)} from '{file}' joined"
    counts = ((answers, "answer"), (flows, "flow"), (services, "service"))
    came = join_words([plural(count, word) for count, word in counts if count])
    return f"{said}, with {came}" if came else said


def provided_elsewhere(provider: str, reason: str) -> str:
    """The note of an answer whose provider did not come along."""
    return f"Provided by {provider}, which was not brought in." + (f" {reason}" if reason else "")
