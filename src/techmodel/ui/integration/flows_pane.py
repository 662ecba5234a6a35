"""The flows half: map or matrix over the table twin, and the flow one is on below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.announce import announce
from techmodel.ui.integration.detail import Detail
from techmodel.ui.integration.flow_bar import MATRIX, FlowBar, UnderBar
from techmodel.ui.integration.flow_table import FlowTable
from techmodel.ui.integration.flow_verbs import FlowVerbs
from techmodel.ui.integration.map_view import MapView
from techmodel.ui.integration.matrix import Matrix
from techmodel.ui.integration.own_form import OwnForm
from techmodel.ui.integration.sight import Order, Sight, find_sight
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.words import pane, rule
from techmodel.wording import integration_page as wording
from techmodel.wording.entries import undo_told

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from techmodel.core.flow_parts import FlowKey, OwnFlow
    from techmodel.core.flows import Flow
    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.integration.sight import Pick
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

MAP_HIGH, TABLE_HIGH = 200, 120
"""CSS pixels that the map and the table keep at least."""

SHARE = 0.5
"""The share of the height that the picture begins with."""


class FlowsPane(QWidget):
    """All flows of the assessment, three ways.

    Signals:
        services_wanted(str): the services that help with a capability should be shown.
        said(str): a sentence for the foot of the page.
    """

    services_wanted = Signal(str)
    said = Signal(str)

    def __init__(
        self, workspace: Workspace, look: Look, letter_keys: Callable[[], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace, self._look = workspace, look
        self._flows: tuple[Flow, ...] = ()
        self.pick: Pick = ()
        self._share, self._order = SHARE, Order()
        self.sight = Sight()
        self.bar = FlowBar(self)
        self._area = QScrollArea(self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self._area)
        self.pictures = QStackedWidget(self._splitter)
        self.map, self.matrix = MapView(look, self.pictures), Matrix(look, self.pictures)
        self._lower = pane("page", self._splitter)
        self.table = FlowTable(look, letter_keys, self._lower)
        self.under = UnderBar(look, self._lower)
        self.detail, self.form = Detail(self._lower), OwnForm(self._lower)
        self.verbs = FlowVerbs(workspace, self)
        self._place()
        self._connect()

    def refresh(self) -> None:
        """Look again at all flows."""
        session = self._workspace.session
        assessment, self._flows = session.assessment(), session.flows.all()
        self.bar.show_domains(assessment, self._flows)
        self.under.add.setVisible(not session.read_only and len(assessment.scope) > 1)
        known = {str(o.id) for o in assessment.scope}
        if not set(self.pick) <= known:
            self.pick = ()
        self._show()

    def show_flow(self, key: FlowKey) -> bool:
        """Bring a flow into view, whatever was left out; whether there is one."""
        if all(flow.key != key for flow in self._flows):
            return False
        if all(flow.key != key for flow in self.sight.flows):
            self.bar.show_all()
        self.choose((str(key.sender), str(key.receiver)))
        return self.table.go_to(key)

    def show_capability(self, capability: str) -> bool:
        """Bring the flow of a capability furthest from target into view; whether it has one."""
        if all(flow.capability != capability for flow in self._flows):
            return False
        self.bar.show_all()
        self.choose(())
        own = [flow for flow in self.sight.flows if flow.capability == capability]
        return bool(own) and self.table.go_to(own[0].key)

    def choose(self, pick: Pick) -> None:
        """Bring what is chosen forward."""
        if pick != self.pick:
            self.pick = pick
            self._show()
            shown = wording.shown_words(len(self.sight.picked(pick)), len(self._flows))
            announce(self.table, shown)

    def show_view(self, key: str) -> None:
        """Show the map or the matrix."""
        self.bar.views.choose(key)
        self.pictures.setCurrentWidget(self.matrix if key == MATRIX else self.map)
        self.under.legend.setVisible(key != MATRIX)
        self._say_room()

    def begin_adding(self, flow: Flow | None = None) -> None:
        """Show the form of a flow to be added, or of one to be changed."""
        self.form.show()
        self.detail.hide()
        self.form.begin(self._workspace.session.assessment(), self.pick, flow)
        QTimer.singleShot(0, self._come_to_form)  # once it has its place

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets F6 moves between."""
        return self.pictures.currentWidget(), self.table

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().height() != event.size().height():
            upper = int(self._splitter.height() * self._share)
            self._splitter.setSizes([upper, self._splitter.height() - upper])

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._order.forget()  # who comes back sees what is furthest away first

    def _show(self) -> None:
        assessment = self._workspace.session.assessment()
        filters = self.bar.filters(self._workspace.showing)
        flows = self._order.of(self._flows, (filters, self.pick))
        self.sight = find_sight(assessment, flows, filters)
        self.map.show_sight(self.sight, self.pick)
        self.matrix.show_sight(self.sight, self.pick)
        left = self.sight.picked(self.pick)
        self.table.show_flows(left, self.sight)
        none = bool(self._flows) and not left
        told = wording.NONE_LEFT if none else wording.shown_words(len(left), len(self._flows))
        self.under.say(told)
        self.under.let_go.setVisible(bool(self.pick))
        self._say_room()

    def _say_room(self) -> None:
        on_map = self.pictures.currentWidget() is self.map
        left_out = on_map and not self.pick and self.map.drawing.left_out
        self.under.show_hint(shown=left_out)

    def _place(self) -> None:
        for picture in (self.map, self.matrix):
            self.pictures.addWidget(picture)
        self._size()
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(0)
        for part in (self.under, self.table, rule(), self.detail, self.form):
            lower.addWidget(part, stretch=int(part is self.table))
        self.form.hide()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.pictures)
        self._splitter.addWidget(self._lower)
        self._area.setWidget(self._splitter)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, rule(), self._area):
            column.addWidget(part, stretch=int(part is self._area))
        bar, under = self.bar.stops(), (self.under.let_go, self.under.add)
        let_tab_follow(
            self.bar,
            [*bar, self.map, self.matrix, *under, self.table, *self.detail.stops()],
        )

    def _size(self) -> None:
        self.pictures.setMinimumHeight(self._look.px(MAP_HIGH))
        self.table.setMinimumHeight(self._look.px(TABLE_HIGH))

    def _connect(self) -> None:
        self._look.changed.connect(self._size)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self.bar.changed.connect(self._show)
        self.bar.view_chosen.connect(self.show_view)
        self.under.add.clicked.connect(self._on_add)
        for picture in (self.map, self.matrix):
            picture.picked.connect(self.choose)
        self.map.drawn.connect(self._say_room)
        self.under.let_go.clicked.connect(self._on_let_go)
        self.table.let_go.connect(self._on_let_go)
        self.table.came.connect(self._on_came)
        self.table.card_wanted.connect(self._workspace.open_card)
        for source in (self.table, self.detail):
            source.level_wanted.connect(self._on_level)
            source.verb_wanted.connect(self._on_verb)
        self.form.add_wanted.connect(self._on_added)
        self.form.change_wanted.connect(self._on_changed)
        self.form.left.connect(self._on_form_left)

    def _on_splitter_moved(self) -> None:
        upper, lower = self._splitter.sizes()
        self._share = upper / max(1, upper + lower)

    def _on_let_go(self) -> None:
        self.choose(())

    def _on_came(self) -> None:
        session = self._workspace.session
        assessment = session.assessment()
        self.detail.show_flow(self.table.current, assessment, may_change=not session.read_only)

    def _on_level(self, level: int) -> None:
        if flow := self.table.current:
            self.verbs.set_level(flow, level)
            self._on_came()  # the button pressed holds only where the level does

    def _on_verb(self, verb: str) -> None:
        flow = self.table.current
        if flow is None:
            return
        if verb == "services":
            self.services_wanted.emit(flow.capability)
        elif verb == "change":
            self.begin_adding(flow)
        else:
            self.verbs.do(verb, flow)
            self._on_came()
        if verb == "remove":
            self._on_removed()

    def _come_to_form(self) -> None:
        """Scroll to the form where the pane is higher than the window."""
        self._area.ensureWidgetVisible(self.form)

    def _on_removed(self) -> None:
        """Say so, and keep the focus here: the button that was pressed is no more."""
        last = self._workspace.session.to_undo()
        self.said.emit(undo_told(last.label) if last else "")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self.begin_adding()

    def _on_added(self, sender: OrganisationId, receiver: OrganisationId, own: OwnFlow) -> None:
        problem = self.verbs.add(sender, receiver, own)
        self._end_form(problem)

    def _on_changed(self, key: FlowKey, own: OwnFlow) -> None:
        self._end_form(self.verbs.change(key, own))

    def _end_form(self, problem: str) -> None:
        if problem:
            self.form.say(problem)
            return
        self._on_form_left()
        added = self.verbs.last_added
        if added is not None:
            self.show_flow(added)

    def _on_form_left(self) -> None:
        self.form.hide()
        self.detail.show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
