"""Two moments side by side in words: answers, levels and set-up that are others."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from techmodel.core.answers import NOT_ANSWERED
from techmodel.core.compare_answers import Turn
from techmodel.wording.edits import Book, edit_lines
from techmodel.wording.labels import value_words
from techmodel.wording.numbers import join_words, level_range, plural
from techmodel.wording.plan_edits import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.answers import Answer
    from techmodel.core.compare import Comparison, LevelChange
    from techmodel.core.compare_answers import AnswerChange
    from techmodel.core.organisations import OrganisationId
    from techmodel.wording.edits import Line

TURN_WORDS = {
    Turn.RAISED: "Raised",
    Turn.LOWERED: "Lowered",
    Turn.NEWLY_KNOWN: "Newly known",
    Turn.NO_LONGER_KNOWN: "No longer known",
    Turn.OTHERWISE: "Other",
}
"""Which way an answer went."""

NO_ANSWERS = "No answer is another than then."
NO_LEVEL = "none"

_FIELDS = {"note": "note", "dissent": "other view", "parked": "parked", "evidence": "evidence"}


def comparing_book(comparison: Comparison) -> Book:
    """The names of both moments; where they differ, those of the later one."""
    names = {
        str(o.id): o.name
        for moment in (comparison.then, comparison.now)
        for o in moment.assessment.organisations
    }
    things = {
        key[0]: str(row[NAMES[table]])
        for moment in (comparison.then, comparison.now)
        for table in NAMES
        for key, row in moment.tables.get(table, {}).items()
    }
    return Book(comparison.now.assessment.checklist, names, {}, things=things)


def joined_words(comparison: Comparison) -> str:
    """Why little can be compared: partners who joined since and have not answered; "" for none."""
    before = {o.id for o in comparison.then.assessment.organisations}
    now = comparison.now.assessment
    heard = {who for (_, who), answer in now.answers.items() if answer.value != NOT_ANSWERED}
    silent = [o.name for o in now.scope if o.id not in before | heard]
    if not silent:
        return ""
    who = plural(len(silent), "partner joined", "partners joined")
    verb = "has" if len(silent) == 1 else "have"
    return (
        f"{who} since, who {verb} not answered yet: {join_words(silent)}. What is asked of them "
        "cannot be compared until then."
    )


def short_answer(answer: Answer, book: Book) -> str:
    """An answer without its reason: "3 Structured", "Not applicable"."""
    names = cast("Mapping[OrganisationId, str]", book.organisations)
    return value_words(answer.value, book.checklist, names)


def answer_words(answer: Answer, book: Book) -> str:
    """An answer with its reason: "Not applicable: runs no beds"."""
    said = short_answer(answer, book)
    return f"{said}: {answer.value.reason}" if answer.value.reason else said


def turn_words(change: AnswerChange) -> str:
    """What changed about an answer: "Raised", "Other: note and evidence"."""
    others = [_FIELDS[f] for f in change.fields if f in _FIELDS]
    if "value" in change.fields:
        others = []
    said = TURN_WORDS[change.turn]
    return f"{said}: {join_words(others)}" if others else said


def why_words(change: AnswerChange) -> str:
    """Why an answer is what it is now: the note recorded with it, on one line."""
    return " ".join(change.now.note.split())


def answers_headline(changes: Sequence[AnswerChange]) -> str:
    """How many answers changed and which way: "34 answers changed: 20 raised, 2 lowered."."""
    if not changes:
        return NO_ANSWERS
    groups = [
        f"{count:,} {words.lower()}"
        for turn, words in TURN_WORDS.items()
        if (count := sum(c.turn is turn for c in changes))
    ]
    return f"{plural(len(changes), 'answer')} changed: {', '.join(groups)}."


def set_up_lines(comparison: Comparison, book: Book) -> tuple[Line, ...]:
    """What is another about organisations, settings and decided targets."""
    return tuple(line for edit in comparison.set_up for line in edit_lines(edit, book))


def set_up_words(comparison: Comparison, book: Book) -> tuple[str, ...]:
    """The same, each in a sentence that says what it is about."""
    said = []
    for line in set_up_lines(comparison, book):
        names_it = not line.about or line.about in line.sentence
        said.append(line.sentence if names_it else f"{line.about}: {line.sentence}")
    return tuple(said)


def level_words(change: LevelChange, book: Book) -> str:
    """A capability with its level and target, then and now: "REC-06 …: 2 → 3, target 3 → 4"."""
    levels = [NO_LEVEL if r is None else level_range(r) for r in (change.then, change.now)]
    targets = [NO_LEVEL if t is None else str(t) for t in (change.target_then, change.target_now)]
    return f"{book.capability(change.capability)}: {_moved(levels)}, target {_moved(targets)}"


def _moved(ends: Sequence[str]) -> str:
    return ends[0] if ends[0] == ends[1] else " → ".join(ends)
