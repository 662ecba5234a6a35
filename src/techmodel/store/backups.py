"""Spare copies of documents in the application's data: dated, checked, thinned (design.md 5)."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.store.copies import (
    ABOUT,
    APART,
    Backup,
    Reason,
    all_folders,
    by_time,
    copies_in,
    digest_of,
    document_of,
    folder_of,
    folders_at,
    folders_of,
    is_intact,
    newest_intact,
    put_copy,
)
from techmodel.store.disk import make_folder, put_whole, remove
from techmodel.store.problems import spare_copy_problem
from techmodel.store.safe_open import assessment_in, check_content
from techmodel.store.thinning import Made, over, superfluous

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_BYTES = 250_000_000
"""What the spare copies of one document may take."""
MAX_ALL_BYTES = 2_000_000_000
"""What those of all documents together may take."""
LEAST = 3
"""How many of a document stay however large they are."""
MINUTES = 10
"""After so many minutes of change a spare copy is due."""
DAMAGED = ".damaged"
"""The ending of what is kept though it is damaged."""

_MAX_DAMAGED = 3
_NOW_AND_THEN = 10
"""After so many copies of a document those of all documents are looked at."""
_ROOM = (
    "Spare copies had reached the room they may take on this computer "
    f"({MAX_BYTES // 1_000_000} MB for one assessment), so the oldest were removed."
)

__all__ = [
    "Backup",
    "Backups",
    "Reason",
    "backups_beside",
    "backups_elsewhere",
    "backups_of",
    "is_intact",
    "newest_intact",
]


def backups_beside(work_folder: Path) -> Path:
    """Where spare copies lie, given where working files do; `settings.backups_folder` agrees."""
    return work_folder.with_name("backups")


class Backups:
    """The spare copies of one document, by its path and its assessment's id.

    Attributes:
        notice: a sentence when copies had to go because together they took too much; else "".
    """

    def __init__(self, root: Path, document: Path, assessment: str) -> None:
        self.document = document
        self.assessment = assessment
        self.notice = ""
        self.root = root
        self._folder = folder_of(root, document, assessment)

    def all(self) -> tuple[Backup, ...]:
        """Every spare copy, newest first.

        After its own come those of another assessment that was at this path, and those of a path
        where this one was before: of a document that was renamed, moved, or is on a stick under
        another letter now.
        """
        before = folders_of(self.root, self.assessment)
        others = {folder for folder in before if not _is_there(document_of(folder))}
        others |= set(folders_at(self.root, self.document))
        return (*copies_in(self._folder), *by_time(others - {self._folder}))

    def is_due(self, now: datetime) -> bool:
        """Whether the newest copy is older than `MINUTES`, of another day, or there is none.

        Args:
            now: with its time zone; when a copy says it is from later, the clock went back, and
                one is due.
        """
        newest = next(iter(copies_in(self._folder)), None)
        if newest is None:
            return True
        made = datetime.fromisoformat(newest.at)
        age = (now - made).total_seconds()
        return not 0 <= age < MINUTES * 60 or made.date() != now.astimezone(UTC).date()

    def make(self, data: bytes, revision: int, reason: str, at: str) -> Backup:
        """Keep a copy, read it again and check it; only then may older ones go.

        A copy of the very same content as the newest one is not made twice.

        Args:
            data: a whole document, of this or an older format.
            revision: how many batches it holds.
            reason: one of `Reason`.
            at: UTC ISO time.

        Raises:
            FileProblem: it could not be made; the sentence says why, and older copies are there.
        """
        newest = next(iter(copies_in(self._folder)), None)
        if newest and newest.digest == digest_of(data) and is_intact(newest):
            return newest
        check_content(data, "The spare copy")
        try:
            self._make_folder()
            asked = Backup(self._folder, revision, at, reason, 0, str(self.document))
            made = put_copy(self._folder, asked, data)
        except OSError as error:
            raise spare_copy_problem(error) from error
        self.thin()
        if made.number % _NOW_AND_THEN == 0:
            self.thin_all()
        return made

    def keep_damaged(self, data: bytes) -> None:
        """Keep what is damaged beside the copies, without listing it: it may still be mended.

        Raises:
            FileProblem: it could not be kept.
        """
        try:
            self._make_folder()
            put_whole(self._folder / f"{digest_of(data)}{DAMAGED}", data)
            kept = sorted(self._folder.glob(f"*{DAMAGED}"), key=lambda p: p.stat().st_mtime)
        except OSError as error:
            raise spare_copy_problem(error) from error
        for path in kept[:-_MAX_DAMAGED]:
            remove(path)

    def thin(self) -> str:
        """Take away what is superfluous, or too much; the sentence about the latter, or "".

        A copy goes only if the next newer one that stays is whole. What a process that was killed
        left half written goes, too.
        """
        for part in self._folder.glob("*.part"):
            remove(part)
        copies = copies_in(self._folder)[::-1]
        _take_away(copies, superfluous(_made(copies)))
        self.notice = _ROOM if _hold_to(self._folder, MAX_BYTES) else ""
        return self.notice

    def thin_all(self) -> str:
        """Hold the copies of all documents together to their room; a sentence if any had to go."""
        sizes = {f: sum(copy.size for copy in copies_in(f)) for f in all_folders(self.root)}
        too_much = sum(sizes.values()) - MAX_ALL_BYTES
        for folder, size in sorted(sizes.items(), key=lambda one: -one[1]):
            if too_much > 0 and _hold_to(folder, max(0, size - too_much)):
                too_much -= size - sum(copy.size for copy in copies_in(folder))
                self.notice = _ROOM
        return self.notice

    def _make_folder(self) -> None:
        """Make the folder, for this user alone, and say in it whose copies it holds."""
        make_folder(self.root)
        make_folder(self._folder)
        about = self._folder / ABOUT
        if not document_of(self._folder):
            said = {"document": str(self.document), "assessment": self.assessment}
            put_whole(about, json.dumps(said, indent=1).encode())


def backups_of(root: Path, document: Path) -> tuple[Backup, ...]:
    """The spare copies of whatever is at a path, newest first, though it cannot be opened.

    Found by the path; and by the assessment's id, where the file can still tell it.
    """
    return Backups(root, document, assessment_in(document)).all()


def backups_elsewhere(root: Path, document: Path) -> tuple[Backup, ...]:
    """The spare copies of documents at other paths that may be the same, newest first.

    They have the same assessment's id, where the file can still tell it, or the same name.
    """
    assessment = assessment_in(document)
    same = set(folders_of(root, assessment)) if assessment else set()
    same |= {f for f in all_folders(root) if Path(document_of(f)).name == document.name}
    return by_time(same - set(folders_at(root, document)))


def _is_there(document: str) -> bool:
    """Whether a document is still where it was."""
    with suppress(OSError, ValueError):
        return bool(document) and Path(document).exists()
    return False


def _made(copies: Sequence[Backup]) -> list[Made]:
    return [
        Made(datetime.fromisoformat(copy.at).date(), copy.size, copy.reason in APART)
        for copy in copies
    ]


def _hold_to(folder: Path, limit: int) -> bool:
    """Take copies of one document away until they fit; whether any went."""
    copies = copies_in(folder)[::-1]
    return _take_away(copies, over(_made(copies), limit, LEAST))


def _take_away(copies: Sequence[Backup], places: Sequence[int]) -> bool:
    """Remove copies, each only if the next newer one that stays is whole; whether any went.

    Args:
        copies: oldest first.
        places: which to remove.
    """
    going, gone = set(places), False
    sound: dict[int, bool] = {}
    for place in places:
        heir = next((p for p in range(place + 1, len(copies)) if p not in going), None)
        if heir is not None and heir not in sound:
            sound[heir] = is_intact(copies[heir])
        if heir is not None and sound[heir]:
            remove(copies[place].path)
            gone = True
    return gone
