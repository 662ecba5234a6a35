"""The command that merges the file of another room, or brings its organisations in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from techmodel.cli.opening import FILE, PATH, reading, writing, writing_verb
from techmodel.core.errors import OtherAssessment, Refused, WrongUse
from techmodel.core.merge_parts import Choice, Same

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from techmodel.cli.opening import Opening
    from techmodel.core.merge_parts import Merge
    from techmodel.session.merging import Other
    from techmodel.session.session import Session


@click.command(
    "merge",
    help="Take over into FILE what another room did in OTHER, a copy of the same assessment. What "
    "only one of the two changed merges by itself; what both changed is listed, and settled by "
    "--prefer and --same-name or, one by one, in the window. Unsettled: exit 1, nothing written. "
    "One `undo` takes a merge back. OTHER is never written to.\n\nThe organisations of another "
    "assessment can be brought in as new ones with --bring-in.",
    short_help="Take over what another room did in its copy.",
)
@FILE
@click.argument("other", type=PATH)
@click.option("--dry-run", is_flag=True, help="Only list what would happen.")
@click.option(
    "--prefer",
    type=click.Choice([c.value for c in Choice]),
    help="Settle everything that both changed: keep ours (FILE) or take theirs (OTHER).",
)
@click.option(
    "--same-name",
    "same_name",
    type=click.Choice([s.value for s in Same]),
    help="Organisations that both added under one name are one, or two.",
)
@click.option(
    "--bring-in",
    "guests",
    multiple=True,
    metavar="NAME",
    help="Bring an organisation of another assessment in as a new one; once for each.",
)
@writing_verb
def merge_(
    file: Path,
    other: Path,
    opening: Opening,
    prefer: str | None,
    same_name: str | None,
    guests: Sequence[str],
    *,
    dry_run: bool,
) -> None:
    """Merge another room's file, or bring in organisations of another assessment."""
    from techmodel.session.merging import read_other

    if guests and (prefer or same_name):
        raise WrongUse("--bring-in merges nothing: leave --prefer and --same-name out.")
    if file.exists() and other.exists() and file.samefile(other):
        raise WrongUse("That is the same file. Give the file of another room as OTHER.")
    theirs = read_other(other)
    opened: AbstractContextManager[Session] = reading(file) if dry_run else writing(file, opening)
    with opened as session:
        if guests:
            _bring_in(session, theirs, guests, dry_run=dry_run)
        else:
            rules = Choice(prefer) if prefer else None, Same(same_name) if same_name else None
            _merge(session, theirs, rules, dry_run=dry_run)


def _merge(
    session: Session, other: Other, rules: tuple[Choice | None, Same | None], *, dry_run: bool
) -> None:
    """Merge as the rules say, or list what is to settle."""
    from techmodel.cli.text_merge import merge_lines
    from techmodel.session.merge_facts import find_facts
    from techmodel.session.merging import choices_by_rule, merge
    from techmodel.wording.merge_page import rounds_words
    from techmodel.wording.merging import missing_words, unsettled_words

    prefer, same_name = rules
    found = _found(session, other)
    same = {name.theirs: same_name for name in found.same_names} if same_name else {}
    found = _found(session, other, same)
    open_ = bool(found.same_names or (found.conflicts and prefer is None))
    if dry_run or open_:
        facts = find_facts(session, other.session, found, same)
        for line in merge_lines(facts, prefer, same.values()):
            click.echo(line)
    if open_:
        open_rows = choices_by_rule(found, prefer) if prefer else {}
        raise Refused(f"{unsettled_words(found, open_rows)} {missing_words(found, open_rows)}")
    if dry_run:
        click.echo(f"\n{_DRY}")
    else:
        merge(session, other, choices_by_rule(found, prefer or Choice.OURS), same)
        left = rounds_words(found.rounds_left)
        if left:
            click.echo(left)


_DRY = "Nothing was written: this was a dry run."


def _found(session: Session, other: Other, same: Mapping[str, Same] | None = None) -> Merge:
    """What merging comes to; of another assessment, the sentence says who could come in."""
    from techmodel.session.merging import find_merge

    try:
        return find_merge(session, other, same)
    except OtherAssessment as error:
        names = ", ".join(o.name for o in other.session.assessment().organisations)
        raise OtherAssessment(f"{error} Give --bring-in NAME; there are: {names}.") from error


def _bring_in(session: Session, other: Other, names: Sequence[str], *, dry_run: bool) -> None:
    """Bring organisations in by name, or list what would come with them."""
    from techmodel.cli.text_merge import guest_lines
    from techmodel.session.merging import bring_in, newcomers_of
    from techmodel.session.noun import organisation_named
    from techmodel.wording.bring_in import notes_words

    theirs = other.session.assessment()
    ids = [organisation_named(theirs, name, other.name).id for name in names]
    guests = [g for g in newcomers_of(session, other) if g.organisation.id in ids]
    if dry_run:
        for line in guest_lines(guests):
            click.echo(line)
        click.echo(_DRY)
        return
    for guest in guests:
        if guest.came:
            click.echo(notes_words(guest.organisation.name, guest.name, 0, guest.came))
    bring_in(session, other, ids)


COMMANDS = (merge_,)
