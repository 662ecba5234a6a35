"""The table of the plan: its keys, what is open in it, and which columns there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.look import L
from techmodel.ui.plan.gantt.cells import go, next_editable
from techmodel.ui.plan.gantt.heads import Heads
from techmodel.ui.plan.gantt.lines import Kind, Line
from techmodel.ui.plan.gantt.tree_delegate import ROW, TreeDelegate, toggle
from techmodel.ui.plan.gantt.tree_model import COUNT, NAME, TreeModel
from techmodel.ui.widgets.rows import paint_row
from techmodel.wording import gantt as wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from techmodel.ui.look import Look
    from techmodel.ui.plan.gantt.tree_model import Index

HEAD = 28
"""The height of the heads in CSS pixels."""
KEYS = {
    (Qt.Key.Key_Return, False): "open",
    (Qt.Key.Key_Enter, False): "open",
    (Qt.Key.Key_Delete, False): "drop",
    (Qt.Key.Key_Insert, False): "add",
    (Qt.Key.Key_Plus, False): "closer",
    (Qt.Key.Key_Minus, False): "farther",
    (Qt.Key.Key_Up, True): "up",
    (Qt.Key.Key_Down, True): "down",
    (Qt.Key.Key_Left, True): "earlier",
    (Qt.Key.Key_Right, True): "later",
}
"""What keys ask for, with Alt or without."""
STEPS = {
    QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
    QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
}
"""Whether typing goes on in the next cell or the one before."""


class ProjectTree(QTreeView):
    """Groups, projects and steps in eight columns.

    Signals:
        wanted(str): a key asked for something: "open", "drop", "add", "up", "down", "earlier",
            "later", "closer", "farther".
        menu_wanted(QPoint): the menu of the current line should open there, on the screen.
        rows_changed(): other lines are visible.
        line_changed(): another line is the current one.
        said(str): something to say.

    Attributes:
        source: the model.
        heads: the order of projects, and which columns are shown.
    """

    wanted = Signal(str)
    menu_wanted = Signal(QPoint)
    rows_changed = Signal()
    line_changed = Signal()
    said = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.source = TreeModel(look, self)
        self.delegate = TreeDelegate(look, self)
        self._open: set[str] = set()
        self._closed: set[str] = set()
        self._rows: list[Line] | None = None
        self._prepare()
        self.setModel(self.source)
        self.setTreePosition(NAME)
        self.source.refreshed.connect(self.viewport().update)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        self.heads = Heads(look, self)
        self.selectionModel().currentRowChanged.connect(self.line_changed)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    @property
    def row_height(self) -> int:
        """The pixels of a line."""
        return self._look.px(ROW)

    def rows(self) -> Sequence[Line]:
        """The lines that are not folded away, from top to bottom."""
        if self._rows is None:
            self._rows = list(self.source.walk(self.isExpanded))
        return self._rows

    def show_lines(self, lines: Sequence[Line], *, fixed: bool) -> None:
        """Show other lines; what was open and current stays so where it is still there."""
        line = self.current()
        key = line.key if line else ""
        top = self.verticalScrollBar().value()
        self.source.show_lines(lines, fixed=fixed)
        self._rows = None
        self._open_again(lines)
        self._rows = None
        now = self.current()
        if key and (now is None or now.key != key):
            self.select(key, scroll=False)
        if self.current() is None:
            self.setCurrentIndex(self.source.index(0, NAME))
        self.verticalScrollBar().setValue(top)
        self.rows_changed.emit()

    def current(self) -> Line | None:
        """The current line."""
        index = self.currentIndex()
        return self.source.line(index) if index.isValid() else None

    def chosen(self) -> list[Line]:
        """The selected projects, from top to bottom."""
        found = [self.source.line(i) for i in self.selectionModel().selectedRows(NAME)]
        wanted = {line.key for line in found if line.kind is Kind.PROJECT}
        return [line for line in self.rows() if line.key in wanted]

    def select(self, key: str, *, scroll: bool = True) -> bool:
        """Make a line the current one by its key; whether it is there."""
        index = self.source.find(key)
        if not index.isValid():
            return False
        flags = QItemSelectionModel.SelectionFlag
        how = flags.ClearAndSelect | flags.Rows
        self.selectionModel().setCurrentIndex(index, how)
        if scroll:
            self.scrollTo(index)
        return True

    def flip(self) -> None:
        """Open the current line, or fold it."""
        index = self.currentIndex().siblingAtColumn(0)
        if self.isExpanded(index):
            self.collapse(index)
        else:
            self.expand(index)

    def open_all(self, *, opened: bool) -> None:
        """Open every line that has others beneath, or fold them all away."""
        self._open, self._closed = set(), set()
        if opened:
            self.expandAll()
        else:
            self.collapseAll()
        (self._open if opened else self._closed).update(self.source.openable())
        self._rows = None
        self.rows_changed.emit()

    def copy(self) -> None:
        """Copy the visible lines with their heads, tab-separated."""
        columns = [c for c in range(len(wording.HEADS)) if not self.isColumnHidden(c)]
        lines = ["\t".join(wording.HEADS[c] for c in columns)]
        for line in self.rows():
            index = self.source.find(line.key)
            cells = [" ".join(str(index.siblingAtColumn(c).data() or "").split()) for c in columns]
            cells[0] = wording.counted_words(line.counted) if line.kind is Kind.PROJECT else ""
            lines.append("\t".join(cells))
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.said.emit(f"{len(lines) - 1} rows copied")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt = held == Qt.KeyboardModifier.AltModifier
        plain = held in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        wanted = KEYS.get((Qt.Key(event.key()), alt)) if alt or plain else None
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # what the editor has not wanted, such as Enter
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._tick()
        elif wanted:
            self.wanted.emit(wanted)
        elif not go(self, event):
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to the next cell to type in after Tab, to the one before after Shift+Tab."""
        step = STEPS.get(hint, 0)
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint if step else hint)
        found = next_editable(self, self.currentIndex(), step) if step else QModelIndex()
        if found.isValid():
            self.setCurrentIndex(found)
            self.edit(found)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        option = QStyleOptionViewItem()
        option.rect = rect
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        paint_row(painter, option, self._look, first=False, ring=False)
        super().drawBranches(painter, rect, index)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows():
            painter = QPainter(self.viewport())
            painter.setFont(self._look.font())
            painter.setPen(self._look.colour("ink2"))
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            area = self.viewport().rect().adjusted(L, L, -L, -L)
            painter.drawText(area, flags, wording.NONE_LEFT)
            painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heads.fit()

    def _prepare(self) -> None:
        self.setAccessibleName(wording.TABLE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(self.delegate)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.doubleClicked.connect(self._on_double_clicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setMinimumSectionSize(1)
        self.setTabKeyNavigation(False)

    def _on_look_changed(self) -> None:
        self.header().setFixedHeight(self._look.px(HEAD))
        self.setIndentation(self._look.px(14))
        self.heads.fit()

    def _tick(self) -> None:
        """Tick the current project, or take its tick away."""
        index = self.currentIndex().siblingAtColumn(COUNT)
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            toggle(self.source, index)

    def _open_again(self, lines: Sequence[Line]) -> None:
        """Open groups unless a person folded them, and projects only if a person opened them."""
        for line in lines:
            group = line.kind is Kind.GROUP and line.key not in self._closed
            if group or line.key in self._open:
                self.expand(self.source.find(line.key, 0))
            self._open_again(line.children)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        """Open what cannot be typed in."""
        if not index.flags() & Qt.ItemFlag.ItemIsEditable and index.column() != COUNT:
            self.wanted.emit("open")

    def _on_expanded(self, index: QModelIndex) -> None:
        self._note(index, self._open, self._closed)

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._note(index, self._closed, self._open)

    def _note(self, index: QModelIndex, now: set[str], before: set[str]) -> None:
        key = self.source.line(index).key
        now.add(key)
        before.discard(key)
        self._rows = None
        self.rows_changed.emit()
