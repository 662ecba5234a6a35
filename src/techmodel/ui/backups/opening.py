"""What the page of backups leads to: looking, comparing, merging, saving, going back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.core.errors import TechmodelError
from techmodel.session.backups import save_copy
from techmodel.session.merging import Other
from techmodel.session.session import Session
from techmodel.settings import documents_folder
from techmodel.store.working_file import read_document
from techmodel.ui import ask
from techmodel.ui.differences.model import Two
from techmodel.ui.looking import Sight
from techmodel.ui.naming import free_path
from techmodel.wording import backups_page as wording

if TYPE_CHECKING:
    from datetime import datetime

    from techmodel.session.backups import Backup
    from techmodel.ui.desk import Desk

BACKUP = "backup"
"""The key of the notice about a backup."""
NOW = "Now"


class Backups(QObject):
    """Shows the page of backups and carries out what it asks for, for the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def show(self, document: Path | None = None) -> None:
        """Show the backups of what is shown; `document` where nothing is open for work."""
        desk, shown = self._desk, self._desk.stage.seen
        if shown is None:
            return
        page = desk.makers.backups(shown, document or desk.path)
        page.look_wanted.connect(self._on_look_wanted)
        page.differences_wanted.connect(self._on_differences_wanted)
        page.merge_wanted.connect(self._on_merge_wanted)
        page.save_wanted.connect(self._on_save_wanted)
        page.taken_back.connect(self._on_taken_back)
        page.alike.connect(self._on_alike)
        desk.stage.show_page(page, page.name)

    def _on_look_wanted(self, backup: Backup) -> None:
        session = self._read(backup)
        if session is not None:
            now, name = self._now(session), Path(backup.document).name
            sight = Sight(
                session,
                wording.inside_banner(backup.at, now),
                wording.inside_title(name, backup.at, now),
            )
            self._desk.stage.look_at(sight)

    def _on_differences_wanted(self, backup: Backup) -> None:
        session, shown = self._read(backup), self._desk.stage.seen
        if session is not None and shown is not None:
            name = wording.version_name(backup.at, self._now(session))
            two = Two(session, shown.session, name, NOW)
            self._desk.stage.compare(two)

    def _on_merge_wanted(self, backup: Backup) -> None:
        session = self._read(backup)
        if session is not None:
            name = wording.version_name(backup.at, self._now(session))
            self._desk.extras.versions.merge(Other(Path(name), session))

    def _on_save_wanted(self, backup: Backup) -> None:
        desk, document = self._desk, Path(backup.document)
        suggested = free_path(documents_folder(), f"{document.stem}, backup")
        path = ask.save_path(desk.window, "Save the backup", suggested)
        if path is None:
            return
        try:
            save_copy(backup, path)
        except TechmodelError as error:
            desk.notice(BACKUP, str(error), "stop")
        else:
            desk.notice(BACKUP, f"The backup was saved as {path.name}.", "done")

    def _on_taken_back(self, backup: Backup) -> None:
        desk, workspace = self._desk, self._desk.workspace
        if workspace is not None:
            said = wording.back_words(backup.at, self._now(workspace.session))
            desk.stage.offer_undo(BACKUP, said)

    def _on_alike(self, backup: Backup) -> None:
        desk, workspace = self._desk, self._desk.workspace
        if workspace is not None:
            said = wording.alike_words(backup.at, self._now(workspace.session))
            desk.notice(BACKUP, said, "done")

    def _read(self, backup: Backup) -> Session | None:
        try:
            return Session(read_document(backup.path))
        except TechmodelError as error:
            self._desk.notice(BACKUP, str(error), "stop")
            return None

    @staticmethod
    def _now(session: Session) -> datetime:
        return session.now().astimezone()
