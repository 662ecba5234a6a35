"""The fields of one project: each is written when one leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.plan_parts import Status
from techmodel.core.typed_weeks import typed_weeks
from techmodel.ui.announce import announce
from techmodel.ui.checklist.typed_day import parse_day
from techmodel.ui.look import M
from techmodel.ui.plan.entries.controls import Choice
from techmodel.ui.plan.project.parts import Lines, completer_of, day_words, put, row_of
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.field import Field
from techmodel.ui.widgets.words import words
from techmodel.wording import gantt as table_wording
from techmodel.wording import plan_project as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from techmodel.core.checklist import Weeks
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
        self.status = Choice(self)
        self.moves = words("", "hint", wrap=True)
        self.note = Lines(self)
        self.as_steps = LinkButton(wording.AS_STEPS, self, small=True)
        self._owners = completer_of((), self.owner)
        self._build()
        self._connect()

    def show_project(self, planned: PlannedProject, owners: Sequence[str], *, fixed: bool) -> None:
        """Show a project; `fixed` lets nothing be changed."""
        if self._planned is None or self._id != planned.project.id:
            self.moves.hide()
        self._planned, project = planned, planned.project
        self._owners.setParent(None)
        self._owners = completer_of(owners, self.owner)
        self.owner.setCompleter(self._owners)
        put(self.name, project.name)
        put(self.owner, project.owner)
        put(self.start, day_words(project.pins.start))
        put(self.finish_by, day_words(project.pins.finish_by))
        self._show_weeks()
        self._show_status(planned)
        if self.note.toPlainText() != project.note:
            self.note.setPlainText(project.note)
        over = project.status in {Status.DONE, Status.DROPPED}
        for field in (self.name, self.owner, self.status, self.note):
            field.setEnabled(not fixed)
        for field in (self.start, self.finish_by, self.low, self.likely, self.high):
            field.setEnabled(not fixed and not over)
        self.as_steps.setVisible(project.weeks is not None and bool(project.steps) and not fixed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._planned is not None:
            self._show_status(self._planned)  # what was only moved to is not taken over
        super().keyPressEvent(event)

    def stops(self) -> list[QWidget]:
        """What can have the focus, from top to bottom."""
        first = (self.name, self.owner, self.status, self.percent, self.start, self.finish_by)
        return [*first, self.low, self.likely, self.high, self.as_steps, self.note]

    def _show_weeks(self) -> None:
        fields = (self.low, self.likely, self.high)
        for field, text in zip(fields, self._held_texts(), strict=True):
            put(field, text)

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
        column.addWidget(self.moves)
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
            field.textEdited.connect(self._on_weeks_typed)
        self.percent.editingFinished.connect(self._on_percent)
        self.status.finished.connect(self._on_status)
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
        texts = self._week_texts()
        if self._planned is None or texts == self._held_texts() or not any(texts):
            return
        wrong = next((t for t in texts if t and not t.isdecimal()), None)
        if wrong is not None:
            self.failed.emit(table_wording.not_a_number(wrong))
            self._put_back()
            return
        moves = self._show_moves()
        weeks = typed_weeks(self._held_weeks(), texts, self._typed_place())
        self._run(lambda plan: plan.set_weeks(self._id, weeks))
        if moves:
            announce(self, moves)

    def _on_weeks_typed(self) -> None:
        self._show_moves()

    def _show_moves(self) -> str:
        """Say which of the other two a typed number moves; "" for none."""
        texts, place = self._week_texts(), self._typed_place()
        known = any(self._held_texts()) and texts[place].isdecimal()
        said = ""
        if known and all(t.isdecimal() for t in texts if t):
            held = self._held_weeks()
            said = wording.moves_words(held, typed_weeks(held, texts, place), place)
        self.moves.setText(said)
        self.moves.setVisible(bool(said))
        return said

    def _week_texts(self) -> list[str]:
        return [f.text().strip() for f in (self.low, self.likely, self.high)]

    def _held_weeks(self) -> Weeks:
        """The weeks before anything was typed."""
        assert self._planned is not None
        return self._planned.project.weeks or self._planned.weeks

    def _held_texts(self) -> list[str]:
        if self._planned is None:
            return []
        weeks = self._held_weeks()
        known = weeks.high > 0 or self._planned.project.weeks is not None
        return [str(n) if known else "" for n in (weeks.low, weeks.likely, weeks.high)]

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
        status = Status(self.status.typed())
        if self._planned is None or status is self._planned.project.status:
            return
        if status is Status.DONE:
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
