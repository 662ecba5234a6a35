"""Merging the file of another room, and bringing in organisations of another assessment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.errors import DamagedFile, OtherAssessment, Refused, WrongUse
from techmodel.core.merge import changes_nothing, compare, merged_edits
from techmodel.core.merge_parts import Choice, Side
from techmodel.core.tables import value_json, value_of
from techmodel.session.bring_in import Guest, bring_in, newcomers_of
from techmodel.session.changes import Change, whole_change
from techmodel.session.noun import clean_text
from techmodel.session.organisations import MAX_ORGANISATIONS
from techmodel.wording.merging import merge_label, unsettled_words
from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from techmodel.core.journal import Edit, Json
    from techmodel.core.merge_parts import Merge, RowKey, Same
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched

    Settled = Choice | Mapping[str, Json]
    Choices = Mapping[RowKey, Settled]

__all__ = [
    "Guest",
    "Other",
    "bring_in",
    "choices_by_rule",
    "find_merge",
    "merge",
    "newcomers_of",
    "read_other",
    "side_of",
]


@dataclass(frozen=True, slots=True)
class Other:
    """The file of another room: a verified picture in memory; the file is never written to."""

    path: Path
    session: Session

    @property
    def name(self) -> str:
        """The name of the file, on one line."""
        return " ".join(clean_text(self.path.name, "The name of the file").split())


def read_other(path: Path) -> Other:
    """The file of another room, as it was last published.

    Raises:
        FileProblem: it is not there, not ours, newer, damaged or cannot be read.
    """
    from techmodel.session.session import Session
    from techmodel.store.working_file import read_document

    session = Session(read_document(path))
    try:
        session.gaps()
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise DamagedFile(
            f"'{path.name}' is damaged: what it holds makes no sense. We have not changed it."
        ) from error
    return Other(path, session)


def side_of(session: Session) -> Side:
    """The whole story of an open assessment."""
    return Side(session.batches(), session.tables(), session.taken())


def find_merge(session: Session, other: Other, same: Mapping[str, Same] | None = None) -> Merge:
    """What merging the other file into ours comes to.

    Args:
        session: the assessment that is merged into.
        other: the file of another room.
        same: whether organisations added on both sides under one name are one or two, by the id
            in the other file.

    Raises:
        OtherAssessment: it is no copy of this assessment.
    """
    _check_same_assessment(session, other)
    return compare(side_of(session), side_of(other.session), same)


def choices_by_rule(merge: Merge, choice: Choice) -> dict[RowKey, Choice]:
    """Every conflict settled alike."""
    return {conflict.row: choice for conflict in merge.conflicts}


def merge(
    session: Session,
    other: Other,
    choices: Choices,
    same: Mapping[str, Same] | None = None,
) -> Touched:
    """Merge the other file into ours, as one batch that one undo takes back.

    Args:
        session: the assessment that is merged into.
        other: the file of another room.
        choices: how each conflict is settled, by its row.
        same: as in `find_merge`.

    Raises:
        OtherAssessment: it is no copy of this assessment.
        Refused: a conflict or a same name is not settled, or there would be too many
            organisations.
        WrongUse: a value given in place of both is not one of its field.
    """
    found = find_merge(session, other, same)
    if found.same_names or any(c.row not in choices for c in found.conflicts):
        raise Refused(unsettled_words(found, choices))
    if changes_nothing(found):
        return session.look_again()
    checked = {c.row: _checked(session, c.row, choices[c.row]) for c in found.conflicts}
    edits = merged_edits(side_of(session), side_of(other.session), checked, same)
    _check_room(session, edits)
    settled = len(found.conflicts) + len(same or {})
    label = merge_label(other.name, found, settled)
    return session.take_over(edits, label, found.taken)


def _check_same_assessment(session: Session, other: Other) -> None:
    """Refuse a file that is no copy of this assessment."""
    theirs = other.session.assessment()
    if theirs.id != session.assessment().id:
        raise OtherAssessment(
            f"'{other.name}' is another assessment (“{theirs.title}”), not a copy of this one, so "
            "the two cannot be merged. You can bring its organisations in as new ones instead."
        )


def _checked(session: Session, row: RowKey, choice: Settled) -> Settled:
    """The choice; other values given for an answer are judged as if a person had typed them."""
    if isinstance(choice, Choice) or row[0] != "answer":
        return choice
    if not choice.keys() <= {"value", "note", "dissent", "parked"}:
        raise WrongUse(f"An answer does not have all of {join_words(sorted(choice))}.")
    given = {**choice, "value": value_of(choice["value"])} if "value" in choice else choice
    change = whole_change(session.assessment().checklist, Change(**given), row[1][0])
    fields = {name: getattr(change, name) for name in choice}
    return {n: value_json(v) if n == "value" else v for n, v in fields.items()}


def _check_room(session: Session, edits: Sequence[Edit]) -> None:
    """Refuse more organisations than an assessment can hold."""
    joining = sum(
        (e.old is None) - (e.new is None)
        for e in edits
        if e.table == "organisation" and e.field == "*"
    )
    total = len(session.assessment().organisations) + joining
    if total > MAX_ORGANISATIONS and joining > 0:
        raise Refused(
            f"Together the two files have {total} organisations; an assessment can hold "
            f"{MAX_ORGANISATIONS} at most. Nothing was changed."
        )
