"""The left pane: filters with counts, the tree, and what its signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.core.outline import Filter
from techmodel.core.ranges import Range
from techmodel.ui.checklist.tree_delegate import TreeDelegate
from techmodel.ui.checklist.tree_model import TreeModel
from techmodel.ui.look import XS, L, M, S
from techmodel.ui.widgets.buttons import FilterToggle, LinkButton
from techmodel.ui.widgets.chip import LevelChip, Painted
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.mark import Kind, Mark
from techmodel.ui.widgets.paint import paint_pips
from techmodel.ui.widgets.words import rule, words
from techmodel.wording.checklist_page import FILTER_MEANS, FILTER_WORDS, nothing_left

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QKeyEvent, QPainter

    from techmodel.core.checklist import CapabilityId, DomainId
    from techmodel.core.outline import Branch
    from techmodel.ui.checklist.picture import Picture
    from techmodel.ui.look import Look

FILTERS = list(Filter)


class Tree(QTreeView):
    """The tree of domains and capabilities.

    Signals:
        opened(): Enter, Space or Right on a capability: go to its card.
    """

    opened = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        go = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in go and not event.modifiers() and index.isValid():
            if self.model().hasChildren(index):
                self.setExpanded(index, not self.isExpanded(index))
            else:
                self.opened.emit()
            return
        super().keyPressEvent(event)


class TreePane(QFrame):
    """Filters, tree and legend.

    Signals:
        chosen(str): another capability (id) is the current one.
        opened(): a person wants to go to the card.
    """

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._filter = Filter.ALL
        self._capability: CapabilityId | None = None
        self._pinned: CapabilityId | None = None
        self._picture: Picture | None = None
        self.setProperty("pane", "side")
        self._model = TreeModel(self)
        self._build()

    @property
    def filter(self) -> Filter:
        """What the tree is filtered by."""
        return self._filter

    @property
    def capability(self) -> CapabilityId | None:
        """The capability the tree stands on, None on a domain."""
        return self._model.capability(self.tree.currentIndex())

    @property
    def branches(self) -> tuple[Branch, ...]:
        """What the filter leaves, as shown."""
        return self._model.branches

    def show_filter(self, filter_: Filter) -> None:
        """Filter by something else; what does not pass is not in view any more."""
        self._toggles.button(FILTERS.index(filter_)).setChecked(True)
        self._filter, self._pinned = filter_, None
        self._show_branches()

    def show(self, picture: Picture, capability: CapabilityId | None) -> None:  # type: ignore[override] # a pane is shown with what it shows
        """Show the outline and select a capability, which stays in view until one moves on."""
        if capability != self._capability:
            self._pinned = capability
        self._picture, self._capability = picture, capability
        self._delegate.several = picture.single is None
        for number, filter_ in enumerate(FILTERS):
            button = self._toggles.button(number)
            assert isinstance(button, FilterToggle)
            button.show_count(picture.outline.counts[filter_])
        self._show_branches()

    def _show_branches(self) -> None:
        picture = self._picture
        if picture is None:
            return
        left = picture.outline.only(self._filter)
        if any(item.capability == self._capability for b in left for item in b.items):
            self._pinned = self._capability
        branches = picture.outline.only(self._filter, also=self._pinned) if left else ()
        opened = self._opened()
        before = self._model.branches
        self._model.show(picture.assessment.checklist, picture.outline.branches, branches)
        if self._model.branches is not before and not self.tree.currentIndex().isValid():
            self._expand(opened)
        self._say_nothing(empty=not branches)
        self._select()

    def _select(self) -> None:
        """Let the tree stand on the capability, without saying so."""
        index = self._model.index_of(self._capability) if self._capability else QModelIndex()
        if index == self.tree.currentIndex():
            return
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.tree.selectionModel().setCurrentIndex(index, flag)
        if index.isValid():
            self.tree.expand(index.parent())
            self.tree.scrollTo(index)
        self.tree.viewport().update()

    def _opened(self) -> set[DomainId]:
        rows = range(self._model.rowCount())
        return {
            self._model.branches[r].domain
            for r in rows
            if self.tree.isExpanded(self._model.index(r, 0))
        }

    def _expand(self, opened: set[DomainId]) -> None:
        """After other rows came in: open those that were, and all while a filter is on."""
        for row, branch in enumerate(self._model.branches):
            if branch.domain in opened or self._filter is not Filter.ALL:
                self.tree.expand(self._model.index(row, 0))

    def _say_nothing(self, *, empty: bool) -> None:
        self._nothing.setText(nothing_left(self._filter))
        self._stack.setCurrentIndex(1 if empty else 0)

    def _on_toggled(self, number: int) -> None:
        self.show_filter(FILTERS[number])

    def _on_current(self, index: QModelIndex) -> None:
        capability = self._model.capability(index)
        if capability and capability != self._capability:
            self._capability = self._pinned = capability
            self.chosen.emit(capability)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._model.capability(index) is None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _on_show_all(self) -> None:
        self.show_filter(Filter.ALL)
        self.tree.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._filters())
        column.addWidget(rule())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._tree())
        self._stack.addWidget(self._empty())
        column.addWidget(self._stack, stretch=1)
        column.addWidget(rule())
        column.addWidget(_legend(self._look))

    def _filters(self) -> FlowLayout:
        flow = FlowLayout(XS)
        flow.setContentsMargins(M, M, M, S)
        self._toggles = QButtonGroup(self)
        for number, filter_ in enumerate(FILTERS):
            button = FilterToggle(FILTER_WORDS[filter_])
            button.setToolTip(FILTER_MEANS[filter_])
            button.setAccessibleDescription(FILTER_MEANS[filter_])
            button.setChecked(filter_ is Filter.ALL)
            self._toggles.addButton(button, number)
            flow.addWidget(button)
        self._toggles.idClicked.connect(self._on_toggled)
        return flow

    def _tree(self) -> Tree:
        self.tree = Tree()
        self._delegate = TreeDelegate(self._look, self.tree)
        self.tree.setModel(self._model)
        self.tree.setItemDelegate(self._delegate)
        self.tree.setHeaderHidden(True)
        self.tree.setProperty("pane", "side")
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setAccessibleName("Domains and capabilities")
        self.tree.selectionModel().currentChanged.connect(self._on_current)
        self.tree.clicked.connect(self._on_clicked)
        self.tree.opened.connect(self.opened)
        return self.tree

    def _empty(self) -> QWidget:
        page = QWidget()
        page.setProperty("pane", "side")
        column = QVBoxLayout(page)
        column.setContentsMargins(L, L, L, L)
        self._nothing = words("", "quiet", wrap=True)
        link = LinkButton("Show all")
        link.clicked.connect(self._on_show_all)
        column.addWidget(self._nothing)
        column.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page


def _legend(look: Look) -> QWidget:
    """What the signs in the tree mean."""
    legend = QWidget()
    flow = FlowLayout(S, legend)
    flow.setContentsMargins(M, S, XS, S)
    for kind, said in ((Kind.DONT_KNOW, "don’t know"), (Kind.NOT_ANSWERED, "not answered")):
        flow.addWidget(_sign(LevelChip(look, Mark(kind), 20), said))
    flow.addWidget(_sign(_Pip(look), "gap"))
    return legend


class _Pip(Painted):
    """The sign of one level short, as high as a chip."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, (9, 28))
        self.setAccessibleName("one level short of the target")

    @override
    def _paint(self, painter: QPainter, area: QRectF) -> None:
        paint_pips(painter, area, self._look, Range(1, 1))


def _sign(sign: QWidget, said: str) -> QWidget:
    """A sign and what it means."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(XS)
    row.addWidget(sign)
    row.addWidget(words(said, "small"))
    return pair
