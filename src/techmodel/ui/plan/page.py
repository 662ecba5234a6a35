"""The plan place: when we get there, shown in several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.session.touched import Touched
from techmodel.ui.announce import announce
from techmodel.ui.frame.told import Told
from techmodel.ui.page import Page
from techmodel.ui.plan.entries.where import view_of
from techmodel.ui.plan.exporting import Exporting
from techmodel.ui.plan.gantt.view import GanttView
from techmodel.ui.plan.switch import Switch
from techmodel.ui.plan.view import Headlined, PlanView, WithItems
from techmodel.ui.plan.views import MAKERS
from techmodel.ui.plan.working import Working
from techmodel.wording import plan_page as wording
from techmodel.wording.gantt import WORKING
from techmodel.wording.plan import QUESTION, plan_headline

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

HEADLINE = 420
"""The width in CSS pixels that the headline keeps beside the switch."""


class PlanPage(Page):
    """The views of the plan behind one switch; each is made when it is first wanted.

    Signals:
        place_wanted(str, str): another place should be shown, by its key, and one thing in it.
        fill_wanted(): the page that fills the plan from the gaps should be shown.
        what_if_wanted(): the page that tries other terms should be shown.
    """

    name = "Plan"
    icon = "plan"
    place_wanted = Signal(str, str)
    fill_wanted = Signal()
    what_if_wanted = Signal()

    @override
    def question(self) -> str:
        view = self.view
        return view.question() if isinstance(view, Headlined) else QUESTION

    @override
    def headline(self) -> str:
        view = self.view
        worked = self.working.worked
        if worked is None:
            return ""
        if isinstance(view, Headlined):
            return view.headline()
        return plan_headline(worked.plan, worked.book.terms, worked.today)

    @override
    def header_actions(self) -> tuple[QWidget, ...]:
        return self.switch, self.export

    @override
    def refresh(self) -> None:
        self._stale_views.update(dict.fromkeys(self._views, Touched.ALL))
        self.working.ask()

    @override
    def show_item(self, item: str) -> None:
        """Bring something into view: a view by its key, "risks:R01", or anything by its id."""
        key, _, rest = item.partition(":")
        if key not in MAKERS:
            key, rest = view_of(self.workspace.session.plan.book(), item), item
        self.show_view(key)
        view = self.view
        if rest and isinstance(view, WithItems):
            view.show_item(rest)

    @override
    def focus_first(self) -> None:
        if isinstance(self.view, PlanView):
            self.view.focus_first()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        inside = self.view.panes() if isinstance(self.view, PlanView) else ()
        return (self.switch.first(), *inside)

    @property
    def view(self) -> QWidget:
        """The view now shown."""
        return self._stack.currentWidget()

    def show_view(self, key: str) -> None:
        """Show another view."""
        self.switch.choose(key)
        if key not in self._views:
            self._views[key] = self._made(key)
            self._stale_views[key] = Touched.ALL
        self._stack.setCurrentWidget(self._views[key])
        self._catch_up_view()
        self.say_headline()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def _build(self) -> None:
        self._views: dict[str, QWidget] = {}
        self._stale_views: dict[str, Touched] = {}
        self.switch = Switch(tuple(MAKERS), self)
        self.export = QPushButton(wording.EXPORT, self)
        self.working = Working(self.workspace, self)
        self._exporting = Exporting(self.workspace, self)
        self._told = Told(self)
        self._stack = QStackedWidget(self.body)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.show_view(wording.GANTT)

    @override
    def _connect(self) -> None:
        self.working.ready.connect(self._on_ready)
        self.working.begun.connect(self._on_begun)
        self.export.clicked.connect(self._exporting.ask)
        self._exporting.told.connect(self._on_said)
        self._exporting.failed.connect(self.workspace.failed)
        self._exporting.busy_changed.connect(self._on_busy)
        self.switch.chosen.connect(self.show_view)
        self.look.changed.connect(self._fit)

    @override
    def _on_touched(self, touched: Touched) -> None:
        for key in self._views:
            self._stale_views[key] = self._stale_views.get(key, Touched.NONE) | touched
        if self.isVisible():
            self.working.ask_soon()
        else:
            self._stale = True

    def _made(self, key: str) -> QWidget:
        """A view, connected."""
        view = MAKERS[key](self.workspace, self.look, self._stack)
        if isinstance(view, PlanView):
            view.said.connect(self._on_said)
            view.failed.connect(self.workspace.failed)
            view.place_wanted.connect(self.place_wanted)
        if isinstance(view, GanttView):
            view.fill_wanted.connect(self.fill_wanted)
            view.what_if_wanted.connect(self.what_if_wanted)
        self._stack.addWidget(view)
        return view

    def _catch_up_view(self) -> None:
        """Let the view now shown look again at what has changed since it last did."""
        if self.working.worked is None:
            return
        touched = self._stale_views.pop(self.switch.key, Touched.NONE)
        if touched and isinstance(self.view, GanttView):
            self.view.show_worked(self.working.worked)
        elif touched and isinstance(self.view, PlanView):
            self.view.refresh(None if touched == Touched.ALL else touched)

    def _on_ready(self) -> None:
        self._catch_up_view()
        self.say_headline()

    def _on_said(self, sentence: str) -> None:
        self._told.tell(sentence)

    def _on_busy(self) -> None:
        self.export.setEnabled(not self._exporting.busy)

    def _on_begun(self) -> None:
        announce(self, WORKING)

    def _fit(self) -> None:
        """Fold the switch where it would crowd the headline."""
        spare = self.width() - self.export.sizeHint().width() - self.look.px(HEADLINE)
        self.switch.fold(folded=self.switch.words_width() > spare)
