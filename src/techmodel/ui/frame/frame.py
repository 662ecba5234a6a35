"""Rail, bars, notices and the place now shown, for one open assessment or for none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.days import day_words
from techmodel.ui.frame.compact_bar import CompactBar
from techmodel.ui.frame.extra import Extra
from techmodel.ui.frame.menus import make_menus
from techmodel.ui.frame.notice_area import REFUSED, NoticeArea
from techmodel.ui.frame.rail import Rail
from techmodel.ui.frame.saving_notice import SavingNotice
from techmodel.ui.frame.top_bar import TopBar
from techmodel.ui.page import Page, View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenu

    from techmodel.core.journal import Batch
    from techmodel.session.touched import Touched
    from techmodel.ui.frame.actions import Actions
    from techmodel.ui.frame.rail import PlaceName
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

NARROW_BELOW, COMPACT_BELOW = 1200, 760
"""Widths in CSS pixels at 100 % text: words go under the icons; places become a button."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the window, made when it is first shown."""

    name: PlaceName
    make: Callable[[], QWidget]


class Frame(QWidget):
    """Everything inside the window. A frame is made anew for every assessment.

    Signals:
        shown(str): the word of the place or page now shown.

    Attributes:
        notices: the sentences under the top bar.
        workspace: the open assessment, or None.
    """

    shown = Signal(str)

    def __init__(
        self,
        look: Look,
        actions: Actions,
        places: Sequence[Place],
        menus: tuple[QMenu, QMenu],
        workspace: Workspace | None,
    ) -> None:
        """`menus` are File > Open recent and View > Showing, filled by others."""
        super().__init__()
        self._look, self._actions, self.workspace = look, actions, workspace
        self._places = {p.name.key: p for p in places}
        self._made: dict[str, QWidget] = {}
        self._place = ""
        self._extra: Extra | None = None
        self._build(make_menus(self, actions, *menus))
        self._connect()

    @property
    def place(self) -> str:
        """The key of the place last chosen."""
        return self._place

    @property
    def page(self) -> QWidget:
        """The page now shown: a place, or one opened from a menu."""
        return self._extra.page if self._extra else self._made[self._place]

    def go(self, key: str, item: str = "") -> None:
        """Show a place, and one thing in it."""
        self._drop_extra()
        self._place = key
        page = self._made.get(key)
        if page is None:
            page = self._made[key] = self._places[key].make()
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        name = self._places[key].name
        self.rail.mark(key)
        self.compact.show_place(name.word, name.icon)
        if isinstance(page, Page) and item:
            page.show_item(item)
        _focus_first(page)
        self.shown.emit(name.word)

    def show_extra(self, page: QWidget, word: str) -> None:
        """Show a page that is not a place, with a way back to where we were."""
        self._drop_extra()
        self._extra = Extra(self._look, page, self._places[self._place].name.word)
        self._extra.left.connect(self.back)
        self._stack.addWidget(self._extra)
        self._stack.setCurrentWidget(self._extra)
        self.rail.mark("")
        self.compact.show_place(word, "menu")
        _focus_first(page)
        self.shown.emit(word)

    def back(self) -> bool:
        """Leave a page opened from a menu; whether there was one."""
        if self._extra is None:
            return False
        self.go(self._place)
        return True

    def start_search(self) -> None:
        """Put the focus in the search field."""
        if self.workspace is None:
            return
        if self.compact.isVisible():
            self.compact.open_search()
        elif self.top.search is not None:
            self.top.search.setFocus()
            self.top.search.selectAll()

    def escape(self) -> bool:
        """What Esc does when nothing else wanted it; whether it did something."""
        return self.notices.clear(REFUSED) or self.back()

    def panes(self) -> list[QWidget]:
        """What F6 moves between, in reading order."""
        compact = self.compact.isVisible()
        first = self.compact.first_focus() if compact else self.rail.current()
        bar = [] if compact else [self.top.first_focus()]
        page = self.page
        inside = list(page.panes()) if isinstance(page, View) else [page]
        return [first, *bar, *inside]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self, menus: Sequence[QMenu]) -> None:
        look, actions, workspace = self._look, self._actions, self.workspace
        self.rail = Rail(look, [p.name for p in self._places.values()])
        self.top = TopBar(look, actions, menus, workspace)
        self.compact = CompactBar(look, actions, menus, workspace)
        self.notices = NoticeArea()
        self._stack = QStackedWidget()
        right = _column(self.top, self.notices, self._stack)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, stretch=1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.compact)
        whole.addLayout(row, stretch=1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self._look.changed.connect(self._fit)
        workspace = self.workspace
        self._actions.allow_assessment(is_open=workspace is not None)
        if workspace is None:
            self.rail.allow(["start"])
            return
        self._saving = SavingNotice(self.notices, workspace, self._actions.save_copy)
        workspace.touched.connect(self._on_touched)
        workspace.failed.connect(self._on_failed)
        workspace.card_wanted.connect(self._on_card_wanted)
        for search in (self.top.search, self.compact.search):
            if search is not None:
                search.chosen.connect(self._on_found)
        self._show_state()

    def _on_touched(self, touched: Touched) -> None:
        self.notices.clear(REFUSED)
        if touched:
            self._show_state()

    def _on_failed(self, sentence: str) -> None:
        self.notices.put(REFUSED, sentence)

    def _on_found(self, capability: str) -> None:
        self.go("checklist", capability)

    def _on_card_wanted(self, capability: str, organisation: str) -> None:
        if self.workspace is not None and organisation:
            known = {o.id: o.id for o in self.workspace.session.assessment().organisations}
            self.workspace.show_only(next((i for i in known if i == organisation), None))
        self.go("checklist", capability)

    def _show_state(self) -> None:
        """Title, answers, and what undo and redo would do."""
        if self.workspace is None:
            return
        session = self.workspace.session
        rows = session.gaps().organisations
        self.rail.show_title(session.assessment().title)
        self.rail.show_progress(sum(r.known for r in rows), sum(r.asked for r in rows))
        now = session.now().astimezone()
        self._actions.offer_undo(_named(session.to_undo(), now), _named(session.to_redo(), now))

    def _drop_extra(self) -> None:
        if self._extra is not None:
            self._stack.removeWidget(self._extra)
            self._extra.deleteLater()
            self._extra = None

    def _fit(self) -> None:
        width = self.width() * 100 / self._look.text
        compact = width < COMPACT_BELOW
        self.compact.setVisible(compact)
        self.rail.setVisible(not compact)
        self.top.setVisible(not compact)
        self.rail.show_narrow(narrow=width < NARROW_BELOW)
        self.top.show_narrow(narrow=width < NARROW_BELOW)


def _named(batch: Batch | None, now: datetime) -> str:
    """What would be taken back and its day: “REC-06 for X: 2 → 3”, today."""
    if batch is None:
        return ""
    day = day_words(datetime.fromisoformat(batch.at).astimezone(), now)
    label = batch.label.removeprefix("Undo: ").removeprefix("Redo: ")
    return f"“{label}”, {day}".replace("&", "&&")


def _focus_first(page: QWidget) -> None:
    """Put the focus where the work of a page begins."""
    if isinstance(page, View):
        page.focus_first()


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretchFactor(widgets[-1], 1)
    return column
