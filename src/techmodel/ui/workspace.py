"""The Qt side of the open assessment: runs verbs, publishes, and announces what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from techmodel.core.errors import FileProblem, TechmodelError
from techmodel.session.touched import Touched
from techmodel.ui.publishing import Publisher
from techmodel.ui.spare_copies import SpareCopies
from techmodel.ui.waiting import Waiting
from techmodel.ui.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.core.checklist import CapabilityId
    from techmodel.core.organisations import OrganisationId
    from techmodel.session.session import Session
    from techmodel.ui.waiting import Unsaved

T = TypeVar("T")
V = TypeVar("V")

READING = "Opened for reading"


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
        worker: runs what takes long, in the background.
        waiting: answers that could not be made durable yet.
        publisher: copies the work into the document.
        spare: makes spare copies on this computer.
    """

    touched = Signal(object)
    showing_changed = Signal()
    card_wanted = Signal(str, str)
    saving_changed = Signal()
    failed = Signal(str)
    settling = Signal()

    def __init__(
        self, session: Session, parent: QObject | None = None, *, told: str = READING
    ) -> None:
        """`told` is said where else "Saved 14:03" stands, of a session that is only read."""
        super().__init__(parent)
        self.session = session
        self.worker = Worker(self)
        self.waiting = Waiting(session, self)
        self.publisher = Publisher(session, self.worker, self)
        self.spare = SpareCopies(session, self.worker, self)
        self._showing: OrganisationId | None = None
        self._told = told
        self._connect()

    @property
    def problem(self) -> str:
        """Why the document could not be written, "" while it can."""
        return self.publisher.problem

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

    def run(self, verb: Callable[[Session], Touched], keep: Unsaved | None = None) -> bool:
        """Run a verb; announce what it changed, or say its problem. True when it succeeded.

        The only place where known problems of verbs are caught. With `keep`, a verb that could
        not be made durable waits and is tried again; what waits already comes first.
        """
        if keep and not self.waiting.try_again():
            self.waiting.add(verb, keep, self.waiting.sentence)
            return False
        try:
            touched = verb(self.session)
        except FileProblem as error:
            if keep and not self.session.read_only:
                self.waiting.add(verb, keep, str(error))
            else:
                self.failed.emit(str(error))
            self._on_saved(self.session.look_again())  # it may be there all the same
            return False
        except (TechmodelError, OSError) as error:
            self.failed.emit(str(error))
            return False
        self._on_saved(touched)
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
            return self._told
        if self.waiting.things:
            return "Not saved yet, trying again"
        at = f"{self.session.last_change():%H:%M}"
        if self.problem:
            return f"Saved on this laptop {at}, not yet in the file"
        if document.unpublished:
            where = document.place.words or document.path.name
            return f"Saved on this laptop {at}, copying to {where}"
        return f"Saved {at}"

    def publish_now(self) -> None:
        """Publish the document in the background, unless that is under way already."""
        self.publisher.now()

    def publish_at_once(self) -> bool:
        """Publish within a few seconds, for the end of the system's session; whether it is done.

        What is left is in the working file anyway and is offered at the next opening.
        """
        self.settling.emit()
        self.waiting.try_again()
        return self.publisher.at_once()

    def close(self, *, publish: bool = True) -> None:
        """Wait for the worker, publish what is left, and let the document go.

        Raises:
            FileProblem: the document could not be written, or an answer is not saved at all yet;
                what is saved is kept on this computer and the workspace stays open.
        """
        self.settling.emit()
        if publish and not self.waiting.try_again():
            raise FileProblem(self.waiting.sentence)
        document = self.session.document
        try:
            self.publisher.rest()
        except FileProblem:
            if publish:
                self.publisher.resume()
                raise
        if document is not None and not publish:
            document.close(publish=False)
        try:
            self.session.close()
        except TechmodelError:
            self.publisher.resume()
            raise

    def _connect(self) -> None:
        self.publisher.changed.connect(self.saving_changed)
        self.publisher.failed.connect(self.failed)
        self.publisher.failed.connect(self.spare.look)
        self.publisher.published.connect(self.spare.look)
        self.waiting.changed.connect(self._on_waiting_changed)
        self.waiting.refused.connect(self.failed)
        self.waiting.saved.connect(self._on_saved)

    def _on_waiting_changed(self) -> None:
        self.saving_changed.emit()
        self.touched.emit(Touched.ANSWERS)  # screens show what waits as given

    def _on_saved(self, touched: Touched) -> None:
        """Something is durable now: publish it in time, and let screens look again."""
        if touched:
            self.publisher.note_change()
            self.touched.emit(touched)
