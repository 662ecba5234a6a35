"""What kind of place a document lies in: this computer's disk, a stick, a share, a sync folder."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from techmodel.store.safe_open import assessment_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

if sys.platform == "win32":
    import ctypes

_NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "davfs", "fuse.davfs"}
    | {"fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.glusterfs", "glusterfs", "lustre"}
)
_DRIVE_REMOVABLE, _DRIVE_REMOTE, _DRIVE_DISC = 2, 4, 5
"""What Windows' GetDriveTypeW says."""
_STICKS = ("/media/", "/run/media/", "/mnt/usb")
_SYNCED = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("icloud", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("box sync", "Box"),
    ("box-box", "Box"),
)
"""How names of synced folders begin, and what they are called."""
_MAX_SIBLINGS = 30


class PlaceKind(StrEnum):
    """The kinds of place that differ in what can happen to a document."""

    LOCAL = "local"
    REMOVABLE = "removable"
    NETWORK = "network"
    SYNCED = "synced"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document lies.

    Attributes:
        kind: what can happen to it there.
        name: "USB drive 'E:'", "OneDrive", "the shared drive"; "" on this computer's own disk.
        root: the drive's or share's own folder, as far as known.
    """

    kind: PlaceKind = PlaceKind.LOCAL
    name: str = ""
    root: str = ""

    @property
    def words(self) -> str:
        """The place in a sentence: "the USB drive 'E:'"."""
        return f"the {self.name}" if self.kind is PlaceKind.REMOVABLE else self.name

    @property
    def advice(self) -> str:
        """One sentence for a person who opens a document there; "" on this computer's disk."""
        where = f"This assessment is on {self.words}."
        match self.kind:
            case PlaceKind.REMOVABLE:
                return f"{where} Your work is kept on this computer, too, if it is taken out."
            case PlaceKind.NETWORK:
                return f"{where} Your work is kept on this computer, too, if that is away."
            case PlaceKind.SYNCED:
                return (
                    f"This assessment is in {self.name}. Open it on one computer at a time, and "
                    "give it time to sync in between."
                )
            case _:
                return ""

    @property
    def gone(self) -> str:
        """What to say, and to do, when it is away; "" on this computer's disk."""
        if not self.name:
            return ""
        place = f"{self.words[:1].upper()}{self.words[1:]}"
        if self.kind is PlaceKind.REMOVABLE:
            return f"{place} has gone. Put it back"
        return f"{place} cannot be reached. Connect to it again"

    def has_gone(self, path: Path) -> bool:
        """Whether the drive or share that a document was on is not there any more."""
        return bool(self.root) and (
            not Path(self.root).exists() or place_of(path).root != self.root
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """What the system says, so that the judgement on it can be tested anywhere.

    Attributes:
        system: as `sys.platform`.
        home: the user's own folder.
        environment: the variables in which OneDrive tells its folders.
        mounts: of Linux, the text of `/proc/self/mountinfo`.
        on_usb: of Linux, whether a device ("8:17") can be taken out.
        drive_type: of Windows, what GetDriveTypeW says of the root of a drive.
    """

    system: str
    home: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    mounts: str = ""
    on_usb: Callable[[str], bool] = lambda _: False
    drive_type: Callable[[str], int] = lambda _: 0


def place_of(path: Path) -> Place:
    """Where a document lies; LOCAL where the system does not say."""
    with suppress(OSError):
        path = path.resolve() if sys.platform != "win32" else path.absolute()
    return place_from(str(path), these_facts())


def place_from(path: str, facts: Facts) -> Place:
    """Where an absolute path leads, by what a system says."""
    synced = _synced(path, facts)
    if synced:
        return Place(PlaceKind.SYNCED, synced)
    if facts.system == "win32":
        return _on_windows(PureWindowsPath(path), facts)
    if facts.system == "darwin":
        return _on_mac(PurePosixPath(path))
    return _on_linux(path, facts)


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """The files beside a document that hold the same assessment and whose names begin like its.

    Synced folders make such when two computers saved at the same time. Nothing in them is run or
    believed but the id.
    """
    own = assessment_in(path)
    if not own:
        return ()
    stem = path.stem.casefold()
    found = []
    with suppress(OSError):
        for other in path.parent.iterdir():
            alike = other.name.casefold().startswith(stem) and other.suffix == path.suffix
            if alike and other.name != path.name:
                found.append(other)
    return tuple(p for p in sorted(found)[:_MAX_SIBLINGS] if assessment_in(p) == own)


def these_facts() -> Facts:
    """What this system says."""
    mounts = ""
    with suppress(OSError):
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    home = os.environ.get("USERPROFILE" if sys.platform == "win32" else "HOME", "")
    return Facts(sys.platform, home, os.environ, mounts, _on_usb, _drive_type)


def _synced(path: str, facts: Facts) -> str:
    """The name of the service that syncs a path; "" if none is known to."""
    kind = PureWindowsPath if facts.system == "win32" else PurePosixPath
    here = kind(path.casefold())
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        told = facts.environment.get(name)
        if told and here.is_relative_to(kind(told.casefold())):
            return "OneDrive"
    home = kind(facts.home.casefold())
    below = here.relative_to(home).parts if facts.home and here.is_relative_to(home) else ()
    if below[:2] == ("library", "mobile documents"):
        return "iCloud Drive"
    first = below[2:3] if below[:2] == ("library", "cloudstorage") else below[:1]
    drive_top = here.parts[1:2] if facts.system == "win32" and here.drive != home.drive else ()
    for part in (*first, *drive_top):
        for start, called in _SYNCED:
            if part.startswith(start):
                return called
    return ""


def _on_windows(path: PureWindowsPath, facts: Facts) -> Place:
    """By the drive: a share's path begins with two backslashes."""
    if path.drive.startswith("\\\\"):
        return Place(PlaceKind.NETWORK, "the shared drive", path.anchor)
    kind = facts.drive_type(path.anchor)
    if kind == _DRIVE_REMOTE:
        return Place(PlaceKind.NETWORK, f"the shared drive '{path.drive}'", path.anchor)
    if kind in {_DRIVE_REMOVABLE, _DRIVE_DISC}:
        return Place(PlaceKind.REMOVABLE, f"USB drive '{path.drive}'", path.anchor)
    return Place(root=path.anchor)


def _on_mac(path: PurePosixPath) -> Place:
    """By the path: everything but the system's own disk is below /Volumes."""
    if path.parts[1:2] == ("Volumes",) and len(path.parts) > 3:
        return Place(PlaceKind.REMOVABLE, f"drive '{path.parts[2]}'", f"/Volumes/{path.parts[2]}")
    return Place(root="/")


def _on_linux(path: str, facts: Facts) -> Place:
    """By the mount that the path is below: its type, its device, its folder."""
    point, device, kind = "", "", ""
    for line in facts.mounts.splitlines():
        head, _, tail = line.partition(" - ")
        words = head.split()
        if len(words) < 5 or not tail:
            continue
        here = words[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        if f"{path}/".startswith(f"{here.rstrip('/')}/") and len(here) >= len(point):
            point, device, kind = here, words[2], tail.split()[0]
    if kind in _NETWORK_TYPES:
        return Place(PlaceKind.NETWORK, "the shared drive", point)
    if point.startswith(_STICKS) or (point not in {"", "/"} and facts.on_usb(device)):
        return Place(PlaceKind.REMOVABLE, f"USB drive '{PurePosixPath(point).name}'", point)
    return Place(root=point)


def _on_usb(device: str) -> bool:
    """Whether a device of Linux can be taken out: it says so, or hangs on USB."""
    with suppress(OSError):
        where = Path("/sys/dev/block", device).resolve(strict=True)
        if "/usb" in str(where):
            return True
        flags = [folder / "removable" for folder in (where, where.parent)]
        return any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)
    return False


if sys.platform == "win32":

    def _drive_type(root: str) -> int:
        """What Windows says of the root of a drive."""
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))

else:

    def _drive_type(_: str) -> int:
        """Only Windows says."""
        return 0
