"""The plan as a workbook, from the button in the header: where to, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

from techmodel import __version__
from techmodel.core.errors import TechmodelError
from techmodel.session.exports import Exported, ExportJob, ExportKind, export_name, export_report
from techmodel.ui import ask
from techmodel.wording import plan_page as wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from techmodel.ui.workspace import Workspace

FILTER = "Excel workbooks (*.xlsx)"


class Exporting(QObject):
    """Asks where to and writes the workbook in the background.

    Signals:
        told(str): what is under way, or what came of it.
        failed(str): why nothing came of it.
        busy_changed(): it has begun, or is through.
    """

    told = Signal(str)
    failed = Signal(str)
    busy_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._page = workspace, parent
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
        self.busy = False

    def ask(self) -> None:
        """Ask where the workbook goes, and write it."""
        session = self._workspace.session
        name = export_name(session.assessment().title, session.plan.today())
        suggested = self._folder / f"{name}.xlsx"
        path = ask.save_path(self._page, wording.EXPORT, suggested, FILTER)
        if path is None or self.busy:
            return
        self._folder = path.parent
        self._begin(
            ExportJob(session.report(version=__version__), path, ExportKind.XLSX, force=True)
        )

    def _begin(self, job: ExportJob) -> None:
        self.busy = True
        self.busy_changed.emit()
        self.told.emit(wording.exporting(job.path.name))
        self._workspace.work(export_report, job, self._on_done)

    def _on_done(self, result: Exported | BaseException) -> None:
        self.busy = False
        self.busy_changed.emit()
        if isinstance(result, Exported):
            self.told.emit(wording.exported(result.path.name, str(result.path.parent)))
        elif isinstance(result, TechmodelError | OSError):
            self.failed.emit(str(result))
        else:
            raise result
