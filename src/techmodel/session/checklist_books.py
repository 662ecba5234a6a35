"""Workbooks of checklists for the window: saving one, and looking at one before it is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.errors import BadInput
from techmodel.session.content import built_in_checklist
from techmodel.session.learning import guide_for

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
