"""The answers that changed since a round, filtered, each a key press away from its card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.look import XL, M, S
from techmodel.ui.rounds.answer_filters import AnswerFilters
from techmodel.ui.rounds.answer_model import MARK_ROLE, NOW, THEN, AnswerModel, answer_row
from techmodel.ui.widgets.mark import Mark
from techmodel.ui.widgets.paint import paint_chip
from techmodel.ui.widgets.rows import RowDelegate, paint_row
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import rule, words
from techmodel.wording.comparing import NO_ANSWERS, comparing_book

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter, QShowEvent

    from techmodel.core.compare import Comparison
    from techmodel.ui.look import Look
    from techmodel.ui.rounds.answer_model import Row

    Index = QModelIndex | QPersistentModelIndex

CHIP = 20
WIDTHS = (
    (0.19, 190),
    (0.14, 150),
    (0.12, 140),
    (0.12, 140),
    (0.10, 110),
    (0.11, 128),
    (0.09, 100),
)
"""How the columns share the width, and their least widths in CSS pixels; the last has the rest."""
NOTHING_LEFT = "No answer matches. “Show all” brings every one back."


class AnswerDelegate(RowDelegate):
    """Paints an answer as its chip and its words."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mark = index.data(MARK_ROLE)
        cell: Any = QStyleOptionViewItem(option)
        if not isinstance(mark, Mark):
            super().paint(painter, option, index)
            return
        painter.save()
        paint_row(painter, option, self._look, first=False, ring=True)
        side = self._look.px(CHIP)
        area = QRect(cell.rect)
        wide = side if len(mark.text) < 3 else round(side * 1.6)
        chip = QRect(area.x() + S, area.center().y() - side // 2, wide, side)
        paint_chip(painter, chip, self._look, mark)
        painter.restore()
        cell.rect = area.adjusted(S + round(side * 1.6), 0, 0, 0)
        cell.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        self._paint_words(painter, cell, index)

    def _paint_words(self, painter: QPainter, cell: Any, index: Index) -> None:  # noqa: ANN401 - the stubs leave out the fields of options
        painter.save()
        painter.setFont(self._look.font())
        painter.setPen(self._look.colour("ink"))
        area = cell.rect.adjusted(S, 0, -S, -1)
        text = " ".join(str(index.data()).split()).lstrip("012345 ")  # the chip has the digit
        said = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(self._look.px(2 * CHIP), 0)


class AnswersPane(QWidget):
    """Filters over a table.

    Signals:
        card_wanted(str, str): a row was opened: a capability and an organisation.
    """

    card_wanted = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._sized = look, False
        self._rows: tuple[Row, ...] = ()
        self.model = AnswerModel(self)
        self.filters = AnswerFilters()
        self.table = Table(look, "Answers that changed")
        self._build()
        self.filters.changed.connect(self._show)
        self.table.activated.connect(self._on_activated)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another comparison; the filters stay."""
        book = comparing_book(comparison)
        self._rows = tuple(answer_row(c, book) for c in comparison.answers)
        domains = [(str(d.id), d.name) for d in book.checklist.domains]
        self.filters.offer(self._rows, book.organisations.items(), domains)
        self._show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._size_columns()

    def _build(self) -> None:
        self.table.setModel(self.model)
        delegate = AnswerDelegate(self._look, self.table)
        for column in (THEN, NOW):
            self.table.setItemDelegateForColumn(column, delegate)
        self._nothing = words("", "quiet", wrap=True)
        self._nothing.setContentsMargins(XL, M, XL, M)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(0)
        column_.addWidget(self.filters)
        column_.addWidget(rule())
        column_.addWidget(self._stack, stretch=1)

    def _show(self) -> None:
        shown = self.filters.passing(self._rows)
        self.model.show(shown)
        self._nothing.setText(NOTHING_LEFT if self._rows else NO_ANSWERS)
        self._stack.setCurrentIndex(0 if shown else 1)

    def _on_activated(self, index: QModelIndex) -> None:
        source = self.table.source_index(index)
        if source.isValid():
            change = self.model.rows[source.row()].change
            self.card_wanted.emit(change.capability, change.organisation)

    def _size_columns(self) -> None:
        """Give the columns widths that suit them, once, unless a person's are remembered."""
        if self._sized:
            return
        self._sized = True
        if not self._look.widths(self.table.accessibleName()):
            for column, (share, least) in enumerate(WIDTHS):
                wanted = max(round(self.width() * share), self._look.px(least))
                self.table.setColumnWidth(column, wanted)
        self.table.horizontalHeader().setStretchLastSection(True)
