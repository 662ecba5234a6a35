"""Copying the work into the document: soon after a change, again by itself after a failure."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from techmodel.core.errors import ChangedMeanwhile, FileProblem, TechmodelError
from techmodel.session.publishing import write_snapshot

if TYPE_CHECKING:
    from techmodel.session.publishing import Snapshot
    from techmodel.session.session import Session
    from techmodel.ui.worker import Worker

IDLE_MS = 2_000
"""The document is published this long after the last change (design.md 5)."""
LATEST_MS = 20_000
"""... and at the latest this long after the first change that is not yet published."""
AGAIN_MS = (2_000, 5_000, 15_000, 60_000)
"""... and after a failure again this much later; the last holds for every further time."""
LONGEST_S = 20.0
"""Seconds that closing waits for a slow drive before a person is asked (trust.md F33)."""
AT_ONCE_S = 5.0
"""Seconds that the end of the system's session leaves us (trust.md F31)."""


class Publisher(QObject):
    """Publishes one session's document in the background, never two at once.

    Signals:
        changed(): where the work is, is another.
        failed(str): the document could not be written; the sentence says so.
        published(): the document holds what was last sent.

    Attributes:
        problem: why the document could not be written, "" while it can.
        may_retry: whether trying again could help.
        changed_underneath: whether it could not because somebody else has saved it.
    """

    changed = Signal()
    failed = Signal(str)
    published = Signal()

    def __init__(self, session: Session, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._worker = session, worker
        self._snapshot: Snapshot | None = None
        self.problem, self.may_retry, self.changed_underneath = "", True, False
        self._failures, self._held = 0, False
        self._idle = self._timer(IDLE_MS)
        self._latest = self._timer(LATEST_MS)
        self._again = self._timer(0)

    def note_change(self) -> None:
        """Something changed: publish it in time."""
        if self.may_retry:
            self._idle.start()
            if not self._latest.isActive():
                self._latest.start()
        self.changed.emit()

    def now(self) -> None:
        """Publish in the background, unless that is under way already or nothing is new."""
        document = self._session.document
        if document is None or self._held or self._snapshot or not document.unpublished:
            return
        self._rest()
        try:
            self._snapshot = document.snapshot()
        except FileProblem as error:  # the disk does not give the working file
            self._note_failure(error)
            self.changed.emit()
        else:
            self._worker.start(write_snapshot, self._snapshot, self._on_written)

    def at_once(self, seconds: float = AT_ONCE_S) -> bool:
        """Publish within some seconds or leave it; whether the document holds everything.

        What is left is in the working file, and is offered when the document is next opened.
        """
        ends = monotonic() + seconds
        document = self._session.document
        if document is None:
            return True
        for _ in range(2):  # what was under way, and what has come since
            if not self._worker.finish(ends - monotonic()):
                return False
            self.now()
        return self._worker.finish(ends - monotonic()) and not document.unpublished

    def hold(self) -> None:
        """Publish nothing until `go_on`: a person is deciding between two versions."""
        self._held = True
        self._rest()

    def go_on(self) -> None:
        """Publish again, as after a change: what stood in the way has been settled."""
        self._held = False
        self.problem, self.may_retry, self.changed_underneath = "", True, False
        self.note_change()
        self.now()

    def rest(self) -> None:
        """Wait for what is under way, and begin nothing more by itself.

        Raises:
            FileProblem: it takes very long; the work is safe here.
        """
        self._rest()
        done = self._worker.finish(LONGEST_S)
        self._rest()
        if not done:
            raise FileProblem(
                "Your work is safe on this computer. Saving to the document still goes on; the "
                "drive or share it is on is very slow."
            )

    def resume(self) -> None:
        """Begin by itself again, after `rest`."""
        self._latest.start()

    def _rest(self) -> None:
        for timer in (self._idle, self._latest, self._again):
            timer.stop()

    def _on_written(self, result: str | BaseException) -> None:
        snapshot, self._snapshot = self._snapshot, None
        document = self._session.document
        if document is None or snapshot is None:
            return
        if isinstance(result, str):
            document.published(snapshot, result)
            self.problem, self.may_retry, self.changed_underneath = "", True, False
            self._failures = 0
            self.published.emit()
        elif isinstance(result, TechmodelError | OSError):
            self._note_failure(result)
        if document.unpublished and not self.problem:
            self.note_change()
        self.changed.emit()

    def _note_failure(self, error: TechmodelError | OSError) -> None:
        document = self._session.document
        assert document is not None
        self.problem = str(error)
        self.changed_underneath = isinstance(error, ChangedMeanwhile) and document.path.exists()
        self.may_retry = not self.changed_underneath
        if self.may_retry:
            self._again.start(AGAIN_MS[min(self._failures, len(AGAIN_MS) - 1)])
        self._failures += 1
        self.failed.emit(self.problem)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.now)
        return timer
