"""Names for new documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".techmodel"
_NOT_IN_NAMES = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}
)
_LONGEST = 80


def file_name(title: str) -> str:
    """A file name that every system allows, made of a title."""
    kept = "".join(c for c in title if c not in _NOT_IN_NAMES and c.isprintable())
    name = " ".join(kept.split())[:_LONGEST].strip(" .")
    if not name or name.split(".")[0].casefold() in _DEVICES:
        name = f"Assessment {name}".strip()
    return name + SUFFIX


def free_path(folder: Path, title: str) -> Path:
    """A path in a folder at which there is nothing yet, named after a title."""
    path = folder / file_name(title)
    stem, number = path.stem, 2
    while path.exists():
        path = folder / f"{stem} ({number}){SUFFIX}"
        number += 1
    return path
