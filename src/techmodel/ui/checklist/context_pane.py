"""The right pane of the card: next step, proof, prerequisites, services, duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from techmodel.ui.checklist.wrap_link import WrapLink
from techmodel.ui.look import XS, L, M, S
from techmodel.ui.widgets.chip import LevelChip
from techmodel.ui.widgets.mark import Kind
from techmodel.ui.widgets.words import rule, words

if TYPE_CHECKING:
    from techmodel.ui.checklist.context import Context, NeedLine, ServiceLine
    from techmodel.ui.look import Look

NO_NEEDS = "Nothing has to come first."
OLD = "old status"


class ContextView(QWidget):
    """The sections of a context; made anew only when they are others.

    Signals:
        capability_wanted(str): go to a prerequisite's card.
        service_wanted(str): show more of a service.
    """

    capability_wanted = Signal(str)
    service_wanted = Signal(str)

    def __init__(self, look: Look, indent: int = L, parent: QWidget | None = None) -> None:
        """`indent` is the space at both sides, in pixels."""
        super().__init__(parent)
        self._look, self._indent = look, indent
        self._shown: Context | None = None
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        look.changed.connect(self._on_look)

    def show_context(self, context: Context) -> None:
        """Show another context."""
        if context == self._shown:
            return
        self._shown = context
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self._sections(context)
        self._column.addWidget(self._inside)

    def _sections(self, context: Context) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._step(context))
        if context.proof:
            column.addWidget(rule())
            column.addLayout(self._proof(*context.proof))
        if context.needs_at:
            column.addWidget(rule())
            column.addLayout(self._needs(context))
        if context.duty:
            column.addWidget(rule())
            column.addLayout(self._duty(context))
        if context.services:
            column.addWidget(rule())
            column.addLayout(self._services(context))
        column.addStretch(1)
        return inside

    def _step(self, context: Context) -> QVBoxLayout:
        column = _section(self._indent)
        column.addLayout(_head(context.title, context.weeks))
        if context.remark:
            column.addWidget(words(context.remark, "hint", wrap=True))
        column.addWidget(words(context.action, wrap=True))
        if context.roles:
            column.addWidget(words(context.roles, "small", wrap=True))
        for head, lines in context.first:
            column.addWidget(words(head, "label"))
            for line in lines:
                column.addWidget(words(line, "small", wrap=True))
        return column

    def _proof(self, title: str, text: str) -> QVBoxLayout:
        column = _section(self._indent)
        column.addLayout(_head(title, ""))
        column.addWidget(words(text, wrap=True))
        return column

    def _needs(self, context: Context) -> QVBoxLayout:
        column = _section(self._indent)
        at = context.needs_at if context.needs else ""
        column.addLayout(_head("Needs these first", at))
        if not context.needs:
            column.addWidget(words(NO_NEEDS, "quiet"))
        for need in context.needs:
            column.addLayout(self._need(need))
        return column

    def _need(self, need: NeedLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        chip = LevelChip(self._look, need.mark, 20)
        if need.mark.kind is Kind.RANGE:
            chip.setFixedSize(self._look.px(30), self._look.px(20))
        row.addWidget(chip, alignment=Qt.AlignmentFlag.AlignTop)
        link = WrapLink(self._look, need.name, need.capability, plain=True)
        link.setToolTip(f"Go to {need.capability}")
        link.clicked.connect(self._on_need)
        row.addWidget(link, stretch=1)
        said = words(need.said, "small" if need.ready else "label")
        said.setContentsMargins(0, XS + 1, 0, 0)
        row.addWidget(said, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _services(self, context: Context) -> QVBoxLayout:
        column = _section(self._indent)
        column.setSpacing(XS)
        column.addLayout(_head("Linked services", ""))
        for service in context.services:
            column.addLayout(self._service(service))
        return column

    def _service(self, service: ServiceLine) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        link = WrapLink(self._look, service.name, service.id)
        link.clicked.connect(self._on_service)
        column.addWidget(link)
        row = QHBoxLayout()
        row.setSpacing(XS)
        if service.stale:
            clock = QLabel()
            clock.setPixmap(self._look.pixmap("clock", "ink2", 14))
            clock.setAccessibleName(OLD)
            clock.setToolTip("This status is over a year old, or has no date.")
            row.addWidget(clock, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(service.said, "small", wrap=True), stretch=1)
        column.addLayout(row)
        return column

    def _duty(self, context: Context) -> QVBoxLayout:
        assert context.duty is not None
        name, source, when = context.duty
        column = _section(self._indent)
        column.addLayout(_head("Duty", ""))
        column.addWidget(words(name, wrap=True))
        column.addWidget(words(when, "label" if context.passed else "small", wrap=True))
        if source:
            column.addWidget(words(source, "hint", wrap=True))
        return column

    def _on_need(self) -> None:
        sender = self.sender()
        if isinstance(sender, WrapLink):
            self.capability_wanted.emit(sender.key)

    def _on_service(self) -> None:
        sender = self.sender()
        if isinstance(sender, WrapLink):
            self.service_wanted.emit(sender.key)

    def _on_look(self) -> None:
        shown, self._shown = self._shown, None
        if shown is not None:
            self.show_context(shown)


class ContextPane(QScrollArea):
    """The context at the right of the card.

    Attributes:
        view: what it holds.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "side")
        self.view = ContextView(look, parent=self.viewport())
        self.view.setProperty("pane", "side")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Context of this capability")
        self.setWidget(self.view)


def _section(indent: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(indent, M, indent, L)
    column.setSpacing(S)
    return column


def _head(title: str, at: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(words(title, "heading"))
    row.addStretch(1)
    if at:
        row.addWidget(words(at, "small"))
    return row
