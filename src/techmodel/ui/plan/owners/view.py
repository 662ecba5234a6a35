"""The owners of the plan: every role, and what it answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.owners import OwnedKind, find_owners
from techmodel.ui.look import XL, S
from techmodel.ui.plan.entries.sized import SizedTable
from techmodel.ui.plan.owners.models import Line, LinesModel, owned_lines, owner_lines
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.buttons import FilterToggle
from techmodel.ui.widgets.choice_box import choice_list, fill_choices
from techmodel.ui.widgets.empty import EmptyState, Way
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import pane, rule, words
from techmodel.wording import owners_page as wording
from techmodel.wording.entries import NOTHING_LEFT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from techmodel.core.owners import Owned, Owner
    from techmodel.session.touched import Touched
    from techmodel.ui.look import Look
    from techmodel.ui.widgets.table import Table
    from techmodel.ui.workspace import Workspace

OWNER_WIDTHS, OWNED_WIDTHS = (112, 46, 40, 90, 68), (150, 78, 118, 92, 92)
"""Widths of the columns in CSS pixels; the first has what is left, too."""
NARROW = 900
"""Below this width in CSS pixels the tables stand under each other."""
SHARE = 0.4
PLAN, CHECKLIST = "plan", "checklist"
_PLACES = {OwnedKind.PROJECT: "", OwnedKind.BENEFIT: "benefits:"}
_RISKS = "risks:"
_RIGHT = ("Owns", "Late", "Next date", "Costs")


class OwnersView(QWidget):
    """Roles at the left, what the chosen one answers for at the right.

    Signals:
        said(str): a sentence for the status line and for screen readers.
        place_wanted(str, str): another place should be shown, by its key, and one thing in it.
        failed(str): a refusal's sentence that no verb of the workspace said.
    """

    said = Signal(str)
    place_wanted = Signal(str, str)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._look = workspace, look
        self._found: tuple[Owner, ...] = ()
        self.owners = _table(self, look, wording.OWNERS, wording.OWNER_HEADS)
        self.owned = _table(self, look, wording.OWNED, wording.OWNED_HEADS)
        self.owners.give_widths(OWNER_WIDTHS)
        self.owned.give_widths(OWNED_WIDTHS)
        self.words, self.late = QLineEdit(self), FilterToggle(wording.LATE, self)
        self.kind = choice_list("Kind", "All kinds", 12)
        self.nothing = words(NOTHING_LEFT, "quiet", wrap=True)
        self._main = pane("page", self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self._main)
        self._stack = QStackedWidget(self)
        self.empty = EmptyState(
            look, wording.EMPTY_TITLE, wording.EMPTY_TEXT, self._ways(), self._stack
        )
        self._place()
        self._connect()
        let_tab_follow(self._main, [self.words, self.kind, self.late, self.owners, self.owned])

    def question(self) -> str:
        """The question that the view answers."""
        return wording.QUESTION

    def headline(self) -> str:
        """The answer in one or two sentences."""
        return wording.owners_headline(self._owners())

    def refresh(self, touched: Touched | None = None) -> None:
        """Look again: what anybody answers for may depend on anything."""
        role = self._role()
        self._found = self._owners()
        self._lines(self.owners).show_lines(owner_lines(self._found))
        roles = [line.role for line in self._lines(self.owners).lines]
        row = roles.index(role) if role in roles else 0
        place = self._lines(self.owners).index(row, 0)
        self.owners.setCurrentIndex(self.owners.shown_index(place))
        kinds = dict.fromkeys(t.kind for o in self._found for t in o.owned)
        fill_choices(self.kind, [(k.value, wording.KINDS[k]) for k in OwnedKind if k in kinds])
        self.late.show_count(sum(o.late for o in self._found))
        self._show_owned()
        self._stack.setCurrentWidget(self._main if self._found else self.empty)

    def focus_first(self) -> None:
        """Put the focus on the roles, or on the first way to begin."""
        first = self.owners if self._found else self.empty.buttons[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets F6 moves between."""
        return (self.owners, self.owned) if self._found else (self.empty,)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _owners(self) -> tuple[Owner, ...]:
        session = self._workspace.session
        plan = session.plan
        assessment, gaps = session.assessment(), session.gaps()
        return find_owners(assessment, gaps, plan.book(), plan.plan(), plan.today())

    def _role(self) -> str | None:
        """The role chosen; None for everybody."""
        line = _line(self.owners)
        return line.role if line else None

    def _show_owned(self) -> None:
        role, kind = self._role(), self.kind.currentData()
        searched = self.words.text().strip().casefold()
        shown = [
            line
            for line in owned_lines(self._found)
            if role in {None, line.role} and _passes(line, kind, searched)
        ]
        if self.late.isChecked():
            shown = [line for line in shown if line.owned and line.owned.late]
        self._lines(self.owned).show_lines(shown)
        self.owned.setColumnHidden(2, role is not None)
        self.owned.size_columns()
        self.nothing.setVisible(not shown)

    def _place(self) -> None:
        top = QWidget(self._main)
        row = FlowLayout(S, top)
        row.setContentsMargins(XL, S, XL, S)
        self.words.setPlaceholderText(wording.SEARCH)
        self.words.setAccessibleName(wording.SEARCH)
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(200)
        hint = words(wording.HINT, "hint")
        hint.setMinimumHeight(self._look.px(24))
        for widget in (self.words, self.kind, self.late, hint):
            row.addWidget(widget)
        self.nothing.setContentsMargins(XL, 0, XL, S)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for table in (self.owners, self.owned):
            self._splitter.addWidget(table)
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (top, self.nothing, rule()):
            column.addWidget(part)
        column.addWidget(self._splitter, stretch=1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._stack.addWidget(self._main)
        self._stack.addWidget(self.empty)

    def _connect(self) -> None:
        self.owners.selectionModel().currentRowChanged.connect(self._show_owned)
        self.owners.activated.connect(self._on_owner)
        self.owned.activated.connect(self._on_owned)
        self.words.textChanged.connect(self._show_owned)
        self.kind.currentIndexChanged.connect(self._show_owned)
        self.late.toggled.connect(self._show_owned)
        self._look.changed.connect(self._fit)

    def _ways(self) -> tuple[Way, ...]:
        projects = wording.PROJECTS_TITLE, wording.PROJECTS_TEXT, wording.PROJECTS_VERB
        risks = wording.RISKS_TITLE, wording.RISKS_TEXT, wording.RISKS_VERB
        return (
            Way("table", *projects, lambda: self.place_wanted.emit(PLAN, "gantt")),
            Way("alert", *risks, lambda: self.place_wanted.emit(PLAN, "risks")),
        )

    def _fit(self) -> None:
        """Stand the tables side by side, or under each other."""
        narrow = self.width() < self._look.px(NARROW)
        orientation = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._splitter.orientation() != orientation or not narrow:
            self._splitter.setOrientation(orientation)
            whole = self._splitter.height() if narrow else self.width()
            self._splitter.setSizes([int(whole * SHARE), int(whole * (1 - SHARE))])

    def _lines(self, table: Table) -> LinesModel:
        return _model(table)

    def _on_owner(self) -> None:
        self.owned.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.owned.currentIndex().isValid():
            self.owned.selectRow(0)

    def _on_owned(self) -> None:
        line = _line(self.owned)
        if line is not None and line.owned is not None:
            self.place_wanted.emit(*place_of(line.owned))


def place_of(owned: Owned) -> tuple[str, str]:
    """Where a thing is changed: the key of a place, and the thing in it."""
    if owned.kind is OwnedKind.TARGET:
        return CHECKLIST, owned.id
    return PLAN, f"{_PLACES.get(owned.kind, _RISKS)}{owned.id}"


def _passes(line: Line, kind: str, searched: str) -> bool:
    held = line.owned.kind.value if line.owned else ""
    return kind in {"", held} and searched in " ".join(line.texts).casefold()


def _table(parent: QWidget, look: Look, name: str, heads: Sequence[str]) -> SizedTable:
    table = SizedTable(look, name, parent)
    table.setModel(LinesModel(heads, _RIGHT, table))
    return table


def _model(table: Table) -> LinesModel:
    found = table.findChild(LinesModel)
    assert isinstance(found, LinesModel)
    return found


def _line(table: Table) -> Line | None:
    """The line one is on."""
    source = table.source_index(table.currentIndex())
    return _model(table).lines[source.row()] if source.isValid() else None
