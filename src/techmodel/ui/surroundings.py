"""What is around an open document: other versions beside it, a clock that is wrong, our folders.

Looked at when there is time for it, in the background where it may take long; told in banners.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from techmodel.core.errors import TechmodelError
from techmodel.session.versions import their_version
from techmodel.store.paths import OnDisk, on_disk
from techmodel.store.place import conflict_copies
from techmodel.ui.widgets.notices import Choice
from techmodel.wording import surroundings as wording
from techmodel.wording.versions import copies_banner

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.session.session import Session
    from techmodel.ui.desk import Desk
    from techmodel.ui.workspace import Workspace

BESIDE, CLOCK, SETTINGS, CHANGED = "beside", "clock", "settings", "changed"
"""Keys of the banners."""
BUILT = datetime(2026, 1, 1, tzinfo=UTC)
"""No computer is older than the program."""
AHEAD = timedelta(hours=25)
"""A newest change so far in the future is not a matter of time zones."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to look for beside a document: files with changes that are not among the known."""

    document: Path
    known: frozenset[str]


class Surroundings(QObject):
    """Looks around at once, and at the document whenever one comes back to the window."""

    def __init__(self, desk: Desk, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._desk, self._workspace = desk, workspace
        workspace.publisher.failed.connect(self._on_publish_failed)
        self.look()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state_changed)

    def look(self) -> None:
        """Look at everything once."""
        session = self._workspace.session
        newest = session.last_change() if session.batches() else None
        said = clock_words(session.now(), newest)
        if said:
            self._desk.notice(CLOCK, said, "warn")
        if self._desk.settings.problem:
            self._desk.notice(SETTINGS, self._desk.settings.problem, "warn")
        document = session.document
        if document is not None:
            job = Job(document.path, batch_ids(session))
            self._workspace.work(find_beside, job, self._on_beside)

    def look_at_document(self) -> None:
        """Whether somebody else has saved the document, though we have nothing to publish."""
        document = self._workspace.session.document
        if document is None or document.unpublished or self._workspace.problem:
            return
        self._workspace.work(_is_on_disk, (document.path, document.base), self._on_looked_at)

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look_at_document()

    def _on_publish_failed(self) -> None:
        self._desk.window.frame.notices.clear(CHANGED)  # the banner about saving says more

    def _on_beside(self, found: tuple[Path, ...] | BaseException) -> None:
        if isinstance(found, BaseException) or not found:
            return
        versions, first = self._desk.extras.versions, found[0]
        choices = [
            Choice("Compare", lambda: versions.compare_with(first)),
            Choice("Merge…", lambda: versions.merge_file(first)),
        ]
        told = copies_banner([path.name for path in found])
        self._desk.notice(BESIDE, told, "warn", choices)

    def _on_looked_at(self, result: tuple[str | None, OnDisk] | BaseException) -> None:
        document = self._workspace.session.document
        if isinstance(result, BaseException) or document is None or document.unpublished:
            return
        base, state = result
        if base != document.base or state is not OnDisk.CHANGED:
            return  # we have published meanwhile, or the drive is away: publishing will say so
        path = document.path
        choices = [
            Choice(wording.OPEN_THEIRS, lambda: self._desk.reopen(path)),
            Choice(wording.SEE_THEIRS, self._desk.extras.versions.see_theirs),
        ]
        self._desk.notice(CHANGED, wording.changed_banner(path.name), "warn", choices)


def find_beside(job: Job) -> tuple[Path, ...]:
    """The files beside a document that hold changes it does not have (trust.md F08)."""
    found = []
    for path in conflict_copies(job.document):
        with suppress(TechmodelError, OSError):
            session = their_version(path)
            if batch_ids(session) - job.known:
                found.append(path)
            session.close()
    return tuple(found)


def batch_ids(session: Session) -> frozenset[str]:
    """The ids of every change a file knows of, its own and those that merges took over."""
    taken = (batch.id for some in session.taken().values() for batch in some)
    return frozenset({batch.id for batch in session.batches()} | set(taken))


def clock_words(now: datetime, newest: datetime | None) -> str:
    """That this computer's clock looks wrong, or "" (trust.md F09).

    Args:
        now: what the clock says.
        newest: when the newest change was made, by the clock of the computer it was made on.
    """
    if now >= BUILT and (newest is None or newest - now < AHEAD):
        return ""
    return wording.clock_banner(now.astimezone())


def _is_on_disk(known: tuple[Path, str | None]) -> tuple[str | None, OnDisk]:
    path, base = known
    return base, on_disk(path, base)
