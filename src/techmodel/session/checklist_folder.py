"""Writing a checklist folder: whole or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from techmodel.core.errors import BadInput, ExportFailed, Refused
from techmodel.importing.checklist_files import write_checklist_files
from techmodel.importing.checklist_folder import read_folder

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.checklist import Checklist

_GUIDES = "guides"
"""What there is to learn; no workbook holds it, so it stays where it is."""
_FIRST = "checklist.toml"
"""The file that every checklist folder has."""


def check_place(folder: Path, *, force: bool) -> None:
    """Refuse a place where a checklist must not be written.

    Raises:
        Refused: it is a file, a folder with other things in it, or without `force` a checklist.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise Refused(f"'{folder}' is a file. Give a folder with --to. Nothing was written.")
    if not any(folder.iterdir()):
        return
    try:
        names = set(read_folder(folder))
    except BadInput:
        names = set()
    if _FIRST not in names or not all(name.endswith(".toml") for name in names):
        raise Refused(
            f"'{folder}' holds other files than a checklist. Give a new folder with --to. Nothing "
            "was written."
        )
    if not force:
        raise Refused(
            f"'{folder}' holds a checklist already. Give --force to replace it, or another "
            "folder. Nothing was written."
        )


def write_checklist_folder(checklist: Checklist, folder: Path, *, force: bool = False) -> None:
    """Write a checklist as a folder of TOML files, in the place of one that is there.

    Raises:
        Refused: as `check_place`.
        ExportFailed: the system does not let us; what was there stays.
    """
    check_place(folder, force=force)
    folder = folder.absolute()
    fresh, old = (folder.with_name(f"~{folder.name}.{word}") for word in ("new", "old"))
    try:
        _remove(fresh)
        _write(write_checklist_files(checklist), fresh)
        if (folder / _GUIDES).is_dir():
            shutil.copytree(folder / _GUIDES, fresh / _GUIDES, symlinks=True)
        _swap(fresh, folder, old)
    except OSError as error:
        with suppress(OSError):
            _remove(fresh)
        reason = error.strerror or type(error).__name__
        raise ExportFailed(
            f"'{folder}' could not be written ({reason}). What was there is unchanged; choose "
            "another place."
        ) from error


def _write(files: dict[str, str], folder: Path) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())


def _swap(fresh: Path, folder: Path, old: Path) -> None:
    """Put the new folder in place; the earlier one comes back if that fails."""
    _remove(old)
    if folder.exists():
        folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    with suppress(OSError):
        _remove(old)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
