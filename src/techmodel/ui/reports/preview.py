"""Looking at an export before it is made: the report by chapters, the sheets of the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from techmodel.export.content.report import report_content
from techmodel.ui.look import L, S
from techmodel.ui.reports.chapters import chapters_of, find_chapter
from techmodel.ui.reports.paper_view import PaperView
from techmodel.ui.reports.sheet_model import NAME, PURPOSE, ROWS, SheetModel
from techmodel.ui.reports.texts import workbook_sheets
from techmodel.ui.widgets.buttons import Segmented
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import pane, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.report import Report
    from techmodel.ui.look import Look
    from techmodel.ui.reports.chapters import Chapter

REPORT, WORKBOOK = "report", "workbook"
ROW_HEIGHT = 32
"""The least height of a row in CSS pixels."""


class Preview(QWidget):
    """One chapter of the report on white paper, or the list of the workbook's sheets."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chapters: Sequence[Chapter] = ()
        self._at = 0
        self._report: Report | None = None
        self.paper, self.sheets = PaperView(look), Table(look, "Sheets of the workbook")
        self.model = SheetModel(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.kinds = Segmented(((REPORT, "Report"), (WORKBOOK, "Workbook")), "Preview")
        self.before, self.after = QPushButton("Previous"), QPushButton("Next")
        self._place = words()
        bar = pane("top")
        row = QHBoxLayout(bar)
        row.setContentsMargins(L, S, L, S)
        row.setSpacing(S)
        row.addWidget(words("Preview", "heading"))
        row.addWidget(self.kinds)
        row.addStretch(1)
        for widget in (self.before, self._place, self.after):
            row.addWidget(widget)
        self._stack = QStackedWidget()
        self._stack.addWidget(_desk(self.paper))
        self._stack.addWidget(self.sheets)
        self._prepare_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, stretch=1)

    def _prepare_table(self) -> None:
        self.sheets.setModel(self.model)
        modes = QHeaderView.ResizeMode
        self.sheets.horizontalHeader().setSectionResizeMode(PURPOSE, modes.Stretch)
        self.sheets.setColumnWidth(NAME, self._look.px(110))
        self.sheets.setColumnWidth(ROWS, self._look.px(64))
        self.sheets.setWordWrap(True)
        self.sheets.horizontalHeader().sectionResized.connect(self._fit_rows)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._on_kind)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.paper.place_wanted.connect(self._on_place)
        self._look.changed.connect(self._show_chapter)

    @property
    def chapter(self) -> str:
        """The title of the chapter shown."""
        return self._chapters[self._at].title if self._chapters else ""

    def show_report(self, report: Report) -> None:
        """Show another report; the chapter stays where it can."""
        self._chapters = chapters_of(report_content(report))
        self._at = min(self._at, len(self._chapters) - 1)
        self._report = report
        self._show_sheets()
        self._show_chapter()

    def _show_sheets(self) -> None:
        """Count the rows of the workbook's sheets, if anybody looks at them."""
        if self._report is not None and self._stack.currentWidget() is self.sheets:
            self.model.show(workbook_sheets(self._report))

    def _show_chapter(self) -> None:
        if not self._chapters:
            return
        self.paper.show_chapter(self._chapters[self._at])
        self._place.setText(f"{self._at + 1} of {len(self._chapters)}")
        self._place.setAccessibleName(f"Chapter {self._place.text()}: {self.chapter}")
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at + 1 < len(self._chapters))

    def _fit_rows(self) -> None:
        """Let every sheet say all that it holds."""
        self.sheets.resizeRowsToContents()
        for row in range(self.model.rowCount()):
            wanted = self.sheets.rowHeight(row) + S
            self.sheets.setRowHeight(row, max(self._look.px(ROW_HEIGHT), wanted))

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._chapters):
            self._at = place
            self._show_chapter()

    def _on_before(self) -> None:
        self._go(self._at - 1)

    def _on_after(self) -> None:
        self._go(self._at + 1)

    def _on_place(self, key: str) -> None:
        self._go(find_chapter(self._chapters, key))
        self.paper.scrollToAnchor(key)

    def _on_kind(self, key: str) -> None:
        self._stack.setCurrentIndex((REPORT, WORKBOOK).index(key))
        self._show_sheets()
        self._fit_rows()
        for widget in (self.before, self._place, self.after):
            widget.setVisible(key == REPORT)


def _desk(paper: QWidget) -> QWidget:
    """The ground that the paper lies on."""
    desk = pane("preview")
    column = QVBoxLayout(desk)
    column.setContentsMargins(L, L, L, L)
    column.addWidget(paper)
    return desk
