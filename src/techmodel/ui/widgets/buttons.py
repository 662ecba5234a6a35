"""Buttons of our own: with a key hint, as a link, as a filter with a count, as segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.look import RADIUS_CHIP, M, S, Size, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPaintEvent

    from techmodel.ui.look import Look


class KeyButton(QPushButton):
    """A button that shows its key in a small box after its words; it does not bind the key."""

    def __init__(
        self,
        look: Look,
        text: str,
        key: str = "",
        *,
        filled: bool = False,
        picture: str = "",
    ) -> None:
        """`key` may be empty; `picture` is the name of an icon to stand before the words."""
        super().__init__(text)
        self._look, self._key, self._picture = look, key, picture
        self.setProperty("role", "primary" if filled else "plain")
        self.setAccessibleName(text)
        look.changed.connect(self.updateGeometry)
        self.show_key(key)

    def show_key(self, key: str) -> None:
        """Show another key, "" for none."""
        self._key = key
        self.setAccessibleDescription(f"Key: {key}" if key else "")
        self.updateGeometry()

    @property
    def filled(self) -> bool:
        """Whether it is the one filled button."""
        return bool(self.property("role") == "primary")

    @override
    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        width = self._words_width() + 2 * M + 2
        if self._key:
            width += S + self._key_width()
        if self._picture:
            width += S + self._look.px(20)
        return QSize(width, wanted.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        area = self.rect().adjusted(M + 1, 0, -M - 1, 0)
        spare = area.width() - (self.sizeHint().width() - 2 * M - 2)
        if self._centred and spare > 0:
            area.adjust(spare // 2, 0, -(spare // 2), 0)
        self._paint_words(painter, area)
        if self._key:
            self._paint_key(painter, area)

    @property
    def _centred(self) -> bool:
        return bool(self.property("align") != "left")

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        left = area.left()
        if self._picture:
            side = self._look.px(20)
            picture = self._look.pixmap(self._picture, self._token(), 20)
            painter.drawPixmap(left, area.center().y() - side // 2 + 1, picture)
            left += side + S
        painter.setFont(self._font())
        painter.setPen(self._colour())
        where = QRect(left, area.top(), area.right() - left + 1, area.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(where, flags | Qt.TextFlag.TextShowMnemonic, self.text())

    def _paint_key(self, painter: QPainter, area: QRect) -> None:
        height, width = self._look.px(18), self._key_width()
        box = QRect(area.right() - width + 1, area.center().y() - height // 2 + 1, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._colour()
        colour.setAlphaF(0.6)
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), RADIUS_CHIP, RADIUS_CHIP)
        painter.setPen(self._colour())
        painter.setFont(self._look.font(Size.SMALL))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _token(self) -> str:
        if not self.isEnabled():
            return "ink3"
        return "on_accent" if self.filled else "ink"

    def _colour(self) -> QColor:
        return self._look.colour(self._token())

    def _font(self) -> QFont:
        return self._look.font(Size.BODY, Weight.SEMIBOLD if self.filled else Weight.REGULAR)

    def _words_width(self) -> int:
        metrics = self.fontMetrics() if not self.filled else QFontMetrics(self._font())
        return metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()

    def _key_width(self) -> int:
        return QFontMetrics(self._look.font(Size.SMALL)).horizontalAdvance(self._key) + 12


class LinkButton(QPushButton):
    """Underlined words that do something; `small` for 12 px."""

    def __init__(self, text: str, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "link")
        if small:
            self.setProperty("scale", "small")
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class Toggle(QPushButton):
    """A button that is bold while it is on, and has room for that while it is off."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)

    @override
    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight(Weight.SEMIBOLD))
        width = QFontMetrics(bold).horizontalAdvance(self.text())
        more = width - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(more, 0) + 2, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class FilterToggle(Toggle):
    """A word and a count, on or off."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._word = text
        self.setProperty("role", "filter")

    def show_count(self, count: int) -> None:
        """Show how many it would leave."""
        self.setText(f"{self._word} {count}")


class Segmented(QWidget):
    """A few words of which one holds; arrows move between them.

    Signals:
        chosen(str): the key of the word now holding.
    """

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        """`choices` are (key, word) in order; `name` says what is chosen, for screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for n, (_, word) in enumerate(choices):
            button = Toggle(word)
            button.setAccessibleName(f"{name}: {word}")
            button.setProperty("role", "segment")
            button.setProperty("place", _place(n, len(choices)))
            self._group.addButton(button, n)
            row.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def key(self) -> str:
        """The key of the word that holds."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Let a word hold without saying so."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def button(self, key: str) -> QPushButton:
        """The button of a word."""
        button = self._group.button(self._keys.index(key))
        assert isinstance(button, QPushButton)
        return button

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._keys[number])


def _place(n: int, count: int) -> str:
    return "first" if n == 0 else "last" if n == count - 1 else "middle"
