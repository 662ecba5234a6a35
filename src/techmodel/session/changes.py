"""What a person says about a pair, turned into edits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from techmodel.core.answers import Answer, State, Value
from techmodel.core.checklist import LEVELS, CapabilityId
from techmodel.core.errors import WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.organisations import OrganisationId
from techmodel.core.tables import answer_fields, evidence_fields
from techmodel.session.evidence import Piece, checked_evidence
from techmodel.session.ids import short_id
from techmodel.session.noun import clean_text
from techmodel.wording.labels import short_value
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Checklist

PairId = tuple[CapabilityId, OrganisationId]


@dataclass(frozen=True, slots=True)
class Change:
    """What is new about a pair; None leaves a field as it is; `evidence` is added."""

    value: Value | None = None
    note: str | None = None
    dissent: str | None = None
    parked: bool | None = None
    evidence: tuple[Piece, ...] = ()


def whole_change(checklist: Checklist, change: Change, where: str) -> Change:
    """The change with clean texts; WrongUse names the pair and what is missing or too much."""
    nobody = (CapabilityId(""), OrganisationId(""))
    for piece in change.evidence:
        checked_evidence(checklist, piece.of(nobody))
    return replace(
        change,
        value=None if change.value is None else whole_value(change.value, where),
        note=None if change.note is None else clean_text(change.note, f"The note of {where}"),
        dissent=(
            None
            if change.dissent is None
            else clean_text(change.dissent, f"The dissent of {where}")
        ),
    )


def whole_value(value: Value, where: str) -> Value:
    """The value with only what its state needs; WrongUse when something is missing."""
    reason = clean_text(value.reason, f"The reason of {where}")
    match value.state:
        case State.LEVEL:
            if value.level not in LEVELS or isinstance(value.level, bool):
                raise WrongUse(
                    f"{where}: a level is a whole number from 0 to 5, not {value.level!r}."
                )
            return Value(State.LEVEL, value.level)
        case State.NOT_APPLICABLE:
            if not reason:
                raise WrongUse(f"{where}: say why it is not applicable; a reason is required.")
            return Value(State.NOT_APPLICABLE, reason=reason)
        case State.PROVIDED_BY:
            if value.provider is None:
                raise WrongUse(f"{where}: name the organisation that provides it.")
            return Value(State.PROVIDED_BY, provider=value.provider, reason=reason)
        case _:
            return Value(value.state)


def changed(answer: Answer, change: Change) -> Answer:
    """The answer after the change."""
    return replace(
        answer,
        value=answer.value if change.value is None else change.value,
        note=answer.note if change.note is None else change.note,
        dissent=answer.dissent if change.dissent is None else change.dissent,
        parked=answer.parked if change.parked is None else change.parked,
    )


def with_changes(before: Assessment, changes: Mapping[PairId, Change]) -> Assessment:
    """The assessment as it will be."""
    answers = dict(before.answers)
    for pair, change in changes.items():
        answers[pair] = changed(answers.get(pair, Answer(*pair)), change)
    return replace(before, answers=answers)


def change_edits(before: Assessment, pair: PairId, change: Change) -> list[Edit]:
    """The edits that carry out a change; evidence that is already there is not added again."""
    old, empty = before.answers.get(pair), Answer(*pair)
    new = answer_fields(changed(old or empty, change))
    if old is not None:
        was = answer_fields(old)
        edits = [Edit("answer", pair, f, was[f], new[f]) for f in new if was[f] != new[f]]
    elif new != answer_fields(empty):
        edits = [Edit("answer", pair, WHOLE_ROW, None, new)]
    else:
        edits = []
    held = {(e.grade, e.title) for e in before.evidence if (e.capability, e.organisation) == pair}
    for piece in change.evidence:
        made = replace(checked_evidence(before.checklist, piece.of(pair)), id=short_id("ev"))
        if (made.grade, made.title) not in held:
            held.add((made.grade, made.title))
            edits.append(Edit("evidence", (made.id,), WHOLE_ROW, None, evidence_fields(made)))
    return edits


def changes_label(before: Assessment, changes: Mapping[PairId, Change]) -> str:
    """The label of a batch: "REC-06 for Riverside Trust: 2 → 3", "GOV-01 for 3 organisations"."""
    names = {o.id: o.name for o in before.organisations}
    if len(changes) == 1:
        ((pair, change),) = changes.items()
        return f"{pair[0]} for {names[pair[1]]}: {_what(before, pair, change)}"
    capabilities, organisations = {c for c, _ in changes}, {o for _, o in changes}
    if len(capabilities) == 1:
        return f"{next(iter(capabilities))} for {plural(len(organisations), 'organisation')}"
    answers = plural(len(changes), "answer")
    if len(organisations) == 1:
        return f"{answers} for {names[next(iter(organisations))]}"
    return f"{answers} for {plural(len(organisations), 'organisation')}"


def _what(before: Assessment, pair: PairId, change: Change) -> str:
    """What a change does to one pair, in few words."""
    was = before.answers.get(pair, Answer(*pair))
    now = changed(was, change)
    if now.value != was.value:
        return _value_words(before, was.value, now.value)
    if now.parked != was.parked:
        return "parked" if now.parked else "taken up again"
    if now.dissent != was.dissent:
        return "dissent"
    return "note" if now.note != was.note else "evidence"


def _value_words(before: Assessment, old: Value, new: Value) -> str:
    names = {o.id: o.name for o in before.organisations}
    was, now = short_value(old, names), short_value(new, names)
    return f"{was} → {now}" if was != now else f"{now}, another reason"
