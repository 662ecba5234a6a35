"""The form of a flow that partners add themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout
from typing_extensions import override

from techmodel.core.checklist import LEVELS, CapabilityId
from techmodel.core.flow_parts import OwnFlow
from techmodel.core.organisations import OrganisationId
from techmodel.ui.announce import announce
from techmodel.ui.look import L, M, S
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.choice_box import choice_list, fill_choices
from techmodel.ui.widgets.words import words
from techmodel.wording import integration_page as wording

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.core.assessment import Assessment
    from techmodel.core.flow_parts import FlowKey
    from techmodel.core.flows import Flow
    from techmodel.ui.integration.sight import Pick
    from techmodel.ui.widgets.choice_box import ChoiceBox

LETTERS = 12
"""How many letters of a choice are seen at least."""


class OwnForm(QFrame):
    """What goes from whom to whom, which capability it belongs to, and its target.

    Signals:
        add_wanted(str, str, OwnFlow): add a flow between two organisations.
        change_wanted(FlowKey, OwnFlow): an added flow is something else.
        left(): Esc or Cancel was pressed.
    """

    add_wanted = Signal(str, str, object)
    change_wanted = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", "side")
        self.setAccessibleName(wording.ADD)
        self._key: FlowKey | None = None
        self.title, self.problem = words("", "heading"), words("", "problem", wrap=True)
        self.information = QLineEdit(self)
        self.from_ = choice_list(wording.FROM, wording.CHOOSE_ONE, LETTERS)
        self.to = choice_list(wording.TO, wording.CHOOSE_ONE, LETTERS)
        self.capability = choice_list(wording.CAPABILITY, wording.CHOOSE_ONE, LETTERS)
        self.target = choice_list(wording.TARGET, wording.NO_TARGET, LETTERS)
        fill_choices(self.target, [(str(n), f"Level {n}") for n in LEVELS])
        self.save, self.cancel = QPushButton(wording.ADD, self), QPushButton("Cancel", self)
        self._place()
        self.save.clicked.connect(self._on_save)
        self.information.returnPressed.connect(self._on_save)
        self.cancel.clicked.connect(self.left)

    def begin(self, assessment: Assessment, pick: Pick, flow: Flow | None = None) -> None:
        """Fill in a new flow between what is chosen, or one to be changed."""
        self._key = flow.key if flow else None
        organisations = [(str(o.id), o.name) for o in assessment.scope]
        for box in (self.from_, self.to):
            fill_choices(box, organisations)
            box.setEnabled(flow is None)
        fill_choices(
            self.capability, [(str(c.id), f"{c.id} {c.name}") for c in assessment.capabilities]
        )
        ends = tuple(flow.key[:2]) if flow else pick
        _choose(self.from_, ends[0] if ends else "")
        _choose(self.to, ends[1] if len(ends) == 2 else "")
        _choose(self.capability, flow.capability if flow else "")
        target = flow.target if flow else None
        _choose(self.target, "" if target is None else str(target))
        self.information.setText(flow.information if flow else "")
        self.title.setText(wording.CHANGE_TITLE if flow else wording.ADD_TITLE)
        self.save.setText(wording.SAVE if flow else wording.ADD)
        self.say("")
        self.information.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, problem: str) -> None:
        """Say what is wrong, or nothing."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        announce(self, problem)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        self.information.setAccessibleName(wording.WHAT)
        grid = QGridLayout()
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        fields: list[tuple[str, QWidget, int, int, int]] = [
            (wording.WHAT, self.information, 0, 0, 3),
            (wording.FROM, self.from_, 1, 0, 1),
            (wording.TO, self.to, 1, 2, 1),
            (wording.CAPABILITY, self.capability, 2, 0, 1),
            (wording.TARGET, self.target, 2, 2, 1),
        ]
        follow = [*(field[1] for field in fields), self.save, self.cancel]
        for name, widget, row, column, span in fields:
            label = words(name, "label")
            label.setBuddy(widget)
            grid.addWidget(label, row, column)
            grid.addWidget(widget, row, column + 1, 1, span)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.save.setProperty("role", "primary")
        foot = QHBoxLayout()
        for button in (self.save, self.cancel):
            foot.addWidget(button)
        foot.addStretch(1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(L, S, L, S)
        column_.setSpacing(S)
        column_.addWidget(self.title)
        column_.addLayout(grid)
        column_.addWidget(self.problem)
        column_.addLayout(foot)
        let_tab_follow(self, follow)

    def _on_save(self) -> None:
        given: list[tuple[QWidget, object]] = [
            (self.information, self.information.text().strip()),
            *((box, box.currentData()) for box in (self.from_, self.to, self.capability)),
        ]
        lacks = [widget for widget, value in given if not value]
        if lacks:
            self.say(wording.lacks_words([widget.accessibleName() for widget in lacks]))
            lacks[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        target = self.target.currentData()
        capability = CapabilityId(self.capability.currentData())
        own = OwnFlow(self.information.text(), capability, int(target) if target else None)
        if self._key is not None:
            self.change_wanted.emit(self._key, own)
            return
        ends = (OrganisationId(b.currentData()) for b in (self.from_, self.to))
        self.add_wanted.emit(*ends, own)


def _choose(box: ChoiceBox, data: str) -> None:
    box.setCurrentIndex(max(0, box.findData(data)))
