"""The bar over the flows: map or matrix, which information, which state, and what lines mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.integration.sight import BELOW, UNKNOWN, Filters
from techmodel.ui.look import XS, L, M, S
from techmodel.ui.widgets.buttons import LinkButton, Segmented
from techmodel.ui.widgets.choice_box import choice_list, fill_choices
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import words
from techmodel.wording import integration_page as wording

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from techmodel.core.assessment import Assessment
    from techmodel.core.flows import Flow
    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.look import Look

MAP, MATRIX = "map", "matrix"
_LINES = (
    (Qt.PenStyle.SolidLine, wording.AT_TARGET),
    (Qt.PenStyle.DashLine, wording.BELOW_LINE),
    (Qt.PenStyle.DotLine, wording.UNKNOWN_LINE),
)


class _Line(QWidget):
    """A short line in one of the styles."""

    def __init__(self, look: Look, style: Qt.PenStyle) -> None:
        super().__init__()
        self._look, self._style = look, style
        self.setFixedSize(QSize(26, 24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._look.colour("ink2"), 1.6, self._style))
        middle = self.height() / 2
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        painter.end()


class FlowBar(QFrame):
    """What is shown, and how.

    Signals:
        changed(): other flows should be shown.
        view_chosen(str): `MAP` or `MATRIX` was chosen.
    """

    changed = Signal()
    view_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", "side")
        self.views = Segmented(((MAP, "Map"), (MATRIX, "Matrix")), "Show as", self)
        self.domain = choice_list(wording.DOMAINS, wording.ALL_DOMAINS, 14)
        self.state = choice_list(wording.STATES, wording.ALL_STATES, 12)
        fill_choices(self.state, [(BELOW, wording.BELOW), (UNKNOWN, wording.UNKNOWN)])
        self._place()
        self.views.chosen.connect(self.view_chosen)
        for box in (self.domain, self.state):
            box.currentIndexChanged.connect(self.changed)

    def filters(self, organisation: OrganisationId | None) -> Filters:
        """What is left out, with the organisation of the top bar."""
        return Filters(self.domain.currentData(), self.state.currentData(), organisation)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return self.views.button(MAP), self.views.button(MATRIX), self.domain, self.state

    def show_all(self) -> None:
        """Leave nothing out."""
        self.domain.setCurrentIndex(0)
        self.state.setCurrentIndex(0)

    def show_domains(self, assessment: Assessment, flows: tuple[Flow, ...]) -> None:
        """Offer the domains that have flows."""
        used = {f.capability for f in flows}
        domains = {c.domain for c in assessment.capabilities if c.id in used}
        named = [(d.id, d.short_name) for d in assessment.checklist.domains if d.id in domains]
        fill_choices(self.domain, named)

    def _place(self) -> None:
        row = FlowLayout(S, self, between=XS)
        row.setContentsMargins(L, S, L, S)
        for widget in (self.views, self.domain, self.state):
            row.addWidget(widget)


class UnderBar(QWidget):
    """The line under the picture: how many flows, what lines mean, and two links.

    Attributes:
        add: adds a flow.
        let_go: lets go of what is chosen.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._count, self._hint = words("", "label"), words(wording.NO_ROOM, "small")
        self.let_go = LinkButton(wording.LET_GO, self, small=True)
        self.add = LinkButton(wording.ADD, self, small=True)
        self.legend = QWidget(self)
        inside = QHBoxLayout(self.legend)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(XS)
        for style, said in _LINES:
            inside.addWidget(_Line(look, style))
            inside.addWidget(words(said, "small"))
            inside.addSpacing(XS)
        row = FlowLayout(M, self, between=0)
        row.setContentsMargins(L, XS, L, XS)
        for widget in (self._count, self.let_go, self.add, self.legend, self._hint):
            widget.setMinimumHeight(24)
            row.addWidget(widget)

    def say(self, count: str) -> None:
        """Say how many flows are shown."""
        self._count.setText(count)

    def show_hint(self, *, shown: bool) -> None:
        """Say that some levels have no room, or not."""
        self._hint.setVisible(shown)
