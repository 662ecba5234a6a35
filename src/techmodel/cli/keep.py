"""Commands about what is kept of a document: backups, and people's names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from techmodel.cli.opening import FILE, PATH, Opening, opened, reading, writing, writing_verb
from techmodel.core.errors import WrongUse
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from techmodel.session.backups import Backup
    from techmodel.session.names import NameFound, Removed


@click.command(
    "backups",
    help="List the backups of FILE on this computer, newest first, also when FILE is damaged or "
    "gone; go back to one, which `undo` takes back; or save one as a file of its own.",
    short_help="List backups, go back to one, or save one.",
)
@FILE
@click.option(
    "--take-back", "back", type=int, metavar="N", help="Bring everything back to what N holds."
)
@click.option(
    "--save", type=(int, PATH), metavar="N OUT", help="Save N as a file OUT; FILE is left alone."
)
@writing_verb
def backups(file: Path, opening: Opening, back: int | None, save: tuple[int, Path] | None) -> None:
    """List backups, go back to one, or save one."""
    from techmodel.session.backups import copies_of, save_copy

    if back is not None and save is not None:
        raise WrongUse("Give --take-back or --save, not both.")
    copies = copies_of(file)
    if save is not None:
        save_copy(_numbered(copies, save[0], file), save[1])
        click.echo(f"Saved backup {save[0]} of {file.name} as {save[1]}.")
    elif back is not None:
        with writing(file, opening) as session:
            session.backups.take_back(_numbered(copies, back, file))
    else:
        for line in _lines(file, copies):
            click.echo(line)


def _numbered(copies: Sequence[Backup], number: int, file: Path) -> Backup:
    """The backup with a number of the list; WrongUse when there is none."""
    if not 1 <= number <= len(copies):
        there = f"they are 1 to {len(copies)}" if copies else "there are none on this computer"
        raise WrongUse(f"There is no backup {number} of {file.name}: {there}.")
    return copies[number - 1]


def _lines(file: Path, copies: Sequence[Backup]) -> Iterator[str]:
    """The list of backups."""
    from datetime import datetime

    from techmodel.store.backups import is_intact
    from techmodel.wording.backups import NONE_YET, not_there, reason_words

    if not file.exists():
        yield not_there(file.name, str(file.absolute().parent))
    if not copies:
        yield NONE_YET
        return
    yield f"{plural(len(copies), 'backup')} of {file.name}, newest first:"
    own = copies[0].document
    for number, copy in enumerate(copies, 1):
        at = datetime.fromisoformat(copy.at).astimezone()
        words = reason_words(copy.reason)
        words += "" if copy.document == own else f", of {copy.document}"
        words += "" if is_intact(copy) else " (damaged)"
        yield f"{number:>4}  {at:%d %b %Y %H:%M}  {plural(copy.revision, 'change'):>12}  {words}"


@click.command(
    "remove-names",
    help="Remove the names of people that are kept in FILE from it, its working file and its "
    "backups, for good; later merges bring none back. Not changed, but told: notes and other "
    "free text, and what the history keeps, such as a name typed as who decided.",
    short_help="Remove people's names, from backups too.",
)
@FILE
@click.option(
    "--find", "wanted", metavar="NAME", help="Only list where free text and history hold NAME."
)
@writing_verb
def remove_names(file: Path, opening: Opening, wanted: str | None) -> None:
    """Remove the names of people everywhere, or look for one."""
    if wanted is not None:
        with reading(file) as session:
            found = session.names.holders(wanted)
        lines = _text_lines(found) if found else ["Neither free text nor history holds it."]
    else:
        with opened(file, opening) as session:
            lines = _removed_lines(file, session.names.remove_all())
    for line in lines:
        click.echo(line)


def _removed_lines(file: Path, removed: Removed) -> Iterator[str]:
    """What was done, what could not be, and where free text still holds a name."""
    from techmodel.wording.names_page import NOTHING

    if removed.names:
        copies = plural(removed.backups, "backup")
        yield f"{plural(removed.names, 'name')} removed from {file.name}; {copies} rewritten."
    else:
        yield NOTHING
    if removed.deleted:
        yield f"{plural(removed.deleted, 'damaged file')} among the backups deleted."
    yield from removed.left
    yield from _text_lines(removed.texts)


def _text_lines(texts: Sequence[NameFound]) -> Iterator[str]:
    """Where a name is held that is not changed here."""
    from techmodel.wording.names import history_words, text_words

    now = [found for found in texts if not found.past]
    if now:
        yield "These texts hold such a name; change them if that is not wanted:"
        yield from (f"  {text_words(found)}" for found in now)
    past = history_words([found for found in texts if found.past])
    if past:
        yield past


COMMANDS = (backups, remove_names)
