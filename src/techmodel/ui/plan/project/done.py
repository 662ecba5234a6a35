"""Marking a project as done: the answers it would bring, with the exit test as evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from techmodel.ui.look import M, S
from techmodel.ui.widgets.field import Field
from techmodel.ui.widgets.words import when_pressed, words
from techmodel.wording import plan_project as wording

if TYPE_CHECKING:
    from techmodel.core.plan_parts import Project
    from techmodel.session.changes import PairId
    from techmodel.ui.workspace import Workspace


class DonePane(QWidget):
    """What being done would record; a person takes ticks off, and says so.

    Signals:
        finished(): the project is done now.
        left(): a person thinks again.
    """

    finished = Signal()
    left = Signal()

    def __init__(self, workspace: Workspace, project: Project, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._project = workspace, project
        self._answers = workspace.session.plan.done_answers(project.id)
        self.boxes: dict[PairId, QCheckBox] = {}
        self._build()
        self._count()

    def _build(self) -> None:
        assessment = self._workspace.session.assessment()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(words(wording.done_title(self._project), "heading", wrap=True))
        column.addWidget(words(wording.done_text(len(self._answers)), "quiet", wrap=True))
        for answer in self._answers:
            levels, piece = (answer.was, answer.level), answer.evidence
            what = wording.answer_words(answer.pair, levels, assessment)
            grade, title = (piece.grade, piece.title) if piece else ("", "")
            why = wording.evidence_words(grade, title)
            column.addLayout(self._answer(answer.pair, what, why))
        column.addSpacing(M)
        self._add_foot(column)
        column.addStretch(1)

    def _answer(self, pair: PairId, what: str, evidence: str) -> QGridLayout:
        """A tick, what it records, and its evidence."""
        box = QCheckBox(self)
        box.setAccessibleName(what)
        box.setAccessibleDescription(evidence)
        box.setChecked(True)
        box.toggled.connect(self._count)
        self.boxes[pair] = box
        grid = QGridLayout()
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(box, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words(what, wrap=True), 0, 1)
        grid.addWidget(words(evidence, "small", wrap=True), 1, 1)
        return grid

    def _add_foot(self, column: QVBoxLayout) -> None:
        """Add who decided, and the buttons."""
        self.decided_by = QLineEdit(self)
        field = Field(wording.DECIDED_BY, self.decided_by, wording.DECIDED_HINT)
        column.addWidget(field)
        field.setVisible(bool(self._answers))
        self.record = QPushButton(self)
        self.record.setProperty("role", "primary")
        self.only, self.back = QPushButton(wording.DONE_ONLY, self), QPushButton(wording.NOT_YET)
        for button in (self.record, self.only, self.back):
            column.addWidget(button)
        self.record.setVisible(bool(self._answers))
        when_pressed(self.record, lambda: self._finish(accept=True))
        when_pressed(self.only, lambda: self._finish(accept=False))
        self.back.clicked.connect(self.left)

    def first(self) -> QWidget:
        """Where the work begins."""
        return next(iter(self.boxes.values()), self.only)

    def _count(self) -> None:
        count = sum(box.isChecked() for box in self.boxes.values())
        self.record.setText(wording.done_verb(count))
        self.record.setEnabled(count > 0)

    def _finish(self, *, accept: bool) -> None:
        left_out = [pair for pair, box in self.boxes.items() if not box.isChecked()]
        role, id_ = self.decided_by.text().strip(), self._project.id
        done = self._workspace.run(
            lambda s: s.plan.finish(id_, accept=accept, leave_out=left_out, decided_by=role)
        )
        if done:
            self.finished.emit()
