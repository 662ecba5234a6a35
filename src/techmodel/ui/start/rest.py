"""What the Start page shows after its first paint: recent ones, levels, and what is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QWidget

from techmodel.session.kept import find_kept
from techmodel.settings import work_folder
from techmodel.ui.start.glance import Glance, find_missing, now
from techmodel.ui.start.kept import KeptList
from techmodel.ui.start.levels import six_levels
from techmodel.ui.start.numbers import about_words, domains_widget, numbers_widget
from techmodel.ui.start.reading import look_at
from techmodel.ui.start.recent import ANSWERED, NAME, WHERE, AnsweredDelegate, RecentModel
from techmodel.ui.widgets.notices import Note
from techmodel.ui.widgets.table import Table
from techmodel.ui.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.settings import Recent
    from techmodel.ui.look import Look
    from techmodel.ui.start.page import StartPage


class Rest(QObject):
    """Fills in a Start page; documents are read in the background."""

    def __init__(self, page: StartPage, look: Look, recents: Sequence[Recent]) -> None:
        super().__init__(page)
        self._page, self._look, self._recents = page, look, tuple(recents)
        self.worker = Worker(self)
        page.put_side(six_levels(look))
        self.worker.start(find_kept, work_folder(), self._on_kept)
        if not self._recents:
            return
        if len(self._recents) > 1:
            page.put_below("Other recent assessments", self._make_table())
            look.changed.connect(self._fit)
            self._fit()
        self.worker.start(find_missing, self._recents, self._on_missing)
        self.worker.start(look_at, self._recents[0], self._on_glance)

    def _make_table(self) -> Table:
        self._model = RecentModel(self._look, self._recents[1:])
        table = self._table = Table(self._look, "Other recent assessments")
        table.setModel(self._model)
        table.setItemDelegateForColumn(ANSWERED, AnsweredDelegate(self._look, table))
        heads = table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(WHERE, QHeaderView.ResizeMode.Fixed)
        table.activated.connect(self._on_activated)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return table

    def _fit(self) -> None:
        rows, head = len(self._recents) - 1, self._table.horizontalHeader()
        self._table.setFixedHeight(rows * self._look.px(40) + head.sizeHint().height() + 4)
        self._table.setColumnWidth(WHERE, self._look.px(190))
        self._table.verticalHeader().setDefaultSectionSize(self._look.px(40))

    def _on_kept(self, found: object) -> None:
        if isinstance(found, BaseException):
            raise found
        if isinstance(found, tuple) and found:
            kept = KeptList(found, now(), self._page)
            kept.wanted.connect(self._page.kept_wanted)
            self._page.put_first(kept)
            kept.say()

    def _on_missing(self, missing: object) -> None:
        if not isinstance(missing, frozenset) or len(self._recents) < 2:
            return
        self._model.mark_missing(missing)
        for row in range(self._model.rowCount()):
            if self._model.is_missing(row):
                where = self._table.shown_index(self._model.index(row, WHERE))
                self._table.setIndexWidget(where, self._offers(self._model.recent(row)))

    def _offers(self, recent: Recent) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        offers = (("Find…", self._page.find_wanted), ("Remove", self._page.forget_wanted))
        for text, signal in offers:
            button = PathButton(text, recent)
            button.chosen.connect(signal)
            row.addWidget(button)
        return box

    def _on_glance(self, glance: object) -> None:
        if isinstance(glance, BaseException):
            raise glance
        card = self._page.card
        if not isinstance(glance, Glance) or card is None:
            return
        if glance.problem:
            card.put(Note(glance.problem))
            return
        self._page.say_headline(glance.recent)
        card.say_about(about_words(glance))
        card.put(numbers_widget(glance))
        domains = domains_widget(self._look, glance)
        if domains is not None:
            card.put(domains)

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self._table.source_index(index).row()
            self._page.document_wanted.emit(Path(self._model.recent(row).path))


class PathButton(QPushButton):
    """A small button about one path.

    Signals:
        chosen(str): the path.
    """

    chosen = Signal(str)

    def __init__(self, text: str, recent: Recent) -> None:
        super().__init__(text)
        self._path = recent.path
        self.setProperty("scale", "small")
        self.setAccessibleName(f"{text} {recent.title}")
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._path)
