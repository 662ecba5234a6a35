"""The buttons under the card, each with its key; what has no room goes into "More"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.checklist.keys import Do
from techmodel.ui.look import XS, M, S
from techmodel.ui.widgets.buttons import KeyButton
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from techmodel.ui.look import Look


class Foot(QFrame):
    """Don't know, not applicable, park, more, and the one filled button.

    Signals:
        wanted(str): a `Do` that a button stands for.
        next_wanted(): go to the next that is not answered.
        list_wanted(): show the tree (only where it is a button).

    Attributes:
        menu: what "More" opens; filled by the card.
        keys_shown: whether letter keys answer, so that they are named.
    """

    wanted = Signal(str)
    next_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._several, self.keys_shown = False, True
        self.setProperty("pane", "foot")
        self.menu = QMenu(self)
        self.list = KeyButton(look, "All items")
        self.dont_know = KeyButton(look, "Don’t know", "D")
        self.not_applicable = KeyButton(look, "Not applicable", "N")
        self.park = KeyButton(look, "Park", "P")
        self.more = _More(look)
        self.next = KeyButton(look, "Next not answered", "Ctrl+Enter", filled=True)
        self._hint, self._done = _hint(), words("", "small")
        self._build()
        self._connect()

    def show_state(self, *, answerable: bool, parked: bool, several: bool) -> None:
        """Say what can be done now; `several` shows how to move between partners."""
        for button in (self.dont_know, self.not_applicable, self.park):
            button.setEnabled(answerable)
        self.more.setEnabled(answerable)
        self.park.setText("Parked: take up" if parked else "Park")
        self.park.setAccessibleName(self.park.text())
        self.park.updateGeometry()
        self._several = several
        self.fit()

    def show_next(self, done: str) -> None:
        """Offer the next one, or say in its place that none is left."""
        self.next.setVisible(not done)
        self._done.setText(done)
        self._done.setVisible(bool(done))
        self.fit()

    def show_list(self, said: str) -> None:
        """Show the button that opens the tree, "" for none."""
        self.list.setText(said)
        self.list.setVisible(bool(said))

    def show_keys(self, *, shown: bool) -> None:
        """Show the keys on the buttons, or not where a setting turned them off."""
        self.keys_shown = shown
        for button, key in ((self.dont_know, "D"), (self.not_applicable, "N"), (self.park, "P")):
            button.show_key(key if shown else "")

    def fit(self) -> None:
        """Put what has no room into the menu: the hint goes first, then park, then the rest."""
        self.not_applicable.show()
        self.park.show()
        self._hint.setVisible(self._several)
        can_go: tuple[QWidget, ...] = (self._hint, self.park, self.not_applicable)
        for widget in can_go:
            if self._needed() > self.width():
                widget.hide()

    def _needed(self) -> int:
        """The width that all that is shown needs."""
        shown = [w for w in self._widgets if not w.isHidden()]
        return sum(w.sizeHint().width() for w in shown) + S * len(shown) + 2 * M

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _build(self) -> None:
        self.more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(M, M, M, M)
        row.setSpacing(S)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        left = (self.list, self.dont_know, self.not_applicable, self.park, self.more)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addWidget(self._done, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.next)
        self._widgets: tuple[QWidget, ...] = (*left, self._hint, self._done, self.next)
        self.list.hide()
        self._hint.hide()
        self._done.hide()

    def _connect(self) -> None:
        self.dont_know.clicked.connect(self._on_dont_know)
        self.not_applicable.clicked.connect(self._on_not_applicable)
        self.park.clicked.connect(self._on_park)
        self.next.clicked.connect(self.next_wanted)
        self.list.clicked.connect(self.list_wanted)
        self._look.changed.connect(self.fit)

    def _on_dont_know(self) -> None:
        self.wanted.emit(Do.DONT_KNOW)

    def _on_not_applicable(self) -> None:
        self.wanted.emit(Do.NOT_APPLICABLE)

    def _on_park(self) -> None:
        self.wanted.emit(Do.PARK)


class _More(QPushButton):
    """A button with an arrow after its word, which opens a menu."""

    def __init__(self, look: Look) -> None:
        super().__init__("More")
        self._look = look

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + self._look.px(16) + 3 * S + 2, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        look, token = self._look, "ink" if self.isEnabled() else "ink3"
        painter.setPen(look.colour(token))
        area, side = self.rect().adjusted(S + 1, 0, -S - 1, 0), look.px(16)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        arrow = look.pixmap("down", token, 16)
        painter.drawPixmap(area.right() - side + 1, area.center().y() - side // 2 + 1, arrow)
        painter.end()


def _hint() -> QWidget:
    """How to move between partners."""
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(XS)
    for key in ("←", "→"):
        row.addWidget(words(key, "key"))
    row.addWidget(words("partner", "small"))
    return hint
