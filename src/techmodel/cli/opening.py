"""Opening a document for a command: reading in memory, writing with lock and publishing."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from techmodel.core.errors import DamagedFile, WorkDamaged, WrongUse
from techmodel.session.backups import offer
from techmodel.session.clock import clock_problem
from techmodel.session.kept import find_kept
from techmodel.session.session import Session, utc_now
from techmodel.settings import home_problem, load_settings, work_folder
from techmodel.store.working_file import Document, Leftover, read_document
from techmodel.wording.kept import newer_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATH = click.Path(path_type=Path, readable=False)
"""A path as typed; what is or is not there is said by whoever opens it, in a sentence."""
FILE = click.argument("file", type=PATH)
TAKE_LOCK = click.option(
    "--take-lock", is_flag=True, help="Take over a lock that another machine left."
)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a writing verb opens its file: the three switches every one of them has."""

    recover: bool = False
    discard: bool = False
    take_lock: bool = False

    @property
    def leftover(self) -> Leftover:
        """What to do with unpublished work that a crash left behind."""
        if self.recover and self.discard:
            raise WrongUse("Give --recover or --discard, not both.")
        if self.recover:
            return Leftover.RECOVER
        return Leftover.DISCARD if self.discard else Leftover.TAKE_UP


def writing_verb(function: Callable[..., None]) -> Callable[..., None]:
    """Add --recover, --discard and --take-lock, last in the help; the verb gets `opening`."""

    @click.option("--recover", is_flag=True, help="Take up work that a crash left unpublished.")
    @click.option("--discard", is_flag=True, help="Go on without such work; a backup keeps it.")
    @TAKE_LOCK
    @wraps(function)
    def verb(*, recover: bool, discard: bool, take_lock: bool, **options: object) -> None:
        function(opening=Opening(recover, discard, take_lock), **options)

    return verb


@contextmanager
def writing(file: Path, opening: Opening) -> Iterator[Session]:
    """A session on a locked document; publishing it after the body is the acknowledgement.

    "Saved" is said only then, so that it is never said of what is not in the document.
    """
    with opened(file, opening) as session:
        before = session.revision
        yield session
        done = _done(session, before)
    click.echo(done)


@contextmanager
def opened(file: Path, opening: Opening) -> Iterator[Session]:
    """A session on a locked document, published after the body; says what a person should know."""
    with _copy_offered(file):
        document = Document.open(
            file,
            work_folder(),
            role=load_settings().role,
            take_lock=opening.take_lock,
            leftover=opening.leftover,
        )
    with published(document) as session:
        for sentence in (document.notice, home_problem(), clock_problem(session)):
            if sentence:
                click.echo(sentence, err=True)
        yield session


@contextmanager
def published(document: Document) -> Iterator[Session]:
    """A session on a document; published when the body succeeds, let go in any case."""
    try:
        yield Session(document.file, document)
        document.publish()
    finally:
        document.close(publish=False)


@contextmanager
def reading(file: Path) -> Iterator[Session]:
    """A session that only reads: no lock, what was last published, verified, in memory."""
    with _copy_offered(file):
        session = Session(read_document(file))
    if any(kept.continues and not kept.damaged for kept in find_kept(work_folder(), file)):
        click.echo(newer_kept(file.name), err=True)
    try:
        yield session
    finally:
        session.close()


@contextmanager
def _copy_offered(file: Path) -> Iterator[None]:
    """Where a document is damaged, add to the sentence that there is a complete copy of it."""
    try:
        yield
    except WorkDamaged:
        raise
    except DamagedFile as error:
        more = offer(file, utc_now())
        raise type(error)(f"{error} {more}".rstrip()) from error


def _done(session: Session, before: int) -> str:
    """What was changed since a revision, or that nothing was."""
    if session.revision == before:
        return "Nothing to change: it is like that already."
    return f"Saved. {session.batches()[-1].label}"
