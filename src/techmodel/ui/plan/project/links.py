"""What a project waits for, by hand and by the checklist, and who waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from techmodel.core.plan_parts import StepId
from techmodel.ui.look import S
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.choice_box import choice_list, fill_choices
from techmodel.ui.widgets.field import Field
from techmodel.ui.widgets.words import when_pressed, words
from techmodel.wording import gantt as table_wording
from techmodel.wording import plan_project as wording
from techmodel.wording.plan import needed_words, step_words
from techmodel.wording.plan_labels import project_words
from techmodel.wording.plan_limits import limits_sentence, room_words

if TYPE_CHECKING:
    from techmodel.core.plan import PlannedProject
    from techmodel.core.plan_parts import Link, Project, ProjectId
    from techmodel.ui.plan.working import Worked
    from techmodel.ui.workspace import Workspace


class Links(QWidget):
    """Two lists of projects, and a way to wait for one more.

    Signals:
        failed(str): what was typed cannot be taken over, and why.
    """

    failed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._project: Project | None = None
        self._waiting: set[ProjectId] = set()
        self.removes: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self._list: QWidget = QWidget(self)
        self._needed = words(role="quiet", wrap=True)
        self._room = words(wrap=True)
        self.choice = choice_list(wording.ADD_LINK, wording.CHOOSE, 14)
        self.lag = QLineEdit("0", self)
        self.lag.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.add = QPushButton(wording.ADD_LINK, self)
        self._build()
        self.add.clicked.connect(self._on_add)
        self.choice.currentIndexChanged.connect(self._allow)

    def show_project(self, planned: PlannedProject, worked: Worked, *, fixed: bool) -> None:
        """Show the links of a project; `fixed` lets none be changed."""
        project = self._project = planned.project
        projects = {p.id: p for p in worked.book.projects}
        by_hand = {k.after: k for k in worked.book.links if k.project == project.id}
        self._show_room(project, worked)
        waiting = [p.project for p in worked.plan.projects if project.id in p.predecessors]
        self._waiting = {p.id for p in waiting}
        self._show_list(planned, projects, by_hand, fixed=fixed)
        needed = needed_words(self._workspace.session.gaps(), project)
        self._needed.setText(wording.needed_by_words(waiting, needed))
        others = [p for p in worked.book.projects if p.id != project.id and p.id not in by_hand]
        fill_choices(self.choice, [(p.id, project_words(p)) for p in others])
        for field in (self.choice, self.lag):
            field.setEnabled(not fixed)
        self._allow()

    def _build(self) -> None:
        self._column.addWidget(words(wording.WAITS_FOR, "heading"))
        self._column.addWidget(self._list)
        self._column.addWidget(self._room)
        self._column.addWidget(self.choice)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(Field(wording.LAG, self.lag), stretch=1)
        row.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(row)
        self._column.addWidget(words(wording.NEEDED_BY, "heading"))
        self._column.addWidget(self._needed)

    def _show_room(self, project: Project, worked: Worked) -> None:
        """Say for how long which work waits for room, of several that which waits longest."""
        plan, terms = worked.plan, worked.book.terms
        held = [
            worked.held[t] for t in plan.work.of_project.get(project.id, ()) if t in worked.held
        ]
        said = ""
        if held:
            most = max(held, key=lambda one: one.start - one.ready)
            what = step_words(StepId(most.task)) if project.steps else project.id
            limits = limits_sentence(most.limits, terms, worked.assessment)
            said = room_words(what, plan.days.day(most.ready), limits)
        self._room.setText(said)
        self._room.setVisible(bool(said))

    def _show_list(
        self,
        planned: PlannedProject,
        projects: dict[ProjectId, Project],
        by_hand: dict[ProjectId, Link],
        *,
        fixed: bool,
    ) -> None:
        """One line for each project that is waited for; those by hand can be removed."""
        self.removes = []
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        ids = dict.fromkeys([*by_hand, *planned.predecessors])
        for id_ in ids:
            column.addLayout(self._line(projects[id_], by_hand.get(id_), fixed=fixed))
        if not ids and not self._room.text():
            column.addWidget(words(wording.WAITS_FOR_NOTHING, "quiet"))
        old, self._list = self._list, made
        self._column.replaceWidget(old, made)
        old.hide()
        old.deleteLater()

    def _line(self, after: Project, link: Link | None, *, fixed: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        said = wording.waits_words(after, link, mutual=after.id in self._waiting)
        row.addWidget(words(said, wrap=True), stretch=1)
        if link is not None and not fixed:
            remove = LinkButton(wording.UNLINK, self, small=True)
            remove.setAccessibleName(f"{wording.UNLINK} {project_words(after)}")
            self.removes.append(remove)
            when_pressed(remove, lambda: self._unlink(after.id))
            row.addWidget(remove, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _allow(self) -> None:
        self.add.setEnabled(self.choice.isEnabled() and bool(self.choice.currentData()))

    def _unlink(self, after: ProjectId) -> None:
        project = self._project
        if project is not None:
            self._workspace.run(lambda s: s.plan.unlink(project.id, after))
            self.choice.setFocus()

    def _on_add(self) -> None:
        project, after = self._project, self.choice.currentData()
        typed = self.lag.text().strip() or "0"
        if not typed.isdecimal():
            self.failed.emit(table_wording.not_days(typed))
            return
        if project is not None and after:
            lag = int(typed)
            if self._workspace.run(lambda s: s.plan.link(project.id, after, lag)):
                self.lag.setText("0")
                self.choice.setFocus()
