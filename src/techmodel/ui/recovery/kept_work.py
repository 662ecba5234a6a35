"""A document with kept work: it is shown before anything is opened or published."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.core.errors import DamagedFile, TechmodelError, WorkLeft
from techmodel.session.backups import Reason, copies_of
from techmodel.session.kept import discard, find_kept, is_there, look_at_kept, save_kept_as
from techmodel.session.merging import Other
from techmodel.settings import documents_folder
from techmodel.store.working_file import Leftover
from techmodel.ui import ask
from techmodel.ui.days import when_words
from techmodel.ui.desk import OPENING
from techmodel.ui.differences.model import Two
from techmodel.ui.frame.frame import Place
from techmodel.ui.frame.rail import PlaceName
from techmodel.ui.looking import Sight
from techmodel.ui.naming import free_path
from techmodel.ui.opening import open_document
from techmodel.ui.recovery.story import Story, read_story
from techmodel.ui.widgets.notices import Choice
from techmodel.wording import kept as wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from techmodel.core.errors import FileProblem
    from techmodel.session.kept import Kept
    from techmodel.ui.desk import Desk
    from techmodel.ui.opening import Opened
    from techmodel.ui.recovery.page import RecoveryPage
    from techmodel.ui.workspace import Workspace

KEPT = PlaceName("start", "Kept work", "history")
"""It stands in the rail where else Start is, as long as a choice is open."""
TROUBLE = OPENING
"""The key of the notice about kept work that could not be dealt with, one of opening."""


class KeptWork(QObject):
    """Shows kept work for reading, and carries out what a person chooses; Esc chooses nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._story: Story | None = None

    def offer(self, path: Path, error: FileProblem) -> bool:
        """Show the kept work of a document that could not be opened; whether there is any."""
        if not isinstance(error, WorkLeft | DamagedFile) and path.is_file():
            return False
        found = find_kept(self._desk.how().work, path)
        story = read_story(found) if found else None
        if story is None or (story.work is None and story.saved is None):
            return False
        self._show(story)
        return True

    def show(self, kept: Kept) -> None:
        """Show one kept work, whose document may be gone."""
        if not is_there(kept):
            self._forget(kept)
            return
        try:
            story = read_story([kept])
        except TechmodelError as error:
            self._desk.notice(TROUBLE, str(error), "stop")
            return
        if story.work is None and story.saved is None:
            choice = Choice(wording.PUT_AWAY, partial(self._put_away, story))
            self._desk.notice(TROUBLE, wording.DAMAGED_ALONE, "stop", [choice])
        else:
            self._show(story)

    def _forget(self, kept: Kept) -> None:
        """Say that a line of Start has been overtaken, and list anew what is kept."""
        if self._desk.window.has_frame:
            self._desk.window.frame.go("start")
        said = wording.PUT_ASIDE if _is_put_aside(kept) else wording.NO_LONGER_KEPT
        self._desk.notice(TROUBLE, said, "done")

    def _put_away(self, story: Story) -> None:
        if self._put_aside(story):
            self._desk.window.frame.notices.clear(TROUBLE)
            self._desk.window.frame.go("start")

    def _show(self, story: Story) -> None:
        session = story.work or story.saved
        assert session is not None
        self._story = story
        now = session.now().astimezone()
        saving = f"Kept {wording.moment_words(story.kept.until.astimezone(), now)}"
        sight = Sight(
            session=session,
            banner=self._banner(story, now),
            name=story.kept.document.name or story.kept.title,
            saving=saving if story.work else "Only to look at",
            choices=self._choices(story),
            back=wording.NOT_NOW,
            first=self._place,
        )
        self._desk.stage.look_at(sight)

    def _place(self, workspace: Workspace) -> Place:
        assert self._story is not None
        return Place(KEPT, partial(self._made, workspace, self._story))

    def _made(self, workspace: Workspace, story: Story, parent: QWidget) -> RecoveryPage:
        page = self._desk.makers.kept(workspace, story, parent)
        page.backups_wanted.connect(partial(self._show_backups, story.kept.document))
        return page

    def _show_backups(self, document: Path) -> None:
        self._desk.extras.backups.show(document)

    def _banner(self, story: Story, now: datetime) -> str:
        kept, file = story.kept, story.kept.document
        until = wording.moment_words(kept.until.astimezone(), now)
        if story.work is None:
            return wording.damaged_banner(file.name)
        if story.saved is None:
            if story.trouble:
                return f"We kept your work. Everything up to {until} is here. {story.trouble}"
            return wording.gone_banner(until, file.name, str(file.parent) if file.name else "")
        if story.both:
            return wording.changed_banner(until, file.name)
        closed = when_words(kept.closed.astimezone(), now) if kept.closed else ""
        return wording.kept_banner(until, closed, file.name)

    def _choices(self, story: Story) -> list[Choice]:
        if story.work is None:
            return [Choice(wording.OPEN_FILE, self._on_file, "primary")]
        if story.saved is None:
            return [Choice(wording.SAVE_AS, self._on_save_as, "primary")]
        choices = [
            Choice(wording.FILE_INSTEAD, self._on_file, "quiet"),
            Choice(wording.COMPARE, self._on_compare),
            Choice(wording.GO_ON, self._on_go_on, "primary"),
        ]
        if story.both:
            choices.insert(2, Choice(wording.MERGE, self._on_merge))
        return choices

    def remind(self, path: Path) -> None:
        """A document is only open for reading: say what work on it is kept, if any is."""
        found = [k for k in find_kept(self._desk.how().work, path) if not k.damaged]
        if found:
            choice = Choice(wording.SAVE_AS, partial(self._save_as, found[0]))
            self._desk.notice(TROUBLE, wording.STILL_KEPT, "warn", [choice])

    def _on_go_on(self) -> None:
        """Go on with the kept work: only now is it opened, and only then published."""
        story = self._story
        if story is not None:
            self._desk.show(partial(self._opened, story))

    def _opened(self, story: Story) -> Opened | None:
        """The kept work, open; None where something came in between and is asked about anew."""
        left = Leftover.TAKE_UP if story.kept.continues else Leftover.RECOVER
        how, path = replace(self._desk.how(), leftover=left), story.kept.document
        try:
            return open_document(self._desk.window, path, how)
        except WorkLeft as error:
            if self.offer(path, error):
                return None
            raise

    def _on_file(self) -> None:
        """Go on with the file; the kept work goes to the backups first."""
        story = self._story
        if story is not None and self._put_aside(story):
            self._desk.open(story.kept.document)

    def _put_aside(self, story: Story) -> bool:
        try:
            for kept in (story.kept, *story.others):
                discard(kept)
        except TechmodelError as error:
            self._desk.notice(TROUBLE, str(error), "stop")
            return False
        return True

    def _on_compare(self) -> None:
        story = self._story
        if story is not None and story.work is not None and story.saved is not None:
            two = Two(story.saved, story.work, "Saved file", "Kept work")
            self._desk.stage.compare(two)

    def _on_merge(self) -> None:
        """Open the file and merge the kept work into it, which is among the backups by then."""
        story = self._story
        if story is None:
            return
        try:
            other = Other(Path(KEPT.word), look_at_kept(story.kept))
        except TechmodelError as error:
            self._desk.notice(TROUBLE, str(error), "stop")
            return
        if self._put_aside(story) and self._desk.open(story.kept.document):
            self._desk.extras.versions.merge(other)

    def _on_save_as(self) -> None:
        if self._story is not None:
            self._save_as(self._story.kept)

    def _save_as(self, kept: Kept) -> None:
        """Save kept work as a document of its own, and open that."""
        suggested = free_path(documents_folder(), kept.title or "Kept work")
        path = ask.save_path(self._desk.window, "Save the kept work", suggested)
        if path is None:
            return
        try:
            saved = save_kept_as(kept, path)
        except TechmodelError as error:
            self._desk.notice(TROUBLE, str(error), "stop")
            return
        self._desk.open(saved)


def _is_put_aside(kept: Kept) -> bool:
    """Whether kept work is among the backups of its document."""
    since = kept.until.replace(microsecond=0)
    copies = [c for c in copies_of(kept.document) if c.reason == Reason.DISCARDED]
    return any(datetime.fromisoformat(copy.at) >= since for copy in copies)
