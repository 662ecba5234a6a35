"""The kept-work page: what happened, what is newer, and where every version is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.session.touched import Touched
from techmodel.ui.days import when_words
from techmodel.ui.look import XL, L, S
from techmodel.ui.page import Page
from techmodel.ui.recovery.model import (
    BESIDES,
    FILE,
    KEPT,
    NAME,
    AdditionsModel,
    ChipDelegate,
    has_more,
)
from techmodel.ui.recovery.versions import Versions
from techmodel.ui.widgets.scrolled import scrolled
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import words
from techmodel.ui.widgets.wrapped import WrappedRows
from techmodel.wording import kept as wording

if TYPE_CHECKING:
    from techmodel.session.session import Session
    from techmodel.ui.look import Look
    from techmodel.ui.recovery.story import Story
    from techmodel.ui.workspace import Workspace

MOST_ROWS = 9
"""The table scrolls by itself when there are more."""


class RecoveryPage(Page):
    """Kept work, the saved file and the backups side by side; choosing is the banner's.

    Signals:
        backups_wanted(): look into the backups.

    Attributes:
        table: what the kept work adds.
    """

    backups_wanted = Signal()
    name = "Kept work"
    icon = "history"
    cares = Touched.NONE

    def __init__(
        self, workspace: Workspace, look: Look, story: Story, parent: QWidget | None = None
    ) -> None:
        self._story = story
        super().__init__(workspace, look, parent)

    @override
    def question(self) -> str:
        return wording.QUESTION

    @override
    def headline(self) -> str:
        story = self._story
        if story.work is None:
            return wording.DAMAGED_HEADLINE
        if story.saved is None:
            return wording.TROUBLE_HEADLINE if story.trouble else wording.GONE_HEADLINE
        answers, others = story.answers, len(story.additions) - story.answers
        if story.both:
            return wording.changed_headline(answers, others)
        return wording.headline(answers, others)

    @override
    def refresh(self) -> None:
        self._versions.show_versions(self._told())
        self._fit()

    @override
    def focus_first(self) -> None:
        self.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self._versions if self.table.isHidden() else self.table,)

    @override
    def _build(self) -> None:
        story = self._story
        heading = wording.DIFFER if story.both else wording.ADDS
        self.table, label = self._additions(heading), words(heading, "heading")
        self._versions = Versions(self.look)
        inside = QFrame()
        column = QVBoxLayout(inside)
        column.setContentsMargins(XL, L, XL - S, L)
        column.setSpacing(S)
        column.addWidget(label)
        column.addWidget(self.table)
        column.addSpacing(L)
        column.addWidget(self._versions)
        column.addSpacing(L)
        column.addWidget(words(wording.NOTHING_DELETED, "quiet", wrap=True))
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        # not before they are in the page: they would be windows
        for widget in (label, self.table):
            widget.setVisible(bool(story.additions))

    def _additions(self, heading: str) -> Table:
        """The table of what differs."""
        rows, now = self._story.additions, self.workspace.session.now().astimezone()
        table = Table(self.look, heading)
        table.setModel(AdditionsModel(rows, now, table))
        WrappedRows(self.look, table).changed.connect(self._fit)
        for column in (FILE, KEPT):
            table.setItemDelegateForColumn(column, ChipDelegate(self.look, table))
        table.setColumnHidden(BESIDES, not any(has_more(row) for row in rows))
        heads = table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        return table

    @override
    def _connect(self) -> None:
        self._versions.backups_wanted.connect(self.backups_wanted)

    def _fit(self) -> None:
        """As many rows as there are, up to a number; then the table scrolls."""
        rows = range(min(len(self._story.additions), MOST_ROWS))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(sum(map(self.table.rowHeight, rows)) + head + 4)

    def _told(self) -> tuple[str, str, str]:
        """The kept work, the saved file and the backups, each in a few sentences."""
        story = self._story
        now = self.workspace.session.now().astimezone()
        here = "On this computer"
        kept = _version(here, story.work, now) if story.work else "Damaged; it cannot be read."
        file = _version(story.where, story.saved, now) if story.saved else _no_file(story)
        times = [datetime.fromisoformat(copy.at).astimezone() for copy in story.backups]
        return kept, file, wording.backups_words(times, now)


def _version(where: str, session: Session, now: datetime) -> str:
    rows = session.gaps().organisations
    answered, asked = sum(r.known for r in rows), sum(r.asked for r in rows)
    changed = when_words(session.last_change(), now)
    return wording.version_words(where, changed, answered, asked)


def _no_file(story: Story) -> str:
    return story.trouble or f"It is no longer in {story.kept.document.parent}."
