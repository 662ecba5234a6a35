"""The services guide: filters over a list, and beside or below it the service one is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.services_guide import choose
from techmodel.session.touched import Touched
from techmodel.ui.announce import announce
from techmodel.ui.integration.services.entry_pane import EntryPane
from techmodel.ui.integration.services.guide_filters import ALL, GuideFilters
from techmodel.ui.integration.services.guide_rows import (
    choosing,
    guide_rows,
    scope_counts,
    signs,
)
from techmodel.ui.integration.services.guide_table import GuideTable
from techmodel.ui.look import L, S
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.empty import EmptyState
from techmodel.ui.widgets.words import pane, rule, words
from techmodel.wording import services_page as wording
from techmodel.wording.entries import NOTHING_LEFT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from techmodel.core.services_guide import Entry
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

CARES = (
    Touched.ANSWERS
    | Touched.TARGETS
    | Touched.ORGANISATIONS
    | Touched.SETTINGS
    | Touched.CHECKLIST
    | Touched.SERVICES
)
WIDE = 900
"""CSS pixels from which list and entry stand side by side."""
LIST_HIGH, ENTRY_HIGH, SHARE = 176, 220, 0.42
"""CSS pixels that list and entry have at least, and the share of the list."""


class Halves(QSplitter):
    """List and entry; they ask for no more height than they need at least."""

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


class ServicesPanel(QWidget):
    """The guide to services of the open assessment.

    Signals:
        said(str): a sentence for the status line and for screen readers.
    """

    said = Signal(str)

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._look = workspace, look
        self._entries: tuple[Entry, ...] = ()
        self._begun = self._sized = False
        self._stack = QStackedWidget(self)
        self._main = pane("page", self)
        self.filters = GuideFilters(self._main)
        self.nothing = words("", "quiet", wrap=True)
        self.table = GuideTable(look, self._main)
        self.entry = EntryPane(workspace, look, self._main)
        self.empty = EmptyState(look, wording.NO_SERVICES, wording.NO_SERVICES_TEXT)
        self._splitter = Halves(Qt.Orientation.Vertical, self._main)
        self._place()
        self._connect()

    def refresh(self, touched: Touched | None = None) -> None:
        """Look again, if what changed matters here; None looks again at everything."""
        if touched is not None and not touched & CARES:
            return
        self._entries = self._workspace.session.services.guide()
        if not self._begun:
            self._begun = bool(self._entries)
            helps = any(entry.gaps for entry in self._entries)
            self.filters.choose_scope("gaps" if helps else ALL)
        self._stack.setCurrentWidget(self._main_area if self._entries else self.empty)
        self._show_rows()

    def show_service(self, service_id: str) -> None:
        """Bring a service into view by its id; filters that leave it out go."""
        self._catch_up()
        if all(entry.service.id != service_id for entry in self._entries):
            self._say(wording.unknown_words(service_id))
            return
        if not self.table.services.place_of(service_id).isValid():
            self.filters.show_all()
            self._show_rows()
        self.table.go_to(service_id)

    def show_gap(self, capability_id: str) -> None:
        """Show the services that help with a gap; all of them where there are none."""
        self._catch_up()
        if not self.filters.choose_gap(capability_id):
            self._say(wording.no_help_words(capability_id))
        self._show_rows()

    def focus_first(self) -> None:
        """Put the focus on the list."""
        first = self.table if self._entries else self.empty
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets F6 moves between."""
        if not self._entries:
            return (self.empty,)
        return (self.table, self.entry) if self.table.current else (self.table,)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the entry goes back to the list."""
        inside = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and inside and self.entry.isAncestorOf(inside):
            self.focus_first()
        else:
            super().keyPressEvent(event)

    def _catch_up(self) -> None:
        if not self._begun:
            self.refresh()

    def _show_rows(self) -> None:
        """Show what the filters leave, and what each of them would leave."""
        session, showing = self._workspace.session, self._workspace.showing
        names = {c.id: c.name for c in session.assessment().checklist.capabilities}
        wanted = self.filters.wanted(showing)
        self.filters.show_choices(
            choosing(self._entries, wanted, names), scope_counts(self._entries, wanted)
        )
        shown = choose(self._entries, wanted)
        self.filters.show_count(len(shown), len(self._entries))
        self._say_nothing_left(none=not shown)
        rows = guide_rows(shown, session.services.today(), showing)
        self.table.show_rows(rows, {entry.service.id: signs(entry) for entry in shown})

    def _say_nothing_left(self, *, none: bool) -> None:
        closing = any(entry.gaps for entry in self._entries)
        lacks_gaps = self.filters.scope == "gaps" and not closing
        self.nothing.setText(wording.NO_GAPS if lacks_gaps else NOTHING_LEFT)
        self.nothing.setVisible(none)
        self.entry.setVisible(not none)

    def _place(self) -> None:
        self.nothing.setContentsMargins(L, 0, L, S)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self.entry)
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.filters, self.nothing, rule()):
            column.addWidget(part)
        column.addWidget(self._splitter, stretch=1)
        self._main_area = QScrollArea(self._stack)
        self._main_area.setWidget(self._main)
        self._main_area.setWidgetResizable(True)
        self._main_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._main_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty.setAccessibleName(wording.NO_SERVICES)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._stack.addWidget(self._main_area)
        self._stack.addWidget(self.empty)
        let_tab_follow(self._main, [*self.filters.stops(), self.table, *self.entry.stops()])

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filters)
        self.table.came.connect(self._on_came)
        self.table.activated.connect(self._on_activated)
        self.entry.service_wanted.connect(self.show_service)
        self.entry.said.connect(self._say)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        """List and entry side by side, or under each other."""
        px = self._look.px
        wide = self.width() >= px(WIDE)
        orientation = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        self.table.setMinimumHeight(px(LIST_HIGH))
        self.entry.setMinimumHeight(px(ENTRY_HIGH))
        if self._splitter.orientation() != orientation or not self._sized:
            self._sized = True
            self._splitter.setOrientation(orientation)
            whole = self.width() if wide else self.height()
            self._splitter.setSizes([int(whole * SHARE), int(whole * (1 - SHARE))])

    def _say(self, sentence: str) -> None:
        if sentence:
            self.said.emit(sentence)

    def _on_filters(self) -> None:
        self._show_rows()
        announce(self, wording.left_words(self.table.model().rowCount()))

    def _on_came(self, service: str) -> None:
        entry = next((e for e in self._entries if e.service.id == service), None)
        if entry is not None:
            self.entry.show_entry(entry)

    def _on_activated(self) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
