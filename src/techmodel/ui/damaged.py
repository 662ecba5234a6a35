"""A document that is damaged: left as it is; a complete copy is offered, with its time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.core.errors import SealBroken, TechmodelError
from techmodel.session.backups import good_copy, save_copy
from techmodel.session.session import Session, utc_now
from techmodel.session.unsealed import look_at_unsealed
from techmodel.settings import documents_folder
from techmodel.store.reading import read_document
from techmodel.ui import ask
from techmodel.ui.desk import OPENING
from techmodel.ui.differences.model import Two
from techmodel.ui.looking import Sight
from techmodel.ui.naming import free_path
from techmodel.ui.widgets.notices import Choice
from techmodel.wording import damaged as wording

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from techmodel.core.errors import DamagedFile
    from techmodel.session.backups import Backup
    from techmodel.session.unsealed import Unsealed
    from techmodel.ui.desk import Desk

DAMAGED = OPENING
"""The key of the notice about a damaged document; another problem of opening replaces it."""


class Damaged(QObject):
    """Says what is damaged and offers what there is, for the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def offer(self, path: Path, error: DamagedFile) -> None:
        """Say that a document is damaged; offer its newest complete copy, and to look at it."""
        backup = good_copy(path)
        choices = []
        if backup is not None:
            verb = wording.open_copy(backup.at, _now())
            choices.append(Choice(verb, partial(self._open_copy, path, backup), "primary"))
        if isinstance(error, SealBroken):
            choices.append(Choice(wording.LOOK_ANYWAY, partial(self._look, path)))
        told = wording.offer(str(error), backup.at if backup else "", _now())
        self._desk.notice(DAMAGED, told, "stop", choices)

    def _open_copy(self, path: Path, backup: Backup) -> None:
        """Save the copy beside the damaged document, and open it."""
        desk = self._desk
        name = wording.copy_name(path.stem, backup.at, _now())
        try:
            there = free_path(path.parent, name)
            save_copy(backup, there)
        except (TechmodelError, OSError):
            suggested = free_path(documents_folder(), name)
            chosen = ask.save_path(desk.window, "Save the complete copy", suggested)
            if chosen is None or not self._saved(backup, chosen):
                return
            there = chosen
        desk.open(there)

    def _saved(self, backup: Backup, there: Path) -> bool:
        try:
            save_copy(backup, there)
        except TechmodelError as error:
            self._desk.notice(DAMAGED, str(error), "stop")
            return False
        return True

    def _look(self, path: Path) -> None:
        """Look at a document whose seal does not match; it cannot be worked on."""
        try:
            found = look_at_unsealed(path)
        except TechmodelError as error:
            self._desk.notice(DAMAGED, str(error), "stop")
            return
        backup, choices = found.backup, []
        if backup is not None:
            if found.differs is not None:
                show = partial(self._show_differences, found, backup)
                choices.append(Choice(wording.DIFFERS, show))
            verb = wording.open_copy(backup.at, _now())
            choices.append(Choice(verb, partial(self._open_copy, path, backup)))
        banner = wording.unsealed_banner(path.name)
        name = wording.unsealed_title(path.name)
        self._desk.stage.look_at(Sight(found.session, banner, name, choices=choices))

    def _show_differences(self, found: Unsealed, backup: Backup) -> None:
        try:
            before = Session(read_document(backup.path))
        except TechmodelError as error:
            self._desk.notice(DAMAGED, str(error), "stop")
            return
        words = wording.copy_words(backup.at, _now()), wording.THIS_FILE
        two = Two(before, found.session, *words)
        self._desk.stage.compare(two)


def _now() -> datetime:
    return utc_now().astimezone()
