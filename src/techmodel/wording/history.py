"""The change journal in sentences: what a batch did, and the history of one answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from techmodel.core.journal import WHOLE_ROW, BatchKind
from techmodel.wording.edits import Book, Line, edit_lines
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.journal import Batch, Edit, Json

    Row = Mapping[str, Json]

KIND_WORDS = {
    BatchKind.EDIT: "Change",
    BatchKind.UNDO: "Undo",
    BatchKind.REDO: "Redo",
    BatchKind.MERGE: "Merge",
    BatchKind.IMPORT: "Import",
    BatchKind.ROUND: "Round",
    BatchKind.UPDATE: "Checklist update",
}
"""What people call the kinds of batches."""


@dataclass(frozen=True, slots=True)
class PairChange:
    """What one batch did to one pair: UTC time and kind, the role that decided, and sentences."""

    at: str
    kind: BatchKind
    decided_by: str
    sentences: tuple[str, ...]


def history_headline(total: int, shown: int, first: str) -> str:
    """How much has changed: "138 changes since 3 Oct 2026 09:12", and how many are shown."""
    since = f" since {first}" if first else ""
    if shown == total:
        return f"{plural(total, 'change')}{since}."
    return f"{shown:,} of {plural(total, 'change')}{since}."


def undo_words(batch: Batch | None) -> str:
    """What undo would do next, and that history keeps everything."""
    if batch is None:
        return "There is nothing to undo. Undo is a change of its own: history keeps everything."
    return (
        f"Undo (Ctrl+Z) would take back “{batch.label}”. It takes back the newest change that is "
        "not taken back yet, as a change of its own: history keeps everything."
    )


def find_book(assessment: Assessment, batches: Iterable[Batch]) -> Book:
    """The names for an assessment and its journal, in revision order."""
    organisations: dict[str, str] = {}
    evidence: dict[str, dict[str, Json]] = {}
    for edit in (e for b in batches for e in b.edits if e.table in {"organisation", "evidence"}):
        row = edit.new if isinstance(edit.new, dict) else edit.old
        if edit.field == WHOLE_ROW and edit.table == "evidence":
            evidence[edit.key[0]] = dict(cast("Row", row))
        elif edit.field == WHOLE_ROW:
            organisations[edit.key[0]] = str(cast("Row", row)["name"])
        elif edit.key[0] in evidence:
            evidence[edit.key[0]][edit.field] = edit.new
    organisations |= {o.id: o.name for o in assessment.organisations}
    return Book(assessment.checklist, organisations, evidence)


def batch_lines(batch: Batch, book: Book) -> tuple[Line, ...]:
    """Everything a batch changed, in the order of its edits."""
    return tuple(line for edit in batch.edits for line in edit_lines(edit, book))


def batch_about(batch: Batch, book: Book) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of the capabilities and of the organisations that a batch is about."""
    capabilities, organisations = set(), set()
    for edit in batch.edits:
        pair = _pair(edit, book)
        if pair:
            capabilities.add(pair[0])
            organisations.add(pair[1])
        elif edit.table == "override":
            capabilities.add(edit.key[0])
        elif edit.table == "organisation":
            organisations.add(edit.key[0])
    return frozenset(capabilities), frozenset(organisations)


def pair_history(
    batches: Iterable[Batch], pair: tuple[str, str], book: Book
) -> tuple[PairChange, ...]:
    """What happened to one pair and its evidence, newest first; `batches` in revision order."""
    found = []
    for batch in batches:
        edits = [e for e in batch.edits if _pair(e, book) == pair]
        sentences = tuple(line.sentence for e in edits for line in edit_lines(e, book))
        if sentences:
            found.append(PairChange(batch.at, batch.kind, batch.decided_by, sentences))
    return tuple(reversed(found))


def _pair(edit: Edit, book: Book) -> tuple[str, str] | None:
    if edit.table == "answer":
        return edit.key[0], edit.key[1]
    if edit.table == "evidence":
        row = book.evidence.get(edit.key[0], {})
        return str(row.get("capability", "")), str(row.get("organisation", ""))
    return None
