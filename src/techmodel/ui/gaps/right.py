"""The right half of the gaps place: the ranked gaps or a whole list, over the panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.gaps.gap_list import GapList
from techmodel.ui.gaps.list_pane import ListPane
from techmodel.ui.gaps.lists import ListKind, full_list
from techmodel.ui.gaps.panels import Panels
from techmodel.ui.widgets.empty import EmptyState, Way
from techmodel.wording.gaps_page import targets_words

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import Gaps
    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.look import Look


BRIEF_BELOW = (420, 460)
"""Below this width or height in CSS pixels the panels show their titles only."""


_SAMPLE = "The sample shows this screen full. Your assessment stays as it is."


class Right(QWidget):
    """The ranked gaps with their panels, or how to begin while there are no answers.

    Signals:
        card_wanted(str, str): a card was asked for: a capability, an organisation or "".
        begin_wanted(): "Start answering" was pressed.
        sample_wanted(): "Open the sample" was pressed.
    """

    card_wanted = Signal(str, str)
    begin_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._seen: tuple[Assessment, Gaps, date] | None = None
        self._empty: EmptyState | None = None
        self._said = ""
        self.list, self.full, self.panels = GapList(look), ListPane(look), Panels()
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.full)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, stretch=1)
        column.addWidget(self.panels)

    def _connect(self) -> None:
        self.list.card_wanted.connect(self._on_card_wanted)
        self.full.card_wanted.connect(self.card_wanted)
        self.full.closed.connect(self.show_ranked)
        self.panels.list_wanted.connect(self.show_full)

    def show_gaps(
        self, assessment: Assessment, gaps: Gaps, today: date, showing: OrganisationId | None
    ) -> None:
        """Show a gap analysis as seen on a day, of one organisation or of all."""
        self._seen = (assessment, gaps, today)
        self.list.show_gaps(assessment, gaps, showing)
        self.panels.show_gaps(assessment, gaps, today)
        if self.full.kind is not None:
            self.full.show_list(full_list(self.full.kind, *self._seen))

    def show_empty(self, *, empty: bool) -> None:
        """Show how to begin, or the lists."""
        if empty and self._seen is not None:
            self._make_empty(self._seen[0], self._seen[1])
        if self._empty is not None:
            self._empty.setVisible(empty)
        self._stack.setVisible(not empty)
        self.panels.setVisible(not empty)

    def show_full(self, kind: str) -> None:
        """Show a whole list in the place of the ranked gaps."""
        if self._seen is not None:
            self.full.show_list(full_list(ListKind(kind), *self._seen))
            self._stack.setCurrentWidget(self.full)
            self.full.table.setFocus()

    def show_ranked(self) -> None:
        """Go back to the ranked gaps."""
        self._stack.setCurrentWidget(self.list)
        self.list.table.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, size = self._look.px, event.size()
        brief = size.width() < px(BRIEF_BELOW[0]) or size.height() < px(BRIEF_BELOW[1])
        self.panels.show_brief(brief=brief)

    @property
    def is_empty(self) -> bool:
        """Whether it shows how to begin."""
        return self._empty is not None and self._empty.isVisibleTo(self)

    def first(self) -> QWidget:
        """Where the focus goes first."""
        if self._empty is not None and self.is_empty:
            return self._empty.buttons[0]
        return self.list.table if self._stack.currentWidget() is self.list else self.full.table

    def _make_empty(self, assessment: Assessment, gaps: Gaps) -> None:
        """Say how to begin, anew when that has changed."""
        said = targets_words(assessment, gaps)
        if said == self._said:
            return
        if self._empty is not None:
            self._empty.deleteLater()
        self._said = said
        first = assessment.capabilities[0].name if assessment.capabilities else ""
        begin, look_around = self.begin_wanted.emit, self.sample_wanted.emit
        ways = (
            Way("checklist", "Answer the first capability", first, "Start answering", begin),
            Way("play", "Or look around first", _SAMPLE, "Open the sample", look_around),
        )
        self._empty = EmptyState(self._look, "Answer something to see gaps", said, ways)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._empty)

    def _on_card_wanted(self, capability: str) -> None:
        self.card_wanted.emit(capability, "")
