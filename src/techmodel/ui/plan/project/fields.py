"""The fields of one project: each is written when one leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from techmodel.core.checklist import Weeks
from techmodel.core.plan_parts import Status
from techmodel.ui.checklist.typed_day import parse_day
from techmodel.ui.look import M
from techmodel.ui.plan.project.parts import Lines, completer_of, day_words, put, row_of
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.choice_box import ChoiceBox
from techmodel.ui.widgets.field import Field
from techmodel.ui.widgets.words import words
from techmodel.wording import gantt as table_wording
from techmodel.wording import plan_project as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from techmodel.core.plan import PlannedProject
    from techmodel.core.plan_parts import ProjectId
    from techmodel.session.plan import Plan
    from techmodel.session.touched import Touched
    from techmodel.ui.workspace import Workspace

    _Act = Callable[[Plan], Touched]
    _DayAct = Callable[[Plan, date | None], Touched]


class Fields(QWidget):
    """Name, owner, how far it is, dates, weeks and note of a project.

    Signals:
        failed(str): what was typed cannot be taken over, and why.
        done_wanted(), drop_wanted(): it is to be marked as done, or dropped.
    """

    failed = Signal(str)
    done_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._planned: PlannedProject | None = None
        self.name, self.owner, self.percent = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.start, self.finish_by = QLineEdit(self), QLineEdit(self)
        self.low, self.likely, self.high = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.status = ChoiceBox(self)
        self.note = Lines(self)
        self.as_steps = LinkButton(wording.AS_STEPS, self, small=True)
        self._owners = completer_of((), self.owner)
        self._build()
        self._connect()

    def show_project(self, planned: PlannedProject, owners: Sequence[str], *, fixed: bool) -> None:
        """Show a project; `fixed` lets nothing be changed."""
        self._planned, project = planned, planned.project
        self._owners.setParent(None)
        self._owners = completer_of(owners, self.owner)
        self.owner.setCompleter(self._owners)
        put(self.name, project.name)
        put(self.owner, project.owner)
        put(self.start, day_words(project.pins.start))
        put(self.finish_by, day_words(project.pins.finish_by))
        self._show_weeks(planned)
        self._show_status(planned)
        if self.note.toPlainText() != project.note:
            self.note.setPlainText(project.note)
        over = project.status in {Status.DONE, Status.DROPPED}
        for field in (self.name, self.owner, self.status, self.note):
            field.setEnabled(not fixed)
        for field in (self.start, self.finish_by, self.low, self.likely, self.high):
            field.setEnabled(not fixed and not over)
        self.as_steps.setVisible(project.weeks is not None and bool(project.steps) and not fixed)

    def stops(self) -> list[QWidget]:
        """What can have the focus, from top to bottom."""
        first = (self.name, self.owner, self.status, self.percent, self.start, self.finish_by)
        return [*first, self.low, self.likely, self.high, self.as_steps, self.note]

    def _show_weeks(self, planned: PlannedProject) -> None:
        weeks = planned.project.weeks or planned.weeks
        known = weeks.high > 0 or planned.project.weeks is not None
        for field, number in (
            (self.low, weeks.low),
            (self.likely, weeks.likely),
            (self.high, weeks.high),
        ):
            put(field, str(number) if known else "")

    def _show_status(self, planned: PlannedProject) -> None:
        project = planned.project
        self.status.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.status.setCurrentIndex(self.status.findData(project.status.value))
        self.status.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.percent_field.setVisible(project.status is Status.UNDER_WAY)
        put(self.percent, str(project.percent))
        self.percent.setEnabled(self.status.isEnabled())

    def _build(self) -> None:
        self._prepare()
        self.percent_field = Field(wording.PERCENT, self.percent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(Field(wording.NAME, self.name))
        column.addWidget(Field(wording.OWNER, self.owner))
        column.addLayout(row_of(Field(wording.STATUS, self.status), self.percent_field))
        dates = (Field(wording.START, self.start), Field(wording.FINISH_BY, self.finish_by))
        column.addLayout(row_of(*dates))
        column.addWidget(words(wording.DATE_HINT, "hint", wrap=True))
        trio = (
            Field(wording.LOW, self.low),
            Field(wording.LIKELY, self.likely),
            Field(wording.HIGH, self.high),
        )
        column.addLayout(row_of(*trio))
        column.addWidget(self.as_steps, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Field(wording.NOTE, self.note))

    def _prepare(self) -> None:
        """Set the controls up."""
        for status, said in wording.STATUS_CHOICES:
            self.status.addItem(said, status.value)
        for number in (self.low, self.likely, self.high, self.percent):
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(wording.NOTE_HINT)
        self.note.setMaximumHeight(self.note.fontMetrics().lineSpacing() * 5)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._on_name)
        self.owner.editingFinished.connect(self._on_owner)
        self.start.editingFinished.connect(self._on_start)
        self.finish_by.editingFinished.connect(self._on_finish_by)
        for field in (self.low, self.likely, self.high):
            field.editingFinished.connect(self._on_weeks)
        self.percent.editingFinished.connect(self._on_percent)
        self.status.activated.connect(self._on_status)
        self.as_steps.clicked.connect(self._on_as_steps)
        self.note.left.connect(self._on_note)

    @property
    def _id(self) -> ProjectId:
        assert self._planned is not None
        return self._planned.project.id

    def _run(self, act: _Act) -> None:
        """Run a verb of the plan; put back what is stored where it is refused."""
        if not self._workspace.run(lambda s: act(s.plan)) and self._planned is not None:
            self._put_back()

    def _put_back(self) -> None:
        assert self._planned is not None
        fixed = not self.name.isEnabled()
        names = [self._owners.model().index(n, 0).data() for n in range(self._count())]
        self.show_project(self._planned, names, fixed=fixed)

    def _count(self) -> int:
        return self._owners.model().rowCount()

    def _on_name(self) -> None:
        if self._planned and self.name.text() != self._planned.project.name:
            self._run(lambda plan: plan.rename(self._id, self.name.text()))

    def _on_owner(self) -> None:
        if self._planned and self.owner.text() != self._planned.project.owner:
            self._run(lambda plan: plan.own(self._id, self.owner.text()))

    def _on_start(self) -> None:
        if self._planned and self.start.text() != day_words(self._planned.project.pins.start):
            self._take_day(self.start, lambda plan, day: plan.pin(self._id, day))

    def _on_finish_by(self) -> None:
        if self._planned and self.finish_by.text() != day_words(
            self._planned.project.pins.finish_by
        ):
            self._take_day(self.finish_by, lambda plan, day: plan.finish_by(self._id, day))

    def _take_day(self, field: QLineEdit, act: _DayAct) -> None:
        typed = field.text().strip()
        day = parse_day(typed) if typed else None
        if typed and day is None:
            self.failed.emit(table_wording.not_a_date(typed))
            self._put_back()
        else:
            self._run(lambda plan: act(plan, day))

    def _on_weeks(self) -> None:
        if self._planned is None:
            return
        texts = [f.text().strip() for f in (self.low, self.likely, self.high)]
        given = [t for t in texts if t]
        held = self._planned.project.weeks or self._planned.weeks
        if texts == [str(held.low), str(held.likely), str(held.high)] or not given:
            return
        wrong = next((t for t in given if not t.isdecimal()), None)
        if wrong is not None:
            self.failed.emit(table_wording.not_a_number(wrong))
            self._put_back()
            return
        numbers = [int(t or given[0]) for t in texts]
        weeks = Weeks(*_stretched(numbers, self._typed_place()))
        self._run(lambda plan: plan.set_weeks(self._id, weeks))

    def _typed_place(self) -> int:
        """Which of low, likely and high was just typed."""
        fields = (self.low, self.likely, self.high)
        sender: QObject | None = self.sender()
        return next((n for n, f in enumerate(fields) if f is sender), 1)

    def _on_as_steps(self) -> None:
        self._run(lambda plan: plan.set_weeks(self._id, None))

    def _on_percent(self) -> None:
        typed = self.percent.text().strip().rstrip("%")
        if self._planned is None or typed == str(self._planned.project.percent):
            return
        if not typed.isdecimal():
            self.failed.emit(table_wording.not_a_percentage(typed))
            self._put_back()
            return
        number = int(typed)
        self._run(lambda plan: plan.progress(self._id, Status.UNDER_WAY, number))

    def _on_status(self) -> None:
        assert self._planned is not None
        status = Status(self.status.currentData())
        if status is Status.DONE and self._planned.project.status is not Status.DONE:
            self._show_status(self._planned)
            self.done_wanted.emit()
        elif status is Status.DROPPED:
            self._show_status(self._planned)
            self.drop_wanted.emit()
        else:
            percent = self._planned.project.percent if status is Status.UNDER_WAY else 0
            self._run(lambda plan: plan.progress(self._id, status, percent))

    def _on_note(self) -> None:
        if self._planned and self.note.toPlainText() != self._planned.project.note:
            self._run(lambda plan: plan.note(self._id, self.note.toPlainText()))


def _stretched(numbers: list[int], typed: int) -> tuple[int, int, int]:
    """Low, likely and high in order, with the one that was typed as it is."""
    low, likely, high = numbers
    if typed == 0:
        return low, max(low, likely), max(low, likely, high)
    if typed == 2:
        return min(low, high), min(likely, high), high
    return min(low, likely), likely, max(likely, high)
