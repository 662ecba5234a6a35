"""Workbooks of checklists for the window: saving one, and looking at one before it is used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from techmodel.core.errors import BadInput
from techmodel.session.checklist_update import caught_up
from techmodel.session.content import built_in_checklist, whole_checklist
from techmodel.session.learning import guide_for
from techmodel.settings import built_in_folder
from techmodel.wording.checklist_books import clash_notes, do_not_fit

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.checklist import Checklist, DomainId


@dataclass(frozen=True, slots=True)
class ChecklistBook:
    """A workbook that was read: its checklist, or everything that is wrong with it.

    Attributes:
        path: the workbook.
        checklist: what it holds, with what it hides; None while anything is wrong.
        notes: sentences about what was filled in or not read.
        problems: a sentence for each fault, with sheet, row and column; none where all is well.
        guided: the domains that a guide of the program is shown for.
    """

    path: Path
    checklist: Checklist | None = None
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    guided: tuple[DomainId, ...] = ()


class Older(NamedTuple):
    """An own version that is to be brought up to date.

    `base` is the workbook or folder that it was made from, `to` the workbook to write.
    """

    own: Checklist
    base: Path
    to: Path


def bring_up_to_date(older: Older) -> ChecklistBook:
    """Bring an own version up to the program's checklist, as a workbook of its own.

    What it changed since `base` stays; what both changed is told in the notes.

    Raises:
        BadInput: `base` is no checklist, or the versions do not fit together.
        ExportFailed: as `save_book`.
    """
    base, newer = whole_checklist(older.base), whole_checklist(built_in_folder())
    try:
        found = caught_up(base, older.own, newer)
    except BadInput as error:
        raise BadInput(do_not_fit(error.problems), error.problems) from error
    book = read_book(save_book((found.checklist, older.to)))
    return replace(book, notes=(*clash_notes(found.clashes), *book.notes))


def read_book(path: Path) -> ChecklistBook:
    """Read a workbook; it takes a third of a second and more, so it belongs into the background.

    Raises:
        OSError: the system cannot read it.
    """
    from techmodel.importing.checklist_workbook import read_checklist_workbook

    try:
        found = read_checklist_workbook(path)
    except BadInput as error:
        return ChecklistBook(path, problems=error.problems)
    guided = tuple(row.id for row in found.checklist.domains if guide_for(row.id))
    return ChecklistBook(path, found.checklist, found.notes, guided=guided)


def save_book(what: tuple[Checklist | None, Path]) -> Path:
    """Write a checklist, or the one that comes with the program for None, as a workbook.

    Returns:
        where it is.

    Raises:
        ExportFailed: it could not be written; what was there is unchanged.
    """
    from techmodel.export.checklist_book import write_checklist_workbook

    checklist, path = what
    write_checklist_workbook(checklist or built_in_checklist(), path)
    return path
