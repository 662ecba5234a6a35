"""Evidence: what supports an answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from techmodel.core.answers import Evidence
from techmodel.core.errors import WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.tables import evidence_fields
from techmodel.session.ids import short_id
from techmodel.session.noun import (
    Noun,
    clean_name,
    clean_text,
    known_capability,
    known_organisation,
)

if TYPE_CHECKING:
    from techmodel.core.checklist import CapabilityId, Checklist
    from techmodel.core.organisations import OrganisationId
    from techmodel.session.touched import Touched


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence as a person gives it, before it has an id."""

    grade: str
    title: str
    date: str = ""
    where: str = ""

    def of(self, pair: tuple[CapabilityId, OrganisationId]) -> Evidence:
        """The same as evidence of a pair, still without an id."""
        return Evidence("", *pair, self.grade, self.title, self.date, self.where)


class EvidenceNotes(Noun):
    """The verbs of evidence."""

    def add(self, evidence: Evidence) -> Touched:
        """Add a piece of evidence; its id is made here, whatever it holds.

        Raises:
            WrongUse: unknown pair, grade not in the checklist, no title, a date that is not ISO.
        """
        made = replace(self._checked(evidence), id=short_id("ev"))
        edit = Edit("evidence", (made.id,), WHOLE_ROW, None, evidence_fields(made))
        return self._session.apply([edit], f"{self._where(made)}: evidence {made.grade} added")

    def change(self, evidence: Evidence) -> Touched:
        """Change the piece of evidence with this id. Raises as `add`, and for an unknown id."""
        old, new = self._known(evidence.id), self._checked(evidence)
        before, after = evidence_fields(old), evidence_fields(new)
        edits = [Edit("evidence", (old.id,), f, before[f], after[f]) for f in before]
        return self._session.apply(edits, f"{self._where(new)}: evidence changed")

    def remove(self, id: str) -> Touched:  # noqa: A002 - the field's name
        """Take a piece of evidence away; undo brings it back."""
        old = self._known(id)
        edit = Edit("evidence", (old.id,), WHOLE_ROW, evidence_fields(old), None)
        return self._session.apply([edit], f"{self._where(old)}: evidence removed")

    def _known(self, id: str) -> Evidence:  # noqa: A002
        for evidence in self._assessment.evidence:
            if evidence.id == id:
                return evidence
        raise WrongUse("That piece of evidence is not there any more.")

    def _checked(self, evidence: Evidence) -> Evidence:
        assessment = self._assessment
        known_capability(assessment, evidence.capability)
        known_organisation(assessment, evidence.organisation)
        return checked_evidence(assessment.checklist, evidence)

    def _where(self, evidence: Evidence) -> str:
        name = known_organisation(self._assessment, evidence.organisation).name
        return f"{evidence.capability} for {name}"


def checked_evidence(checklist: Checklist, evidence: Evidence) -> Evidence:
    """The evidence with clean texts; WrongUse when grade, title or date are not right."""
    grades = [g.grade for g in checklist.scoring.evidence_grades]
    grade = evidence.grade.strip().upper()
    if grade not in grades:
        raise WrongUse(
            f"The grade of evidence is one of {', '.join(grades)}, not {evidence.grade!r}."
        )
    day = evidence.date.strip()
    if day:
        try:
            date.fromisoformat(day)
        except ValueError as error:
            raise WrongUse(
                f"The date of evidence must be like 2026-11-24, not {day!r}."
            ) from error
    title = clean_name(evidence.title, "The title of the evidence")
    return replace(
        evidence,
        grade=grade,
        title=title,
        date=day,
        where=clean_text(evidence.where, "Where", 1000),
    )


def parse_evidence(text: str) -> Piece:
    """GRADE:TITLE as on the command line (design.md 9); WrongUse says the shape."""
    grade, colon, title = text.partition(":")
    if not colon or not title.strip():
        raise WrongUse(f'{text!r} must be GRADE:TITLE, for example "A:Usage log, October".')
    return Piece(grade.strip(), title.strip())
