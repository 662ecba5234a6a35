"""The menu of a project, behind More and the right mouse button; it is filled when it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from techmodel.core.plan_parts import Status
from techmodel.ui.plan.gantt.lines import Kind
from techmodel.wording import gantt as wording
from techmodel.wording import plan_page

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from techmodel.ui.plan.gantt.lines import Line
    from techmodel.ui.plan.gantt.tree import ProjectTree


class _Item(NamedTuple):
    """What is asked for, its words, its key, and whether it changes a project."""

    what: str
    words: str
    key: str = ""
    of_project: bool = True


ITEMS = (
    _Item("open", wording.OPEN, "Enter"),
    _Item("link", wording.LINK, "Ctrl+L"),
    _Item("done", wording.DONE_VERB),
    _Item("drop", wording.DROP, "Del"),
    _Item("take up", wording.TAKE_UP),
    None,
    _Item("earlier", wording.EARLIER, "Alt+Left"),
    _Item("later", wording.LATER, "Alt+Right"),
    _Item("let go", wording.LET_GO),
    _Item("up", wording.UP, "Alt+Up"),
    _Item("down", wording.DOWN, "Alt+Down"),
    None,
    _Item("bundle", wording.BUNDLE),
    _Item("fill", plan_page.FILL, of_project=False),
    _Item("what if", plan_page.WHAT_IF, of_project=False),
    _Item("kept", wording.NOT_KEPT, of_project=False),
    None,
    _Item("open all", wording.OPEN_ALL, of_project=False),
    _Item("fold all", wording.FOLD_ALL, of_project=False),
    _Item("copy", wording.COPY, "Ctrl+C", of_project=False),
    _Item("closer", wording.CLOSER, "+", of_project=False),
    _Item("farther", wording.FARTHER, "-", of_project=False),
)
"""The lines of the menu; None is a rule."""


class Menu(QObject):
    """Fills a menu for the current line of the table each time it opens.

    Signals:
        wanted(str): an item was chosen.
    """

    wanted = Signal(str)

    def __init__(self, menu: QMenu, tree: ProjectTree, parent: QObject) -> None:
        super().__init__(parent)
        self._menu, self._tree = menu, tree
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._on_triggered)

    def _fill(self) -> None:
        self._menu.clear()
        line = self._tree.current()
        for item in ITEMS:
            if item is None:
                self._menu.addSeparator()
            elif is_offered(item.what, line):
                key = f"\t{item.key}" if item.key else ""
                action = self._menu.addAction(f"{item.words}{key}")
                action.setData(item.what)
                held = line is not None and line.kind is Kind.PROJECT
                action.setEnabled(held or not item.of_project)

    def _on_triggered(self, action: QAction) -> None:
        self.wanted.emit(action.data())


def is_offered(what: str, line: Line | None) -> bool:
    """Whether an item makes sense for a line."""
    over = line is not None and line.status in {Status.DONE, Status.DROPPED}
    if what == "take up":
        return over
    if what in {"done", "drop", "earlier", "later"}:
        return not over
    if what == "let go":
        return bool(line and line.project and line.project.pins.start)
    return True
