"""The rail of places at the left: title, places, how many answers there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.look import L, M, S, Size, Weight
from techmodel.ui.widgets.words import pane, rule, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPaintEvent, QPixmap

    from techmodel.ui.look import Look

WIDE, NARROW = 168, 84
"""Widths of the rail in CSS pixels: words beside the icons, or under them."""


class PlaceName(NamedTuple):
    """A place in the rail: its key, its word, its icon."""

    key: str
    word: str
    icon: str


class RailItem(QAbstractButton):
    """A place: icon, word, and a mark at the left of the one shown."""

    def __init__(self, look: Look, place: PlaceName, number: int) -> None:
        super().__init__()
        self._look, self._place = look, place
        self._narrow = False
        self.key = place.key
        self.setText(place.word)
        self.setAccessibleName(place.word)
        self.setCheckable(True)
        self.setProperty("ring", "own")
        self.setToolTip(f"Alt+{number}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_narrow(self, *, narrow: bool) -> None:
        """Put the word under the icon, or beside it."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(px(NARROW), px(56)) if self._narrow else QSize(px(WIDE), px(40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.rect()
        if self.isChecked():
            painter.fillRect(area, self._look.colour("rail.selected"))
            painter.fillRect(QRect(0, 0, 3, area.height()), self._look.colour("rail.mark"))
        elif self.underMouse() and self.isEnabled():
            hover = self._look.colour("rail.selected")
            hover.setAlphaF(0.6)
            painter.fillRect(area, hover)
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        if self._narrow:
            self._paint_narrow(painter, area)
        else:
            self._paint_wide(painter, area)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("rail.mark"), 2))
            painter.drawRect(area.adjusted(2, 2, -3, -3))
        painter.end()

    def _paint_wide(self, painter: QPainter, area: QRect) -> None:
        side = self._look.px(20)
        painter.drawPixmap(L, (area.height() - side) // 2, self._picture())
        painter.setFont(self._font(Size.BODY))
        painter.setPen(self._look.colour("rail.text"))
        left = L + side + M
        where = QRect(left, 0, area.width() - left - S, area.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_narrow(self, painter: QPainter, area: QRect) -> None:
        side = self._look.px(20)
        painter.drawPixmap((area.width() - side) // 2, self._look.px(9), self._picture())
        painter.setFont(self._font(Size.SMALL))
        painter.setPen(self._look.colour("rail.text"))
        where = QRect(0, self._look.px(31), area.width(), self._look.px(20))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self.text())

    def _picture(self) -> QPixmap:
        return self._look.pixmap(self._place.icon, "rail.text", 20)

    def _font(self, size: Size) -> QFont:
        return self._look.font(size, Weight.SEMIBOLD if self.isChecked() else Weight.REGULAR)


class Rail(QFrame):
    """The places of the window.

    Signals:
        chosen(str): the key of a place.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, places: Sequence[PlaceName], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", "rail")
        self.setAccessibleName("Places")
        self._look = look
        self._items = {p.key: RailItem(look, p, n) for n, p in enumerate(places, start=1)}
        self._narrow = False
        self._build()
        look.changed.connect(self._fit)
        self._fit()

    def show_title(self, title: str) -> None:
        """Show which assessment is open; "" says none."""
        self._title.setText(title or "None open")
        self._title.setToolTip(title)

    def show_progress(self, answered: int, asked: int) -> None:
        """Show how many of the pairs asked are answered; nothing asked says we work offline."""
        self._progress.setVisible(bool(asked) and not self._narrow)
        self._progress.setRange(0, max(asked, 1))
        self._progress.setValue(answered)
        self._asked = asked
        self._count.setText(
            f"{answered} of {asked} answers"
            if asked
            else "Works offline. Nothing leaves this computer."
        )
        self._hint.setVisible(bool(asked))

    def allow(self, keys: Sequence[str]) -> None:
        """Let only these places be chosen."""
        for key, item in self._items.items():
            item.setEnabled(key in keys)

    def mark(self, key: str) -> None:
        """Mark the place shown; "" marks none."""
        for name, item in self._items.items():
            item.setChecked(name == key)

    def item(self, key: str) -> RailItem:
        """The button of a place."""
        return self._items[key]

    def show_narrow(self, *, narrow: bool) -> None:
        """Take 84 px with words under the icons, or 168 px."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._fit()

    def current(self) -> RailItem:
        """The button of the place shown, or the first."""
        marked = [item for item in self._items.values() if item.isChecked()]
        return (marked or list(self._items.values()))[0]

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._on_clicked)
        for item in self._items.values():
            self._group.addButton(item)
            column.addWidget(item)
        column.addStretch(1)
        column.addWidget(self._foot())
        self.show_title("")
        self.show_progress(0, 0)

    def _on_clicked(self, item: RailItem) -> None:
        self.chosen.emit(item.key)

    def _head(self) -> QWidget:
        self._top = pane("railtop")
        self._title = words(role="heading", wrap=True)
        inside = QVBoxLayout(self._top)
        inside.setContentsMargins(L, M, S, M)
        inside.setSpacing(2)
        inside.addWidget(words("Assessment", "small"))
        inside.addWidget(self._title)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, S)
        column.setSpacing(0)
        column.addWidget(self._top)
        self._top_rule = rule()
        column.addWidget(self._top_rule)
        return box

    def _foot(self) -> QWidget:
        self._bottom = pane("railfoot")
        self._count = words(role="small", wrap=True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Answers")
        self._hint = words("Press ? for all keys", "small")
        inside = QVBoxLayout(self._bottom)
        inside.setContentsMargins(L, M, L, M)
        inside.setSpacing(S)
        for widget in (self._count, self._progress, self._hint):
            inside.addWidget(widget)
        return self._bottom

    def _fit(self) -> None:
        self.setFixedWidth(self._look.px(NARROW if self._narrow else WIDE))
        for widget in (self._top, self._top_rule, self._bottom):
            widget.setVisible(not self._narrow)
        for item in self._items.values():
            item.show_narrow(narrow=self._narrow)
