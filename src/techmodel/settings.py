"""Where everything outside the documents lives, and what a person has set; owns all paths."""

from __future__ import annotations

import errno
import json
import os
import stat
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_RECENT = 10
THEMES = ("system", "light", "dark", "high")
_writable: set[Path] = set()
"""Folders in which this process has made a file once."""
_MAX_FILE = 1_000_000
"""Bytes; a larger settings file is not ours."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A document used lately, as it was when last seen.

    Attributes:
        path: where it was.
        title: the assessment's title.
        organisations: how many count.
        answered, asked: pairs.
        changed: the ISO time (UTC) of its newest change, or "".
    """

    path: str
    title: str
    organisations: int = 0
    answered: int = 0
    asked: int = 0
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has set, and what the window remembers.

    Attributes:
        theme: one of THEMES.
        text: the size of text, 100 to 200 per cent.
        letter_keys: whether letters and digits answer while the card has the focus.
        role: who this is for others who find a document in use; "" says nothing.
        recent: newest first, at most MAX_RECENT.
        widths: the widths of a table's columns in pixels, by the table's name.
        geometry: the window's place, as Qt packs it, in base 64.
    """

    theme: str = "system"
    text: int = 100
    letter_keys: bool = True
    role: str = ""
    recent: tuple[Recent, ...] = ()
    widths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    geometry: str = ""


def home() -> Path:
    """The application's data folder; TECHMODEL_HOME names another (locked-down machines).

    Where nothing can be written there, a folder for temporary files (trust.md F22).
    """
    wanted = _wanted_home()
    if _can_write(wanted):
        return wanted
    spare = _spare_home()
    return spare if _can_write(spare) and _is_ours_alone(spare) else wanted


def home_problem() -> str:
    """The sentence to show when the data folder is only a temporary one; else ""."""
    found = home()
    if found == _wanted_home():
        return ""
    return (
        "This computer does not let the program write into its own folder. Work in progress is "
        f"kept in {found}, which may be emptied at sign-out; what is saved in the document stays."
    )


def work_folder() -> Path:
    """Where working files are."""
    return home() / "work"


def backups_folder() -> Path:
    """Where spare copies of documents are; beside the working files."""
    return home() / "backups"


def log_file() -> Path:
    """The log: what went wrong, without answers and names."""
    return home() / "log" / "techmodel.log"


def sample_file() -> Path:
    """Where the sample assessment is made."""
    return home() / "sample" / "Sample.techmodel"


def documents_folder() -> Path:
    """Where a file dialog begins when nothing better is known."""
    user = Path("~").expanduser()
    documents = user / "Documents"
    return documents if documents.is_dir() else user


def built_in_folder() -> Path | None:
    """The checklist folder that TECHMODEL_CHECKLIST names in place of ours (design.md 9)."""
    told = os.environ.get("TECHMODEL_CHECKLIST")
    return Path(told) if told else None


def load_settings() -> Settings:
    """The settings as they are on disk; what cannot be read or is out of range is as at first."""
    return _read(_file())


class SettingsFile:
    """The settings of a running window, written at every change.

    Attributes:
        now: the settings as they are.
        problem: a sentence when they could not be written; they then hold until the program ends.
    """

    def __init__(self) -> None:
        self.now = load_settings()
        self.problem = ""

    def change(self, **fields: Any) -> None:  # noqa: ANN401 - the fields of Settings
        """Change some fields; others that another window wrote meanwhile are kept."""
        on_disk = self.now if self.problem else load_settings()
        self.now = replace(on_disk, **fields)
        self.problem = _write(_file(), self.now)

    def remember(self, recent: Recent) -> None:
        """Put a document first in the list of recent ones."""
        others = [r for r in load_settings().recent if r.path != recent.path]
        self.change(recent=(recent, *others)[:MAX_RECENT])

    def forget(self, path: str) -> None:
        """Take a document from the list of recent ones."""
        self.change(recent=tuple(r for r in self.now.recent if r.path != path))


def _file() -> Path:
    return _wanted_home() / "settings.json"


def _wanted_home() -> Path:
    """Where the data folder is to be."""
    told = os.environ.get("TECHMODEL_HOME")
    if told:
        return Path(told)
    from platformdirs import user_data_path  # noqa: PLC0415 - 13 ms, and not needed with the above

    return user_data_path("techmodel", appauthor=False)


def _spare_home() -> Path:
    """Where the data folder is when the wanted one cannot be."""
    from tempfile import gettempdir  # noqa: PLC0415 - hardly ever needed

    user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    return Path(gettempdir()) / f"techmodel-{user}"


def _can_write(folder: Path) -> bool:
    """Whether files can be made in a folder, which is made if need be; a full disk may be so."""
    if folder in _writable:
        return True
    probe = folder / f".{os.getpid()}.probe"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe.touch(exist_ok=True)
        probe.unlink()
    except OSError as error:
        return error.errno in {errno.ENOSPC, errno.EDQUOT}
    _writable.add(folder)
    return True


def _is_ours_alone(folder: Path) -> bool:
    """Whether nobody else has a hand in a folder among those for temporary files."""
    if not hasattr(os, "getuid"):
        return True
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and (found.st_uid, found.st_mode & 0o077) == (
        os.getuid(),
        0,
    )


def _read(path: Path) -> Settings:
    try:
        if path.stat().st_size > _MAX_FILE:
            return Settings()
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _settings(found) if isinstance(found, dict) else Settings()


def _settings(found: Mapping[str, object]) -> Settings:
    """Settings from what the file holds, field by field; pydantic would cost the start 90 ms."""
    default = Settings()
    return Settings(
        theme=_one_of(THEMES, found.get("theme")),
        text=_number(found.get("text"), 100, 200, 100),
        letter_keys=found.get("letter_keys") is not False,
        role=_text(found.get("role"), 100),
        recent=tuple(_recents(found.get("recent"))),
        widths=_widths(found.get("widths")),
        geometry=_text(found.get("geometry"), 2_000) or default.geometry,
    )


def _recents(found: object) -> list[Recent]:
    rows = found if isinstance(found, list) else []
    read = [
        Recent(
            path=_text(row.get("path"), 4_000),
            title=_text(row.get("title"), 200),
            organisations=_number(row.get("organisations"), 0, 10_000, 0),
            answered=_number(row.get("answered"), 0, 10_000_000, 0),
            asked=_number(row.get("asked"), 0, 10_000_000, 0),
            changed=_text(row.get("changed"), 40),
        )
        for row in rows
        if isinstance(row, dict)
    ]
    return [recent for recent in read if recent.path][:MAX_RECENT]


def _widths(found: object) -> dict[str, tuple[int, ...]]:
    tables = found if isinstance(found, dict) else {}
    return {
        str(name): tuple(_number(width, 0, 5_000, 0) for width in widths[:100])
        for name, widths in tables.items()
        if isinstance(widths, list)
    }


def _one_of(allowed: tuple[str, ...], value: object) -> str:
    return value if isinstance(value, str) and value in allowed else allowed[0]


def _number(value: object, low: int, high: int, otherwise: int) -> int:
    fits = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    return value if fits and isinstance(value, int) else otherwise


def _text(value: object, limit: int) -> str:
    return value[:limit] if isinstance(value, str) else ""


def _write(path: Path, settings: Settings) -> str:
    """Write the settings whole or not at all; "" or the sentence that says why not."""
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        return (
            "Settings cannot be saved on this computer; they hold until the program is closed. "
            "Your assessments are not affected."
        )
    return ""
