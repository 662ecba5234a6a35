"""What can be done with the plan, over the table; grouping and time scale; filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QPushButton, QWidget
from typing_extensions import override

from techmodel.ui.look import L, S
from techmodel.ui.plan.gantt.axis import Scale
from techmodel.ui.plan.gantt.choosing import Filter, Group
from techmodel.ui.plan.gantt.legend import Legend
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.buttons import FilterToggle, KeyButton, Segmented
from techmodel.ui.widgets.choice_box import ChoiceBox
from techmodel.wording import gantt as wording
from techmodel.wording import plan_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from techmodel.ui.look import Look

TABLE, BARS = "table", "bars"
"""What is shown where there is no room for both."""
LEAST = 280
"""The least width in CSS pixels; what there is no room for goes."""


class Toolbar(QFrame):
    """Verbs at the left; legend, grouping and scale at the right.

    Signals:
        scaled(str): a scale is chosen, a `Scale`.
        halves_chosen(): table or bars are chosen, where there is no room for both.
    """

    scaled = Signal(str)
    halves_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("pane", "top")
        self.add = KeyButton(look, wording.ADD, picture="plus")
        self.link = KeyButton(look, wording.LINK, picture="link")
        self.link.setToolTip("Ctrl+L")
        self.fill = QPushButton(plan_page.FILL)
        self.what_if = QPushButton(plan_page.WHAT_IF)
        self.more = QPushButton(wording.MORE)
        self.more.setAccessibleName(wording.MORE_NAME)
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.legend = Legend(look, self)
        self._build()

    @property
    def half(self) -> str:
        """TABLE or BARS, for where there is no room for both."""
        return self._halves.key

    def show_narrow(self, *, narrow: bool) -> None:
        """Offer to choose between table and bars, or not; only bars have a scale."""
        self._halves.setVisible(narrow)
        self._scale.setVisible(not narrow or self.half == BARS)
        self._fit()

    def show_scale(self, scale: Scale) -> None:
        """Mark a scale as chosen."""
        self._scale.choose(scale)

    def stops(self) -> list[QWidget]:
        """What can have the focus, from left to right."""
        ends = [b for s in (self._halves, self._scale) for b in s.findChildren(QPushButton)]
        return [self.add, self.link, self.fill, self.what_if, self.more, *ends]

    def verbs(self) -> tuple[QWidget, ...]:
        """What changes the plan."""
        return (self.add, self.link, self.fill)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(LEAST), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._scale = Segmented([(s, wording.SCALE_WORDS[s]) for s in Scale], wording.SCALE, self)
        self._halves = Segmented(wording.HALVES, wording.HALVES_NAME, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(L, 6, L, 6)
        row.setSpacing(S)
        for widget in (self.add, self.link, self.fill, self.what_if, self.more):
            widget.setProperty("scale", "toolbar")
            row.addWidget(widget)
        row.addStretch(1)
        for other in (self.legend, self._halves, self._scale):
            row.addWidget(other)
        let_tab_follow(self, self.stops())
        self._scale.chosen.connect(self.scaled)
        self._halves.chosen.connect(self.halves_chosen)
        self._halves.hide()

    def _fit(self) -> None:
        """Leave out what there is no room for: the legend first, then verbs that More has too."""
        row = self.layout()
        assert row is not None
        going = (self.legend, self.what_if, self.fill, self.link)
        for widget in going:
            widget.show()
        for widget in going:
            if row.minimumSize().width() <= self.width():
                break
            widget.hide()


class Filters(QWidget):
    """Which projects are shown, each choice with how many it leaves; what they are put under.

    Signals:
        chosen(): another filter is chosen.
        grouped(): another grouping is chosen.
    """

    chosen = Signal()
    grouped = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._group = QButtonGroup(self)
        self._buttons: dict[Filter, FilterToggle] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(L, 0, S, 0)
        row.setSpacing(4)
        for filter_ in Filter:
            button = FilterToggle(wording.FILTER_WORDS[filter_], self)
            self._buttons[filter_] = button
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._grouping())
        self._buttons[Filter.ALL].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def filter(self) -> Filter:
        """The filter chosen."""
        return next(f for f, b in self._buttons.items() if b.isChecked())

    @property
    def group(self) -> Group:
        """What projects are put under."""
        return Group(self._groups.currentData())

    def choose(self, filter_: Filter) -> None:
        """Choose a filter without saying so."""
        self._buttons[filter_].setChecked(True)

    def stops(self) -> list[QWidget]:
        """What can have the focus, from left to right."""
        return [*self._buttons.values(), self._groups]

    def button(self, filter_: Filter) -> FilterToggle:
        """The button of a filter."""
        return self._buttons[filter_]

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Show how many projects each filter leaves."""
        for filter_, button in self._buttons.items():
            button.show_count(counts[filter_])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        row = self.layout()
        assert row is not None
        self._groups.show()
        self._groups.setVisible(row.minimumSize().width() <= self.width())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(LEAST), super().minimumSizeHint().height())

    def _grouping(self) -> QWidget:
        self._groups = ChoiceBox(self)
        self._groups.setProperty("scale", "toolbar")
        for group in Group:
            self._groups.addItem(wording.GROUP_WORDS[group], group.value)
        self._groups.setAccessibleName(wording.GROUP)
        self._groups.currentIndexChanged.connect(self._on_grouped)
        return self._groups

    def _on_grouped(self) -> None:
        self.grouped.emit()

    def _on_clicked(self) -> None:
        self.chosen.emit()
