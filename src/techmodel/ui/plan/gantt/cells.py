"""Going from cell to cell in the plan's table, while typing and while not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt

from techmodel.ui.plan.gantt.lines import Kind
from techmodel.ui.plan.gantt.tree_model import LINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from techmodel.ui.plan.gantt.tree import ProjectTree

_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


def go(tree: ProjectTree, event: QKeyEvent) -> bool:
    """Do what a key asks for; whether it is about cells.

    Left and Right go to the next cell, beyond the first and the last they fold and open the line;
    with Ctrl, and in a group, they do so at once. Home and End go to the ends of the row, with
    Ctrl to the first and the last project.
    """
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    index, control = tree.currentIndex(), held == Qt.KeyboardModifier.ControlModifier
    if not index.isValid() or held not in {Qt.KeyboardModifier.NoModifier, _CONTROL}:
        return False
    if key in _SIDES:
        _sideways(tree, index, _SIDES[key], at_once=control)
    elif key in _ENDS and control:
        keys = [line.key for line in tree.rows() if line.kind is Kind.PROJECT]
        _put(tree, tree.source.find(keys[_ENDS[key]], index.column()) if keys else index)
    elif key in _ENDS:
        _put(tree, index.siblingAtColumn(_shown(tree)[_ENDS[key]]))
    else:
        return False
    return True


def next_editable(tree: ProjectTree, index: QModelIndex, step: int) -> QModelIndex:
    """The next cell to type in, in reading order; invalid after the last."""
    columns = _shown(tree)
    row = index
    places = [c for c in columns if (c - index.column()) * step > 0][::step]
    beyond: Callable[[QModelIndex], QModelIndex] = tree.indexBelow if step > 0 else tree.indexAbove
    while row.isValid():
        cells = [row.siblingAtColumn(c) for c in places]
        found = next((c for c in cells if c.flags() & Qt.ItemFlag.ItemIsEditable), None)
        if found is not None:
            return found
        row, places = beyond(row), columns[::step]
    return QModelIndex()


_CONTROL = Qt.KeyboardModifier.ControlModifier


def _shown(tree: ProjectTree) -> list[int]:
    """The columns that are shown, from left to right."""
    return [c for c in range(tree.model().columnCount()) if not tree.isColumnHidden(c)]


def _sideways(tree: ProjectTree, index: QModelIndex, step: int, *, at_once: bool) -> None:
    columns = [c for c in _shown(tree) if (c - index.column()) * step > 0]
    line, group = index.siblingAtColumn(0), index.data(LINE).kind is Kind.GROUP
    if columns and not at_once and not group:
        _put(tree, index.siblingAtColumn(columns[0 if step > 0 else -1]))
    elif step > 0:
        tree.expand(line)
    elif tree.isExpanded(line):
        tree.collapse(line)
    elif line.parent().isValid():
        _put(tree, line.parent().siblingAtColumn(index.column()))


def _put(tree: ProjectTree, index: QModelIndex) -> None:
    """Make a cell the current one; other lines stay selected only in the same line."""
    flags = QItemSelectionModel.SelectionFlag
    same = index.siblingAtColumn(0) == tree.currentIndex().siblingAtColumn(0)
    how = flags.NoUpdate if same else flags.ClearAndSelect | flags.Rows
    tree.selectionModel().setCurrentIndex(index, how)
    tree.scrollTo(index)
