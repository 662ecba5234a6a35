"""A document of which only the seal does not match: looked at, never worked on (trust.md F13)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from techmodel.core.errors import DamagedFile, TechmodelError
from techmodel.session.backups import good_copy

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.compare import Comparison
    from techmodel.session.session import Session
    from techmodel.store.backups import Backup

_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""What values raise that nobody of ours wrote."""


@dataclass(frozen=True, slots=True)
class Unsealed:
    """A document whose content is not what was sealed.

    Attributes:
        session: it, for reading only.
        backup: the newest complete copy on this computer, or None.
        differs: what is another than in that copy; None where they cannot be compared.
    """

    session: Session
    backup: Backup | None
    differs: Comparison | None


def look_at_unsealed(path: Path) -> Unsealed:
    """Look at a document that was refused with `SealBroken`.

    Raises:
        DamagedFile: more than its seal is wrong.
        FileProblem: it cannot be read.
    """
    from techmodel.session.session import Session
    from techmodel.store.reading import read_document, read_unsealed

    session = Session(read_unsealed(path))
    _check_readable(session, path.name)
    backup, differs = good_copy(path), None
    with suppress(TechmodelError):
        if backup is not None:
            differs = session.rounds.compare_with(Session(read_document(backup.path)))
    return Unsealed(session, backup, differs)


def _check_readable(session: Session, name: str) -> None:
    """Raise DamagedFile unless everything that screens look at can be worked out."""
    try:
        session.gaps()
        for batch in session.batches():
            datetime.fromisoformat(batch.at)
        session.rounds.all()
        session.to_undo()
        session.report(version="")
    except _UNREADABLE as error:
        raise DamagedFile(
            f"'{name}' is damaged and we have not changed it: it holds what we cannot read."
        ) from error
