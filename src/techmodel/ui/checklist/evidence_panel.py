"""The evidence of one pair: a short list, each line a button that opens the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.checklist.evidence_form import EvidenceForm
from techmodel.ui.checklist.typed_day import parse_day
from techmodel.ui.look import M, S, Size, Weight
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.words import rule, words
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from techmodel.core.answers import Evidence
    from techmodel.core.checklist import EvidenceGrade
    from techmodel.session.changes import PairId
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

ROW_HEIGHT = 30
NONE_YET = "None yet."


class EvidenceRow(QPushButton):
    """One piece of evidence: grade, title, date; pressing it opens it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.evidence: Evidence | None = None
        self._grade = ""
        self.setFlat(True)
        self.setProperty("ring", "own")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_evidence(self, evidence: Evidence, grade: str) -> None:
        """Show a piece of evidence; `grade` is its grade with its name."""
        self.evidence, self._grade = evidence, grade
        where = f", {evidence.where}" if evidence.where else ""
        self.setAccessibleName(f"{grade}, {evidence.title}, {self._day or 'no date'}{where}")
        self.setToolTip("\n".join(t for t in (evidence.title, evidence.where) if t))
        self.update()

    @property
    def _day(self) -> str:
        day = parse_day(self.evidence.date) if self.evidence else None
        return short_date(day) if day else ""

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(ROW_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(ROW_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, area = QPainter(self), self._look, self.rect()
        if self.underMouse():
            painter.fillRect(area, look.colour("bg"))
        painter.setPen(look.colour("rule"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        bold, plain = look.font(Size.BODY, Weight.SEMIBOLD), look.font()
        painter.setPen(look.colour("ink"))
        painter.setFont(bold)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._grade)
        left = look.px(112)
        right = QFontMetrics(plain).horizontalAdvance(self._day)
        painter.setFont(plain)
        self._title(painter, QRect(left, 0, area.width() - left - right - M, area.height()))
        painter.setPen(look.colour("ink2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, flags, self._day)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.end()

    def _title(self, painter: QPainter, area: QRect) -> None:
        title = self.evidence.title if self.evidence else ""
        cut = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, cut)


class EvidencePanel(QWidget):
    """List and form for the pair in hand.

    Signals:
        left(): the form was closed: the card should have the focus again.
        opened(object): the form (QWidget) was opened and should be in view.
    """

    left = Signal()
    opened = Signal(object)

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        grades: Sequence[EvidenceGrade],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._workspace = look, workspace
        self._names = {g.grade: f"{g.grade} {g.name}" for g in grades}
        self._pair: PairId | None = None
        self._drafts: dict[PairId, Evidence] = {}
        self.rows: list[EvidenceRow] = []
        self._build(grades)

    def show_pair(self, pair: PairId | None, evidence: Sequence[Evidence]) -> None:
        """Show the evidence of a pair; a form that was begun is there again on coming back."""
        if pair != self._pair:
            self._put_by()
            self._pair = pair
            self._take_up()
        for _ in range(len(self.rows), len(evidence)):
            self._add_row()
        for row, held in zip(self.rows, evidence, strict=False):
            row.show_evidence(held, self._names.get(held.grade, held.grade))
        for n, row in enumerate(self.rows):
            row.setVisible(n < len(evidence))
        self._none.setVisible(not evidence and self.form.isHidden())
        self.add.setEnabled(pair is not None)

    def start(self) -> None:
        """Open the form for a new piece of evidence."""
        if self._pair is not None:
            self._open(None)

    def _build(self, grades: Sequence[EvidenceGrade]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(words("Evidence", "label"))
        head.addStretch(1)
        self.add = LinkButton("Add evidence", small=True)
        head.addWidget(self.add)
        column.addLayout(head)
        column.addWidget(rule("strong"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self._none = words(NONE_YET, "hint")
        self._none.setContentsMargins(0, S, 0, 0)
        column.addWidget(self._none)
        self.form = EvidenceForm(grades)
        self.form.hide()
        column.addWidget(self.form)
        column.addStretch(1)
        self.add.clicked.connect(self.start)
        self.form.saved.connect(self._on_saved)
        self.form.removed.connect(self._on_removed)
        self.form.cancelled.connect(self._on_cancelled)
        self.form.faulty.connect(self._on_faulty)

    def _add_row(self) -> None:
        row = EvidenceRow(self._look)
        row.clicked.connect(self._on_row)
        self._list.addWidget(row)
        let_tab_follow(self.rows[-1] if self.rows else self.add, [row])
        self.rows.append(row)

    def _open(self, evidence: Evidence | None) -> None:
        assert self._pair is not None
        self.form.show()
        self._none.hide()
        self.form.start(self._pair, evidence)
        self.form.focus_first()
        self.opened.emit(self.form)

    def _put_by(self) -> None:
        """Keep what is filled in for the pair that goes out of view."""
        if self._pair is not None and not self.form.isHidden() and self.form.title.text().strip():
            self._drafts[self._pair] = self.form.evidence
        self._close()

    def _take_up(self) -> None:
        draft = self._drafts.pop(self._pair, None) if self._pair else None
        if draft is not None and self._pair is not None:
            self.form.show()
            self.form.start(self._pair, draft)

    def _close(self) -> None:
        self.form.hide()
        self._none.setVisible(all(row.isHidden() for row in self.rows))

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, EvidenceRow):
            self._open(row.evidence)

    def _on_faulty(self) -> None:
        self.opened.emit(self.form)

    def _on_saved(self, evidence: Evidence) -> None:
        if evidence.id:
            done = self._workspace.run(lambda s: s.evidence.change(evidence))
        else:
            done = self._workspace.run(lambda s: s.evidence.add(evidence))
        if done:
            self._on_cancelled()

    def _on_removed(self, id_: str) -> None:
        if self._workspace.run(lambda s: s.evidence.remove(id_)):
            self._on_cancelled()

    def _on_cancelled(self) -> None:
        self._close()
        self.left.emit()
