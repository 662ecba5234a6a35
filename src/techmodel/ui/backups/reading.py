"""Looking into backups in the background, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from techmodel.core.errors import TechmodelError
from techmodel.session.session import Session
from techmodel.store.working_file import read_document
from techmodel.ui.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techmodel.session.backups import Backup


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in a backup: how many pairs are answered and asked; or why it cannot be used."""

    answered: int = 0
    asked: int = 0
    problem: str = ""


def read_inside(backup: Backup) -> Inside:
    """Read a backup and check it from the first byte to the last."""
    try:
        session = Session(read_document(backup.path))
    except (TechmodelError, OSError) as error:
        return Inside(problem=str(error))
    try:
        rows = session.gaps().organisations
        return Inside(sum(r.known for r in rows), sum(r.asked for r in rows))
    except TechmodelError as error:
        return Inside(problem=str(error))
    finally:
        session.close()


class Reader(QObject):
    """Reads backups in a row of its own, so that publishing never waits for it.

    Signals:
        read(object, object): a Backup, and what is Inside.
    """

    read = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.worker = Worker(self)
        self._left: list[Backup] = []

    def start(self, backups: Iterable[Backup]) -> None:
        """Read these, in their order, in place of those still to be read."""
        self._left = list(backups)
        if not self.worker.busy:
            self._next()

    def _next(self) -> None:
        if self._left:
            backup = self._left.pop(0)
            self.worker.start(_read, backup, self._on_read)

    def _on_read(self, result: tuple[Backup, Inside] | BaseException) -> None:
        if isinstance(result, BaseException):
            raise result
        self.read.emit(*result)
        self._next()


def _read(backup: Backup) -> tuple[Backup, Inside]:
    return backup, read_inside(backup)
