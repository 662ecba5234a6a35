"""Commands about versions of the checklist: export, import and update-checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from techmodel.cli.checklist import checklist, counts
from techmodel.cli.make import ENDING
from techmodel.cli.opening import FILE, PATH, reading, writing, writing_verb
from techmodel.core.errors import BadInput, WrongUse
from techmodel.session.content import WORKBOOK, checklist_from, whole_checklist
from techmodel.settings import built_in_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from techmodel.cli.opening import Opening
    from techmodel.core.checklist import Checklist
    from techmodel.session.session import Session

_GUIDES = "Guides stay with the program: it shows them for domains that have the ids of its own."
_SAME = "Nothing to change: it has this version already."
_DRY = "Nothing was written: this was a dry run."


@checklist.command(
    "export",
    help="Write the whole checklist as the workbook OUT.xlsx, to be edited and brought back with "
    "`checklist import`: a sheet for each of its tables, with drop-downs and notes.",
    short_help="The whole checklist as a workbook to edit.",
)
@click.argument("out", type=PATH, metavar="OUT.xlsx")
@click.option(
    "--checklist",
    "source",
    type=PATH,
    metavar="DIR|FILE",
    help="A checklist folder, or an assessment with its own, instead of the built-in one.",
)
@click.option("--force", is_flag=True, help="Replace an existing file.")
def export(out: Path, source: Path | None, *, force: bool) -> None:
    """Write the workbook of a checklist."""
    from techmodel.export.checklist_book import write_checklist_workbook
    from techmodel.session.exports import check_free

    _check_workbook(out)
    check_free(out, force=force)
    found = _exported(source)
    write_checklist_workbook(found, out)
    click.echo(f"Exported '{out.name}': {counts(found)}.")


def _exported(source: Path | None) -> Checklist:
    """The checklist of a folder, of an assessment, or the built-in one."""
    if source is None or source.suffix.lower() != ENDING:
        return whole_checklist(source or built_in_folder())
    with reading(source) as session:
        return session.assessment().checklist


@checklist.command(
    "import",
    help="Make a checklist folder from IN.xlsx, a workbook as `checklist export` writes it. "
    "Everything that is wrong is listed by sheet, row and column; nothing is written while "
    "anything is. DIR may then be given to `new --checklist` and `update-checklist`.",
    short_help="Make a checklist folder from a workbook.",
)
@click.argument("workbook", type=PATH, metavar="IN.xlsx")
@click.option("--to", "folder", type=PATH, required=True, metavar="DIR", help="Where to.")
@click.option("--dry-run", is_flag=True, help="Only list what is wrong or would change.")
@click.option("--force", is_flag=True, help="Replace a checklist that is there.")
def import_(workbook: Path, folder: Path, *, dry_run: bool, force: bool) -> None:
    """Make a checklist folder from a workbook."""
    from techmodel.importing.checklist_workbook import read_checklist_workbook
    from techmodel.session.checklist_folder import check_place, write_checklist_folder

    _check_workbook(workbook)
    try:
        found = read_checklist_workbook(workbook)
    except BadInput as error:
        for problem in error.problems:
            if problem != str(error):
                click.echo(problem)
        raise BadInput(str(error)) from error
    check_place(folder, force=force or dry_run)
    for note in found.notes:
        click.echo(note)
    if dry_run:
        there = folder.is_dir() and any(folder.iterdir())
        old = whole_checklist(folder if there else built_in_folder())
        for line in _changes(old, found.checklist):
            click.echo(line)
        click.echo(_DRY)
    else:
        write_checklist_folder(found.checklist, folder, force=force)
        click.echo(f"Written to '{folder}': {counts(found.checklist)}.")
        click.echo(_GUIDES)


def _changes(old: Checklist, new: Checklist) -> Iterator[str]:
    """What becomes of every capability from one version to another."""
    from collections import Counter

    from techmodel.core.checklist_update import compare_checklists
    from techmodel.wording.checklist_update import update_lines

    return update_lines(old, new, compare_checklists(old, new), Counter())


@checklist.command(
    "catch-up",
    help="Bring your own version OWN, a folder or workbook, up to a newer version of the "
    "checklist, and write it to DIR. OLD is the version that yours was made from: what you "
    "changed since then stays, all else becomes as in the newer version. Where both changed the "
    "same, yours stays and is listed.",
    short_help="Bring your own version up to a newer checklist.",
)
@click.argument("own", type=PATH, metavar="OWN")
@click.option("--since", "old", type=PATH, required=True, metavar="OLD", help="What it came from.")
@click.option(
    "--with",
    "newer",
    type=PATH,
    metavar="NEW",
    help="The newer version; the built-in one unless given.",
)
@click.option("--to", "folder", type=PATH, required=True, metavar="DIR", help="Where to.")
@click.option("--dry-run", is_flag=True, help="Only list what would change.")
@click.option("--force", is_flag=True, help="Replace a checklist that is there.")
def catch_up_(
    own: Path, old: Path, newer: Path | None, folder: Path, *, dry_run: bool, force: bool
) -> None:
    """Bring an own version up to a newer one."""
    from techmodel.session.checklist_folder import check_place, write_checklist_folder
    from techmodel.session.checklist_update import caught_up
    from techmodel.wording.checklist_update import clash_lines

    before = whole_checklist(own)
    found = caught_up(whole_checklist(old), before, whole_checklist(newer or built_in_folder()))
    check_place(folder, force=force or dry_run)
    for line in (*_changes(before, found.checklist), *clash_lines(found.clashes)):
        click.echo(line)
    if dry_run:
        click.echo(_DRY)
    else:
        write_checklist_folder(found.checklist, folder, force=force)
        click.echo(f"Written to '{folder}': {counts(found.checklist)}.")


@click.command(
    "update-checklist",
    help="Take another version of the checklist into FILE: the built-in one, or one from a folder "
    "or workbook. It lists what is kept, reworded, new, gone and renamed. Answers stay: those of "
    "renamed capabilities follow, those of capabilities that are gone are kept and not counted. "
    "One `undo` takes it back.",
    short_help="Take another version of the checklist.",
)
@FILE
@click.option(
    "--from",
    "--checklist",
    "source",
    type=PATH,
    metavar="DIR|XLSX",
    help="A checklist folder or workbook instead of the built-in one.",
)
@click.option("--dry-run", is_flag=True, help="Only list what would change.")
@writing_verb
def update_checklist(file: Path, source: Path | None, opening: Opening, *, dry_run: bool) -> None:
    """Take another version of the checklist into a file."""
    from techmodel.session.checklist_update import preview_update, take_update
    from techmodel.wording.checklist_update import own_gone

    new = checklist_from(source or built_in_folder())
    opened: AbstractContextManager[Session] = reading(file) if dry_run else writing(file, opening)
    with opened as session:
        preview = preview_update(session, new)
        for line in () if preview.is_same else preview.lines:
            click.echo(line)
        if own := own_gone(preview.update):
            click.echo(own)
        if dry_run:
            click.echo(_SAME if preview.is_same else f"\n{_DRY}")
        else:
            take_update(session, new)


def _check_workbook(path: Path) -> None:
    if path.suffix.lower() != WORKBOOK:
        raise WrongUse(f"'{path.name}' is not the name of a workbook: it must end in .xlsx.")


COMMANDS = (update_checklist,)
