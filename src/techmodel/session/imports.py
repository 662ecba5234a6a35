"""Rows of answers from a file, judged against the assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import NOT_ANSWERED, State, Value
from techmodel.core.checklist import CapabilityId
from techmodel.core.errors import BadInput, TechmodelError, WrongUse
from techmodel.session.answers import checked_change, find_refusals
from techmodel.session.changes import Change, PairId
from techmodel.session.evidence import parse_evidence
from techmodel.session.noun import known_capability, organisation_named, typed_id
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.importing.answers_csv import AnswerRow

VALUE_SHAPE = "0 to 5, dont-know, not-applicable, provided-by:NAME or not-answered"
"""The words of design.md 9 for an answer."""


def parse_value(assessment: Assessment, text: str, reason: str = "") -> Value:
    """A value as the command line and CSV write it (design.md 9).

    Raises:
        WrongUse: the text is none of the words, or the provider is unknown.
    """
    word = text.strip()
    if len(word) == 1 and word in "012345":
        return Value(State.LEVEL, int(word))
    name, _, provider = word.partition(":")
    match name.strip().casefold():
        case "dont-know":
            return Value(State.DONT_KNOW)
        case "not-applicable":
            return Value(State.NOT_APPLICABLE, reason=reason)
        case "not-answered":
            return NOT_ANSWERED
        case "provided-by" if provider.strip():
            found = organisation_named(assessment, provider)
            return Value(State.PROVIDED_BY, provider=found.id, reason=reason)
    raise WrongUse(f"{text!r} is not an answer. Write {VALUE_SHAPE}.")


def change_from(
    assessment: Assessment,
    answer: str,
    reason: str,
    evidence: Sequence[str] = (),
    note: str | None = None,
) -> Change:
    """What a row or a command says about a pair; a reason that no state needs becomes the note.

    Raises:
        WrongUse: as `parse_value`; evidence is not GRADE:TITLE; a note and a reason that would
            be one as well.
    """
    value = parse_value(assessment, answer, reason)
    if reason and value.state not in {State.NOT_APPLICABLE, State.PROVIDED_BY}:
        if note is not None:
            raise WrongUse(f"The answer {answer!r} takes a note or a reason, not both.")
        note = reason
    return Change(
        value=value,
        note=note,
        evidence=tuple(parse_evidence(e) for e in evidence),
    )


def changes_from(
    assessment: Assessment, rows: Sequence[AnswerRow], file: str
) -> dict[PairId, Change]:
    """The changes that rows ask for; once each can be taken by itself, they are judged together.

    Raises:
        BadInput: one sentence per row that cannot be taken, naming file and row.
    """
    changes: dict[PairId, Change] = {}
    places: dict[PairId, int] = {}
    problems: list[tuple[int, TechmodelError]] = []
    for row in rows:
        try:
            pair, change = _judge(assessment, row)
            changes[pair], places[pair] = change, row.row
        except TechmodelError as error:
            problems.append((row.row, error))
    if not problems:
        problems = [(places[pair], why) for pair, why in find_refusals(assessment, changes)]
    _refuse([f"{file}, row {row}: {error}" for row, error in problems])
    return changes


def _refuse(problems: Sequence[str]) -> None:
    """BadInput with the first problem and a count of the others, if there are any."""
    if not problems:
        return
    rows = plural(len(problems) - 1, "more row has", "more rows have")
    others = f" {rows} problems." if len(problems) > 1 else ""
    raise BadInput(f"{problems[0]}{others} Nothing was changed.", tuple(problems))


def _judge(assessment: Assessment, row: AnswerRow) -> tuple[PairId, Change]:
    id_ = known_capability(assessment, CapabilityId(typed_id(row.capability))).id
    pair = id_, organisation_named(assessment, row.organisation).id
    change = change_from(assessment, row.answer, row.reason, row.evidence)
    return pair, checked_change(assessment, pair, change)
