"""What is known of one service, and where each partner is with it; it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from techmodel.core.checklist import CapabilityId
from techmodel.ui.integration.services.capability_table import CapabilityTable, capability_rows
from techmodel.ui.integration.services.facts import Bottom, Top
from techmodel.ui.integration.services.partners import Partners
from techmodel.ui.look import L, S
from techmodel.ui.widgets.words import pane
from techmodel.wording import services_page as wording

if TYPE_CHECKING:
    from techmodel.core.services_guide import Entry
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace


class EntryPane(QScrollArea):
    """The selected service.

    Signals:
        service_wanted(str): another service should be shown, by id.
        said(str): a sentence for the status line and for screen readers.
    """

    service_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._shown = workspace, ""
        inside = pane("page", self)
        self.top, self.bottom = Top(inside), Bottom(inside)
        self.gaps = CapabilityTable(look, wording.GAPS_TABLE, inside)
        self.supports = CapabilityTable(look, wording.SUPPORTS_TABLE, inside)
        self.partners = Partners(workspace, look, inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(L, S, L, L)
        column.setSpacing(S)
        for part in (self.top, self.gaps, self.partners, self.supports, self.bottom):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect()

    def show_entry(self, entry: Entry) -> None:
        """Show a service; another one from its top."""
        session = self._workspace.session
        today = session.services.today()
        others = [id_ for id_ in entry.supports if id_ not in entry.gaps]
        gaps, free = capability_rows(session, entry.gaps), capability_rows(session, others)
        self.top.show_entry(entry, today)
        self.gaps.show_rows(wording.gaps_title(len(gaps)), gaps)
        self.supports.show_rows(wording.supports_title(len(free), len(gaps)), free)
        self.supports.setVisible(bool(free))
        self.bottom.show_entry(entry)
        self.partners.show_entry(entry)
        self.setAccessibleName(entry.service.name)
        self.setAccessibleDescription(wording.entry_words(entry, today))
        if entry.service.id != self._shown:
            self._shown = entry.service.id
            self.partners.choose(self._workspace.showing)
            self.verticalScrollBar().setValue(0)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in reading order."""
        top, partners = self.top, self.partners
        fields = [field.control for field in partners.fields.values()]
        around = (partners.all, partners.table, *fields, self.supports.table)
        links = top.successor, top.law.link
        return (self, *links, self.gaps.table, *around, self.bottom.page.link)

    def _connect(self) -> None:
        self.top.service_wanted.connect(self.service_wanted)
        for part in (self.top, self.bottom, self.partners):
            part.said.connect(self.said)
        for table in (self.gaps, self.supports):
            table.chosen.connect(self._on_card)

    def _on_card(self, capability: str) -> None:
        self._workspace.open_card(CapabilityId(capability), self._workspace.showing)
