"""Saving copies, and going on in a copy where one cannot go on in the document."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.core.errors import TechmodelError
from techmodel.session.session import Session
from techmodel.settings import documents_folder
from techmodel.store.assessment_file import AssessmentFile
from techmodel.ui import ask
from techmodel.ui.naming import free_path
from techmodel.ui.opening import IN_USE_BANNER, Copy, check_not_itself, write_copy
from techmodel.ui.widgets.notices import Choice

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.ui.desk import Desk
    from techmodel.ui.opening import Opened
    from techmodel.ui.workspace import Workspace

COPY, READING = "copy", "reading"
"""The keys of the notices about copies, and about what is open for reading."""


class Copies(QObject):
    """Writes copies of what is shown, for the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def save(self) -> bool:
        """Ask where to, write a copy there; go on with the copy where we cannot go on here."""
        desk, shown = self._desk, self._desk.stage.seen
        path = self._write(shown) if shown else None
        if shown is None or path is None:
            return False
        if shown.waiting.things:
            told = f"Everything is in {path.name}, also what is not saved here yet."
            desk.notice(COPY, f"{told} You go on here; we keep trying.", "done")
            return True
        if shown is desk.workspace and (shown.session.read_only or shown.problem):
            return desk.leave(publish=False) and desk.open(path)
        rest = "You go on in the original." if shown is desk.workspace else ""
        desk.notice(COPY, f"A copy was saved as {path.name}. {rest}".strip(), "done")
        return True

    def offer_instead(self, opened: Opened) -> None:
        """Say that a document is open for reading, and offer what can be done about it."""
        choices = [Choice("Save a copy to work on…", self.save)]
        if opened.reading == IN_USE_BANNER:
            choices.insert(0, Choice("Try again", partial(self._desk.reopen, opened.path)))
        self._desk.window.frame.notices.put(READING, opened.reading, "warn", choices)
        self._desk.kept_work.remind(opened.path)

    def leave_anyway(self, workspace: Workspace, sentence: str) -> bool:
        """The document could not be written at the end: what to do about it; whether to leave."""
        if workspace.waiting.things:
            return self._leave_waiting(workspace, sentence)
        choices = [("copy", "Save a copy…"), ("keep", "Close, and keep it on this computer")]
        detail = (
            "If you close now, your work stays on this computer and is offered when you open the "
            "assessment again."
        )
        choice = ask.choose(self._desk.window, sentence, choices, detail=detail)
        if choice == "copy":
            return self._write(workspace) is not None and self._desk.leave(publish=False)
        return choice == "keep" and self._desk.leave(publish=False)

    def _leave_waiting(self, workspace: Workspace, sentence: str) -> bool:
        """Something is not saved at all yet: try again, save it elsewhere, or leave without it."""
        choices = [
            ("again", "Try again"),
            ("copy", "Save a copy with it…"),
            ("leave", "Close without it"),
        ]
        things = "; ".join(thing.words for thing in workspace.waiting.things)
        detail = f"Not saved yet: {things}. Everything before it is safe."
        choice = ask.choose(self._desk.window, sentence, choices, detail=detail)
        if choice == "again":
            return self._desk.leave()
        if choice is None or (choice == "copy" and self._write(workspace) is None):
            return False
        workspace.waiting.give_up()
        return self._desk.leave()

    def _write(self, workspace: Workspace) -> Path | None:
        """Ask where to and write a copy there; where it is, or None."""
        desk, path = self._desk, self._desk.path
        if workspace.session.read_only or workspace.problem:
            title = path.stem or workspace.session.assessment().title
            suggested = free_path(documents_folder(), title)
        else:
            suggested = path.with_name(f"{path.stem}, copy.techmodel")
        chosen = ask.save_path(desk.window, "Save a copy", suggested)
        if chosen is None:
            return None
        try:
            check_not_itself(desk.workspace.session if desk.workspace else None, chosen)
            return write_copy(Copy(_content(workspace), chosen, desk.settings.now.role))
        except (TechmodelError, OSError) as error:
            desk.notice(COPY, str(error), "stop")
            return None


def _content(workspace: Workspace) -> bytes:
    """Everything a person gave, also what could not be made durable here yet (trust.md F03)."""
    data = workspace.session.serialize()
    if not workspace.waiting.things:
        return data
    scratch = Session(AssessmentFile.scratch(data), now=workspace.session.now)
    workspace.waiting.run_on(scratch)
    data = scratch.serialize()
    scratch.close()
    return data
