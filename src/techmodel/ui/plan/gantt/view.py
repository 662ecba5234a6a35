"""Table and Gantt: every project with its bar, and what is done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from techmodel.ui.plan.gantt.axis import Scale
from techmodel.ui.plan.gantt.beside import Beside
from techmodel.ui.plan.gantt.choosing import Filter, counts, find_lines
from techmodel.ui.plan.gantt.lines import Kind, line_of
from techmodel.ui.plan.gantt.menu import Menu
from techmodel.ui.plan.gantt.problems import show_problems
from techmodel.ui.plan.gantt.toolbar import Toolbar
from techmodel.ui.plan.gantt.verbs import Verbs
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.empty import EmptyState, Way
from techmodel.ui.widgets.notices import Note
from techmodel.wording import gantt as wording
from techmodel.wording import plan_page
from techmodel.wording import plan_problems as problems_wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.session.touched import Touched
    from techmodel.ui.look import Look
    from techmodel.ui.plan.working import Worked
    from techmodel.ui.workspace import Workspace


class GanttView(QWidget):
    """The projects of the plan.

    Signals:
        said(str): a sentence for the status line and for screen readers.
        place_wanted(str, str): another place should be shown, by its key, and one thing in it.
        failed(str): a refusal's sentence that no verb of the workspace said.
        fill_wanted(), what_if_wanted(): a page of the plan should be shown.
    """

    said = Signal(str)
    place_wanted = Signal(str, str)
    failed = Signal(str)
    fill_wanted = Signal()
    what_if_wanted = Signal()

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._look = workspace, look
        self._worked: Worked | None = None
        self._item = ""
        self._build()
        self._connect()

    def show_worked(self, worked: Worked) -> None:
        """Show what the plan comes to."""
        self._worked = worked
        fixed = self._fixed
        self._note.setVisible(fixed)
        for verb in (*self.toolbar.verbs(), *self._empty.buttons, self.halves.limit):
            verb.setEnabled(not fixed)
        if worked.book.projects:
            self.halves.show_plan(worked, fixed=fixed)
            self.halves.filters.show_counts(counts(worked.lines))
            self.halves.tree.delegate.owners = self._owners()
            self._show_lines()
            self._stack.setCurrentWidget(self._body)
            self._show_details()
            if self._item:
                self.show_item(self._item)
        else:
            self._stack.setCurrentWidget(self._empty)

    def show_item(self, item: str) -> None:
        """Bring a project, or that of a capability, into view, as soon as there is a plan."""
        self._item = item if self._worked is None else ""
        self.halves.filters.choose(Filter.ALL)
        self._show_lines()
        line = line_of(self.halves.tree.rows(), item)
        if line is not None:
            self._show(line.key)

    def refresh(self, touched: Touched | None = None) -> None:
        """Look again; the page hands over what the plan comes to by `show_worked`."""

    def open_details(self) -> None:
        """Show the details of the current project and go there; open or fold a group."""
        line = self.halves.tree.current()
        if line is None or self._worked is None:
            return
        if line.kind is Kind.GROUP:
            self.halves.tree.flip()
            return
        self.beside.open()
        self._show_details()
        self.details.focus_first()

    def close_details(self) -> None:
        """Hide the details and go back to the table."""
        self.beside.shut()
        self.halves.front.setFocus()

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        if self._stack.currentWidget() is self._empty:
            (self._empty if self._fixed else self._empty.buttons[0]).setFocus()
        else:
            self.halves.front.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets F6 moves between."""
        if self._stack.currentWidget() is self._empty:
            return (self._empty if self._fixed else self._empty.buttons[0],)
        shown = (self.toolbar.add, self.halves.front, self.details.fields.name)
        return tuple(widget for widget in shown if widget.isVisible())

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        self._body = QWidget(self._stack)
        self.toolbar = Toolbar(self._look, self._body)
        self._note = Note(wording.READ_ONLY, "warn", self)
        self.beside = Beside(self._workspace, self._look, self._body)
        self.halves, self.details = self.beside.halves, self.beside.details
        self.verbs = Verbs(self._workspace, self.halves.tree, self)
        self.menu = Menu(self.toolbar.menu, self.halves.tree, self)
        self._make_empty()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.toolbar)
        inside.addWidget(self.beside, stretch=1)

    def _make_empty(self) -> None:
        """Make what is shown before anything is planned, and put both on the stack."""
        self._empty = EmptyState(
            self._look, wording.NOTHING_TITLE, wording.NOTHING_TEXT, self._ways(), self._stack
        )
        for page in (self._body, self._empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._note)
        column.addWidget(self._stack, stretch=1)
        let_tab_follow(self.toolbar, [*self.toolbar.stops(), *self.beside.stops()])

    def _ways(self) -> tuple[Way, ...]:
        return (
            Way(
                "gaps",
                wording.FILL_TITLE,
                wording.FILL_TEXT,
                plan_page.FILL,
                self.fill_wanted.emit,
            ),
            Way("plus", wording.ADD_TITLE, wording.ADD_TEXT, wording.ADD, self.verbs.add),
        )

    def _connect(self) -> None:
        bar, tree, verbs = self.toolbar, self.halves.tree, self.verbs
        QShortcut(QKeySequence("Ctrl+L"), self, self._link)
        bar.link.clicked.connect(self._link)
        bar.add.clicked.connect(verbs.add)
        bar.fill.clicked.connect(self.fill_wanted)
        bar.what_if.clicked.connect(self.what_if_wanted)
        self.halves.filters.grouped.connect(self._show_lines)
        bar.scaled.connect(self._on_scaled)
        bar.halves_chosen.connect(self._on_half)
        self.halves.filters.chosen.connect(self._on_filtered)
        self.halves.limit.clicked.connect(verbs.limit)
        self.halves.axis.changed.connect(self._on_axis)
        tree.source.edited.connect(verbs.edit)
        tree.wanted.connect(self._on_wanted)
        tree.menu_wanted.connect(bar.menu.popup)
        tree.said.connect(self.said)
        tree.heads.sorted_.connect(self._show_lines)
        tree.line_changed.connect(self._show_details)
        self.menu.wanted.connect(self._on_wanted)
        self._connect_rest()

    def _connect_rest(self) -> None:
        """Connect the bars, the verbs and the details."""
        tree, verbs = self.halves.tree, self.verbs
        self.halves.chart.moved.connect(verbs.begin_on)
        self.halves.chart.chosen.connect(tree.select)
        self.halves.chart.opened.connect(self.open_details)
        verbs.failed.connect(self.failed)
        verbs.said.connect(self.said)
        verbs.made.connect(self._show)
        self._look.changed.connect(self._on_axis)
        self.details.closed.connect(self.close_details)
        self.details.failed.connect(self.failed)
        self.details.said.connect(self.said)
        self.details.wanted.connect(self._on_wanted)
        self.details.steps.split.connect(self._show)

    @property
    def _fixed(self) -> bool:
        return self._workspace.session.read_only

    def _show_lines(self) -> None:
        if self._worked is None:
            return
        filter_ = self.halves.filters.filter
        group, order = self.halves.filters.group, self.halves.tree.heads.order
        lines = find_lines(self._worked, filter_, group, order)
        self.halves.tree.show_lines(lines, fixed=self._fixed)

    def _owners(self) -> tuple[str, ...]:
        """The roles that are owners already, and those of the checklist."""
        assert self._worked is not None
        used = {p.owner for p in self._worked.book.projects if p.owner}
        known = set(self._worked.assessment.checklist.roles.values())
        return tuple(sorted(used | known, key=str.casefold))

    def _show(self, key: str) -> None:
        """Bring a line into view, in the table and on the axis."""
        if self.halves.tree.select(key):
            self._bring()

    def _bring(self) -> None:
        """Bring the bar of the current line into view."""
        line = self.halves.tree.current()
        if line and line.start and line.end:
            self.halves.axis.show(line.start, line.end)

    def _on_wanted(self, what: str) -> None:
        verbs, axis = self.verbs, self.halves.axis
        always: dict[str, Callable[[], object]] = {
            "closer": lambda: axis.zoom(1, axis.width / 2),
            "farther": lambda: axis.zoom(-1, axis.width / 2),
            "open": self.open_details,
            "kept": self._show_problems,
            "copy": self.halves.tree.copy,
            "open all": lambda: self.halves.tree.open_all(opened=True),
            "fold all": lambda: self.halves.tree.open_all(opened=False),
            "fill": self.fill_wanted.emit,
            "what if": self.what_if_wanted.emit,
        }
        changing: dict[str, Callable[[], object]] = {
            "add": verbs.add,
            "drop": verbs.drop,
            "take up": verbs.take_up,
            "up": lambda: verbs.move(-1),
            "down": lambda: verbs.move(1),
            "earlier": lambda: verbs.shift(-1),
            "later": lambda: verbs.shift(1),
            "let go": verbs.let_go,
            "bundle": verbs.bundle,
            "link": self._link,
            "done": self._done,
        }
        if what in always:
            always[what]()
        elif self._fixed:
            self.failed.emit(wording.READ_ONLY)
        elif what in changing:
            changing[what]()

    def _link(self) -> None:
        """Link two selected projects, or go where a link is added."""
        if not self.verbs.link_selected() and self.halves.tree.current() is not None:
            self.open_details()
            self.details.focus_links()

    def _show_problems(self) -> None:
        if self._worked is not None and not show_problems(self, self._worked):
            self.said.emit(problems_wording.ALL_KEPT)

    def _done(self) -> None:
        self.open_details()
        self.details.ask_done()

    def _show_details(self) -> None:
        """Show in the details what is current in the table."""
        if self._worked is not None:
            self.beside.show_current(self._worked, self._owners())

    def _on_filtered(self) -> None:
        self._show_lines()
        if self._worked is not None:
            shown = sum(counts(self._worked.lines)[f] for f in [self.halves.filters.filter])
            self.said.emit(wording.shown_words(shown, len(self._worked.book.projects)))

    def _on_scaled(self, scale: str) -> None:
        self.halves.axis.choose(Scale(scale))
        self._bring()

    def _on_half(self) -> None:
        self.halves.show_half(self.toolbar.half)
        self._on_axis()

    def _on_axis(self) -> None:
        self.toolbar.show_scale(self.halves.axis.scale)
        self.toolbar.show_narrow(narrow=self.halves.is_narrow)
