"""Everything there is to tell about kept work, read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.errors import FileProblem
from techmodel.session.backups import copies_of
from techmodel.session.kept import look_at_kept, what_it_adds
from techmodel.session.session import Session
from techmodel.store.place import place_of
from techmodel.store.working_file import read_document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from techmodel.session.backups import Backup
    from techmodel.session.kept import Addition, Kept


@dataclass(frozen=True, slots=True)
class Story:
    """Kept work, the file it belongs to, and the backups.

    Attributes:
        kept: the newest kept work of the document.
        others: older kept work of it, if any.
        work: the kept work, for reading only; None when it is damaged.
        saved: the document as it is now, for reading only; None when it is gone or unreadable.
        trouble: why the document cannot be read, though it is there; "" otherwise.
        additions: what the kept work has and the document has not.
        backups: newest first.
        where: where the document lies, for a sentence: "USB drive 'E:'" or "This computer".
    """

    kept: Kept
    others: tuple[Kept, ...]
    work: Session | None
    saved: Session | None
    trouble: str
    additions: tuple[Addition, ...]
    backups: tuple[Backup, ...]
    where: str

    @property
    def answers(self) -> int:
        """How many answers differ."""
        return sum(bool(addition.capability) for addition in self.additions)

    @property
    def both(self) -> bool:
        """Whether the document was changed since, so that there are two versions."""
        return self.work is not None and self.saved is not None and not self.kept.continues

    def close(self) -> None:
        """Let both versions go."""
        for session in (self.work, self.saved):
            if session is not None:
                session.close()


def read_story(found: Sequence[Kept]) -> Story:
    """The story of a document's kept work, newest first.

    Raises:
        FileProblem: another window has taken it up meanwhile.
    """
    kept, document = found[0], found[0].document
    work = None if kept.damaged else look_at_kept(kept)
    saved, trouble = _saved(document, gone=kept.gone)
    return Story(
        kept=kept,
        others=tuple(found[1:]),
        work=work,
        saved=saved,
        trouble=trouble,
        additions=() if work is None else what_it_adds(kept),
        backups=copies_of(document),
        where=place_of(document).name or "This computer",
    )


def _saved(document: Path, *, gone: bool) -> tuple[Session | None, str]:
    if gone:
        return None, ""
    try:
        return Session(read_document(document)), ""
    except FileProblem as error:
        return None, str(error)
