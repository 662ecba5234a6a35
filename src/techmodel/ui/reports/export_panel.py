"""Which exports to make, where to, and what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from techmodel.session.exports import ExportKind
from techmodel.ui.look import XL, XS, L, M, S
from techmodel.ui.reports.results import Results
from techmodel.ui.reports.since_choice import SinceChoice
from techmodel.ui.reports.texts import (
    EXPORT_NAMES,
    GUIDES_LINE,
    IN_THE_REPORT,
    NOTHING_TICKED,
    button_words,
    destination,
    export_line,
)
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.words import rule, words
from techmodel.wording.report_sources import GUIDES

if TYPE_CHECKING:
    from techmodel.core.report import Report
    from techmodel.ui.look import Look

FIRST_TICKED = (ExportKind.PDF, ExportKind.XLSX)


class ExportPanel(QFrame):
    """The kinds with their boxes, what the report holds, the place, the button, and the results.

    Signals:
        export_wanted(): the filled button was pressed.
        place_wanted(): "Change..." was pressed.
    """

    export_wanted = Signal()
    place_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "page")
        self._busy = False
        self._boxes = {kind: QCheckBox(EXPORT_NAMES[kind]) for kind in ExportKind}
        self._lines = {kind: words(role="small", wrap=True) for kind in ExportKind}
        self.guides = QCheckBox(GUIDES)
        self.since, self.results = SinceChoice(), Results(look)
        self._build()
        self._connect()
        self._show_button()

    def _build(self) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(XS)
        column.addWidget(words("Export", "heading"))
        for kind, box in self._boxes.items():
            box.setChecked(kind in FIRST_TICKED)
            self._lines[kind].setContentsMargins(XL, 0, 0, S)
            column.addWidget(box)
            column.addWidget(self._lines[kind])
            column.addWidget(rule())
        self._add_choices(column)
        column.addWidget(self.results)
        column.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, stretch=1)
        outer.addWidget(self._foot())

    def _add_choices(self, column: QVBoxLayout) -> None:
        """What a person chooses about the report: its appendix, and the round to compare with."""
        line = words(GUIDES_LINE, role="small", wrap=True)
        line.setContentsMargins(XL, 0, 0, S)
        self.guides.setChecked(True)
        self.guides.setAccessibleDescription(GUIDES_LINE)
        column.addSpacing(S)
        column.addWidget(words(IN_THE_REPORT, "heading"))
        column.addWidget(self.guides)
        column.addWidget(line)
        column.addWidget(self.since)

    def _foot(self) -> QWidget:
        self._place = words(role="small", wrap=True)
        self.change = LinkButton("Change…", small=True)
        self.change.setAccessibleName("Change folder and name")
        self.button = QPushButton()
        self.button.setProperty("role", "primary")
        self.button.setAutoDefault(True)
        self._told = words(role="small", wrap=True)
        foot = QFrame()
        foot.setProperty("pane", "foot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(L, S, L, L)
        column.setSpacing(XS)
        column.addWidget(self._place)
        column.addWidget(self.change, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._told)
        column.addWidget(self.button)
        return foot

    def _connect(self) -> None:
        self.button.clicked.connect(self.export_wanted)
        self.change.clicked.connect(self.place_wanted)
        for box in self._boxes.values():
            box.toggled.connect(self._show_button)

    @property
    def kinds(self) -> tuple[ExportKind, ...]:
        """The exports that are ticked, in order."""
        return tuple(kind for kind, box in self._boxes.items() if box.isChecked())

    def box(self, kind: ExportKind) -> QCheckBox:
        """The box of an export."""
        return self._boxes[kind]

    def show_report(self, report: Report) -> None:
        """Say what each export would hold."""
        for kind, line in self._lines.items():
            line.setText(export_line(kind, report))
            self._boxes[kind].setAccessibleDescription(line.text())

    def show_place(self, folder: Path, stem: str) -> None:
        """Say where the files go."""
        self._place.setText(destination(folder, Path.home(), stem))

    def tell(self, sentence: str, *, busy: bool) -> None:
        """Say what is being done, or how it ended."""
        self._busy = busy
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._show_button()

    def show_results(self) -> None:
        """Bring what became of the exports into view."""
        QTimer.singleShot(0, self, self._scroll_down)

    @property
    def told(self) -> str:
        """What was said last."""
        return self._told.text()

    def _scroll_down(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _show_button(self) -> None:
        count = len(self.kinds)
        self.button.setText("Exporting…" if self._busy else button_words(count))
        self.button.setEnabled(bool(count))  # also while busy: it keeps the focus then
        for box in (*self._boxes.values(), self.guides):
            box.setEnabled(not self._busy)
        if not self._busy and not count:
            self._told.setText(NOTHING_TICKED)
        elif self._told.text() == NOTHING_TICKED:
            self._told.setText("")
        self._told.setVisible(bool(self._told.text()))
