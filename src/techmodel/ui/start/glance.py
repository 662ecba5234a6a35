"""What the Start page knows of a document without opening it for work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.ranges import Range
    from techmodel.settings import Recent


@dataclass(frozen=True, slots=True)
class Glance:
    """A document at a glance.

    Attributes:
        recent: path, title and counts, as for the list of recent documents.
        care_models: their names.
        below, maybe, capabilities: below target, perhaps below, and in scope.
        duties_open, duties: capabilities with a duty and a gap (or perhaps one); with a duty.
        weakest: the organisation furthest from target, or "".
        outliers: how many of its answers stand out below the others'.
        domains: short name and share of the target, in order.
        problem: why it could not be read, else "".
    """

    recent: Recent
    care_models: tuple[str, ...] = ()
    below: int = 0
    maybe: int = 0
    capabilities: int = 0
    duties_open: int = 0
    duties: int = 0
    weakest: str = ""
    outliers: int = 0
    domains: tuple[tuple[str, Range | None], ...] = ()
    problem: str = ""


def find_missing(recents: Sequence[Recent]) -> frozenset[str]:
    """The paths at which there is no file now."""
    return frozenset(r.path for r in recents if not _is_there(r.path))


def _is_there(path: str) -> bool:
    try:
        return Path(path).is_file()
    except OSError:
        return False


def where_words(path: str) -> str:
    """Where a document is, in few words: its folder, with the drive where there are drives."""
    folder = Path(path).parent
    parts = (folder.drive, folder.name)
    return ", ".join(part for part in parts if part) or str(folder)


def now() -> datetime:
    """Local time."""
    return datetime.now(UTC).astimezone()
