"""Exporting several files one after the other in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from techmodel.core.errors import TechmodelError
from techmodel.session.exports import Exported, ExportJob, export_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.ui.workspace import Workspace


class Exporting(QObject):
    """Runs jobs in the workspace's worker, one at a time.

    Signals:
        started(object, int, int): a job (`ExportJob`) began; its number and how many there are.
        done(object): a file was written and read back; carries the `Exported`.
        failed(object, str): a job could not be done; with the sentence.
        finished(): nothing is left to do.
    """

    started = Signal(object, int, int)
    done = Signal(object)
    failed = Signal(object, str)
    finished = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs: list[ExportJob] = []
        self._at = 0

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._at < len(self._jobs)

    def start(self, jobs: Sequence[ExportJob]) -> None:
        """Do these jobs; not while others are under way."""
        self._jobs, self._at = list(jobs), 0
        self._next()

    def _next(self) -> None:
        if not self.busy:
            self.finished.emit()
            return
        job = self._jobs[self._at]
        self.started.emit(job, self._at + 1, len(self._jobs))
        self._workspace.work(_run, job, self._on_done)

    def _on_done(self, result: Exported | BaseException) -> None:
        job = self._jobs[self._at]
        self._at += 1
        if isinstance(result, Exported):
            self.done.emit(result)
        elif isinstance(result, TechmodelError | OSError):
            self.failed.emit(job, str(result))
        else:
            self.failed.emit(job, f"'{job.path.name}' was not written.")
            self._next()
            raise result
        self._next()


def _run(job: object) -> Exported:
    assert isinstance(job, ExportJob)
    return export_report(job)
