"""The right pane of the card: step, proof, reasons, needs, duty, services, what others did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from techmodel.ui.checklist.wrap_link import WrapLink
from techmodel.ui.look import XS, L, M, S
from techmodel.ui.widgets.chip import LevelChip
from techmodel.ui.widgets.mark import Kind
from techmodel.ui.widgets.words import rule, words
from techmodel.wording.learning import OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.ui.checklist.context import CaseLine, Context, NeedLine, ServiceLine
    from techmodel.ui.look import Look

NO_NEEDS = "Nothing has to come first."
OLD = "old status"


class ContextView(QWidget):
    """The sections of a context; made anew only when they are others.

    Signals:
        capability_wanted(str): go to a prerequisite's card.
        service_wanted(str): show more of a service.
        case_wanted(str): show more of a case.
        guide_wanted(str): show the guide to a domain.
    """

    capability_wanted = Signal(str)
    service_wanted = Signal(str)
    case_wanted = Signal(str)
    guide_wanted = Signal(str)

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
        for n, section in enumerate(self._wanted(context)):
            if n:
                column.addWidget(rule())
            column.addLayout(section)
        column.addStretch(1)
        return inside

    def _wanted(self, context: Context) -> Iterator[QVBoxLayout]:
        """The sections that have something to say."""
        yield self._step(context)
        if context.proof:
            yield self._proof(*context.proof)
        if context.reasons:
            yield self._reasons(*context.reasons)
        if context.needs_at:
            yield self._needs(context)
        if context.duty:
            yield self._duty(context)
        if context.services:
            yield self._services(context)
        if context.cases or context.guide[0]:
            yield self._others(context)

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

    def _reasons(self, title: str, lines: Sequence[tuple[str, str]]) -> QVBoxLayout:
        column = _section(self._indent)
        column.addLayout(_head(title, ""))
        for model, reason in lines:
            column.addLayout(_stacked(words(model, "label"), words(reason, wrap=True)))
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
        link.wanted.connect(self.capability_wanted)
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
        link.wanted.connect(self.service_wanted)
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
        if service.here:
            column.addWidget(words(f"Here: {service.here}", "small", wrap=True))
        return column

    def _others(self, context: Context) -> QVBoxLayout:
        column = _section(self._indent)
        column.addLayout(_head(OTHERS, ""))
        for case in context.cases:
            column.addLayout(self._case(case))
        if context.guide[0]:
            guide = WrapLink(self._look, context.guide[1], context.guide[0])
            guide.wanted.connect(self.guide_wanted)
            column.addWidget(guide)
        return column

    def _case(self, case: CaseLine) -> QVBoxLayout:
        link = WrapLink(self._look, case.title, case.id)
        link.setAccessibleDescription(f"{case.where}. {case.result}")
        link.wanted.connect(self.case_wanted)
        where, result = words(case.where, "small", wrap=True), words(case.result, wrap=True)
        return _stacked(link, where, result)

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


def _stacked(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return column


def _head(title: str, at: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(words(title, "heading"))
    row.addStretch(1)
    if at:
        row.addWidget(words(at, "small"))
    return row
