"""The Integration place: what flows between us, and which services would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from techmodel.core.flow_parts import FlowId, FlowKey
from techmodel.core.organisations import OrganisationId
from techmodel.session.touched import Touched
from techmodel.ui.frame.told import Told
from techmodel.ui.integration.flows_pane import FlowsPane
from techmodel.ui.integration.services.panel import ServicesPanel
from techmodel.ui.page import Page
from techmodel.ui.widgets.buttons import Segmented
from techmodel.ui.widgets.empty import EmptyState, Way
from techmodel.wording import integration_page as wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from techmodel.ui.look import Look
    from techmodel.ui.widgets.table import Table
    from techmodel.ui.workspace import Workspace

FLOWS, SERVICES = "flows", "services"
LEFT = 0.53
"""The share of the width that the flows begin with."""
NARROW = 1040
"""Below this width in CSS pixels flows and services take turns."""


class IntegrationPage(Page):
    """Flows at the left, the services guide at the right.

    Signals:
        place_wanted(str): another place should be shown, by its key.
    """

    name = "Integration"
    icon = "integration"
    cares = (
        Touched.FLOWS
        | Touched.SERVICES
        | Touched.ANSWERS
        | Touched.TARGETS
        | Touched.ORGANISATIONS
        | Touched.SETTINGS
        | Touched.CHECKLIST
    )
    place_wanted = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        parent: QWidget | None = None,
        letter_keys: Callable[[], bool] = lambda: True,
    ) -> None:
        """`letter_keys` says whether letters and digits record while the table has the focus."""
        self._letter_keys = letter_keys
        self._touched = Touched.ALL
        super().__init__(workspace, look, parent)

    @override
    def question(self) -> str:
        return wording.QUESTION

    @override
    def headline(self) -> str:
        session, showing = self.workspace.session, self.workspace.showing
        flows = [f for f in session.flows.all() if showing in {None, *f.key[:2]}]
        return wording.flows_headline(session.assessment(), flows)

    @override
    def header_actions(self) -> tuple[QWidget, ...]:
        return self._halves, self._copy

    @override
    def refresh(self) -> None:
        session = self.workspace.session
        self.flows.refresh()
        self.services.refresh(self._touched)
        self._touched = Touched.NONE
        none = not session.flows.all()
        alone = len(session.assessment().scope) < 2
        empty = self._alone if alone else self._empty
        adding = self.flows.form.isVisibleTo(self.flows) and not alone
        self._left.setCurrentWidget(empty if none and not adding else self.flows)

    @override
    def show_item(self, item: str) -> None:
        """Bring into view a service or a capability by its id, or "flow:FROM:TO:ID"."""
        if self._stale:
            self._catch_up()
        kind, _, key = item.partition(":")
        checklist = self.workspace.session.assessment().checklist
        if kind == "flow":
            self.flows.show_flow(_key_of(key))
            self._bring(FLOWS)
        elif any(c.id == item for c in checklist.capabilities):
            self.flows.show_capability(item)
            self.services.show_gap(item)
            self._bring(SERVICES)
        else:
            self.services.show_service(item)
            self._bring(SERVICES)

    @override
    def focus_first(self) -> None:
        if self._halves.key == SERVICES and self.is_narrow:
            self.services.focus_first()
        else:
            first = self._left_panes()[0]
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        left = () if self._left.isHidden() else self._left_panes()
        return (*left, *(() if self.services.isHidden() else self.services.panes()))

    @property
    def is_narrow(self) -> bool:
        """Whether flows and services take turns."""
        return self.width() < self.look.px(NARROW)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            left = int(self.width() * self._share)
            self._splitter.setSizes([left, self.width() - left])
        self._fit()

    @override
    def _build(self) -> None:
        self._share = LEFT
        halves = (FLOWS, wording.FLOWS_HALF), (SERVICES, wording.SERVICES_HALF)
        self._halves = Segmented(halves, "Show")
        self._copy = QPushButton(wording.COPY)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._left = QStackedWidget(self._splitter)
        self.flows = FlowsPane(self.workspace, self.look, self._letter_keys, self._left)
        ways = self._ways()
        none, alone = (wording.EMPTY, wording.NONE), (wording.ALONE, wording.ONE)
        self._empty = EmptyState(self.look, *none, ways, self._left)
        self._alone = EmptyState(self.look, *alone, ways[:1], self._left)
        self.services = ServicesPanel(self.workspace, self.look, self._splitter)
        self._told = Told(self)
        for shown in (self.flows, self._empty, self._alone):
            self._left.addWidget(shown)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self.services)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    @override
    def _connect(self) -> None:
        self._copy.clicked.connect(self._on_copy)
        self._halves.chosen.connect(self._fit)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self.flows.services_wanted.connect(self._on_services_wanted)
        self.flows.form.left.connect(self.refresh)
        for half in (self.flows, self.services):
            half.said.connect(self._told.tell)
        self.look.changed.connect(self._fit)

    @override
    def _on_touched(self, touched: Touched) -> None:
        self._touched |= touched
        super()._on_touched(touched)

    @override
    def look_again(self) -> None:
        """Also when another organisation is shown or the look is another: then all is old."""
        self._touched = self._touched or Touched.ALL
        super().look_again()

    def _left_panes(self) -> tuple[QWidget, ...]:
        shown = self._left.currentWidget()
        return (shown.buttons[0],) if isinstance(shown, EmptyState) else self.flows.panes()

    def _fit(self) -> None:
        """Show both halves, or the chosen one where there is no room for both."""
        narrow = self.is_narrow
        self._halves.setVisible(narrow)
        self._left.setVisible(not narrow or self._halves.key == FLOWS)
        self.services.setVisible(not narrow or self._halves.key == SERVICES)

    def _bring(self, half: str) -> None:
        self._halves.choose(half)
        self._fit()

    def _ways(self) -> tuple[Way, ...]:
        set_up = wording.GO_SET_UP, wording.SET_UP_TEXT, wording.SET_UP
        add = wording.ADD_TITLE, wording.ADD_TEXT, wording.ADD
        return (
            Way("set-up", *set_up, lambda: self.place_wanted.emit("set-up")),
            Way("plus", *add, self._on_add),
        )

    def _on_add(self) -> None:
        self._left.setCurrentWidget(self.flows)
        self.flows.begin_adding()

    def _on_copy(self) -> None:
        _copy_whole(self.flows.table if self.flows.isVisible() else self.services.table)

    def _on_services_wanted(self, capability: str) -> None:
        self.services.show_gap(capability)
        self._bring(SERVICES)
        self.services.focus_first()

    def _on_splitter_moved(self) -> None:
        left, right = self._splitter.sizes()
        self._share = left / max(1, left + right)


def _copy_whole(table: Table) -> None:
    """Copy all rows; the chosen ones stay chosen."""
    chosen = table.selectionModel().selection()
    table.clearSelection()
    table.copy()
    table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)


def _key_of(text: str) -> FlowKey:
    """The key in "FROM:TO:ID"."""
    sender, _, rest = text.partition(":")
    receiver, _, flow = rest.partition(":")
    return FlowKey(OrganisationId(sender), OrganisationId(receiver), FlowId(flow))
