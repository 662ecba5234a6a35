"""The Qt side of the open assessment: runs verbs, publishes, and announces what changed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from techmodel.core.errors import ChangedMeanwhile, TechmodelError
from techmodel.session.publishing import write_snapshot
from techmodel.ui.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.core.checklist import CapabilityId
    from techmodel.core.organisations import OrganisationId
    from techmodel.session.publishing import Snapshot
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched

T = TypeVar("T")
V = TypeVar("V")

IDLE_MS = 2_000
"""The document is published this long after the last change (design.md 5)."""
LATEST_MS = 20_000
"""... and at the latest this long after the first change that is not yet published."""


class Workspace(QObject):
    """One open assessment for the window.

    Signals:
        touched(Touched): a verb changed something; screens look again by themselves.
        showing_changed(): the organisation filter is another.
        card_wanted(str, str): show the card of a capability (id) for an organisation (id or "").
        saving_changed(): `saving_text` is another.
        failed(str): a known problem, as the sentence to show.
        settling(): it is about to close or to publish for the last time; what is typed but not
            yet written is to be written now.

    Attributes:
        problem: why the document could not be written, "" while it can.
        may_retry: whether trying again could help.
    """

    touched = Signal(object)
    showing_changed = Signal()
    card_wanted = Signal(str, str)
    saving_changed = Signal()
    failed = Signal(str)
    settling = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.worker = Worker(self)
        self._showing: OrganisationId | None = None
        self._publishing = False
        self._snapshot: Snapshot | None = None
        self.problem, self.may_retry = "", True
        self._idle = self._timer(IDLE_MS)
        self._latest = self._timer(LATEST_MS)

    @property
    def showing(self) -> OrganisationId | None:
        """The organisation every screen shows, or None for all together."""
        return self._showing

    def show_only(self, organisation: OrganisationId | None) -> None:
        """Let every screen show one organisation, or all with None."""
        if organisation != self._showing:
            self._showing = organisation
            self.showing_changed.emit()

    def open_card(
        self, capability: CapabilityId, organisation: OrganisationId | None = None
    ) -> None:
        """Ask the window to show a capability's card."""
        self.card_wanted.emit(capability, organisation or "")

    def run(self, verb: Callable[[Session], Touched]) -> bool:
        """Run a verb; announce what it changed, or say its problem. True when it succeeded.

        The only place where known problems of verbs are caught.
        """
        try:
            touched = verb(self.session)
        except (TechmodelError, OSError) as error:
            self.failed.emit(str(error))
            return False
        if touched:
            self._changed()
            self.touched.emit(touched)
        return True

    def work(
        self,
        function: Callable[[V], T],
        value: V,
        on_done: Callable[[T | BaseException], None],
    ) -> None:
        """Run a plain function of a frozen value in the background; `on_done` gets what came."""
        self.worker.start(function, value, on_done)

    @property
    def saving_text(self) -> str:
        """What the top bar says about saving: "Saved 14:03" or where the work is until then."""
        document = self.session.document
        if document is None:
            return "Opened for reading"
        at = f"{self.session.last_change():%H:%M}"
        if self.problem:
            return f"Saved on this laptop {at}, not yet in the file"
        if document.unpublished:
            return f"Saved on this laptop {at}, copying to {document.path.name}"
        return f"Saved {at}"

    def publish_now(self) -> None:
        """Publish the document in the background, unless that is under way already."""
        document = self.session.document
        if document is None or self._publishing or not document.unpublished:
            return
        self._idle.stop()
        self._latest.stop()
        self._publishing = True
        self._snapshot = document.snapshot()
        self.work(write_snapshot, self._snapshot, self._on_published)

    def publish_at_once(self) -> None:
        """Publish here and now, for the end of the system's session; a failure is left for later.

        The work is in the working file anyway and is offered at the next opening.
        """
        self.settling.emit()
        self.worker.finish()
        document = self.session.document
        if document is not None:
            with suppress(TechmodelError):
                document.publish()

    def close(self, *, publish: bool = True) -> None:
        """Wait for the worker, publish what is left, and let the document go.

        Raises:
            FileProblem: the document could not be written; the work is kept on this computer and
                the workspace stays open.
        """
        self.settling.emit()
        self._idle.stop()
        self._latest.stop()
        self.worker.finish()
        document = self.session.document
        if document is not None and not publish:
            document.close(publish=False)
        try:
            self.session.close()
        except TechmodelError:
            self._latest.start()
            raise

    def _changed(self) -> None:
        self._idle.start()
        if not self._latest.isActive():
            self._latest.start()
        self.saving_changed.emit()

    def _on_published(self, result: str | BaseException) -> None:
        self._publishing = False
        document = self.session.document
        if isinstance(result, str) and document is not None and self._snapshot is not None:
            document.published(self._snapshot, result)
            self.problem = ""
        elif isinstance(result, TechmodelError | OSError):
            self.problem = str(result)
            self.failed.emit(self.problem)
            self.may_retry = not isinstance(result, ChangedMeanwhile)
            if self.may_retry:
                self._latest.start()
        if document is not None and document.unpublished and not self.problem:
            self._changed()
        self.saving_changed.emit()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.publish_now)
        return timer
