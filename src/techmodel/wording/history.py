"""The change journal in sentences: what a batch did, and the history of one answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from techmodel.core.aliases import aliases_of
from techmodel.core.history import find_entries, newest_first, was_not_chosen
from techmodel.core.journal import WHOLE_ROW, BatchKind
from techmodel.wording.edits import Book, Line, edit_lines
from techmodel.wording.flow_edits import flow_facts
from techmodel.wording.numbers import british_date, plural
from techmodel.wording.plan_edits import plan_things
from techmodel.wording.rounds import local_moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.history import Entry
    from techmodel.core.journal import Batch, Edit, Json

    Row = Mapping[str, Json]
    Taken = Mapping[str, Sequence[Batch]]

KIND_WORDS = {
    BatchKind.EDIT: "Change",
    BatchKind.UNDO: "Undo",
    BatchKind.REDO: "Redo",
    BatchKind.MERGE: "Merge",
    BatchKind.IMPORT: "Import",
    BatchKind.ROUND: "Round",
    BatchKind.UPDATE: "Checklist update",
    BatchKind.PLAN: "Plan from gaps",
}
"""What people call the kinds of batches."""

TAKEN_OVER = "Taken over from the other file"
"""What a batch is that a merge took over."""
NOT_CHOSEN = "Done in the other file, not chosen"
"""The same where the merge kept something else of everything that it changed."""
SHOW_THEN = "Show the assessment as it was then"
"""Looking back at a moment."""
IS_NOW = "This is how it is now."
AFTER_MERGE = "It became part of this file with the merge, so that is the moment shown."
_LONGEST = 240
"""Characters of a note that the history of an answer shows."""


@dataclass(frozen=True, slots=True)
class PairChange:
    """What one batch did to one pair: UTC time and kind, the role that decided, and sentences.

    `taken` tells that it was done in another file and came with a merge.
    """

    at: str
    kind: BatchKind
    decided_by: str
    sentences: tuple[str, ...]
    taken: bool = False


def history_headline(total: int, shown: int, first: str, taken: int = 0) -> str:
    """How much has changed: "138 changes since 3 Oct 2026 09:12", and how many are shown.

    `taken` of the total were taken over from other files.
    """
    since = f" since {first}" if first else ""
    if shown != total:
        return f"{shown:,} of {plural(total, 'change')}{since}."
    from_others = f", {taken:,} of them in other files" if taken else ""
    return f"{plural(total, 'change')}{since}{from_others}."


def undo_words(batch: Batch | None) -> str:
    """What undo would do next, and that history keeps everything."""
    if batch is None:
        return "There is nothing to undo. Undo is a change of its own: history keeps everything."
    return (
        f"Undo (Ctrl+Z) would take back “{batch.label}”, as a change of its own: history keeps "
        "everything."
    )


def as_it_was(batch: Batch) -> str:
    """The banner over an assessment as it was just after a batch."""
    moment = local_moment(batch.at)
    return (
        f"As it was on {british_date(moment.date())} {moment:%H:%M}, after ‘{batch.label}’. "
        "Nothing here can be changed."
    )


def origin_words(entry: Entry) -> str:
    """What kind of change it is, and that it was made in another file: "Undo, taken over"."""
    if entry.merge is None:
        return KIND_WORDS[entry.batch.kind]
    plain = entry.batch.kind is BatchKind.EDIT
    said = NOT_CHOSEN if was_not_chosen(entry) else TAKEN_OVER
    return said if plain else f"{KIND_WORDS[entry.batch.kind]}, {said[:1].lower()}{said[1:]}"


def find_book(
    assessment: Assessment, batches: Sequence[Batch], taken: Taken | None = None
) -> Book:
    """The names for an assessment and its journal, in revision order.

    `taken` are the batches that merges took over, by the merge's id.
    """
    organisations: dict[str, str] = {}
    evidence: dict[str, dict[str, Json]] = {}
    others = [batch for some in (taken or {}).values() for batch in some]
    for edit in (e for b in (*others, *batches) for e in b.edits if e.table in _NAMING):
        row = edit.new if isinstance(edit.new, dict) else edit.old
        if edit.field == WHOLE_ROW and edit.table == "evidence":
            evidence[edit.key[0]] = dict(cast("Row", row))
        elif edit.field == WHOLE_ROW:
            organisations[edit.key[0]] = str(cast("Row", row)["name"])
        elif edit.key[0] in evidence:
            evidence[edit.key[0]][edit.field] = edit.new
    now = {str(o.id): o.name for o in assessment.organisations}
    names, same = organisations | now, aliases_of(batches, now.keys())
    told = [*others, *batches]
    flows = flow_facts(assessment.checklist, told)
    return Book(assessment.checklist, names, evidence, same, plan_things(told), flows)


_NAMING = frozenset({"organisation", "evidence"})


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
        elif edit.table in {"organisation", "onboarding"}:
            organisations.add(book.our_id(edit.key[-1]))
        elif edit.table == "flow":
            capabilities.update(_capability_of_flow(edit, book))
            organisations.update(map(book.our_id, edit.key[:2]))
    return frozenset(capabilities), frozenset(organisations)


def capability_lines(batch: Batch, capability: str, book: Book) -> tuple[str, ...]:
    """What a batch did to one capability, by whom it is answered, with reasons and notes."""
    said = []
    for edit in batch.edits:
        pair = _pair(edit, book)
        if pair and pair[0] == capability:
            who = book.organisation(pair[1])
            said += [f"{who}: {told(line)}" for line in edit_lines(edit, book)]
        elif edit.table == "override" and edit.key[0] == capability:
            said += [told(line) for line in edit_lines(edit, book)]
        elif edit.table == "flow" and capability in _capability_of_flow(edit, book):
            said += [f"{line.about}: {told(line)}" for line in edit_lines(edit, book)]
    return tuple(said)


def _capability_of_flow(edit: Edit, book: Book) -> tuple[str, ...]:
    facts = book.flows.get(edit.key[2])
    return (facts.capability,) if facts else ()


def pair_history(
    batches: Iterable[Batch],
    pair: tuple[str, str],
    book: Book,
    taken: Taken | None = None,
) -> tuple[PairChange, ...]:
    """What happened to one pair and its evidence, newest first; `batches` in revision order.

    What a merge took over from another file stands after the merge.
    """
    found = []
    for entry in newest_first(find_entries(batches, taken or {})):
        batch = entry.batch
        sentences = tuple(_pair_sentences(batch, pair, book))
        if sentences:
            found.append(
                PairChange(
                    batch.at,
                    batch.kind,
                    batch.decided_by,
                    sentences,
                    taken=entry.merge is not None,
                )
            )
    return tuple(found)


def pair_change_words(change: PairChange) -> str:
    """What one batch did to a pair, with where it came from: "In the other file: Level 2 → 3"."""
    said = "\n".join(change.sentences)
    kind = KIND_WORDS[change.kind]
    origin = "" if change.kind is BatchKind.EDIT else kind
    if change.taken:
        origin = f"{origin} in the other file".strip().capitalize()
    return f"{origin}: {said}" if origin else said


def told(line: Line) -> str:
    """A change with its reason or note: "Not answered → Not applicable: runs no beds"."""
    if not line.why:
        return line.sentence
    why = " ".join(line.why.split())
    if len(why) > _LONGEST:
        why = f"{why[:_LONGEST].rstrip()}…"
    return f"{line.sentence}: {why}"


def _pair_sentences(batch: Batch, pair: tuple[str, str], book: Book) -> Iterator[str]:
    for edit in batch.edits:
        if _pair(edit, book) == pair:
            yield from (told(line) for line in edit_lines(edit, book))


def _pair(edit: Edit, book: Book) -> tuple[str, str] | None:
    if edit.table == "answer":
        return edit.key[0], book.our_id(edit.key[1])
    if edit.table == "evidence":
        row = book.evidence.get(edit.key[0], {})
        return str(row.get("capability", "")), book.our_id(str(row.get("organisation", "")))
    return None
