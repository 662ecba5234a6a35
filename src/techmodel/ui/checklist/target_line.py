"""The target of a capability: its level, where it comes from, and deciding otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.core.checklist import LEVELS
from techmodel.ui.look import M, S
from techmodel.ui.widgets.buttons import LinkButton, Segmented
from techmodel.ui.widgets.words import restyle, words
from techmodel.wording.checklist_page import target_title, target_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from techmodel.core.assessment import Override
    from techmodel.core.checklist import CapabilityId, Checklist
    from techmodel.core.targets import Target
    from techmodel.ui.workspace import Workspace

NO_REASON = "Say why; the reason stands in the report."


class TargetLine(QWidget):
    """One line that opens a small form.

    Signals:
        left(): the form was closed: the card should have the focus again.
    """

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._capability: CapabilityId | None = None
        self._override: Override | None = None
        self._level = 0
        self._build()
        self._connect()

    def show_target(
        self, capability: CapabilityId, target: Target | None, checklist: Checklist
    ) -> None:
        """Show the target of a capability."""
        if capability != self._capability:
            self.form.hide()
        self._capability = capability
        self._level = target.level if target else 0
        held = self._workspace.session.assessment().overrides
        self._override = held.get(capability)
        self._title.setText(target_title(target))
        self._why.setText(target_words(target, checklist))
        self.change.setVisible(not self._workspace.session.read_only)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(S)
        self._title = words("", "label")
        self._why = words("", "small", wrap=True)
        self.change = LinkButton("Change target", small=True)
        row.addWidget(self._title, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._why, stretch=1)
        row.addWidget(self.change)
        column.addLayout(row)
        self.form = _Form()
        self.form.hide()
        column.addWidget(self.form)

    def _connect(self) -> None:
        self.change.clicked.connect(self._on_change)
        self.form.set.clicked.connect(self._on_set)
        self.form.back.clicked.connect(self._on_back)
        self.form.cancel.clicked.connect(self._on_cancel)
        self.form.confirmed.connect(self._on_set)
        self.form.cancelled.connect(self._on_cancel)

    def _on_change(self) -> None:
        if not self.form.isHidden():
            self._on_cancel()
            return
        self.form.start(self._level, self._override)
        self.form.show()
        self.form.focus_first()

    def _on_set(self) -> None:
        capability, form = self._capability, self.form
        if capability is None or not form.check():
            return
        level, reason, owner = int(form.level.key), form.reason.text(), form.owner.text()
        if self._workspace.run(lambda s: s.targets.aim(capability, level, reason, owner=owner)):
            self._on_cancel()

    def _on_back(self) -> None:
        capability = self._capability
        if capability and self._workspace.run(lambda s: s.targets.clear(capability)):
            self._on_cancel()

    def _on_cancel(self) -> None:
        self.form.hide()
        self.left.emit()


class _Form(QFrame):
    """Level, reason and owner of a target set by decision.

    Signals:
        confirmed(): Enter was pressed.
        cancelled(): Esc was pressed.
    """

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.level = Segmented([(str(n), str(n)) for n in LEVELS], "Target")
        self.reason, self.owner = QLineEdit(), QLineEdit()
        self.problem = words("", "problem", wrap=True)
        self.set, self.cancel = QPushButton("Set target"), QPushButton("Cancel")
        self.back = QPushButton("Back to what is asked")
        self._build()

    def start(self, level: int, override_: Override | None) -> None:
        """Fill in what holds now."""
        self.level.choose(str(level))
        self.reason.setText(override_.reason if override_ else "")
        self.owner.setText(override_.owner if override_ else "")
        self.back.setVisible(override_ is not None)
        self._say("")

    def focus_first(self) -> None:
        """Put the focus on the level."""
        self.level.button(self.level.key).setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        """Whether a reason is given; says so beside the field when not."""
        given = bool(self.reason.text().strip())
        self._say("" if given else NO_REASON)
        if not given:
            self.reason.setFocus()
        return given

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep every key in the form, so that a digit sets the target and answers nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.text() in {str(n) for n in LEVELS}:
            self.level.choose(event.text())
            self.reason.setFocus()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.confirmed.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()

    def _build(self) -> None:
        self.reason.setAccessibleName("Reason for the target")
        self.reason.setPlaceholderText("Why this target")
        self.owner.setAccessibleName("Owner of the target")
        self.owner.setPlaceholderText("Owner: a role, if there is one")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, S, 0, S)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(S)
        grid.addWidget(self.level, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.reason, 1, 0)
        grid.addWidget(self.owner, 1, 1)
        grid.addWidget(words("0 means that it is not pursued.", "hint"), 0, 1)
        grid.addWidget(self.problem, 2, 0, 1, 2)
        grid.addLayout(self._buttons(), 3, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        for button in (self.set, self.cancel):
            button.setProperty("scale", "toolbar")
            row.addWidget(button)
        self.cancel.setProperty("role", "quiet")
        row.addStretch(1)
        self.back.setProperty("scale", "toolbar")
        row.addWidget(self.back)
        row.addSpacing(M)
        return row

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.reason.setProperty("state", "wrong" if problem else "")
        restyle(self.reason)
