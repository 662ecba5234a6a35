"""Where a document can be: its settled path, and what has to make way for a new one."""

from __future__ import annotations

import os
from enum import Enum, auto
from hashlib import sha256
from typing import TYPE_CHECKING

from techmodel.core.errors import FileProblem, ReadOnlyPlace, Refused
from techmodel.store.problems import TOO_LONG, reading_problem
from techmodel.store.records import hash_of

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_NAME = 240
"""Bytes; file systems allow 255, and the lock and the temporary file add to the name."""
_SIDECARS = ("-journal", "-wal")


class OnDisk(Enum):
    """What became of a document while we had it open."""

    SAME = auto()
    CHANGED = auto()
    GONE = auto()


def settled(path: Path) -> Path:
    """The absolute path; of a link, where it leads, so that the link stays one.

    Raises:
        FileProblem: the system does not take such a path.
    """
    try:
        return path.resolve() if path.is_symlink() else path.absolute()
    except OSError as error:
        raise reading_problem(path, error) from error


def base_for_new(path: Path, *, force: bool) -> str | None:
    """The hash of the file that a new document is to replace; None when there is none.

    Raises:
        Refused: there is one, and it is not to be replaced.
        FileProblem: there can be no document at the path.
    """
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        raise FileProblem(TOO_LONG.format(name=path.name))
    try:
        if path.is_dir():
            raise FileProblem(f"'{path.name}' is a folder. Give the name of a file in it.")
        if not path.parent.is_dir():
            raise FileProblem(f"There is no folder {path.parent}. Make it first.")
        if not path.exists():
            return None
        if not force:
            raise Refused(
                f"There is already a file '{path.name}' in {path.parent}. Choose another name, or "
                "say that it may be replaced (--force)."
            )
        if not os.access(path, os.W_OK):
            raise ReadOnlyPlace(
                f"'{path.name}' is not replaced: the file does not allow changes. Choose another "
                "name."
            )
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise reading_problem(path, error) from error


def on_disk(path: Path, base: str | None) -> OnDisk:
    """What became of a document whose SHA-256 was `base`; None when it was not there yet."""
    found = hash_of(path)
    if not found and base:
        return OnDisk.GONE
    return OnDisk.SAME if found == (base or "") else OnDisk.CHANGED


def beside_words(path: Path) -> str:
    """A sentence about files beside a document that another program left (trust.md F28), or ""."""
    found = [
        path.name + ending for ending in _SIDECARS if path.with_name(path.name + ending).exists()
    ]
    if not found:
        return ""
    names = " and ".join(f"'{name}'" for name in found)
    return f"We found {names} beside this assessment. It is not part of it and was left as it is."
