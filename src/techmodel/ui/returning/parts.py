"""What the page of a workbook that came back is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.look import XL, L, M, S
from techmodel.ui.widgets.buttons import FilterToggle, LinkButton
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.plain_model import PlainModel
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import pane, words
from techmodel.ui.widgets.wrapped import WrappedRows
from techmodel.wording import returning_page as wording

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from techmodel.ui.look import Look
    from techmodel.ui.returning.sections import Section

ROW, LEAST = 46, 150
"""Height of a row where there are too many to wrap, and of the table at least, in CSS pixels."""
SHARES = {
    "wrong": (0.13, 0.24, 0, 0.12),
    "settle": (0.14, 0.24, 0.11, 0, 0.19, 0.15),
    "gone": (0.12, 0, 0.22, 0.16),
    "changed": (0.14, 0.26, 0.13, 0, 0.23),
    "added": (0.14, 0.30, 0),
    "notes": (0,),
}
"""How the columns share the width; 0 takes what is left."""
VERBS = {
    "wrong": (wording.LEAVE_OUT, wording.LEAVE_ALL_OUT, wording.LOOK_AGAIN),
    "settle": (
        *(wording.KEEP_OURS, wording.TAKE_THEIRS),
        *(wording.KEEP_ALL, wording.TAKE_ALL),
    ),
    "gone": (
        *(wording.TAKE_AWAY, wording.KEEP_ROW),
        *(wording.TAKE_ALL_AWAY, wording.KEEP_ALL_ROWS),
    ),
}
"""The words of the buttons under the table of a section."""


class SectionPane(QFrame):
    """A switch between sections, a sentence, a table and verbs.

    Signals:
        section_wanted(str): another section is to be shown.
        verb_wanted(str): a verb was pressed, by its words.
        activated(): Enter on a row.
    """

    section_wanted = Signal(str)
    verb_wanted = Signal(str)
    activated = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", "page")
        self._look, self.key = look, ""
        self._toggles: dict[str, FilterToggle] = {}
        self.verbs: dict[str, QPushButton] = {}
        self._means = words("", "quiet", wrap=True)
        self.table = Table(look, wording.MENU, self)
        self.model = PlainModel(("",), parent=self.table)
        self._build()
        look.changed.connect(self._fit)
        self._fit()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the rows that are selected, else of the current one."""
        indexes = self.table.selectedIndexes() or [self.table.currentIndex()]
        rows = {self.table.source_index(i).row() for i in indexes if i.isValid()}
        return tuple(sorted(rows))

    def show_sections(self, counts: Sequence[tuple[str, int]], shown: Section | None) -> None:
        """Offer these sections, and show one of them."""
        for key, count in counts:
            self._toggles[key].show_count(count)
        for key, toggle in self._toggles.items():
            toggle.setChecked(shown is not None and key == shown.key)
        offered = dict(counts)
        _fill(self._switch, self._toggles, [k for k in self._toggles if k in offered])
        self.table.setVisible(shown is not None)
        self._means.setText(wording.MEANS[shown.key] if shown else "")
        if shown is not None:
            self._show(shown)

    def allow(self, verb: str, *, allowed: bool) -> None:
        """Switch a verb on or off."""
        self.verbs[verb].setEnabled(allowed)

    def first(self) -> QWidget:
        """Where work begins."""
        return self.table

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _show(self, section: Section) -> None:
        row = self.table.currentIndex().row() if section.key == self.key else 0
        self.key = section.key
        self.table.setAccessibleName(wording.SECTIONS[section.key])
        self.model.show(section.rows, section.heads)
        last = self.table.model().rowCount() - 1
        self.table.setCurrentIndex(self.table.model().index(min(max(row, 0), last), 0))
        _fill(self._below, self.verbs, VERBS.get(section.key, ()))
        self._share_width()

    def _share_width(self) -> None:
        heads, modes = self.table.horizontalHeader(), QHeaderView.ResizeMode
        for column, share in enumerate(SHARES.get(self.key, ())):
            heads.setSectionResizeMode(column, modes.Interactive if share else modes.Stretch)
            if share:
                self.table.setColumnWidth(column, round(self.width() * share))

    def _build(self) -> None:
        self.table.setModel(self.model)
        WrappedRows(self._look, self.table)
        self.table.activated.connect(self.activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        beside = QHBoxLayout()
        beside.setContentsMargins(L, 0, 0, 0)
        beside.addWidget(self.table)
        column.addLayout(beside, stretch=1)
        column.addLayout(self._make_below())

    def _head(self) -> QVBoxLayout:
        self._switch = FlowLayout(S)
        for key in wording.SECTIONS:
            toggle = FilterToggle(wording.SECTIONS[key], self)
            toggle.setProperty("section", key)
            toggle.setAutoExclusive(True)
            toggle.clicked.connect(self._on_section)
            self._toggles[key] = toggle
        head = QVBoxLayout()
        head.setContentsMargins(XL, M, XL, M)
        head.setSpacing(S)
        head.addLayout(self._switch)
        head.addWidget(self._means)
        return head

    def _make_below(self) -> FlowLayout:
        self._below = FlowLayout(S)
        self._below.setContentsMargins(XL, S, XL, S)
        for verb in dict.fromkeys(v for verbs in VERBS.values() for v in verbs):
            button = QPushButton(verb, self)
            button.clicked.connect(self._on_verb)
            self.verbs[verb] = button
        return self._below

    def _on_section(self) -> None:
        self.section_wanted.emit(self.sender().property("section"))

    def _on_verb(self) -> None:
        button = self.sender()
        self.verb_wanted.emit(next(v for v, b in self.verbs.items() if b is button))

    def _fit(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(self._look.px(ROW))
        self.table.setMinimumHeight(self._look.px(LEAST))


def _fill(flow: FlowLayout, widgets: Mapping[str, QWidget], shown: Collection[str]) -> None:
    """Put only these widgets into a line; what is hidden would take room between them."""
    while flow.takeAt(0) is not None:
        pass
    for key, widget in widgets.items():
        widget.setVisible(key in shown)
        if key in shown:
            flow.addWidget(widget)
    flow.update()


def scrolling(inside: QWidget, parent: QWidget) -> QScrollArea:
    """An area in which a pane fills the place, and scrolls down where there is little room."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


class Foot(QWidget):
    """Leave, why one cannot go on, and bring it back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = pane("foot", self)
        self.cancel, self.go = LinkButton(wording.CANCEL), QPushButton(wording.GO)
        self.go.setProperty("role", "primary")
        self.reason = words("", "quiet", wrap=True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pane)
        row = QHBoxLayout(self._pane)
        row.setContentsMargins(XL, M, XL, M)
        row.setSpacing(S)
        row.addWidget(self.cancel)
        row.addWidget(self.reason, stretch=1)
        row.addWidget(self.go)

    def say(self, reason: str, *, nothing: bool) -> None:
        """Say why it cannot be brought back, "" if it can; `nothing` is there to take."""
        self.reason.setText(reason)
        self.cancel.setText(wording.CLOSE if nothing else wording.CANCEL)
        self.go.setVisible(not nothing)
        self.go.setEnabled(not reason)
        self.go.setAccessibleDescription(reason)
