"""Rounds and comparisons as plain text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.cli.text import table_lines
from techmodel.core.conditions import TITLE
from techmodel.wording.comparing import (
    answers_headline,
    comparing_book,
    joined_words,
    level_words,
    set_up_words,
    short_answer,
    turn_words,
)
from techmodel.wording.comparing_integration import (
    flow_change_words,
    integration_sentence,
    stage_change_words,
)
from techmodel.wording.conditions import condition_change_words
from techmodel.wording.numbers import percent, percent_range
from techmodel.wording.progress import advance_sentence, advance_words, fall_words, named
from techmodel.wording.rounds import moment_words, nothing_changed, round_when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from techmodel.core.compare import Comparison, Moment
    from techmodel.core.compare_answers import AnswerChange
    from techmodel.core.progress import Advance
    from techmodel.core.rounds import Round
    from techmodel.wording.edits import Book

NO_ROUND = "No round is marked yet. `techmodel round FILE NAME` marks one."


def round_lines(rounds: Sequence[Round], moments: Sequence[Moment]) -> Iterator[str]:
    """The rounds with how things stood, in order."""
    if not rounds:
        yield NO_ROUND
        return
    heads = ["Round", "Marked", "Answered", "Target reached", "Furthest from target"]
    rows = []
    for found, moment in zip(rounds, moments, strict=True):
        overall = moment.gaps.overall
        names = {o.id: o.name for o in moment.assessment.organisations}
        rows.append(
            [
                found.name,
                round_when(found),
                percent(overall.completeness),
                percent_range(overall.attainment),
                names[overall.weakest] if overall.weakest else "",
            ]
        )
    yield from table_lines(heads, rows)


def comparison_lines(comparison: Comparison, since: str, heading: str) -> Iterator[str]:
    """Everything that changed: progress, falls, set-up, levels, answers.

    Args:
        comparison: what changed.
        since: what the earlier moment is called in a sentence.
        heading: which two moments these are.
    """
    book = comparing_book(comparison)
    yield comparison.now.assessment.title
    yield heading
    if not comparison.anything:
        yield nothing_changed(since)
        return
    yield advance_sentence(comparison.progress.overall, since)
    moved = integration_sentence(comparison.flows, comparison.stages)
    yield from filter(None, (moved, joined_words(comparison)))
    yield ""
    yield from _progress(comparison)
    yield from _listed("Set-up changed:", set_up_words(comparison, book))
    levels = (level_words(c, book) for c in comparison.levels)
    yield from _listed("Levels held together or targets changed:", levels)
    yield from _integration(comparison, book)
    yield ""
    yield answers_headline(comparison.answers)
    if comparison.answers:
        heads = ["Id", "Organisation", "Then", "Now", "Change", "When", "Decided by"]
        yield from table_lines(heads, [_answer(c, book) for c in comparison.answers])


def _progress(comparison: Comparison) -> Iterator[str]:
    overall, assessment = comparison.progress.overall, comparison.now.assessment
    names = {d.id: d.name for d in assessment.checklist.domains}
    heads = ["Domain", "Then", "Now", "Progress", "Newly known", "Fell"]
    rows = [
        _advance(names[d.domain], d) for d in comparison.progress.domains if d.domain is not None
    ]
    yield from table_lines(heads, [*rows, _advance("All domains", overall)])
    yield "Then and now are shares of today’s targets."
    yield from _listed("Fell:", (fall_words(assessment, part) for part in overall.falls))
    known = (named(assessment, part) for part in overall.newly_known)
    yield from _listed("Newly known:", known)


def _integration(comparison: Comparison, book: Book) -> Iterator[str]:
    flows = (flow_change_words(c, book) for c in comparison.flows)
    yield from _listed("Flows that changed:", flows)
    stages = (stage_change_words(c, book) for c in comparison.stages)
    yield from _listed("How far partners are with services:", stages)
    checklist = comparison.now.assessment.checklist
    conditions = (condition_change_words(c, checklist) for c in comparison.conditions)
    yield from _listed(f"{TITLE}:", conditions)


def _advance(name: str, advance: Advance) -> list[str]:
    return [
        name,
        percent_range(advance.reached_then),
        percent_range(advance.reached_now),
        advance_words(advance),
        str(len(advance.newly_known)),
        str(len(advance.falls)),
    ]


def _answer(change: AnswerChange, book: Book) -> list[str]:
    return [
        change.capability,
        book.organisation(change.organisation),
        short_answer(change.then, book),
        short_answer(change.now, book),
        turn_words(change),
        moment_words(change.batch.at) if change.batch else "",
        change.batch.decided_by if change.batch else "",
    ]


def _listed(head: str, entries: Iterable[str]) -> Iterator[str]:
    lines = [f"  {entry}" for entry in entries]
    if lines:
        yield ""
        yield head
        yield from lines
