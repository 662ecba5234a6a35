"""Bringing back a workbook that was exported and edited: what it changes, and taking it over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from techmodel.core.errors import BadInput, Refused
from techmodel.core.journal import BatchKind
from techmodel.core.plan_sheets import BENEFITS, PLAN
from techmodel.core.returning import compare
from techmodel.core.returning_final import NOTHING_SETTLED, final_rows, open_conflicts
from techmodel.core.returning_lists import LISTINGS
from techmodel.core.returning_new import new_ids
from techmodel.session.returning_base import Base, Beginning, find_base
from techmodel.session.returning_edits import edits_of
from techmodel.session.returning_judge import find_troubles
from techmodel.session.returning_words import words_of
from techmodel.wording import returning as wording
from techmodel.wording.returning_lines import Naming

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from techmodel.core.merge_parts import Choice
    from techmodel.core.returning import Change, Found
    from techmodel.core.returning_final import Settled
    from techmodel.core.returning_parts import Content, ListBack, Returned, RowId, Trouble, Values
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched

    Rows = Mapping[str, Mapping[str, Values | None]]

__all__ = [
    "Base",
    "Beginning",
    "Comeback",
    "find_base",
    "find_comeback",
    "naming_of",
    "read_returned",
    "settle_all",
    "take",
    "without_wrong",
]


@dataclass(frozen=True, slots=True)
class Comeback:
    """What a workbook that came back comes to, as far as a person has settled it.

    Attributes:
        returned: the workbook; of the sheets that are not there, only those that have rows here.
        base: what it is compared with.
        found: what each sheet comes to, in the order of the sheets.
        rows: what the rows that change hold afterwards, by sheet and id.
        troubles: everything that cannot be taken; nothing is written while there is any.
        open: conflicts that nobody has settled.
    """

    returned: Returned
    base: Base
    found: tuple[Found, ...]
    rows: Rows
    troubles: tuple[Trouble, ...]
    open: tuple[Change, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """What is taken without asking."""
        return tuple(c for found in self.found for c in found.changes)

    @property
    def conflicts(self) -> tuple[Change, ...]:
        """What was changed in the workbook and, otherwise, here."""
        return tuple(c for found in self.found for c in found.conflicts)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take, to ask or to say is wrong."""
        asks = any(f.conflicts or f.gone or f.added or f.changes for f in self.found)
        return not asks and not self.troubles


def read_returned(path: Path) -> Returned:
    """What an edited workbook says; it takes a third of a second and more.

    Raises:
        BadInput: it is not a workbook we read; nothing was changed.
    """
    from techmodel.importing.plan_workbook import read_returned as read

    return read(path)


def find_comeback(
    session: Session, returned: Returned, base: Base, settled: Settled = NOTHING_SETTLED
) -> Comeback:
    """What a workbook comes to; nothing is changed.

    Args:
        session: the open assessment.
        returned: the workbook.
        base: what it is compared with, of this very revision.
        settled: what a person has decided so far.

    Raises:
        BadInput: it holds none of the sheets that can come back.
    """
    if not returned.lists:
        raise BadInput(wording.no_sheets(returned.file))
    lists = {title: _left(back, settled.left_out) for title, back in returned.lists.items()}
    ids: dict[RowId, str] = {}
    plain = words_of(session, base, {})
    for listing in LISTINGS:
        if listing.initial and listing.title in lists:
            ids |= new_ids(listing, lists[listing.title], base.then[listing.title], plain)
    words = words_of(session, base, _names(lists, ids))
    found = tuple(
        compare(
            listing,
            lists[listing.title],
            (base.then[listing.title], base.now[listing.title]),
            words,
            ids,
        )
        for listing in LISTINGS
        if listing.title in lists
    )
    rows = {f.listing.title: final_rows(base.now[f.listing.title], f, settled) for f in found}
    typed = tuple(t for f in found for t in f.troubles)
    judged = find_troubles(session, base, found, rows)
    open_ = tuple(c for f in found for c in open_conflicts(f, settled))
    absent = tuple(t for t in returned.absent if base.then[t])
    seen = replace(returned, absent=absent)
    return Comeback(seen, base, found, rows, (*typed, *judged), open_)


def naming_of(session: Session) -> Naming:
    """The names behind the ids of an assessment."""
    assessment = session.assessment()
    return Naming(assessment.checklist, {o.id: o.name for o in assessment.organisations})


def settle_all(comeback: Comeback, choice: Choice) -> dict[tuple[RowId, str], Choice]:
    """Every conflict settled alike."""
    return {change.id: choice for change in comeback.conflicts}


def without_wrong(session: Session, returned: Returned, base: Base, settled: Settled) -> Settled:
    """The same decisions, with every row left out that holds a cell that cannot be taken.

    Rows that then hold such a cell themselves, because they speak of one that is left out, are
    left out too.
    """
    while True:
        found = find_comeback(session, returned, base, settled)
        wrong = frozenset(t.row for t in found.troubles)
        if wrong <= settled.left_out:
            return settled
        settled = replace(settled, left_out=settled.left_out | wrong)


def take(session: Session, returned: Returned, settled: Settled) -> Touched:
    """Take over what a workbook changes, as one batch that one undo takes back.

    Args:
        session: the open assessment.
        returned: the workbook.
        settled: what a person decided; every conflict is settled.

    Raises:
        BadInput: something cannot be taken; `problems` names every cell.
        Refused: a conflict is not settled, or it is another assessment's workbook.
    """
    comeback = find_comeback(session, returned, find_base(session, returned), settled)
    if comeback.troubles:
        raise BadInput(*wording.all_troubles(comeback.returned.file, comeback.troubles))
    if comeback.open:
        raise Refused(wording.unsettled_words(len(comeback.open)))
    edits = edits_of(session, comeback.base, comeback.rows)
    label = wording.batch_label(returned.file, comeback.found, settled)
    return session.apply(edits, label, kind=BatchKind.IMPORT)


def _left(back: ListBack, left_out: frozenset[RowId]) -> ListBack:
    """A sheet without the rows that a person has left out."""
    passed = frozenset(e.id for e in back.entries if e.key in left_out and e.id)
    entries = tuple(e for e in back.entries if e.key not in left_out)
    return replace(back, entries=entries, passed=passed)


def _names(lists: Mapping[str, ListBack], ids: Mapping[RowId, str]) -> dict[str, dict[str, str]]:
    """The names of new projects and elements by the id they get, by sheet."""
    names: dict[str, dict[str, str]] = {PLAN.title: {}, BENEFITS.title: {}}
    columns: Mapping[str, Content] = {PLAN.title: "project", BENEFITS.title: "name"}
    for title, named in names.items():
        for entry in lists[title].entries if title in lists else ():
            if entry.key in ids:
                named[ids[entry.key]] = entry.said(columns[title])
    return names
