"""Saves checklists as workbooks, and brings workbooks in, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.core.checklist_versions import in_use
from techmodel.core.errors import TechmodelError
from techmodel.session.checklist_books import (
    ChecklistBook,
    Older,
    bring_up_to_date,
    read_book,
    save_book,
)
from techmodel.session.content import WORKBOOK
from techmodel.ui import ask
from techmodel.ui.worker import Worker
from techmodel.wording import checklist_books as wording

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.ui.checklist_update.book_page import ChecklistBookPage
    from techmodel.ui.desk import Desk

BOOK = "checklist-book"
"""The key of notices about workbooks of checklists."""


class ChecklistBooks(QObject):
    """Checklists as workbooks, for the desk; it works with an assessment open and without.

    Attributes:
        worker: runs what takes long.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._page: ChecklistBookPage | None = None
        self.worker = Worker(self)

    def ask_and_save(self) -> None:
        """Ask where to, and write the checklist of what is shown, else the program's own."""
        desk, shown = self._desk, self._desk.stage.seen
        checklist = shown.session.assessment().checklist if shown else None
        suggested = desk.folder() / wording.SUGGESTED
        path = ask.save_path(desk.window, wording.SAVE, suggested, wording.BOOKS)
        if path is not None:
            desk.notice(BOOK, wording.WRITING, "done")
            self.worker.start(save_book, (checklist, path), self._on_saved)

    def ask_and_bring(self) -> None:
        """Ask for a workbook, and show what it holds."""
        desk = self._desk
        path = ask.open_path(desk.window, wording.BRING, desk.folder(), wording.BOOKS)
        if path is not None:
            self.bring(path)

    def bring(self, path: Path) -> None:
        """Show what a workbook holds, or everything that is wrong with it."""
        self._desk.notice(BOOK, wording.READING, "done")
        self.worker.start(read_book, path, self._on_read)

    def _on_renew(self) -> None:
        """Ask what the version was made from, and where to; then bring it up to date."""
        desk, page = self._desk, self._page
        if page is None or page.book.checklist is None:
            return
        path, own = page.book.path, page.book.checklist
        base = ask.open_path(desk.window, wording.BASE, path.parent, wording.CHECKLISTS)
        suggested = path.with_stem(f"{path.stem}, {wording.RENEWED_STEM}")
        to = base and ask.save_path(desk.window, wording.RENEWED, suggested, wording.BOOKS)
        if base is not None and to is not None:
            base = base if base.suffix.lower() == WORKBOOK else base.parent
            desk.notice(BOOK, wording.WRITING, "done")
            self.worker.start(bring_up_to_date, Older(own, base, to), self._on_read)

    def _on_saved(self, found: Path | BaseException) -> None:
        if not self._failed(found):
            assert not isinstance(found, BaseException)
            self._desk.notice(BOOK, wording.saved(found.name), "done")

    def _on_read(self, found: ChecklistBook | BaseException) -> None:
        frame = self._desk.window.frame
        frame.notices.clear(BOOK)
        if self._failed(found):
            return
        assert isinstance(found, ChecklistBook)
        if self._page is not None and frame.page is self._page:
            self._page.show_book(found)
        elif frame.may_leave():
            self._show(found)

    def _show(self, book: ChecklistBook) -> None:
        desk = self._desk
        may_update = desk.window.actions_.update_checklist.isEnabled()
        is_open = desk.workspace is not None and may_update
        page = desk.makers.checklist_book(book, is_open=is_open)
        page.cancelled.connect(desk.window.frame.back_at_once)
        page.again_wanted.connect(lambda: self.bring(page.book.path))
        page.new_wanted.connect(self._on_new)
        page.renew_wanted.connect(self._on_renew)
        page.update_wanted.connect(self._on_update)
        self._page = page
        desk.stage.show_page(page, page.name)

    def _failed(self, found: object) -> bool:
        """Say a known problem; whether there was one. Others are raised."""
        if isinstance(found, TechmodelError | OSError):
            self._desk.notice(BOOK, str(found), "stop")
            return True
        if isinstance(found, BaseException):
            raise found
        return False

    def _on_new(self) -> None:
        if self._page is not None and self._page.book.checklist is not None:
            self._desk.start_new(in_use(self._page.book.checklist))

    def _on_update(self) -> None:
        if self._page is not None and self._page.book.checklist is not None:
            self._desk.extras.checklists.offer(in_use(self._page.book.checklist))
