"""From the filled button to files on disk: the place, what is there already, and telling."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths

from techmodel.core.errors import TechmodelError
from techmodel.session.exports import (
    ExportJob,
    ExportKind,
    checked_name,
    export_name,
    export_paths,
    free_stem,
)
from techmodel.ui import ask
from techmodel.ui.announce import announce
from techmodel.ui.reports.exporting import Exporting
from techmodel.ui.reports.texts import done_words, exists_words, progress_words

if TYPE_CHECKING:
    from techmodel.core.report import Report
    from techmodel.session.exports import Exported
    from techmodel.ui.reports.export_panel import ExportPanel
    from techmodel.ui.workspace import Workspace

REPLACE, KEEP = "replace", "keep"
ANY_FILE = "All files (*)"


class Sending(QObject):
    """What the export panel sets off.

    Attributes:
        folder: where the files go.
        stem: their name without ending; made from title and day until a person changes it.
    """

    def __init__(self, workspace: Workspace, panel: ExportPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._report: Report | None = None
        self._counts = [0, 0]
        self._typed = ""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
        self._exporting = Exporting(workspace, self)
        self._exporting.started.connect(self._on_started)
        self._exporting.done.connect(self._on_done)
        self._exporting.failed.connect(self._on_failed)
        self._exporting.finished.connect(self._on_finished)
        panel.export_wanted.connect(self._on_export)
        panel.place_wanted.connect(self._on_place)

    @property
    def stem(self) -> str:
        """The name of the files without ending."""
        if self._typed or self._report is None:
            return self._typed
        return export_name(self._report.assessment.title, self._report.today)

    @property
    def busy(self) -> bool:
        """Whether exports are under way."""
        return self._exporting.busy

    def show_report(self, report: Report) -> None:
        """Send this report from now on."""
        self._report = report
        self._panel.show_report(report)
        self._panel.show_place(self.folder, self.stem)

    def _on_place(self) -> None:
        """Ask for folder and name in one; an ending of ours that is typed is left out."""
        path = ask.save_path(
            self._panel.window(), "Where to export to", self.folder / self.stem, ANY_FILE
        )
        if path is None:
            return
        endings = {f".{kind.value}" for kind in ExportKind}
        name = path.stem if path.suffix.lower() in endings else path.name
        try:
            self._typed = checked_name(name)
        except TechmodelError as error:
            self._panel.tell(str(error), busy=False)
            return
        self.folder = path.parent
        self._panel.tell("", busy=False)
        self._panel.show_place(self.folder, self.stem)

    def _on_export(self) -> None:
        if self._report is None or self.busy or not self._panel.kinds:
            return
        stem, force = self._settle_existing()
        if not stem:
            return
        paths = export_paths(self.folder, stem, self._panel.kinds)
        self._counts = [0, 0]
        self._panel.results.clear()
        self._exporting.start(
            [
                ExportJob(self._report, path, kind, force=force)
                for path, kind in zip(paths, self._panel.kinds, strict=True)
            ]
        )

    def _settle_existing(self) -> tuple[str, bool]:
        """The name to use and whether to replace; "" when a person thinks again."""
        kinds = self._panel.kinds
        there = [p.name for p in export_paths(self.folder, self.stem, kinds) if p.exists()]
        if not there:
            return self.stem, False
        free = free_stem(self.folder, self.stem, kinds)
        choice = ask.choose(
            self._panel.window(),
            exists_words(there, self.folder),
            [(KEEP, f"Export as “{free}”"), (REPLACE, "Replace")],
        )
        if choice == KEEP:
            return free, False
        return (self.stem, True) if choice == REPLACE else ("", False)

    def _on_started(self, job: ExportJob, number: int, total: int) -> None:
        self._say(progress_words(job.kind, number, total), busy=True)

    def _on_done(self, exported: Exported) -> None:
        self._counts[0] += 1
        self._panel.results.add_done(exported)

    def _on_failed(self, _: ExportJob, sentence: str) -> None:
        self._counts[1] += 1
        self._panel.results.add_failed(sentence)

    def _on_finished(self) -> None:
        self._say(done_words(*self._counts), busy=False)
        self._panel.show_results()

    def _say(self, sentence: str, *, busy: bool) -> None:
        self._panel.tell(sentence, busy=busy)
        announce(self._panel, sentence)
