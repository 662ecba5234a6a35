"""Making a new assessment, and the sample."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from techmodel.core.errors import WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.tables import organisation_fields
from techmodel.session.content import pack
from techmodel.session.ids import uuid7
from techmodel.session.organisations import Newcomer, make_organisations
from techmodel.session.scope import checked_setting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from techmodel.core.checklist import CareModelId, Checklist, DomainId
    from techmodel.core.journal import Json
    from techmodel.store.working_file import Document


@dataclass(frozen=True, slots=True)
class Draft:
    """A new assessment as a person describes it, before anything is written."""

    title: str
    checklist: Checklist
    organisations: Sequence[Newcomer]
    care_models: Sequence[CareModelId]
    lead: str = ""
    threshold: float | None = None
    domains_out: Sequence[DomainId] = field(default=())


def first_edits(draft: Draft) -> tuple[Edit, ...]:
    """The edits that make the assessment.

    Raises:
        WrongUse: no title, no organisation, no care model, or a value out of its range.
    """
    if not draft.organisations:
        raise WrongUse("An assessment needs at least one organisation.")
    if not draft.care_models:
        raise WrongUse("An assessment needs at least one care model, which sets the targets.")
    id_, content = pack(draft.checklist)
    return (
        Edit("checklist", (id_,), WHOLE_ROW, None, {"content": content}),
        *(_setting(name, value) for name, value in _settings(draft, id_).items()),
        *(
            Edit("organisation", (o.id,), WHOLE_ROW, None, organisation_fields(o))
            for o in make_organisations(draft.checklist, draft.organisations)
        ),
    )


def _settings(draft: Draft, checklist_id: str) -> dict[str, Json]:
    threshold = draft.threshold
    if threshold is None:
        threshold = draft.checklist.scoring.default_threshold
    given: dict[str, Json] = {
        "title": draft.title,
        "lead": draft.lead,
        "care_models": [str(m) for m in draft.care_models],
        "threshold": threshold,
        "domains_out": [str(d) for d in draft.domains_out],
    }
    checked = {n: checked_setting(draft.checklist, n, v) for n, v in given.items()}
    return {**checked, "checklist": checklist_id}


def _setting(name: str, value: Json) -> Edit:
    return Edit("setting", (name,), WHOLE_ROW, None, {"value": value})


def create_document(
    file: Path, work: Path, draft: Draft, *, force: bool, role: str = ""
) -> Document:
    """A new document holding the drafted assessment, not yet published.

    Raises:
        WrongUse: as `first_edits`.
        Refused: the file exists and `force` is not given.
        FileProblem: the place cannot be written.
    """
    from techmodel.session.session import Session, utc_now
    from techmodel.store.working_file import Document

    edits = first_edits(draft)
    document = Document.create(file, work, uuid7(utc_now()), force=force, role=role)
    try:
        Session(document.file, document).apply(edits, "Assessment made")
    except BaseException:
        document.close(publish=False)
        raise
    return document
