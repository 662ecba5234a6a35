"""Under the levels: why this level, another view, who decided, and the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.checklist.evidence_panel import EvidencePanel
from techmodel.ui.checklist.note_field import NoteField
from techmodel.ui.look import XL, XS, M, S
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.chip import LevelChip
from techmodel.ui.widgets.mark import NOT_ASKED
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from techmodel.core.answers import Evidence
    from techmodel.core.checklist import EvidenceGrade
    from techmodel.session.changes import PairId
    from techmodel.ui.checklist.answering import Answering
    from techmodel.ui.look import Look
    from techmodel.ui.widgets.mark import Mark
    from techmodel.ui.workspace import Workspace

NARROW = 520
"""Below so many CSS pixels the two halves stand under each other."""
ANOTHER_VIEW = "Another view"


@dataclass(frozen=True, slots=True)
class Detail:
    """What is known about the pair in hand.

    `name` and `said` head it where there are several organisations, both "" for one; `last` is who
    decided last and when.
    """

    pair: PairId
    note: str
    other_view: str
    evidence: tuple[Evidence, ...]
    last: str
    name: str = ""
    mark: Mark = NOT_ASKED
    said: str = ""
    read_only: bool = False


class Details(QWidget):
    """Note, other view, role and evidence of the pair in hand.

    Signals:
        left(): Esc in a field, or a form closed: the card should have the focus again.
        opened(object): a field or a form (QWidget) is worked on and should be in view.
    """

    left = Signal()
    opened = Signal(object)

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        answering: Answering,
        grades: Sequence[EvidenceGrade],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._answering = look, answering
        self._detail: Detail | None = None
        self.evidence = EvidencePanel(look, workspace, grades)
        self._build()
        self._connect()

    def show_detail(self, detail: Detail | None) -> None:
        """Show another pair, or the same one as it is now."""
        self.setVisible(detail is not None)
        pair = detail.pair if detail else None
        self.note.show_pair(pair, detail.note if detail else "")
        self.other_view.show_pair(pair, detail.other_view if detail else "")
        self.evidence.show_pair(pair, detail.evidence if detail else ())
        if detail is None or detail == self._detail:
            self._detail = detail
            return
        moved = self._detail is None or self._detail.pair != detail.pair
        self._detail = detail
        self._last.setText(detail.last)
        self._head(detail)
        self._let_write(not detail.read_only)
        if moved or detail.other_view:
            self._show_other_view(shown=bool(self.other_view.text))

    def offer_roles(self, roles: Sequence[str]) -> None:
        """Offer roles for "decided by", those used last first; what is typed stays."""
        held = [self.role.itemText(n) for n in range(self.role.count())]
        if list(roles) == held:
            return
        typed = self.role.currentText()
        self.role.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.role.clear()
        self.role.addItems(list(roles))
        self.role.setEditText(typed)
        self.role.blockSignals(False)  # noqa: FBT003 - Qt's own

    def flush(self) -> None:
        """Save what is typed but not yet saved."""
        self.note.flush()
        self.other_view.flush()

    def go_to_note(self) -> None:
        """Put the focus in the note."""
        self.note.begin()
        self.opened.emit(self.note)

    def go_to_other_view(self) -> None:
        """Open the field for another view and put the focus in it."""
        self._show_other_view(shown=True)
        self.other_view.begin()
        self.opened.emit(self.other_view)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if narrow else across)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, M)
        column.setSpacing(S)
        column.addWidget(self._make_head())
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(XL)
        self._halves.addLayout(self._texts(), stretch=1)
        self._halves.addWidget(self.evidence, stretch=1)
        column.addLayout(self._halves)

    def _make_head(self) -> QWidget:
        self._headline = QWidget()
        row = QHBoxLayout(self._headline)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        self._name = words("", "heading")
        self._chip = LevelChip(self._look, NOT_ASKED, 20)
        self._said = words("", "quiet", wrap=True)
        row.addWidget(self._name)
        row.addWidget(self._chip)
        row.addWidget(self._said, stretch=1)
        return self._headline

    def _texts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(XS)
        head = QHBoxLayout()
        label = words("Why this level", "label")
        self._last = words("", "hint")
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self._last)
        column.addLayout(head)
        self.note = NoteField(self._answering.note, "Why this level")
        label.setBuddy(self.note)
        column.addWidget(self.note)
        self._view_label = words(ANOTHER_VIEW, "label")
        self.other_view = NoteField(self._answering.other_view, ANOTHER_VIEW)
        self._view_label.setBuddy(self.other_view)
        column.addWidget(self._view_label)
        column.addWidget(self.other_view)
        column.addLayout(self._foot())
        column.addStretch(1)
        return column

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        label = words("Decided by", "label")
        self.role = QComboBox()
        self.role.setEditable(True)
        self.role.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.role.setMinimumContentsLength(8)
        self.role.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.role.setProperty("scale", "toolbar")
        self.role.setAccessibleName("Decided by")
        self.role.setToolTip("This role goes with every answer from now on.")
        self.role.setEditText("")
        line = self.role.lineEdit()
        assert line is not None
        line.setPlaceholderText("A role, such as digital lead")
        for part in (line, self.role.view()):
            part.setAccessibleName("Decided by")
        label.setBuddy(self.role)
        self.more = LinkButton(ANOTHER_VIEW, small=True)
        row.addWidget(label)
        row.addWidget(self.role, stretch=1)
        row.addWidget(self.more)
        return row

    def _connect(self) -> None:
        for field in (self.note, self.other_view):
            field.left.connect(self.left)
        self.evidence.left.connect(self.left)
        self.evidence.opened.connect(self.opened)
        self.more.clicked.connect(self.go_to_other_view)
        self.role.editTextChanged.connect(self._on_role)
        self._look.changed.connect(self._on_look)
        self._on_look()

    def _head(self, detail: Detail) -> None:
        self._headline.setVisible(bool(detail.name))
        self._name.setText(detail.name)
        self._chip.show_mark(detail.mark)
        self._said.setText(detail.said)

    def _let_write(self, may: bool) -> None:
        for field in (self.note, self.other_view):
            field.setReadOnly(not may)
        self.evidence.add.setVisible(may)
        self.role.setEnabled(may)

    def _show_other_view(self, *, shown: bool) -> None:
        self._view_label.setVisible(shown)
        self.other_view.setVisible(shown)
        self.more.setVisible(not shown)

    def _on_role(self, typed: str) -> None:
        self._answering.decided_by = " ".join(typed.split())

    def _on_look(self) -> None:
        self._last.setMinimumHeight(self._look.px(24))
        self.note.fit()
        self.other_view.fit()
