"""Rows of answers from a file, judged against the assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import NOT_ANSWERED, State, Value
from techmodel.core.checklist import CapabilityId
from techmodel.core.errors import BadInput, TechmodelError
from techmodel.session.changes import Change, PairId, whole_change
from techmodel.session.evidence import parse_evidence
from techmodel.session.noun import known_capability, organisation_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.importing.answers_csv import AnswerRow

VALUE_SHAPE = "0 to 5, dont-know, not-applicable, provided-by:NAME or not-answered"
"""The words of design.md 9 for an answer."""


def parse_value(assessment: Assessment, text: str, reason: str = "") -> Value:
    """A value as the command line and CSV write it (design.md 9).

    Raises:
        BadInput: the text is none of the words.
        WrongUse: the provider is unknown.
    """
    word = text.strip()
    if len(word) == 1 and word in "012345":
        return Value(State.LEVEL, int(word))
    name, colon, provider = word.partition(":")
    match name.strip().casefold():
        case "dont-know":
            return Value(State.DONT_KNOW)
        case "not-applicable":
            return Value(State.NOT_APPLICABLE, reason=reason)
        case "not-answered":
            return NOT_ANSWERED
        case "provided-by" if colon:
            found = organisation_named(assessment, provider)
            return Value(State.PROVIDED_BY, provider=found.id, reason=reason)
    raise BadInput(f"{text!r} is not an answer. Write {VALUE_SHAPE}.")


def change_from(
    assessment: Assessment,
    answer: str,
    reason: str,
    evidence: Sequence[str] = (),
    note: str | None = None,
) -> Change:
    """What a row or a command says about a pair; a reason that no state needs becomes the note."""
    value = parse_value(assessment, answer, reason)
    needed = value.state in {State.NOT_APPLICABLE, State.PROVIDED_BY}
    if note is None and reason and not needed:
        note = reason
    return Change(
        value=value,
        note=note,
        evidence=tuple(parse_evidence(e) for e in evidence),
    )


def changes_from(
    assessment: Assessment, rows: Sequence[AnswerRow], file: str
) -> dict[PairId, Change]:
    """The changes that rows ask for, judged together.

    Raises:
        BadInput: one sentence per row that cannot be taken, naming file and row.
    """
    changes: dict[PairId, Change] = {}
    problems: list[str] = []
    for row in rows:
        try:
            pair, change = _judge(assessment, row)
            changes[pair] = change
        except TechmodelError as error:
            problems.append(f"{file}, row {row.row}: {error}")
    if problems:
        more = f" {len(problems) - 1} more rows have problems." if len(problems) > 1 else ""
        raise BadInput(f"{problems[0]}{more} Nothing was changed.", tuple(problems))
    return changes


def _judge(assessment: Assessment, row: AnswerRow) -> tuple[PairId, Change]:
    id_: CapabilityId = known_capability(assessment, CapabilityId(row.capability)).id
    organisation = organisation_named(assessment, row.organisation)
    change = change_from(assessment, row.answer, row.reason, row.evidence)
    where = f"{id_} for {organisation.name}"
    return (id_, organisation.id), whole_change(assessment.checklist, change, where)
