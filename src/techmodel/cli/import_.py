"""The command that brings an edited workbook back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from techmodel.cli.opening import FILE, PATH, reading, writing, writing_verb
from techmodel.core.errors import BadInput, Refused
from techmodel.core.merge_parts import Choice

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from techmodel.cli.opening import Opening
    from techmodel.core.returning_final import Settled
    from techmodel.core.returning_parts import Returned
    from techmodel.session.returning import Comeback
    from techmodel.session.session import Session


@click.command(
    "import",
    help="Take over into FILE what was changed in IN.xlsx, a workbook that `export` made from it: "
    "the sheets Plan, RAID, Benefits, Costs, Answers, Onboarding and Flows, by the ids of their "
    "rows. A row without an id is new. What was changed here meanwhile stays; what both changed "
    "is listed, and settled by --prefer or, one by one, in the window. Cells that cannot be taken "
    "are all listed; nothing is written while there are any.\n\nOne `undo` takes an import back. "
    "IN.xlsx is only read.",
    short_help="Bring an edited workbook back.",
)
@FILE
@click.argument("workbook", metavar="IN.xlsx", type=PATH)
@click.option("--dry-run", is_flag=True, help="Only list what would change.")
@click.option(
    "--prefer",
    type=click.Choice([c.value for c in Choice]),
    help="Settle everything that both changed: keep ours (FILE) or take theirs (IN.xlsx).",
)
@click.option(
    "--delete", is_flag=True, help="Take away here what is not in the workbook any more."
)
@click.option(
    "--leave-out", is_flag=True, help="Take the rest where rows hold cells that cannot be taken."
)
@writing_verb
def import_(
    file: Path,
    workbook: Path,
    opening: Opening,
    prefer: str | None,
    *,
    dry_run: bool,
    delete: bool,
    leave_out: bool,
) -> None:
    """Bring an edited workbook back."""
    from techmodel.session.returning import read_returned

    returned = read_returned(workbook)
    opened: AbstractContextManager[Session] = reading(file) if dry_run else writing(file, opening)
    with opened as session:
        choice = Choice(prefer) if prefer else None
        comeback, settled = _settled(session, returned, choice, delete=delete, leave_out=leave_out)
        _bring_back(session, comeback, settled, dry_run=dry_run)


def _settled(
    session: Session, returned: Returned, prefer: Choice | None, *, delete: bool, leave_out: bool
) -> tuple[Comeback, Settled]:
    """What the workbook comes to under the rules that were given, and the rules as decisions."""
    from techmodel.core.returning_final import Settled
    from techmodel.session.returning import (
        find_base,
        find_comeback,
        settle_all,
        without_wrong,
    )

    base = find_base(session, returned)
    found = find_comeback(session, returned, base)
    settled = Settled(
        settle_all(found, prefer) if prefer else {},
        frozenset(g.row for f in found.found for g in f.gone) if delete else frozenset(),
    )
    if leave_out:
        settled = without_wrong(session, returned, base, settled)
    return find_comeback(session, returned, base, settled), settled


def _bring_back(session: Session, comeback: Comeback, settled: Settled, *, dry_run: bool) -> None:
    """Take it over, or list what there is to say."""
    from techmodel.cli.text_returning import comeback_lines, note_lines
    from techmodel.session.returning import take
    from techmodel.wording import returning as wording

    wrong = bool(comeback.troubles or comeback.open)
    lines = comeback_lines if dry_run or wrong else note_lines
    for line in lines(session, comeback, settled):
        click.echo(line)
    if comeback.troubles:
        raise BadInput(wording.all_troubles(comeback.returned.file, comeback.troubles)[0])
    if comeback.open:
        said = wording.unsettled_words(len(comeback.open))
        raise Refused(f"{said} Give --prefer ours or --prefer theirs, or use the window.")
    if dry_run:
        click.echo("\nNothing was written: this was a dry run.")
    else:
        take(session, comeback.returned, settled)


COMMANDS = (import_,)
