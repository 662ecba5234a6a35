"""The guides there are, and what is in the one now read: a tree, or two lists where narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from techmodel.ui.look import S
from techmodel.wording.learning import ALL_GUIDES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from techmodel.ui.learning.markup import Section
    from techmodel.ui.look import Look

WIDTH, ROW = 264, 28
"""CSS pixels."""
_KEY = Qt.ItemDataRole.UserRole


class Contents(QTreeWidget):
    """The domains; under the one now read, its sections.

    Signals:
        chosen(str): a person wants the guide of another domain (id).
        section_chosen(str): a person wants a section of this one (key).
    """

    chosen = Signal(str)
    section_chosen = Signal(str)

    def __init__(self, look: Look, domains: Sequence[tuple[str, str]], parent: QWidget) -> None:
        """`domains` are ids and names in order."""
        super().__init__(parent)
        self._look = look
        self.setProperty("pane", "side")
        self.setHeaderHidden(True)
        self.setViewportMargins(0, S, 0, S)
        self.setAccessibleName(ALL_GUIDES)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for id_, name in domains:
            self.addTopLevelItem(_item(id_, name))
        self.currentItemChanged.connect(self._on_current)
        look.changed.connect(self._fit)
        self._fit()

    def show_sections(self, domain: str, sections: Sequence[Section]) -> None:
        """Put the sections under a domain and let it be the one chosen, without a signal."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        for n in range(self.topLevelItemCount()):
            item = self.topLevelItem(n)
            assert item is not None
            item.takeChildren()
            if item.data(0, _KEY) == domain:
                item.addChildren([_item(key, title) for key, title, _ in sections])
                item.setExpanded(True)
                self.setCurrentItem(item)
        self.blockSignals(blocked)
        self._fit()

    def mark(self, section: str) -> None:
        """Let a section be the one chosen, without a signal; "" for the guide itself."""
        item = self.currentItem()
        top = (item.parent() or item) if item is not None else None
        if top is None:
            return
        inside = [top.child(n) for n in range(top.childCount())]
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.setCurrentItem(next((i for i in inside if i.data(0, _KEY) == section), top))
        self.blockSignals(blocked)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        if item.parent() is None:
            self.chosen.emit(item.data(0, _KEY))
        else:
            self.section_chosen.emit(item.data(0, _KEY))

    def _fit(self) -> None:
        size = QSize(0, self._look.px(ROW))
        for n in range(self.topLevelItemCount()):
            top = self.topLevelItem(n)
            assert top is not None
            for item in (top, *(top.child(m) for m in range(top.childCount()))):
                item.setSizeHint(0, size)
        self.setFixedWidth(self._look.px(WIDTH))


def _item(key: str, words: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([words])
    item.setData(0, _KEY, key)
    item.setToolTip(0, words)
    return item
