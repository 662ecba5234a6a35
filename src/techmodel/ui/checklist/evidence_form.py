"""One piece of evidence to fill in, in place under the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from techmodel.core.answers import Evidence
from techmodel.ui.checklist.typed_day import parse_day
from techmodel.ui.look import XS, S
from techmodel.ui.widgets.buttons import Segmented
from techmodel.ui.widgets.words import restyle, words
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLabel

    from techmodel.core.checklist import EvidenceGrade
    from techmodel.session.changes import PairId

WRONG_DATE = "Type the date like 24 Nov 2026 or 24/11/2026, or leave it empty."
NO_TITLE = "Say what it is, such as “Usage log, October”."


class EvidenceForm(QFrame):
    """Grade, title, date and where; A to D set the grade while no text field has the focus.

    Signals:
        saved(object): the `Evidence` as filled in; its id is "" for a new one.
        removed(str): take the evidence with this id away.
        cancelled(): nothing is to change.
        faulty(): it could not be saved and says why; it needs more room now.
    """

    saved = Signal(object)
    removed = Signal(str)
    cancelled = Signal()
    faulty = Signal()

    def __init__(self, grades: Sequence[EvidenceGrade], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grades = {g.grade: g for g in grades}
        self._evidence = Evidence("", "", "", "", "")  # type: ignore[arg-type] # filled by `start`
        self._build()

    @property
    def evidence(self) -> Evidence:
        """What is filled in; the date as typed where it is not one."""
        old = self._evidence
        typed = self.date.text().strip()
        day = parse_day(typed)
        return Evidence(
            old.id,
            old.capability,
            old.organisation,
            self.grade.key,
            self.title.text().strip(),
            day.isoformat() if day else typed,
            self.where.text().strip(),
        )

    def start(self, pair: PairId, evidence: Evidence | None = None) -> None:
        """Fill in a new piece of evidence for a pair, or change one."""
        first = next(iter(self._grades), "")
        held = evidence or Evidence("", *pair, grade=first, title="")
        self._evidence = held
        self.grade.choose(held.grade if held.grade in self._grades else first)
        self.title.setText(held.title)
        self.date.setText(_shown_day(held.date))
        self.where.setText(held.where)
        self.save.setText("Save evidence" if held.id else "Add evidence")
        self.remove.setVisible(bool(held.id))
        self._say("")
        self._explain(self.grade.key)

    def focus_first(self) -> None:
        """Put the focus on the grade, where A to D set it."""
        self.grade.button(self.grade.key).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep every key in the form, so that typing a grade or a digit answers nothing."""
        typed = event.text().upper()
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif typed in self._grades:
            self.grade.choose(typed)
            self._explain(typed)
            self.title.setFocus()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._on_save()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()

    def _build(self) -> None:
        self.grade = Segmented([(grade, grade) for grade in self._grades], "Grade")
        self.meaning = words("", "hint", wrap=True)
        self.title = _field("Title", "Usage log, October")
        self.date = _field("Date", "24 Nov 2026")
        self.where = _field("Where it is kept", "Shared drive, minutes, link")
        self.problem = words("", "problem", wrap=True)
        self.save, self.remove = QPushButton("Add evidence"), QPushButton("Remove")
        self.cancel = QPushButton("Cancel")
        for button in (self.save, self.remove, self.cancel):
            button.setProperty("scale", "toolbar")
        self.cancel.setProperty("role", "quiet")
        self._place()
        self.grade.chosen.connect(self._explain)
        for field in (self.title, self.date):
            field.textEdited.connect(self._on_typed)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.cancelled)
        self.remove.clicked.connect(self._on_remove)

    def _place(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, S, 0, S)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        grid.addWidget(self.grade, 0, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.meaning, 1, 0, 1, 2)
        grid.addWidget(_label("What it is", self.title), 2, 0)
        grid.addWidget(self.title, 3, 0)
        grid.addWidget(_label("Date", self.date), 2, 1)
        grid.addWidget(self.date, 3, 1)
        grid.addWidget(_label("Where", self.where), 4, 0)
        grid.addWidget(self.where, 5, 0, 1, 2)
        grid.addWidget(self.problem, 6, 0, 1, 2)
        row = QHBoxLayout()
        row.setSpacing(S)
        for button in (self.save, self.cancel):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.remove)
        grid.addLayout(row, 7, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

    def _explain(self, grade: str) -> None:
        found = self._grades.get(grade)
        self.meaning.setText(f"{found.grade} {found.name}: {found.meaning}" if found else "")

    def _say(self, problem: str, field: QLineEdit | None = None) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        for one in (self.title, self.date):
            one.setProperty("state", "wrong" if one is field else "")
            restyle(one)
        if field is not None:
            field.setFocus()
            self.faulty.emit()

    def _on_typed(self) -> None:
        if self.problem.text():
            self._say("")

    def _on_save(self) -> None:
        typed = self.date.text().strip()
        if not self.title.text().strip():
            self._say(NO_TITLE, self.title)
        elif typed and parse_day(typed) is None:
            self._say(WRONG_DATE, self.date)
        else:
            self._say("")
            self.saved.emit(self.evidence)

    def _on_remove(self) -> None:
        self.removed.emit(self._evidence.id)


def _field(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    return field


def _label(text: str, field: QLineEdit) -> QLabel:
    label = words(text, "label")
    label.setBuddy(field)
    return label


def _shown_day(iso: str) -> str:
    day = parse_day(iso)
    return short_date(day) if day else iso
