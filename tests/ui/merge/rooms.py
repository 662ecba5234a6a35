"""Two rooms: an assessment and a copy of it, changed apart, for the merge page."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from techmodel.core.answers import Evidence, State, Value
from techmodel.core.checklist import CapabilityId
from techmodel.session.merging import Other, read_other
from techmodel.session.session import Session
from techmodel.store.working_file import Document

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.workspace import Workspace

OURS, THEIRS = "Two teams send documents.", "Letters leave by e-mail."
ROOM = "Room B.techmodel"


class Later:
    """A clock of another day."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 26, 11, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=20)
        return self.time


class Rooms:
    """Our room is the workspace's session; the other works on a copy until it is handed over.

    Attributes:
        here, there: the sessions.
        ids: the organisations both have: acute, gp, care home.
    """

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.here = workspace.session
        document = self.here.document
        assert document is not None
        document.publish()
        self._path = folder / ROOM
        shutil.copyfile(document.path, self._path)
        self._document = Document.open(self._path, folder / "work of room B")
        self.there = Session(self._document.file, self._document, Later())
        self.ids: tuple[OrganisationId, ...] = tuple(
            o.id for o in self.here.assessment().organisations
        )

    def differ(self, capability: str, here: int, there: int, who: int = 0) -> None:
        """Both rooms answer, each with its note and who decided."""
        pair = CapabilityId(capability), self.ids[who]
        rooms = ((self.here, here, OURS, "Clinical lead"), (self.there, there, THEIRS, "Room B"))
        for session, level, note, role in rooms:
            session.answers.give(*pair, Value(State.LEVEL, level), decided_by=role)
            session.answers.note(*pair, note)

    def answer(self, session: Session, capability: str, level: int, who: int = 0) -> None:
        """One room answers."""
        session.answers.give(CapabilityId(capability), self.ids[who], Value(State.LEVEL, level))

    def show(self, session: Session, capability: str, title: str, who: int = 0) -> None:
        """One room notes evidence."""
        pair = CapabilityId(capability), self.ids[who]
        session.evidence.add(Evidence("", *pair, "C", title, "2026-10-12"))

    def other(self) -> Other:
        """Hand the other file over; the other room then works no more."""
        self._document.publish()
        self._document.close()
        return read_other(self._path)
