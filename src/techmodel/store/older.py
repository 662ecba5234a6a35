"""Documents of an older format: kept as they are before they are saved in the newest one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.errors import FileProblem
from techmodel.store.backups import Backups, Reason, backups_beside
from techmodel.store.copies import digest_of, is_intact, iso_now
from techmodel.store.schema import FORMAT

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.store.records import Record
    from techmodel.store.safe_open import Verified


def keep_older(found: Verified, path: Path, record: Record, work_folder: Path) -> str:
    """Keep a document of an older format with its backups (trust.md F11).

    Returns:
        a sentence when a copy was made or could not be made; "" when there is one already, or the
        document is of the newest format.
    """
    if found.number == FORMAT:
        return ""
    older = f"'{path.name}' is from an older version of this program."
    backups = Backups(backups_beside(work_folder), path, record.assessment)
    digest = digest_of(found.original)
    if any(copy.digest == digest and is_intact(copy) for copy in backups.all()):
        return ""
    try:
        backups.make(found.original, record.published, Reason.UPGRADE, iso_now())
    except FileProblem as problem:
        return f"{older} {problem}"
    return f"{older} It is kept as it was with the backups; a change saves it in the newer form."
