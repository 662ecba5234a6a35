"""Everything the menus and keys can do, as actions; what they do is connected elsewhere."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from techmodel.ui.look import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from techmodel.ui.frame.rail import PlaceName

THEME_WORDS = {
    Theme.SYSTEM: "As the system",
    Theme.LIGHT: "Light",
    Theme.DARK: "Dark",
    Theme.HIGH_CONTRAST: "High contrast",
}


PAGES = (
    *("save_copy", "backups", "history", "rounds", "conditions"),
    *("merge", "names", "bring_back"),
    "update_checklist",
    *("merge_theirs", "see_theirs", "keep_mine"),
)
"""The keys of what leads to pages and copies: the names of the actions."""


class Stand(IntEnum):
    """What is shown: the higher, the more can be done with it."""

    NOTHING = 0
    """No assessment."""
    LOOKING = 1
    """Another time or version, over what is open."""
    READING = 2
    """An assessment opened for reading."""
    OPEN = 3
    """An assessment open for work."""


def plain(text: str) -> str:
    """A text of a menu without the marks of its access keys: "&Undo A && B" is "Undo A & B"."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


class Actions(QObject):
    """The actions of one window; those that need an assessment are off without one.

    Attributes:
        stand: what is shown, and so what can be done.
        first: the word of the first place where it is another than at first.
        pages: what leads to pages and copies of what is open, by a key in the action's data.
        merge_theirs, see_theirs, keep_mine: what can be done when somebody else has saved the
            document; in no menu, offered by a banner.
    """

    def __init__(self, window: QWidget, places: Sequence[PlaceName]) -> None:
        super().__init__(window)
        self._window = window
        self._make()
        self.stand, self.first = Stand.NOTHING, ""
        self.places = QActionGroup(self)
        self.places.setExclusive(False)
        self._start = places[0].word
        for number, place in enumerate(places, start=1):
            action = self._action(place.word, f"Alt+{number}")
            action.setData(place.key)
            self.places.addAction(action)
        self.pages = self._group_of_pages()
        self.themes = self._themes()

    def allow(self, stand: Stand, first: str = "") -> None:
        """Switch what needs an open assessment; `first` is the word of the first place."""
        self.stand, self.first = stand, first
        needing = {
            Stand.LOOKING: (self.save_copy, self.close, self.find, self.history, self.conditions),
            Stand.READING: (self.save, self.backups, self.rounds),
            Stand.OPEN: (self.merge, self.names, self.bring_back, self.update_checklist),
        }
        for least, actions in needing.items():
            for action in actions:
                action.setEnabled(stand >= least)
        places = self.places.actions()
        places[0].setText(first or self._start)
        for action in places[1:]:
            action.setEnabled(stand > Stand.NOTHING)
        if stand is Stand.NOTHING:
            self.offer_undo("", "")

    def offer_undo(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do; "" switches one off."""
        self.undo.setText(f"&Undo {undo}".strip())
        self.undo.setEnabled(bool(undo))
        self.redo.setText(f"&Redo {redo}".strip())
        self.redo.setEnabled(bool(redo))

    def _make(self) -> None:
        self.new = self._action("&New assessment…", "Ctrl+N")
        self.open = self._action("&Open…", "Ctrl+O")
        self.sample = self._action("&Try the sample")
        self.save = self._action("&Save now", "Ctrl+S")
        self.save_copy = self._action("Save a &copy…", "Ctrl+Shift+S")
        self.backups = self._action("&Backups…")
        self.bring_back = self._action("Bring back an &edited workbook…")
        self.close = self._action("Close &assessment", "Ctrl+W")
        self.quit = self._action("&Quit", "Ctrl+Q")
        self.undo = self._action("&Undo", "Ctrl+Z")
        self.redo = self._action("&Redo", "Ctrl+Y", "Ctrl+Shift+Z")
        self._make_tools()

    def _make_tools(self) -> None:
        self.copy = self._action("&Copy\tCtrl+C")
        self.find = self._action("&Find…", "Ctrl+F")
        self.larger = self._action("&Larger text", "Ctrl++", "Ctrl+=")
        self.smaller = self._action("&Smaller text", "Ctrl+-")
        self.normal = self._action("Text as at &first", "Ctrl+0")
        self.history = self._action("&History")
        self.rounds = self._action("&Rounds…")
        self.conditions = self._action("C&onditions for change")
        self.merge = self._action("&Merge another file…")
        self.names = self._action("Remove &names…")
        self.save_checklist = self._action("&Save as a workbook…")
        self.bring_checklist = self._action("&Bring in a workbook…")
        self.update_checklist = self._action("&Update this assessment’s checklist…")
        self.merge_theirs = QAction("Merge both…", self)
        self.see_theirs = QAction("See theirs", self)
        self.keep_mine = QAction("Keep mine as main", self)
        self.settings = self._action("&Settings")
        self.requirements = self._action("Care models and &requirements…")
        self.guides = self._action("&Guides: what others have learnt")
        self.keys = self._action("&Keys", "F1")
        self.log = self._action("&Technical log…")
        self.about = self._action("&About techmodel")

    def _group_of_pages(self) -> QActionGroup:
        group = QActionGroup(self)
        group.setExclusive(False)
        for key in PAGES:
            action: QAction = getattr(self, key)
            action.setData(key)
            group.addAction(action)
        return group

    def _action(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self._window.addAction(action)
        return action

    def _themes(self) -> QActionGroup:
        group = QActionGroup(self)
        for theme, word in THEME_WORDS.items():
            action = QAction(word, group)
            action.setCheckable(True)
            action.setData(theme)
        return group
