"""The backups page: every spare copy by its day, and what can be done with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.session.backups import copies_of
from techmodel.session.touched import Touched
from techmodel.ui.announce import announce
from techmodel.ui.backups.foot import Foot
from techmodel.ui.backups.model import WHY, BackupsModel
from techmodel.ui.backups.reading import Inside, Reader
from techmodel.ui.page import Page
from techmodel.ui.widgets.empty import EmptyState, Way
from techmodel.ui.widgets.table import Table
from techmodel.wording import backups_page as wording

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.session.backups import Backup
    from techmodel.session.session import Session
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace


class BackupsPage(Page):
    """The spare copies of what is open, or of a document that is only looked at.

    Signals:
        look_wanted(object): look inside a Backup.
        differences_wanted(object): show what differs between a Backup and now.
        merge_wanted(object): merge a Backup, which is another version, into what is open.
        save_wanted(object): save a Backup as a file of its own.
        taken_back(object): everything is as in a Backup now.
        alike(object): nothing had to be changed for that, as nothing differs.

    Attributes:
        table: the copies, newest first.
        foot: what can be done with the one chosen.
        reader: looks into the copies in the background.
    """

    look_wanted = Signal(object)
    differences_wanted = Signal(object)
    merge_wanted = Signal(object)
    save_wanted = Signal(object)
    taken_back = Signal(object)
    alike = Signal(object)
    name = "Backups"
    icon = "copy"
    cares = Touched.ALL

    def __init__(
        self, workspace: Workspace, look: Look, document: Path, parent: QWidget | None = None
    ) -> None:
        """`document` is the file whose copies are shown where `workspace` is only read."""
        self._document = document
        super().__init__(workspace, look, parent)

    @override
    def question(self) -> str:
        return wording.QUESTION

    @override
    def headline(self) -> str:
        now = self.workspace.session.now().astimezone()
        return wording.headline([copy.at for copy in self._model.backups], now)

    @override
    def header_actions(self) -> tuple[QWidget, ...]:
        return (self._make,)

    @override
    def refresh(self) -> None:
        session = self.workspace.session
        found = copies_of(self._document) if session.read_only else session.backups.all()
        chosen = self.chosen()
        self._model.show(found, session.now().astimezone(), session.revision)
        self._stack.setCurrentIndex(0 if found else 1)
        self._make.setVisible(bool(found) and not session.read_only)
        self.reader.start(copy for copy in found if self._model.inside(copy) is None)
        row = found.index(chosen) if chosen in found else 0
        self.table.setCurrentIndex(self.table.shown_index(self._model.index(row, 0)))
        self._show_chosen()

    def chosen(self) -> Backup | None:
        """The copy one is on."""
        source = self.table.source_index(self.table.currentIndex())
        return self._model.backups[source.row()] if source.isValid() else None

    @override
    def focus_first(self) -> None:
        first = self.table if self._model.backups else self._empty
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.table, self.foot) if self._model.backups else (self._empty,)

    @override
    def _build(self) -> None:
        self.reader = Reader(self)
        self.table = Table(self.look, "Backups")
        self._model = BackupsModel(self.look, self.table)
        self.table.setModel(self._model)
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self._make = QPushButton(wording.MAKE, self.header)
        self._make.setVisible(not self.workspace.session.read_only)
        self._empty, self.foot = self._nothing_yet(), Foot(self.look)
        listed, self._stack = QWidget(), QStackedWidget()
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.table, stretch=1)
        inside.addWidget(self.foot)
        self._stack.addWidget(listed)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _nothing_yet(self) -> EmptyState:
        way = Way("copy", wording.MAKE_TITLE, wording.MAKE_TEXT, wording.MAKE, self._on_make)
        ways = [] if self.workspace.session.read_only else [way]
        empty = EmptyState(self.look, wording.WHEN, wording.HOW_MADE, ways)
        if empty.buttons:
            empty.setFocusProxy(empty.buttons[0])
        return empty

    @override
    def _connect(self) -> None:
        self._make.clicked.connect(self._on_make)
        self.reader.read.connect(self._on_read)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.table.activated.connect(self._on_activated)
        self.foot.wanted.connect(self._on_wanted)

    def _show_chosen(self) -> None:
        """Say what the copy one is on is, and what can be done with it."""
        chosen, session = self.chosen(), self.workspace.session
        if chosen is not None:
            now = session.now().astimezone()
            inside = self._model.inside(chosen)
            self.foot.show_copy(chosen, now, inside, may_change=not session.read_only)

    def _on_read(self, backup: Backup, inside: Inside) -> None:
        self._model.note(backup, inside)
        if backup == self.chosen():
            self._show_chosen()

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self._on_wanted("look")

    def _on_wanted(self, what: str) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        if what == "back":
            self._take_back(chosen)
            return
        signals = {
            "look": self.look_wanted,
            "differences": self.differences_wanted,
            "merge": self.merge_wanted,
            "save": self.save_wanted,
        }
        signals[what].emit(chosen)

    def _take_back(self, chosen: Backup) -> None:
        session = self.workspace.session
        before = session.revision
        if self.workspace.run(lambda s: s.backups.take_back(chosen)):
            done = self.alike if session.revision == before else self.taken_back
            done.emit(chosen)

    def _on_make(self) -> None:
        """Make a copy here and now."""

        def make(session: Session) -> Touched:
            session.backups.make()
            return Touched.NONE

        if self.workspace.run(make):
            self.look_again()
            announce(self, wording.MADE)
