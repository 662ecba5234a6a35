"""The details of one project, beside table and bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.core.plan_parts import Status
from techmodel.ui.look import L, M, S
from techmodel.ui.plan.project.done import DonePane
from techmodel.ui.plan.project.fields import Fields
from techmodel.ui.plan.project.links import Links
from techmodel.ui.plan.project.steps import Steps
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.words import pane, rule, when_pressed, words
from techmodel.wording import plan_project as wording
from techmodel.wording.plan import held_up_words, missed_words
from techmodel.wording.plan_labels import project_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.plan import PlannedProject
    from techmodel.core.plan_parts import Project, ProjectId
    from techmodel.ui.plan.working import Worked
    from techmodel.ui.workspace import Workspace


class ProjectPane(QFrame):
    """Fields, links and steps of a project; or what marking it as done would record.

    Signals:
        closed(): a person is through with it.
        failed(str): why something was not done.
        said(str): what was done.
        wanted(str): something is to be done with the project: "drop", "take up".
    """

    closed = Signal()
    failed = Signal(str)
    said = Signal(str)
    wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._planned: PlannedProject | None = None
        self._done: DonePane | None = None
        self.setProperty("pane", "side")
        self.setAccessibleName(wording.DETAILS)
        self._build()
        self._connect()

    @property
    def project(self) -> ProjectId | None:
        """The project shown."""
        return self._planned.project.id if self._planned else None

    def show_project(self, id_: ProjectId, worked: Worked, owners: Sequence[str]) -> bool:
        """Show a project; whether it is there."""
        planned = worked.plan.of(id_)
        if planned is None:
            return False
        if self.project != id_ and self._done is not None:
            self._leave_done()
        self._planned = planned
        fixed = self._workspace.session.read_only
        self._title.setText(project_words(planned.project))
        self._show_state(planned, worked)
        self.fields.show_project(planned, owners, fixed=fixed)
        self.links.show_project(planned, worked, fixed=fixed)
        self.steps.show_project(planned, worked, fixed=fixed)
        over = planned.project.status in {Status.DONE, Status.DROPPED}
        owes = self._owes_answers(planned.project)
        self.done.setText(wording.TAKE_ANSWERS if owes else wording.DONE)
        buttons = ((self.done, owes or not over), (self.drop, not over), (self.take_up, over))
        for button, shown in buttons:
            button.setVisible(shown and not fixed)
        let_tab_follow(self.fields.note, self._late_stops())
        return True

    def ask_done(self) -> None:
        """Show what marking the project as done would record."""
        if self._planned is None or self._done is not None:
            return
        self._done = DonePane(self._workspace, self._planned.project, self._inside)
        self._done.finished.connect(self._on_finished)
        self._done.left.connect(self._leave_done)
        self._column.insertWidget(0, self._done)
        self._parts.hide()
        self._done.first().setFocus()

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        (self._done.first() if self._done else self.fields.name).setFocus()

    def stops(self) -> list[QWidget]:
        """What can have the focus, from top to bottom."""
        return [self._close, *self.fields.stops(), *self._late_stops()]

    def settle(self) -> None:
        """Write what is typed in a field and not written yet."""
        field = self.focusWidget()
        if isinstance(field, QLineEdit) and self.isVisible():
            field.editingFinished.emit()
        elif field is self.fields.note:
            self.fields.note.left.emit()

    def focus_links(self) -> None:
        """Put the focus where a link is added."""
        self.links.choice.setFocus()
        self._area.ensureWidgetVisible(self.links.add)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._done is not None:
            self._leave_done()
        else:
            self.closed.emit()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Enter in a field from what the window would do with it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            button = isinstance(self.focusWidget(), QPushButton)
            if enter and not button:
                event.accept()
                return True
        return super().event(event)

    def _build(self) -> None:
        self._title, self._state = words(role="heading", wrap=True), words(role="quiet", wrap=True)
        self._missed = words(role="problem", wrap=True)
        self._close = QPushButton(wording.CLOSE, self)
        self._close.setProperty("role", "quiet")
        self._close.setProperty("scale", "small")
        self._inside = pane("side", self)
        self._parts = QWidget(self._inside)
        self.fields = Fields(self._workspace, self._parts)
        self.links = Links(self._workspace, self._parts)
        self.steps = Steps(self._workspace, self._parts)
        self.done = QPushButton(wording.DONE, self._parts)
        self.drop = QPushButton(wording.DROP, self._parts)
        self.take_up = QPushButton(wording.TAKE_UP, self._parts)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(L, S, S, S)
        head.addWidget(self._title, stretch=1)
        head.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(M)
        for widget in (self._state, self._missed, self.fields, rule(), self.links, rule()):
            parts.addWidget(widget)
        parts.addWidget(self.steps)
        row = QHBoxLayout()
        row.setSpacing(S)
        for button in (self.done, self.drop, self.take_up):
            row.addWidget(button)
        row.addStretch(1)
        parts.addLayout(row)
        self._lay_out_area(head)

    def _lay_out_area(self, head: QHBoxLayout) -> None:
        """Put everything under the head where it can be scrolled."""
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(L, 0, L, L)
        self._column.addWidget(self._parts)
        self._column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setProperty("pane", "side")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, stretch=1)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self._workspace.settling.connect(self.settle)
        self.fields.failed.connect(self.failed)
        self.links.failed.connect(self.failed)
        self.fields.done_wanted.connect(self.ask_done)
        self.done.clicked.connect(self.ask_done)
        when_pressed(self.drop, lambda: self.wanted.emit("drop"))
        when_pressed(self.take_up, lambda: self.wanted.emit("take up"))
        self.fields.drop_wanted.connect(self._on_drop)

    def _late_stops(self) -> list[QWidget]:
        """What can have the focus after the fields; the lists are made anew for each project."""
        links = [*self.links.removes, self.links.choice, self.links.lag, self.links.add]
        steps = [*self.steps.boxes.values(), self.steps.button]
        return [*links, *steps, self.done, self.drop, self.take_up]

    def _owes_answers(self, project: Project) -> bool:
        """Whether a project is marked done, but the levels it reached are no answers yet."""
        plan = self._workspace.session.plan
        return project.status is Status.DONE and bool(plan.done_answers(project.id))

    def _show_state(self, planned: PlannedProject, worked: Worked) -> None:
        """When it is worked on, or that it is over; which dates it does not keep."""
        over = wording.over_words(planned)
        self._state.setText(over or wording.dates_words(planned))
        names = {p.project.id: p.project.name for p in worked.plan.projects}
        missed = [m for m in worked.plan.missed if m.project == planned.project.id]
        held = [h for h in worked.plan.held_up if h.project == planned.project.id]
        said = [missed_words(m, worked.assessment, names) for m in missed]
        said += [held_up_words(h, worked.assessment, names) for h in held]
        self._missed.setText("\n".join(said))
        self._missed.setVisible(bool(said))

    def _on_drop(self) -> None:
        self.wanted.emit("drop")

    def _on_finished(self) -> None:
        project = self._planned.project if self._planned else None
        self._leave_done()
        if project is not None:
            self.said.emit(wording.finished_words(project))

    def _leave_done(self) -> None:
        done, self._done = self._done, None
        if done is not None:
            self._column.removeWidget(done)
            done.hide()
            done.deleteLater()
        self._parts.show()
        self.fields.name.setFocus()
