"""The guides there are, and what is in the one now read: a tree, or two lists where narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator

from techmodel.ui.look import S
from techmodel.wording.learning import ALL_GUIDES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from techmodel.ui.learning.markup import Section
    from techmodel.ui.look import Look

WIDTH, ROW, INDENT = 324, 28, 14
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
        self.setIndentation(INDENT)
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
                _put_below(item, sections)
                self.setCurrentItem(item)
        self.blockSignals(blocked)
        self._fit()

    def mark(self, section: str) -> None:
        """Let a section be the one chosen, without a signal; "" for the guide itself."""
        top = self.currentItem()
        if top is None:
            return
        while top.parent() is not None:
            top = top.parent()
        inside = [item for item in self._items() if item.parent() is not None]
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
        for item in self._items():
            item.setSizeHint(0, size)
        self.setFixedWidth(self._look.px(WIDTH))

    def _items(self) -> Iterator[QTreeWidgetItem]:
        """All rows from above: domains, and sections and cases of the one now read."""
        found = QTreeWidgetItemIterator(self)
        while (item := found.value()) is not None:
            yield item
            found += 1


def _put_below(domain: QTreeWidgetItem, sections: Sequence[Section]) -> None:
    """Put sections below a domain, and cases below the section before them."""
    last = domain
    domain.setExpanded(True)
    for key, title, is_case in sections:
        item = _item(key, title)
        (last if is_case else domain).addChild(item)
        if is_case:
            last.setExpanded(True)
        else:
            last = item


def _item(key: str, words: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([words])
    item.setData(0, _KEY, key)
    item.setToolTip(0, words)
    return item
