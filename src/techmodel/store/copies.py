"""What spare copies are called and where they lie; reading a folder of them."""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from techmodel.store.disk import put_whole, remove

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ABOUT = "about.json"
"""In every folder of copies: which document and which assessment they are of."""

_NAME = re.compile(r"(\d{6,})-r(\d+)-(\d{8}T\d{6}Z)-([a-z-]+)-([0-9a-f]{16})\.techmodel")


class Reason(StrEnum):
    """Why a spare copy was made."""

    CHANGE = "change"
    CLOSE = "close"
    UPGRADE = "before-upgrade"
    IMPORT = "before-import"
    MERGE = "before-merge"
    UPDATE = "before-update"
    TAKE_BACK = "before-take-back"
    DISCARDED = "discarded"
    """Unpublished work that somebody went on without."""
    REPLACED = "replaced"
    """The document's own version, where somebody went on with other work."""


APART = frozenset({Reason.UPGRADE, Reason.DISCARDED, Reason.REPLACED})
"""What later copies do not continue, so that these stay longer."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A spare copy: a whole document.

    Attributes:
        path: where it lies.
        revision: how many batches it holds.
        at: when it was made, UTC ISO time to the second.
        reason: one of `Reason`.
        size: bytes.
        document: the path of the document it is a copy of, as it was then.
    """

    path: Path
    revision: int
    at: str
    reason: str
    size: int
    document: str = ""

    @property
    def number(self) -> int:
        """Which copy of its folder it is, in the order of making."""
        return int(self.path.name.partition("-")[0])

    @property
    def digest(self) -> str:
        """What its name says about its content."""
        return self.path.stem.rpartition("-")[2]


def folder_of(root: Path, document: Path, assessment: str) -> Path:
    """Where the copies of a document lie."""
    return root / f"{_short(assessment)}-{_short(_key(document))}"


def folders_of(root: Path, assessment: str) -> list[Path]:
    """The folders with copies of an assessment, of all paths it ever had."""
    return _folders(root, f"{_short(assessment)}-*")


def folders_at(root: Path, document: Path) -> list[Path]:
    """The folders with copies of what was ever at a path."""
    return _folders(root, f"*-{_short(_key(document))}")


def all_folders(root: Path) -> list[Path]:
    """The folders of all documents."""
    return _folders(root, "*")


def document_of(folder: Path) -> str:
    """The path of the document whose copies a folder holds; "" if it does not say."""
    with suppress(OSError, ValueError, TypeError, LookupError):
        return str(json.loads((folder / ABOUT).read_bytes())["document"])
    return ""


def copies_in(folder: Path) -> list[Backup]:
    """The copies in a folder, newest first; what has another name than ours is passed by."""
    document, found = document_of(folder), []
    with suppress(OSError):
        for path in folder.iterdir():
            name = _NAME.fullmatch(path.name)
            with suppress(OSError, ValueError):
                if name:
                    at = iso_of(datetime.fromisoformat(name[3]))
                    size = path.stat().st_size
                    found.append(Backup(path, int(name[2]), at, name[4], size, document))
    return sorted(found, key=lambda copy: copy.number, reverse=True)


def by_time(folders: Iterable[Path]) -> tuple[Backup, ...]:
    """The copies of several folders, newest first."""
    found = [copy for folder in folders for copy in copies_in(folder)]
    return tuple(sorted(found, key=lambda copy: copy.at, reverse=True))


def put_copy(folder: Path, backup: Backup, data: bytes) -> Backup:
    """Write a copy whole, read it again; it has the name that its fields and content ask for.

    Args:
        folder: where to, there already.
        backup: its path is not looked at.
        data: the content.

    Raises:
        OSError: it could not be written, or reads otherwise; then it is not there.
    """
    there = copies_in(folder)
    number = there[0].number + 1 if there else 1
    at = datetime.fromisoformat(backup.at).strftime("%Y%m%dT%H%M%SZ")
    name = f"{number:06}-r{backup.revision}-{at}-{backup.reason}-{digest_of(data)}.techmodel"
    return _put(folder / name, backup, data)


def rewrite_copy(backup: Backup, data: bytes) -> Backup:
    """Put other content in the place of a copy, which keeps its number, time and reason.

    Raises:
        OSError: it could not be written; the copy is as it was.
    """
    head = backup.path.name.rpartition("-")[0]
    made = _put(backup.path.with_name(f"{head}-{digest_of(data)}.techmodel"), backup, data)
    if made.path != backup.path:
        backup.path.unlink()
    return made


def is_intact(backup: Backup) -> bool:
    """Whether a copy still has the content that was checked when it was made."""
    with suppress(OSError):
        return digest_of(backup.path.read_bytes()) == backup.digest
    return False


def newest_intact(backups: Iterable[Backup]) -> Backup | None:
    """The first of some copies that is whole."""
    return next((backup for backup in backups if is_intact(backup)), None)


def _put(path: Path, backup: Backup, data: bytes) -> Backup:
    put_whole(path, data)
    if path.read_bytes() != data:
        remove(path)
        raise OSError("read back otherwise than written")
    return Backup(path, backup.revision, backup.at, str(backup.reason), len(data), backup.document)


def _folders(root: Path, pattern: str) -> list[Path]:
    with suppress(OSError):
        return sorted(folder for folder in root.glob(pattern) if folder.is_dir())
    return []


def _key(document: Path) -> str:
    """A path as one document has it: absolute, links followed, on Windows in one case."""
    with suppress(OSError):
        document = document.resolve() if document.is_symlink() else document.absolute()
    return os.path.normcase(document)


def _short(text: str) -> str:
    """A name of a folder for any text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def digest_of(data: bytes) -> str:
    """What the name of a copy of some content says about it."""
    return sha256(data).hexdigest()[:16]


def iso_now() -> str:
    """This moment as UTC ISO time to the second."""
    return iso_of(datetime.now(UTC))


def iso_of(time: datetime) -> str:
    """A time with its zone as UTC ISO time to the second."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
