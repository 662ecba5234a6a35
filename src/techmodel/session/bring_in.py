"""Bringing organisations of another assessment in as new ones, with all recorded of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from techmodel.core.answers import NOT_ANSWERED, Answer, State
from techmodel.core.errors import Refused, WrongUse
from techmodel.core.journal import WHOLE_ROW, BatchKind, Edit
from techmodel.core.same_names import free_name
from techmodel.core.tables import answer_fields, evidence_fields, organisation_fields, value_json
from techmodel.session.bring_in_integration import integration_edits, services_of
from techmodel.session.ids import short_id
from techmodel.session.noun import known_organisation
from techmodel.session.organisations import Newcomer, make_organisations
from techmodel.wording.merging import brought_in_label, provided_elsewhere

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from techmodel.core.answers import Evidence
    from techmodel.core.assessment import Assessment
    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.session.merging import Other
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched


@dataclass(frozen=True, slots=True)
class Guest:
    """An organisation of another assessment that could be brought in.

    Attributes:
        organisation: what it is there.
        name: what it would be called here.
        answers: how many of its answers are about capabilities of our checklist.
        evidence: how many pieces of evidence would come along.
        services: for how many services it would come along how far it is with them.
        left_out: how many of its answers are about other capabilities, and would be left out.
        came: the UTC ISO time at which one of this name came in from a file of this name and
            stayed; "" for never.
    """

    organisation: Organisation
    name: str
    answers: int
    evidence: int
    left_out: int
    came: str = ""
    services: int = 0


def newcomers_of(session: Session, other: Other) -> tuple[Guest, ...]:
    """The organisations of another file, in its order, with what would come with each."""
    ours, theirs = session.assessment(), other.session.assessment()
    used = {o.name.casefold() for o in ours.organisations}
    came = _came(session, other)
    known = {o.id for o in theirs.organisations}
    served = Counter(o.organisation for o in services_of(ours, other.session, known))
    guests = (_guest(ours, theirs, o, used) for o in theirs.organisations)
    return tuple(
        replace(g, came=came.get(g.organisation.name, ""), services=served[g.organisation.id])
        for g in guests
    )


def _came(session: Session, other: Other) -> dict[str, str]:
    """When organisations came in from a file of this name and stayed, by their names there."""
    present = {str(o.id) for o in session.assessment().organisations}
    found: dict[str, str] = {}
    for batch in session.batches():
        if batch.kind is not BatchKind.IMPORT or f" from '{other.name}' joined" not in batch.label:
            continue
        for edit in batch.edits:
            if edit.table == "organisation" and edit.key[0] in present:
                found |= dict.fromkeys(_names_of(edit), batch.at)
    return found


def _names_of(edit: Edit) -> tuple[str, ...]:
    """What an organisation that came in may be called there: as here, or without its number."""
    name = str(edit.new["name"]) if isinstance(edit.new, dict) else ""
    return name, re.sub(r" \(?\d+\)?$", "", name)


def _guest(
    ours: Assessment, theirs: Assessment, organisation: Organisation, used: Container[str]
) -> Guest:
    given = [
        ours.checklist.capability(capability) is not None
        for (capability, who), answer in theirs.answers.items()
        if who == organisation.id and answer.value != NOT_ANSWERED
    ]
    pieces = [e for e in theirs.evidence if e.organisation == organisation.id]
    return Guest(
        organisation,
        free_name(organisation.name, used),
        sum(given),
        sum(_comes_along(ours, piece) for piece in pieces),
        len(given) - sum(given),
    )


def bring_in(session: Session, other: Other, organisations: Sequence[OrganisationId]) -> Touched:
    """Bring organisations of another assessment in as new ones, as one batch of kind import.

    They get new ids, and a number after their name where it is taken. With them come their
    answers and evidence as far as our checklist knows capability and grade, how far they are with
    services it knows, and the flows between those that come in. An answer provided by an
    organisation that does not come along is not answered here; its note says by whom.

    Args:
        session: the assessment they come into.
        other: the file they come from.
        organisations: their ids there.

    Raises:
        Refused: the file is a copy of this very assessment, which is merged instead.
        WrongUse: an unknown organisation, one whose kind our checklist does not have, none, or
            too many.
    """
    ours, theirs = session.assessment(), other.session.assessment()
    if ours.id == theirs.id:
        raise Refused(
            f"'{other.name}' is a copy of this assessment. Merge it: to bring its organisations "
            "in as new ones would have them twice."
        )
    if not organisations:
        raise WrongUse("Say which organisations to bring in.")
    chosen = [known_organisation(theirs, id_) for id_ in dict.fromkeys(organisations)]
    made = _made(ours, chosen)
    ids = {old.id: new.id for old, new in zip(chosen, made, strict=True)}
    edits = [
        *(Edit("organisation", (o.id,), WHOLE_ROW, None, organisation_fields(o)) for o in made),
        *_answers(ours, other, ids),
        *integration_edits(ours, other.session, ids),
    ]
    counts = [sum(e.table == table for e in edits) for table in ("flow", "onboarding")]
    answers = sum(map(_is_answered, edits))
    label = brought_in_label([o.name for o in made], other.name, answers, *counts)
    return session.apply(edits, label, kind=BatchKind.IMPORT)


def _made(ours: Assessment, chosen: Sequence[Organisation]) -> list[Organisation]:
    """The organisations as they are called here; one that has left has left here too."""
    used = {o.name.casefold() for o in ours.organisations}
    short = {o.short_name.casefold() for o in ours.organisations}
    newcomers = []
    for organisation in chosen:
        name = free_name(organisation.name, used)
        used.add(name.casefold())
        kept = organisation.short_name if organisation.short_name.casefold() not in short else ""
        short.add(kept.casefold())
        newcomers.append(Newcomer(name, organisation.kind, organisation.weight, kept))
    made = make_organisations(ours.checklist, newcomers, ours.organisations)
    return [replace(new, in_scope=old.in_scope) for old, new in zip(chosen, made, strict=True)]


def _answers(
    ours: Assessment, other: Other, ids: Mapping[OrganisationId, OrganisationId]
) -> Iterator[Edit]:
    """What makes the answers and the evidence of some organisations, under their new ids."""
    theirs = other.session.assessment()
    for (capability, who), answer in theirs.answers.items():
        if who in ids and ours.checklist.capability(capability):
            row = answer_fields(_own(answer, other, ids))
            yield Edit("answer", (capability, ids[who]), WHOLE_ROW, None, row)
    for piece in theirs.evidence:
        if piece.organisation in ids and _comes_along(ours, piece):
            new = replace(piece, id=short_id("ev"), organisation=ids[piece.organisation])
            yield Edit("evidence", (new.id,), WHOLE_ROW, None, evidence_fields(new))


def _is_answered(edit: Edit) -> bool:
    """Whether an edit makes an answer that says something."""
    row = edit.new if edit.table == "answer" else None
    return isinstance(row, dict) and row["value"] != value_json(NOT_ANSWERED)


def _comes_along(ours: Assessment, piece: Evidence) -> bool:
    """Whether our checklist knows what a piece of evidence is about, and its grade."""
    grades = {g.grade for g in ours.checklist.scoring.evidence_grades}
    return ours.checklist.capability(piece.capability) is not None and piece.grade in grades


def _own(answer: Answer, other: Other, ids: Mapping[OrganisationId, OrganisationId]) -> Answer:
    """An answer that names nobody who does not come along."""
    value = answer.value
    if value.state is not State.PROVIDED_BY or value.provider is None:
        return answer
    if value.provider in ids:
        return replace(answer, value=replace(value, provider=ids[value.provider]))
    provider = known_organisation(other.session.assessment(), value.provider).name
    said = provided_elsewhere(provider, value.reason)
    note = f"{answer.note}\n{said}" if answer.note else said
    return replace(answer, value=NOT_ANSWERED, note=note)
