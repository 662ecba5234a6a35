"""A table like a good spreadsheet: sort by number, choose columns, copy with headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget
from typing_extensions import override

from techmodel.ui.announce import announce
from techmodel.ui.widgets.rows import RowDelegate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent

    from techmodel.ui.look import Look

SORT_ROLE = Qt.ItemDataRole.UserRole + 100
"""A number or text to sort by; models without it are sorted by what is displayed."""
COPY_ROLE = Qt.ItemDataRole.UserRole + 101
"""The text to copy where a cell is painted; other cells are copied as displayed."""
_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})


class Sorted(QSortFilterProxyModel):
    """Sorts by SORT_ROLE and, where a model has none, by the words shown, ignoring case."""

    @override
    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:  # type: ignore[override] # Qt never hands over persistent ones
        return _sort_key(left) < _sort_key(right)


class Table(QTableView):
    """A QTableView with our rows, heads and habits.

    Signals of QTableView hold; `source_index` maps what they carry to the model given.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        """`name` is said by screen readers and keeps the widths apart from other tables'."""
        super().__init__(parent)
        self._look, self._name = look, name
        self._rows, self._held = Sorted(self), False
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(look, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._prepare_heads()
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model, sortable; it keeps its order until a head is clicked."""
        if model is not None:
            self._rows.setSourceModel(model)
        super().setModel(self._rows)
        heads = self.horizontalHeader()
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for column, width in enumerate(self._look.widths(self._name)):
            if width and column < self._rows.columnCount():
                self.setColumnWidth(column, width)

    def source_index(self, index: QModelIndex) -> QModelIndex:
        """The index in the model that was given."""
        return self._rows.mapToSource(index)

    def shown_index(self, source: QModelIndex) -> QModelIndex:
        """The index in this table of an index of the model that was given."""
        return self._rows.mapFromSource(source)

    def copy(self) -> None:
        """Copy the selected rows, or all when none is selected, with the heads, tab-separated."""
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        rows = chosen if chosen else range(self._rows.rowCount())
        heads = self.horizontalHeader()
        columns = [heads.logicalIndex(n) for n in range(heads.count())]
        shown = [c for c in columns if not self.isColumnHidden(c)]
        QGuiApplication.clipboard().setText(tab_separated(self._rows, rows, shown))
        announce(self, f"{len(rows)} rows copied")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        action = menu.addAction("Copy with headers")
        action.setShortcut(QKeySequence.StandardKey.Copy)
        action.triggered.connect(self.copy)
        menu.addMenu(self._columns_menu(menu))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice while a person holds a head: only then are widths a person's."""
        if event.type() in _PRESSES:
            self._held = True
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._held = False
        return super().eventFilter(watched, event)

    def _prepare_heads(self) -> None:
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsMovable(True)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._on_heads_menu)
        heads.sectionResized.connect(self._on_resized)
        heads.viewport().installEventFilter(self)

    def _on_heads_menu(self, where: QPoint) -> None:
        menu = self._columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(where))

    def _columns_menu(self, parent: QWidget) -> QMenu:
        """The column chooser; the first column always stays."""
        menu = QMenu("Columns", parent)
        for column in range(1, self._rows.columnCount()):
            name = self._rows.headerData(column, Qt.Orientation.Horizontal)
            action = QAction(str(name or f"Column {column + 1}"), menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.setData(column)
            menu.addAction(action)
        menu.triggered.connect(self._on_column_chosen)
        return menu

    def _on_column_chosen(self, action: QAction) -> None:
        if action.isCheckable():
            self.setColumnHidden(action.data(), not action.isChecked())

    def _on_resized(self) -> None:
        if self._held:
            widths = [self.columnWidth(c) for c in range(self._rows.columnCount())]
            self._look.keep_widths(self._name, widths)

    def _on_look_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.px(32))


def tab_separated(model: QAbstractItemModel, rows: Iterable[int], columns: Sequence[int]) -> str:
    """Rows and columns of a model with its heads, as lines of tab-separated text."""
    heads = [_flat(model.headerData(c, Qt.Orientation.Horizontal)) for c in columns]
    lines = [[_copied(model.index(r, c)) for c in columns] for r in rows]
    return "\n".join("\t".join(line) for line in [heads, *lines])


def _copied(index: QModelIndex) -> str:
    text = index.data(COPY_ROLE)
    return _flat(index.data() if text is None else text)


def _flat(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def _sort_key(index: QModelIndex) -> tuple[int, float, str]:
    """Numbers before words, nothing last."""
    value = index.data(SORT_ROLE)
    if value is None:
        value = index.data()
    if isinstance(value, int | float):
        return (0, float(value), "")
    return (1, 0.0, str(value).casefold()) if value else (2, 0.0, "")
