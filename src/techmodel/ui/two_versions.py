"""Two versions of one assessment: another file merged, a document that somebody else has saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.core.errors import OtherAssessment, TechmodelError
from techmodel.core.merge import changes_nothing
from techmodel.session.merging import Other, find_merge, read_other
from techmodel.session.versions import adopt, find_theirs, their_version
from techmodel.ui import ask
from techmodel.ui.differences.model import Two
from techmodel.ui.looking import Sight
from techmodel.ui.widgets.notices import Choice
from techmodel.wording import versions as wording

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from techmodel.session.versions import Theirs
    from techmodel.store.working_file import Document
    from techmodel.ui.desk import Desk
    from techmodel.ui.merge.bring_in import BringInPage
    from techmodel.ui.merge.page import MergePage

MERGED, MERGING, VERSIONS = "merged", "merging", "versions"
"""Keys of notices: about a merge that is done, one that cannot be, and which version is main."""


class TwoVersions(QObject):
    """Merges, looks at and takes over other versions, for the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def ask_and_merge(self) -> None:
        """Ask for another file of this assessment, and show how the two differ."""
        desk = self._desk
        path = ask.open_path(desk.window, "Merge another file", desk.path.parent)
        if path is not None:
            self.merge_file(path)

    def merge_file(self, path: Path) -> None:
        """Show how another file of this assessment differs, to be merged."""
        try:
            other = read_other(path)
        except TechmodelError as error:
            self._desk.notice(MERGING, str(error), "stop")
            return
        self.merge(other)

    def merge(self, other: Other, then: Callable[[], object] | None = None) -> None:
        """Show how a version differs, to be merged; `then` is done when it is."""
        desk, workspace = self._desk, self._desk.workspace
        if workspace is None:
            return
        try:
            find_merge(workspace.session, other)
        except OtherAssessment as error:
            bring = Choice(wording.BRING_IN, lambda: self.bring_in(other))
            desk.notice(MERGING, str(error), "warn", [bring])
        except TechmodelError as error:
            desk.notice(MERGING, str(error), "stop")
        else:
            self._run(desk.makers.merge(workspace, other), then)

    def bring_in(self, other: Other) -> None:
        """Show which organisations of another assessment could come in as new ones."""
        desk, workspace = self._desk, self._desk.workspace
        if workspace is not None and desk.window.frame.may_leave():
            desk.window.frame.notices.clear(MERGING)
            self._run(desk.makers.newcomers(workspace, other))

    def _run(
        self, page: MergePage | BringInPage, then: Callable[[], object] | None = None
    ) -> None:
        """Show a page until it is finished or left; `then` is done when it is finished."""
        desk = self._desk

        def finish() -> None:
            if then is not None:
                then()
            desk.window.frame.back_at_once()
            desk.stage.offer_undo(MERGED, page.said)

        page.finished.connect(finish)
        page.cancelled.connect(desk.window.frame.back_at_once)
        desk.stage.show_page(page, page.name)

    def merge_theirs(self) -> None:
        """Merge what somebody else has saved; then publishing goes on over it."""
        found, document = self._theirs()
        if found is None or document is None:
            return
        other = Other(found.path, found.session)
        if self._is_older(other):
            keep = Choice(wording.KEEP_MINE, self.keep_mine)
            said = wording.older_banner(found.path.name)
            self._desk.notice(VERSIONS, said, "warn", [keep])
            return
        self.merge(other, lambda: self._take_over(document, found))

    def see_theirs(self) -> None:
        """Look at what somebody else has saved; ours stays open beneath."""
        found, _ = self._theirs()
        if found is not None:
            changed = found.session.last_change()
            self._desk.stage.look_at(
                Sight(
                    found.session,
                    wording.theirs_banner(found.path.name, f"{changed:%H:%M}"),
                    wording.theirs_title(found.path.name),
                    choices=[Choice(wording.COMPARE, self._compare)],
                    back=wording.BACK_TO_MINE,
                )
            )

    def keep_mine(self) -> None:
        """Let ours be the main one; theirs is kept among the backups."""
        found, document = self._theirs()
        if found is not None and document is not None and self._take_over(document, found):
            self._desk.notice(VERSIONS, wording.MINE_IS_MAIN, "done")

    def compare_with(self, path: Path) -> None:
        """Show what differs between a file and what is open."""
        workspace = self._desk.workspace
        if workspace is None:
            return
        try:
            theirs = their_version(path)
        except TechmodelError as error:
            self._desk.notice(VERSIONS, str(error), "stop")
            return
        self._show(Two(theirs, workspace.session, path.name, wording.MINE))

    def _is_older(self, other: Other) -> bool:
        """Whether a version of this assessment holds nothing that ours does not."""
        workspace = self._desk.workspace
        if workspace is None:
            return False
        try:
            return changes_nothing(find_merge(workspace.session, other))
        except TechmodelError:
            return False  # merging says why

    def _compare(self) -> None:
        theirs, mine = self._desk.stage.seen, self._desk.workspace
        if theirs is not None and mine is not None:
            self._show(Two(theirs.session, mine.session, wording.THEIRS, wording.MINE))

    def _show(self, two: Two) -> None:
        self._desk.stage.compare(two)

    def _theirs(self) -> tuple[Theirs | None, Document | None]:
        """The document as it is on disk, and ours; nothing, and a sentence, if it is not whole."""
        workspace = self._desk.workspace
        document = workspace.session.document if workspace else None
        if document is None:
            return None, None
        try:
            return find_theirs(document.path), document
        except TechmodelError as error:
            self._desk.notice(VERSIONS, str(error), "stop")
            return None, None

    def _take_over(self, document: Document, found: Theirs) -> bool:
        """Go on over their version, which goes to the backups; whether that could be done."""
        workspace = self._desk.workspace
        try:
            adopt(document, found)
        except TechmodelError as error:
            self._desk.notice(VERSIONS, str(error), "stop")
            return False
        if workspace is not None:
            workspace.publisher.go_on()
        return True
