"""The steps of a project: what is done, by whom, how long; some can be split off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from techmodel.ui import ask
from techmodel.ui.ask import TextQuestion
from techmodel.ui.look import S
from techmodel.ui.widgets.words import when_pressed, words
from techmodel.wording import plan_project as wording
from techmodel.wording.gantt import span_words
from techmodel.wording.plan import step_words

if TYPE_CHECKING:
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Action
    from techmodel.core.plan import PlannedProject, PlannedStep
    from techmodel.core.plan_parts import ProjectId, StepId
    from techmodel.ui.plan.working import Worked
    from techmodel.ui.workspace import Workspace


class Steps(QWidget):
    """One paragraph for each open step, with a tick where the project can be split.

    Signals:
        split(str): a project (its id) was split.
    """

    split = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._id: ProjectId | None = None
        self.boxes: dict[StepId, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self._list = QWidget(self)
        self.button = QPushButton(wording.SPLIT, self)
        self._column.addWidget(words(wording.STEPS, "heading"))
        self._column.addWidget(self._list)
        self._column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        when_pressed(self.button, self._on_split)

    def show_project(self, planned: PlannedProject, worked: Worked, *, fixed: bool) -> None:
        """Show the steps of a project; `fixed` lets none be split off."""
        ticked = {s for s, box in self.boxes.items() if box.isChecked()}
        self._id, self.boxes = planned.project.id, {}
        made = QWidget(self)
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        able = not fixed and len(planned.project.steps) > 1
        for row, step in enumerate(planned.steps):
            if able:
                self._add_box(grid, row, step, ticked=step.id in ticked)
            what, how = _lines(step, worked.assessment)
            grid.addWidget(words(what, wrap=True), 2 * row, 1)
            grid.addWidget(words(how, "small", wrap=True), 2 * row + 1, 1)
        if not planned.steps:
            grid.addWidget(words(wording.NO_STEPS, "quiet", wrap=True), 0, 1)
        old, self._list = self._list, made
        self._column.replaceWidget(old, made)
        old.hide()
        old.deleteLater()
        self.button.setVisible(able and len(planned.steps) > 1)
        self._allow()

    def _add_box(self, grid: QGridLayout, row: int, step: PlannedStep, *, ticked: bool) -> None:
        box = QCheckBox(self)
        box.setAccessibleName(step_words(step.id))
        box.setChecked(ticked)
        box.toggled.connect(self._allow)
        self.boxes[step.id] = box
        grid.addWidget(box, 2 * row, 0, Qt.AlignmentFlag.AlignTop)

    def _ticked(self) -> list[StepId]:
        return [s for s, box in self.boxes.items() if box.isChecked()]

    def _allow(self) -> None:
        self.button.setEnabled(len(self._ticked()) > 0)

    def _on_split(self) -> None:
        steps, id_ = self._ticked(), self._id
        question = TextQuestion(wording.SPLIT_TITLE, wording.SPLIT_TEXT, "Split", limit=200)
        name = ask.text(self, question)
        if name and id_ and self._workspace.run(lambda s: s.plan.split(id_, steps, name)):
            self.split.emit(id_)


def _lines(step: PlannedStep, assessment: Assessment) -> tuple[str, str]:
    capability = assessment.checklist.capability(step.capability)
    actions = capability.actions if capability else ()
    action: Action | None = next((a for a in actions if a.to_level == step.level), None)
    return wording.step_lines(step, assessment, action, span_words(step.start, step.end))
