"""The pages that open from menus over the present place: what leads to them, and on from them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.ui.two_versions import TwoVersions
from techmodel.wording.history import as_it_was as as_it_was_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.ui.backups.opening import Backups
    from techmodel.ui.checklist_update.books import ChecklistBooks
    from techmodel.ui.checklist_update.opening import OtherChecklists
    from techmodel.ui.desk import Desk
    from techmodel.ui.learning.opening import Guides
    from techmodel.ui.requirements.opening import Requirements
    from techmodel.ui.returning.opening import ComingBack
    from techmodel.ui.workspace import Workspace


class Extras(QObject):
    """Opens pages from the menus, for the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    @cached_property
    def versions(self) -> TwoVersions:
        """Merges other files, and deals with a document that somebody else has saved."""
        return TwoVersions(self._desk)

    @cached_property
    def backups(self) -> Backups:
        """The page of backups, and what it leads to."""
        from techmodel.ui.backups.opening import Backups  # noqa: PLC0415 - seldom wanted

        return Backups(self._desk)

    @cached_property
    def coming_back(self) -> ComingBack:
        """Brings edited workbooks back."""
        from techmodel.ui.returning.opening import ComingBack  # noqa: PLC0415 - seldom wanted

        return ComingBack(self._desk)

    @cached_property
    def checklists(self) -> OtherChecklists:
        """Offers other versions of the checklist."""
        from techmodel.ui.checklist_update.opening import (  # noqa: PLC0415 - seldom wanted
            OtherChecklists,
        )

        return OtherChecklists(self._desk)

    @cached_property
    def books(self) -> ChecklistBooks:
        """Checklists as workbooks."""
        from techmodel.ui.checklist_update.books import ChecklistBooks  # noqa: PLC0415 - seldom

        return ChecklistBooks(self._desk)

    @cached_property
    def guides(self) -> Guides:
        """The page of guides."""
        from techmodel.ui.learning.opening import Guides  # noqa: PLC0415 - seldom wanted

        return Guides(self._desk)

    @cached_property
    def requirements(self) -> Requirements:
        """What care models ask for."""
        from techmodel.ui.requirements.opening import Requirements  # noqa: PLC0415 - seldom

        return Requirements(self._desk)

    def open(self, key: str) -> None:
        """Do what an action of the menus leads to, by its key."""
        versions = self.versions
        ways: dict[str, Callable[[], object]] = {
            "save_copy": self._desk.copies.save,
            "history": self._show_history,
            "rounds": self._show_rounds,
            "conditions": self._show_conditions,
            "backups": self.backups.show,
            "names": self._show_names,
            "bring_back": self.coming_back.ask_and_bring,
            "update_checklist": self.checklists.show,
            "merge": versions.ask_and_merge,
            "merge_theirs": versions.merge_theirs,
            "see_theirs": versions.see_theirs,
            "keep_mine": versions.keep_mine,
        }
        if key == "save_copy" or self._desk.window.frame.may_leave():
            ways[key]()

    def _show_history(self) -> None:
        shown = self._desk.stage.seen
        if shown is not None:
            page = self._desk.makers.history(shown)
            page.look_wanted.connect(self._on_look_wanted)
            self._desk.stage.show_page(page, "History")

    def _show_rounds(self) -> None:
        workspace = self._desk.workspace
        if workspace is not None:
            page = self._desk.makers.rounds(workspace)
            page.look_wanted.connect(self._on_look_wanted)
            self._desk.stage.show_page(page, "Rounds")

    def _show_conditions(self) -> None:
        shown = self._desk.stage.seen
        if shown is not None:
            page = self._desk.makers.conditions(shown)
            self._desk.stage.show_page(page, page.name)

    def _show_names(self) -> None:
        workspace = self._desk.workspace
        if workspace is not None:
            self._desk.stage.show_page(self._desk.makers.names(workspace), "Names")

    def _on_look_wanted(self, revision: int) -> None:
        shown = self._desk.stage.seen
        if shown is not None:
            self._desk.look(shown.session.as_of(revision), as_it_was(shown, revision))


def as_it_was(workspace: Workspace, revision: int) -> str:
    """The banner of an earlier time: "As it was on 3 March 2026 14:03, after ‘...’. ..."."""
    batches = workspace.session.batches()
    batch = next((b for b in batches if b.revision == revision), None)
    return as_it_was_after(batch) if batch else f"As it was after change {revision:,}."
