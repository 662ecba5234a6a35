"""A second start for the same file asks the first window to come forward, by a request file."""

from __future__ import annotations

import time
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from techmodel.settings import home
from techmodel.store.lock import holder_of, lock_path
from techmodel.store.process import is_running, machine_name

if TYPE_CHECKING:
    from pathlib import Path

_WAIT = 2.0
"""Seconds a second start waits for the first window to take its request."""
_STEP = 0.05


class ComeForward(QObject):
    """Watches for requests about the document that is open here.

    Signals:
        wanted(): another start asked for our window.
    """

    wanted = Signal()

    def __init__(self, document: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request = request_path(document)
        self._watcher = QFileSystemWatcher(self)
        with suppress(OSError):
            self._request.parent.mkdir(parents=True, exist_ok=True)
            self._request.unlink(missing_ok=True)
            self._watcher.addPath(str(self._request.parent))
        self._watcher.directoryChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        with suppress(OSError):
            self._request.unlink()
            self.wanted.emit()


def ask_first_window(document: Path) -> bool:
    """Whether a window of this machine that has the document open came forward."""
    if not _open_on_this_machine(document):
        return False
    request = request_path(document)
    try:
        request.parent.mkdir(parents=True, exist_ok=True)
        request.touch()
    except OSError:
        return False
    ends = time.monotonic() + _WAIT
    while time.monotonic() < ends:
        if not request.exists():
            return True
        time.sleep(_STEP)
    request.unlink(missing_ok=True)
    return False


def request_path(document: Path) -> Path:
    """Where a request about a document is put."""
    name = sha256(str(document.resolve()).encode("utf-8", "surrogatepass")).hexdigest()
    return home() / "come-forward" / name


def _open_on_this_machine(document: Path) -> bool:
    try:
        holder = holder_of(lock_path(document))
    except OSError:
        return False
    if holder is None or holder.process.machine != machine_name():
        return False
    return is_running(holder.process)
