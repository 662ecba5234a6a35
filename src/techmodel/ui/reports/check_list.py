"""The ready-to-send list: what to settle, what is worth a look, what is in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from techmodel.core.ready import Severity
from techmodel.ui.look import XL, XS, L, M, S
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.words import pane, rule, words
from techmodel.wording.ready import GROUPS, check_detail, check_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.ready import Check
    from techmodel.core.report import Report
    from techmodel.ui.look import Look

ICON = 20
_ICONS = {Severity.SETTLE: ("alert", "stop.edge"), Severity.LOOK: ("alert", "ink2")}


class CheckRow(QWidget):
    """One check: its icon, what was found, where, and a button that leads there.

    Signals:
        shown(object): the button was pressed; carries the `Check`.
    """

    shown = Signal(object)

    def __init__(self, look: Look, check: Check, detail: str) -> None:
        super().__init__()
        self._check, self._look = check, look
        self._icon = QLabel()
        title = check_title(check)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(words(title, wrap=True))
        if detail:
            texts.addWidget(words(detail, "small", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(L, S, L, S)
        row.setSpacing(M)
        row.addWidget(self._icon)
        row.addLayout(texts, stretch=1)
        self.button: QPushButton | None = None
        if check.severity is not Severity.IN_ORDER:
            self.button = QPushButton("Show")
            self.button.setProperty("scale", "toolbar")
            self.button.setAutoDefault(True)
            self.button.setAccessibleName(f"Show: {title}")
            self.button.clicked.connect(self._on_clicked)
            row.addWidget(self.button)
        look.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        name, token = _ICONS.get(self._check.severity, ("tick", "ink2"))
        self._icon.setPixmap(self._look.pixmap(name, token, ICON))

    def _on_clicked(self) -> None:
        self.shown.emit(self._check)


class CheckList(QScrollArea):
    """The checks in three groups.

    Signals:
        shown(object): a check's button was pressed; carries the `Check`.
    """

    shown = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._told: tuple[object, ...] = ()
        self.rows: list[CheckRow] = []
        self.setProperty("pane", "side")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_checks(self, report: Report) -> None:
        """Show the checks of a report; what is the same stays, with the focus in it."""
        told = tuple((c, check_detail(c, report.assessment, report.book)) for c in report.checks)
        if told == self._told:
            return
        self._told = told
        inside = pane("side")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, XS, 0, XL)
        column.setSpacing(0)
        self.rows = []
        for severity, name in GROUPS.items():
            some = [(check, detail) for check, detail in told if check.severity is severity]
            if some:
                self._add_group(column, name, some)
        column.addStretch(1)
        self.setWidget(inside)
        let_tab_follow(self, [row.button for row in self.rows if row.button is not None])

    def first_button(self) -> QPushButton | None:
        """Where the focus goes first: the first thing to settle or to look at."""
        return next((row.button for row in self.rows if row.button), None)

    def _add_group(
        self, column: QVBoxLayout, name: str, checks: Sequence[tuple[Check, str]]
    ) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(L, M, XL, XS)
        head.addWidget(words(name, "heading"), stretch=1)
        head.addWidget(words(str(len(checks)), "heading"))
        column.addLayout(head)
        for n, (check, detail) in enumerate(checks):
            if n:
                column.addWidget(rule())
            row = CheckRow(self._look, check, detail)
            row.shown.connect(self.shown)
            self.rows.append(row)
            column.addWidget(row)
