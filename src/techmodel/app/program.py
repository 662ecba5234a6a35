"""A running window: what its menus and its parts ask for, handed to those who do it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from techmodel.app.pages import Pages

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.session.kept import Kept
    from techmodel.settings import SettingsFile
    from techmodel.ui.desk import Desk
    from techmodel.ui.look import Look
    from techmodel.ui.main_window import MainWindow


class Program(QObject):
    """A running window. What is not needed for the first paint is imported when first wanted.

    Attributes:
        look, settings, window: the parts made at once.
    """

    def __init__(self, look: Look, settings: SettingsFile, window: MainWindow) -> None:
        super().__init__(window)
        self.look, self.settings, self.window = look, settings, window
        self._pages = Pages(self)
        self._desk: Desk | None = None
        self._connect()

    @property
    def desk(self) -> Desk:
        """What opens and closes assessments."""
        if self._desk is None:
            from techmodel.ui.desk import Desk

            self._desk = Desk(self.window, self.look, self.settings, self._pages)
        return self._desk

    def begin(self, file: Path | None, *, sample: bool = False) -> None:
        """Put the first thing into the window: a document, the sample, or Start."""
        opened = self.desk.open(file) if file else sample and self.desk.try_sample()
        if not opened and not self.window.has_frame:
            self.show_start()

    def show_start(self) -> None:
        """Show the window without an assessment."""
        self._pages.show_start()

    def open(self, path: Path) -> None:
        """Open a document. This and what follows: the desk is made when it is first wanted."""
        self.desk.open(path)

    def show_kept(self, kept: Kept) -> None:
        """Show work that a crash left."""
        self.desk.kept_work.show(kept)

    def start_new(self) -> None:
        """Begin a new assessment."""
        self.desk.start_new()

    def ask_and_open(self) -> None:
        """Ask for a document and open it."""
        self.desk.ask_and_open()

    def try_sample(self) -> None:
        """Open the sample."""
        self.desk.try_sample()

    def find_missing(self, path: str) -> None:
        """Ask where a recent document is now."""
        self.desk.find_missing(path)

    def forget(self, path: str) -> None:
        """Take a document from the recent ones."""
        self.desk.forget(path)

    def finish_start(self) -> None:
        """After the first paint: what will be wanted next."""
        from techmodel.ui.crash import watch_crashes

        gc.enable()
        watch_crashes()
        self.window.setWindowIcon(QIcon(self.look.pixmap("app", "ink", 64)))

    def publish_at_once(self) -> bool:
        """At the end of the system's session: publish without asking; whether all is done."""
        return self._desk is None or self._desk.publish_at_once()

    def end(self) -> bool:
        """Told to end: publish without asking, let the document go; whether all is done."""
        self.window.closing.emit()
        return self._desk is None or self._desk.end()

    def saved_until(self) -> str:
        """Until when the open work is saved, "14:31"; "" when nothing is open."""
        workspace = self._desk.workspace if self._desk is not None else None
        return f"{workspace.session.last_change():%H:%M}" if workspace is not None else ""

    def _connect(self) -> None:
        a, window = self.window.actions_, self.window
        window.may_close = self._may_close
        window.file_wanted.connect(self.open)
        window.recent.aboutToShow.connect(self._on_recent_opens)
        a.new.triggered.connect(self.start_new)
        a.open.triggered.connect(self.ask_and_open)
        a.sample.triggered.connect(self.try_sample)
        a.save_checklist.triggered.connect(self._on_save_checklist)
        a.bring_checklist.triggered.connect(self._on_bring_checklist)
        a.settings.triggered.connect(self._on_settings)
        a.requirements.triggered.connect(self._on_requirements)
        a.guides.triggered.connect(self._on_guides)
        a.keys.triggered.connect(self._on_keys)
        a.log.triggered.connect(self._on_log)
        a.about.triggered.connect(self._on_about)

    def _may_close(self) -> bool:
        return self.window.may_leave_all() and (self._desk is None or self._desk.leave())

    def _on_recent_opens(self) -> None:
        self.window.list_recent([(r.path, r.title) for r in self.settings.now.recent])

    def _on_settings(self) -> None:
        from techmodel.ui.frame.extra import Extra
        from techmodel.ui.settings.page import SettingsPage

        page = SettingsPage(self.look, self.settings)
        self.window.frame.show_extra(Extra(self.look, page), "Settings")

    def _on_save_checklist(self) -> None:
        self.desk.extras.books.ask_and_save()

    def _on_bring_checklist(self) -> None:
        self.desk.extras.books.ask_and_bring()

    def _on_requirements(self) -> None:
        self.desk.extras.requirements.show()

    def _on_guides(self) -> None:
        self.desk.extras.guides.show()

    def _on_keys(self) -> None:
        from techmodel.ui.frame.keys_sheet import show_keys

        show_keys(self.window, self.look, letter_keys=self.settings.now.letter_keys)

    def _on_log(self) -> None:
        from techmodel.ui.problems import show_log

        show_log(self.window)

    def _on_about(self) -> None:
        from techmodel.ui.problems import show_about

        show_about(self.window)
