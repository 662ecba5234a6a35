"""The table of the plan as a tree: groups, projects, steps; cells are typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from techmodel.core.plan_parts import Status
from techmodel.ui.look import Size, Weight
from techmodel.ui.plan.gantt.lines import Kind, line_words
from techmodel.wording import gantt as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor, QFont

    from techmodel.ui.look import Look
    from techmodel.ui.plan.gantt.lines import Line

COUNT, ID, NAME, LEVEL, OWNER, START, WEEKS, SLACK = range(8)
EDITABLE = frozenset({NAME, OWNER, START, WEEKS})
RIGHT = frozenset({START, WEEKS, SLACK})
LINE = Qt.ItemDataRole.UserRole + 1
"""The whole line, for delegates."""
PIN = "\N{BULLET}"
Index = QModelIndex | QPersistentModelIndex


class _Node(NamedTuple):
    """A line, the number of the one over it (-1 for none), and its place beneath that."""

    line: Line
    over: int
    row: int


class TreeModel(QAbstractItemModel):
    """Lines as a tree with eight columns.

    Signals:
        edited(str, int, str): what a person typed: key of the line, column, text; the text of
            the first column is "on" or "off".
        refreshed(): cells hold other words, though the lines are the same.
    """

    edited = Signal(str, int, str)
    refreshed = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._nodes: list[_Node] = []
        self._inside: dict[int, list[int]] = {-1: []}
        self._places: dict[str, int] = {}
        self._fixed = False

    def show_lines(self, lines: Sequence[Line], *, fixed: bool) -> None:
        """Show other lines; `fixed` lets nothing be changed."""
        nodes: list[_Node] = []
        inside: dict[int, list[int]] = {-1: []}
        _lay_out(lines, -1, nodes, inside)
        same = [n.line.key for n in nodes] == list(self._places) and inside == self._inside
        if not same:
            self.beginResetModel()
        self._nodes, self._inside, self._fixed = nodes, inside, fixed
        self._places = {n.line.key: place for place, n in enumerate(nodes)}
        if same:
            self.refreshed.emit()
        else:
            self.endResetModel()

    def line(self, index: Index) -> Line:
        """The line of a cell."""
        return self._nodes[index.internalId()].line

    def openable(self) -> list[str]:
        """The keys of the lines that have others beneath."""
        return [node.line.key for node in self._nodes if node.line.children]

    def walk(self, is_open: Callable[[QModelIndex], bool], over: int = -1) -> Iterator[Line]:
        """The lines that are not folded away, from top to bottom."""
        for place in self._inside.get(over, ()):
            node = self._nodes[place]
            yield node.line
            if node.line.children and is_open(self.createIndex(node.row, 0, place)):
                yield from self.walk(is_open, place)

    def find(self, key: str, column: int = NAME) -> QModelIndex:
        """The cell of a line by its key; invalid where it is not shown."""
        place = self._places.get(key)
        if place is None:
            return QModelIndex()
        return self.createIndex(self._nodes[place].row, column, place)

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        inside = self._inside.get(_place(parent), [])
        if not (0 <= row < len(inside) and 0 <= column < len(wording.HEADS)):
            return QModelIndex()
        return self.createIndex(row, column, inside[row])

    @override
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override] # two functions in Qt
        if not index.isValid():
            return QModelIndex()
        over = self._nodes[index.internalId()].over
        return QModelIndex() if over < 0 else self.createIndex(self._nodes[over].row, 0, over)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return len(self._inside.get(_place(parent), [])) if parent.column() <= 0 else 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return len(wording.HEADS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.HEADS[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return wording.HEAD_TIPS[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        line = self.line(index)
        if self._fixed or line.kind is not Kind.PROJECT:
            return flags
        over = line.status in {Status.DONE, Status.DROPPED}
        if index.column() == COUNT and not over:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        if index.column() in EDITABLE and not (over and index.column() in {START, WEEKS}):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        ways: dict[int, Callable[[Line, int], object]] = {
            Qt.ItemDataRole.DisplayRole: _words,
            Qt.ItemDataRole.EditRole: _typed,
            Qt.ItemDataRole.ToolTipRole: _tip,
            Qt.ItemDataRole.AccessibleTextRole: _said,
            Qt.ItemDataRole.CheckStateRole: _check,
            Qt.ItemDataRole.FontRole: self._font,
            Qt.ItemDataRole.ForegroundRole: self._colour,
            Qt.ItemDataRole.TextAlignmentRole: lambda _, column: _alignment(column),
            LINE: lambda line, _: line,
        }
        way = ways.get(role)
        return way(self.line(index), index.column()) if way and index.isValid() else None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line(index)
        if role == Qt.ItemDataRole.CheckStateRole:
            on = Qt.CheckState(value) == Qt.CheckState.Checked
            self.edited.emit(line.key, COUNT, "on" if on else "off")
            return True
        if role != Qt.ItemDataRole.EditRole or str(value) == _typed(line, index.column()):
            return False
        self.edited.emit(line.key, index.column(), str(value))
        return True

    def _font(self, line: Line, column: int) -> QFont | None:
        strong = line.kind is Kind.GROUP or (
            line.critical and line.kind is Kind.PROJECT and column in {NAME, SLACK}
        )
        return self._look.font(Size.BODY, Weight.SEMIBOLD) if strong else None

    def _colour(self, line: Line, column: int) -> QColor:
        if line.late and column in {START, SLACK}:
            return self._look.colour("stop.text")
        over = line.status in {Status.DONE, Status.DROPPED}
        quiet = not line.counted or over or line.kind is Kind.STEP or column == ID
        return self._look.colour("ink2" if quiet else "ink")


def _lay_out(
    lines: Sequence[Line], over: int, nodes: list[_Node], inside: dict[int, list[int]]
) -> None:
    """Number lines, each before those beneath it."""
    for row, line in enumerate(lines):
        place = len(nodes)
        nodes.append(_Node(line, over, row))
        inside.setdefault(over, []).append(place)
        _lay_out(line.children, place, nodes, inside)


def _place(index: Index) -> int:
    return index.internalId() if index.isValid() else -1


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _words(line: Line, column: int) -> str:
    if line.kind is Kind.GROUP:
        return line.name if column == NAME else ""
    project = line.project
    of_project = line.kind is Kind.PROJECT and project is not None
    pinned = of_project and project is not None and project.pins.start is not None
    texts = {
        ID: line.id or "" if of_project else "",
        NAME: line.name,
        LEVEL: wording.level_words(line.levels),
        OWNER: project.owner if of_project and project else "",
        START: wording.day_words(line.start) + (f" {PIN}" if pinned and line.start else ""),
        WEEKS: str(line.weeks.likely) if line.weeks.high or _is_set(line) else "",
        SLACK: wording.slack_words(line.status, line.slack, late=line.late),
    }
    return texts.get(column, "")


def _is_set(line: Line) -> bool:
    """Whether somebody said how long it takes."""
    return line.project is not None and line.project.weeks is not None


def _typed(line: Line, column: int) -> str:
    """What stands in the field when a cell is typed in."""
    if column == START:
        return wording.day_words(line.start)
    return _words(line, column)


def _tip(line: Line, _: int) -> str:
    return line_words(line)


def _said(line: Line, column: int) -> str | None:
    """What a screen reader says of a cell: with the name of the line in the first."""
    if column == COUNT and line.kind is Kind.PROJECT:
        return f"{line.id} {line.name}, {'counted' if line.counted else 'not counted'}"
    if column == NAME and line.kind is Kind.PROJECT:
        return _tip(line, column)
    return None


def _check(line: Line, column: int) -> Qt.CheckState | None:
    if column != COUNT or line.kind is not Kind.PROJECT:
        return None
    return Qt.CheckState.Checked if line.counted else Qt.CheckState.Unchecked
