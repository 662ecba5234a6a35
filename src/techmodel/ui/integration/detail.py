"""The strip under the table: the flow one is on, why it is asked for, and its level to press."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout
from typing_extensions import override

from techmodel.core.checklist import LEVELS
from techmodel.ui.look import XS, L, S
from techmodel.ui.widgets.buttons import LinkButton, Toggle
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import when_pressed, words
from techmodel.wording import integration_page as wording
from techmodel.wording.flows import flow_name

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.core.assessment import Assessment
    from techmodel.core.flows import Flow

VERBS = ("unknown", "not applicable", "note", "services", "change", "remove")


class Detail(QFrame):
    """The current flow in words, and what can be done with it.

    Signals:
        level_wanted(int): a level was pressed.
        verb_wanted(str): one of `VERBS` was pressed.
    """

    level_wanted = Signal(int)
    verb_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", "side")
        self.setAccessibleName(wording.LEVELS)
        self._title = words("", "heading", wrap=True)
        self._state = words("", "", wrap=True)
        self._why = words("", "small", wrap=True)
        self._note = words("", "small", wrap=True)
        self.levels = [self._toggle(str(n), f"Level {n}") for n in LEVELS]
        self.unknown = self._toggle(wording.UNKNOWN, wording.UNKNOWN)
        self.none = self._toggle(wording.NOT_APPLICABLE, "Not applicable, with a reason")
        self.note = LinkButton(wording.NOTE, self, small=True)
        self.services = LinkButton(wording.SERVICES, self, small=True)
        self.change = LinkButton(wording.CHANGE, self, small=True)
        self.remove = LinkButton(wording.REMOVE, self, small=True)
        self._place()
        self._connect()

    def show_flow(self, flow: Flow | None, assessment: Assessment, *, may_change: bool) -> None:
        """Show a flow, or that none is chosen."""
        names = wording.short_names_of(assessment)
        self._title.setText(flow_name(flow, names) if flow else wording.CHOOSE)
        self._state.setText(wording.state_words(flow, names) if flow else "")
        self._why.setText(wording.why_words(flow, assessment) if flow else "")
        self._note.setText(f"{wording.NOTE_HEAD}: {flow.note}" if flow and flow.note else "")
        for label in (self._state, self._why, self._note):
            label.setVisible(bool(label.text()))
        self._show_value(flow, may_change=may_change)
        for button in (self.change, self.remove):
            button.setVisible(may_change and flow is not None and flow.is_own)
        self.note.setVisible(may_change and flow is not None)
        self.services.setVisible(flow is not None)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep all lines of the words in view."""
        self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        links = self.note, self.services, self.change, self.remove
        return (*self.levels, self.unknown, self.none, *links)

    def _show_value(self, flow: Flow | None, *, may_change: bool) -> None:
        for n, button in enumerate(self.levels):
            button.setChecked(flow is not None and flow.value.level == n)
        self.unknown.setChecked(flow is not None and flow.is_unknown)
        self.none.setChecked(flow is not None and flow.gap is None)
        for button in (*self.levels, self.unknown, self.none):
            button.setVisible(may_change and flow is not None)

    def _toggle(self, text: str, name: str) -> QPushButton:
        button = Toggle(text, self)
        button.setProperty("role", "filter")
        button.setMinimumSize(24, 24)
        button.setAccessibleName(name)
        return button

    def _place(self) -> None:
        row = FlowLayout(XS, between=XS)
        for button in (*self.levels, self.unknown, self.none):
            row.addWidget(button)
        for link in (self.note, self.services, self.change, self.remove):
            link.setMinimumHeight(24)
            row.addWidget(link)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(L, S, L, S)
        column.setSpacing(XS)
        for label in (self._title, self._state, self._why, self._note):
            column.addWidget(label)
        column.addLayout(row)

    def _connect(self) -> None:
        for n, button in enumerate(self.levels):
            when_pressed(button, partial(self.level_wanted.emit, n))
        buttons = self.unknown, self.none, self.note, self.services, self.change, self.remove
        for verb, button in zip(VERBS, buttons, strict=True):
            when_pressed(button, partial(self.verb_wanted.emit, verb))
