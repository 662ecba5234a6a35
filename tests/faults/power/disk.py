"""A disk that forgets: what may be on it when the power fails, after so many steps of a log.

Data written to a file is only sure after that file was synced; until then any of it may be there,
none, the first part, or some sectors, in any order. Names (files made, renamed, removed) become
sure in the order in which they were changed, by one of three rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from tests.faults.power.log import Kind

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from tests.faults.power.log import Step

SECTOR = 512


class Names(Enum):
    """When names are sure."""

    JOURNAL = "any sync makes all changes of names sure that came before it"
    """As on ext4, XFS and NTFS, which write one journal in order."""
    FOLDER = "only syncing a folder makes its names sure"
    """All that POSIX promises."""
    NO_FOLDER = "as JOURNAL, but folders cannot be synced"
    """As on Windows."""


@dataclass(slots=True)
class File:
    """A file's sure content, and the writes and cuts after that: (where, data), (size, None)."""

    sure: bytes
    later: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        """Make everything sure."""
        if self.later:
            self.sure = applied(self.sure, self.later)
            self.later = []


@dataclass(frozen=True, slots=True)
class Renaming:
    """A change of names that may not be sure yet: in which folder, what goes, what comes."""

    folder: str
    goes: str | None
    comes: str | None
    file: File | None


class Disk:
    """The disk after some steps of a log.

    Attributes:
        names: the files by path below the folder, as the running system sees them; None is a
            folder.
    """

    def __init__(self, files: dict[str, bytes | None], rule: Names) -> None:
        self.rule = rule
        self.names: dict[str, File | None] = {
            name: None if data is None else File(data) for name, data in files.items()
        }
        self._sure_names = dict(self.names)
        self._pending: list[Renaming] = []
        self._open: dict[int, str | File] = {}

    def do(self, step: Step) -> None:
        """Carry out a step."""
        _STEPS[step.kind](self, step)

    @property
    def is_unsure(self) -> bool:
        """Whether a power cut now could lose anything."""
        return bool(self._pending) or any(file and file.later for file in self.names.values())

    def now(self) -> dict[str, bytes | None]:
        """What the running system sees."""
        return {
            name: None if file is None else applied(file.sure, file.later)
            for name, file in self.names.items()
        }

    def after_power_cut(self, rng: Random) -> dict[str, bytes | None]:
        """What may be there when the power comes back."""
        names = dict(self._sure_names)
        kept = self._kept(rng)
        for change in kept:
            _rename(names, change)
        contents: dict[int, bytes] = {}
        found: dict[str, bytes | None] = {}
        for name in sorted(names):
            file = names[name]
            if file is None:
                found[name] = None
            else:
                if id(file) not in contents:
                    contents[id(file)] = applied(file.sure, survivors(file.later, rng))
                found[name] = contents[id(file)]
        return {name: data for name, data in found.items() if _has_folder(name, found)}

    def _kept(self, rng: Random) -> list[Renaming]:
        """The changes of names that survive: the first ones, of all or of each folder."""
        if self.rule is not Names.FOLDER:
            return self._pending[: rng.randint(0, len(self._pending))]
        ends = {c.folder: 0 for c in self._pending}
        for folder in ends:
            ends[folder] = rng.randint(0, sum(c.folder == folder for c in self._pending))
        kept = []
        for change in self._pending:
            if ends[change.folder] > 0:
                ends[change.folder] -= 1
                kept.append(change)
        return kept

    def _change(self, goes: str | None, comes: str | None, file: File | None) -> None:
        """Change a name; not sure yet."""
        folder = (comes or goes or "").rpartition("/")[0]
        change = Renaming(folder, goes, comes, file)
        _rename(self.names, change)
        self._pending.append(change)

    def _open_file(self, step: Step) -> None:
        file = self.names.get(step.name)
        if step.name not in self.names and step.creates:
            file = File(b"")
            self._change(None, step.name, file)
        elif file is not None and step.empties:
            file.later.append((0, None))
        self._open[step.handle] = step.name if file is None else file

    def _write(self, step: Step) -> None:
        self._file(step).later.append((step.number, step.data))

    def _truncate(self, step: Step) -> None:
        self._file(step).later.append((step.number, None))

    def _sync(self, step: Step) -> None:
        """Make sure what the rule says: of a file, or of a folder."""
        opened = self._open[step.handle]
        if isinstance(opened, File):
            opened.sync()
            if self.rule is not Names.FOLDER:
                self._sure(None)
        elif self.rule is Names.JOURNAL:
            self._sure(None)
        elif self.rule is Names.FOLDER:
            self._sure(opened)

    def _sure(self, folder: str | None) -> None:
        """Make changes of names sure: those of a folder, or all."""
        for change in self._pending:
            if folder is None or change.folder == folder:
                _rename(self._sure_names, change)
        self._pending = [c for c in self._pending if folder not in {None, c.folder}]

    def _rename(self, step: Step) -> None:
        self._change(step.name, step.to, self.names[step.name])

    def _link(self, step: Step) -> None:
        self._change(None, step.to, self.names[step.name])

    def _unlink(self, step: Step) -> None:
        self._change(step.name, None, None)

    def _make_folder(self, step: Step) -> None:
        self._change(None, step.name, None)

    def _close(self, step: Step) -> None:
        self._open.pop(step.handle, None)

    def _file(self, step: Step) -> File:
        file = self._open[step.handle]
        assert isinstance(file, File)
        return file


_STEPS = {
    Kind.OPEN: Disk._open_file,
    Kind.WRITE: Disk._write,
    Kind.TRUNCATE: Disk._truncate,
    Kind.SYNC: Disk._sync,
    Kind.RENAME: Disk._rename,
    Kind.LINK: Disk._link,
    Kind.UNLINK: Disk._unlink,
    Kind.RMDIR: Disk._unlink,
    Kind.MKDIR: Disk._make_folder,
    Kind.CLOSE: Disk._close,
}


def applied(data: bytes, changes: list[tuple[int, bytes | None]]) -> bytes:
    """Content after some writes and cuts; what is skipped is zero."""
    if not changes:
        return data
    found = bytearray(data)
    for place, written in changes:
        if written is None:
            size = place
            found = found[:size] + b"\0" * (size - len(found))
        else:
            found.extend(b"\0" * (place - len(found)))
            found[place : place + len(written)] = written
    return bytes(found)


def survivors(
    changes: list[tuple[int, bytes | None]], rng: Random
) -> list[tuple[int, bytes | None]]:
    """Those of the writes and cuts not synced that reached the disk, in the order they did."""
    roll = rng.random()
    if not changes or roll < 0.2:
        return []
    if roll < 0.3:
        return changes
    if roll < 0.55:
        kept = changes[: rng.randint(0, len(changes))]
    else:
        kept = [change for change in changes if rng.random() < 0.5]
    if roll > 0.8:
        rng.shuffle(kept)
    return [part for change in kept for part in _torn(change, rng)]


def _torn(change: tuple[int, bytes | None], rng: Random) -> list[tuple[int, bytes | None]]:
    """What of one write reaches the disk: mostly all, or its first sectors, or some of them."""
    place, data = change
    roll = rng.random()
    if data is None or len(data) <= SECTOR or roll < 0.7:
        return [change]
    cuts = range(0, len(data), SECTOR)
    if roll < 0.85:
        return [(place, data[: rng.choice(cuts)])]
    kept = [cut for cut in cuts if rng.random() < 0.5]
    return [(place + cut, data[cut : cut + SECTOR]) for cut in kept]


def _rename(names: dict[str, File | None], change: Renaming) -> None:
    """Carry out a change of names; of a folder, what is in it comes along."""
    if change.goes is not None:
        below = [name for name in names if name.startswith(f"{change.goes}/")]
        for name in below:
            moved = names.pop(name)
            if change.comes is not None:
                names[change.comes + name[len(change.goes) :]] = moved
        names.pop(change.goes, None)
    if change.comes is not None:
        names[change.comes] = change.file


def _has_folder(name: str, names: dict[str, bytes | None]) -> bool:
    """Whether all folders above a name are there."""
    folder = name.rpartition("/")[0]
    return not folder or (folder in names and _has_folder(folder, names))


def picture(root: Path) -> dict[str, bytes | None]:
    """The files and folders below a folder."""
    return {
        str(path.relative_to(root)): None if path.is_dir() else path.read_bytes()
        for path in sorted(root.rglob("*"))
    }


def put(root: Path, files: dict[str, bytes | None]) -> None:
    """Make files and folders below an empty folder."""
    for name, data in files.items():
        if data is None:
            (root / name).mkdir()
        else:
            (root / name).write_bytes(data)
