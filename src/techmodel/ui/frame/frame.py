"""Rail, bars, notices and the place now shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.frame.compact_bar import CompactBar
from techmodel.ui.frame.menus import make_menus
from techmodel.ui.frame.notice_area import REFUSED, NoticeArea
from techmodel.ui.frame.rail import Rail
from techmodel.ui.frame.top_bar import TopBar
from techmodel.ui.frame.view import Guarded, ItemView, View
from techmodel.ui.tab_order import let_tab_follow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenu

    from techmodel.ui.frame.actions import Actions
    from techmodel.ui.frame.extra import Extra
    from techmodel.ui.frame.rail import PlaceName
    from techmodel.ui.look import Look

NARROW_BELOW, COMPACT_BELOW = 1200, 760
"""Widths in CSS pixels at 100 % text: words go under the icons; places become a button."""


class Place(NamedTuple):
    """A place of the window, made when it is first shown.

    `make` is given the parent: a page that is moved under another one is styled twice. A page that
    is not to be kept is made anew each time.
    """

    name: PlaceName
    make: Callable[[QWidget], QWidget]
    keep: bool = True


class Frame(QWidget):
    """Everything inside the window. A frame is made anew for every assessment, and for none.

    Signals:
        shown(str): the word of the place or page now shown.
        compact_made(object): the CompactBar, when it is first wanted.

    Attributes:
        rail, top: the places and the bar beside them.
        notices: the sentences under the top bar.
        last_escape: what Esc does when nothing else here wanted it; whether it did something.
    """

    shown = Signal(str)
    compact_made = Signal(object)

    def __init__(
        self,
        look: Look,
        actions: Actions,
        places: Sequence[Place],
        menus: tuple[QMenu, QMenu],
        parent: QWidget,
    ) -> None:
        """`menus` are File > Open recent and View > Showing, filled by others."""
        super().__init__(parent)
        self._look = look
        self._places = {p.name.key: p for p in places}
        self._made: dict[str, QWidget] = {}
        self._place = ""
        self._place_words = ("Places", "menu")
        self._extras: list[tuple[Extra, str]] = []
        self.last_escape: Callable[[], bool] = lambda: False
        self._actions, self._menus = actions, make_menus(self, actions, *menus)
        self._compact: CompactBar | None = None
        self._build()
        self.rail.chosen.connect(self.go)
        look.changed.connect(self._fit)

    @property
    def place(self) -> str:
        """The key of the place last chosen."""
        return self._place

    @property
    def _extra(self) -> Extra | None:
        """The uppermost page opened from a menu, or from such a page."""
        return self._extras[-1][0] if self._extras else None

    @property
    def page(self) -> QWidget:
        """The page now shown: a place, or one opened from a menu."""
        return self._extra.page if self._extra else self._made[self._place]

    @property
    def has_extra(self) -> bool:
        """Whether the page now shown was opened from a menu."""
        return self._extra is not None

    @property
    def compact(self) -> CompactBar:
        """The bar for very large text, made when it is first wanted."""
        if self._compact is None:
            self._compact = CompactBar(self._look, self._actions, self._menus, self)
            self._whole.insertWidget(0, self._compact)
            let_tab_follow(self, self._compact.findChildren(QPushButton))
            self._compact.show_place(*self._place_words)
            self.compact_made.emit(self._compact)
        return self._compact

    @property
    def is_compact(self) -> bool:
        """Whether places and menus are two buttons."""
        return self.width() * 100 / self._look.text < COMPACT_BELOW

    def go(self, key: str, item: str = "") -> None:
        """Show a place, and one thing in it, unless the present page may not be left."""
        if not self.may_leave():
            self.rail.mark("")
            return
        self._drop_extra()
        self._place = key
        page = self._page_of(key)
        self._stack.setCurrentWidget(page)
        name = self._places[key].name
        self.rail.mark(key)
        self._say_place(name.word, name.icon)
        if item and isinstance(page, ItemView):
            page.show_item(item)
        _focus_first(page)
        self.shown.emit(name.word)

    def show_extra(self, extra: Extra, word: str, *, over: bool = False) -> None:
        """Show a page that is not a place, with a way back to where we were.

        Args:
            extra: the page.
            word: what it is called.
            over: whether the page now shown, if it is no place either, stays beneath.
        """
        if not over:
            self._drop_extra()
        beneath = self._extras[-1][1] if self._extras else self._places[self._place].name.word
        extra.name_origin(beneath)
        extra.left.connect(self.back)
        self._extras.append((extra, word))
        self._stack.addWidget(extra)
        self._show_extra()

    def show_again(self) -> None:
        """Say what is shown and give it the focus, when nothing lies over the frame any more."""
        _focus_first(self.page)
        self.shown.emit(self._place_words[0])

    def may_leave(self) -> bool:
        """Whether pages opened from menus may be left; asks the person where it must."""
        pages = [extra.page for extra, _ in reversed(self._extras)]
        return all(page.may_leave() for page in pages if isinstance(page, Guarded))

    def may_close(self) -> bool:
        """Whether every page may go, places too; asks the person where something is unsaved."""
        places = [page for page in self._made.values() if isinstance(page, Guarded)]
        return self.may_leave() and all(page.may_leave() for page in places)

    def back_at_once(self) -> None:
        """Leave a page opened from a menu without asking."""
        self._drop_extra()
        self.go(self._place)

    def back(self) -> bool:
        """Leave a page opened from a menu, to what is beneath it; whether there was one."""
        if not self._extras:
            return False
        page = self._extras[-1][0].page
        if len(self._extras) == 1:
            self.go(self._place)
        elif not isinstance(page, Guarded) or page.may_leave():
            self._take_off(self._extras.pop()[0])
            self._show_extra()
        return True

    def escape(self) -> bool:
        """What Esc does when nothing else wanted it; whether it did something."""
        return self.notices.clear(REFUSED) or self.back() or self.last_escape()

    def panes(self) -> list[QWidget]:
        """What F6 moves between, in reading order."""
        page = self.page
        inside = list(page.panes()) if isinstance(page, View) else [page]
        inside = inside if self.notices.is_empty else [self.notices, *inside]
        if self.is_compact:
            return [self.compact.first_focus(), *inside]
        return [self.rail.current(), self.top.first_focus(), *inside]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.rail = Rail(self._look, [p.name for p in self._places.values()], self)
        self.top = TopBar(self._look, self._menus, self)
        self.notices = NoticeArea(self)
        self._stack = QStackedWidget(self)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(_column(self.top, self.notices, self._stack), stretch=1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(row, stretch=1)

    def _say_place(self, word: str, icon: str) -> None:
        self._place_words = (word, icon)
        if self._compact is not None:
            self._compact.show_place(word, icon)

    def _page_of(self, key: str) -> QWidget:
        place, page = self._places[key], self._made.get(key)
        if page is not None and not place.keep:
            self._stack.removeWidget(page)
            page.deleteLater()
            page = None
        if page is None:
            page = self._made[key] = place.make(self._stack)
            self._stack.addWidget(page)
        return page

    def _show_extra(self) -> None:
        """Show the uppermost page that is no place."""
        extra, word = self._extras[-1]
        self._stack.setCurrentWidget(extra)
        self.rail.mark("")
        self._say_place(word, "menu")
        _focus_first(extra.page)
        self.shown.emit(word)

    def _drop_extra(self) -> None:
        while self._extras:
            self._take_off(self._extras.pop()[0])

    def _take_off(self, extra: Extra) -> None:
        self._stack.removeWidget(extra)
        extra.deleteLater()

    def _fit(self) -> None:
        compact = self.is_compact
        narrow = self.width() * 100 / self._look.text < NARROW_BELOW
        if compact:
            self.compact.show()
        elif self._compact is not None:
            self._compact.hide()
        self.rail.setVisible(not compact)
        self.top.setVisible(not compact)
        self.rail.show_narrow(narrow=narrow)
        self.top.show_narrow(narrow=narrow)


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
