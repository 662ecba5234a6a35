"""What the signs of the heat map, the bars and the radar mean."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.ranges import Range
from techmodel.ui.look import RADIUS_BAR, XL, XS, L, S, Size, Weight
from techmodel.ui.widgets.chip import Painted
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.mark import Kind, Mark, level_mark
from techmodel.ui.widgets.paint import hatch, paint_chip, paint_pips
from techmodel.ui.widgets.words import pane, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QFrame

    from techmodel.core.checklist import Checklist
    from techmodel.ui.look import Look


TALL = 18
"""The height of an entry in CSS pixels."""


class Sign(StrEnum):
    """The signs that are not chips."""

    PIP = "pip"
    LOWEST = "lowest"
    REACHED = "reached"
    MAYBE = "maybe"
    TARGET = "target"
    DOT = "dot"
    LOWEST_DOT = "lowest dot"


_WIDTHS = {Sign.PIP: 8, Sign.LOWEST: 16, Sign.DOT: 12, Sign.LOWEST_DOT: 12}
_BAR = 10


class SignPicture(Painted):
    """One sign, as small as the words beside it."""

    def __init__(self, look: Look, sign: Sign) -> None:
        super().__init__(look, (_WIDTHS.get(sign, 20), TALL))
        self._sign = sign

    @override
    def _paint(self, painter: QPainter, area: QRectF) -> None:
        look = self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._sign is Sign.PIP:
            paint_pips(painter, area, look, Range(1, 1))
        elif self._sign is Sign.LOWEST:
            painter.setFont(look.font(Size.SMALL, Weight.SEMIBOLD))
            painter.setPen(look.colour("ink"))
            painter.drawText(area.adjusted(0, -2, 0, -2), Qt.AlignmentFlag.AlignCenter, "18")
            painter.fillRect(QRectF(1, area.bottom() - 2, area.width() - 2, 2), look.colour("ink"))
        elif self._sign in {Sign.DOT, Sign.LOWEST_DOT}:
            filled = self._sign is Sign.LOWEST_DOT
            painter.setPen(QPen(look.colour("ink"), 1.5))
            painter.setBrush(look.colour("ink" if filled else "surface"))
            reach = area.width() / 2 - 1.5
            painter.drawEllipse(QPointF(area.center()), reach, reach)
        else:
            spare = (area.height() - look.px(_BAR)) / 2
            self._paint_bar(painter, area.adjusted(1, spare, -1, -spare))

    def _paint_bar(self, painter: QPainter, area: QRectF) -> None:
        look = self._look
        if self._sign is Sign.REACHED:
            painter.fillRect(area, look.colour("accent"))
        elif self._sign is Sign.MAYBE:
            hatch(painter, area, look.colour("accent"))
            painter.setPen(look.colour("accent"))
            painter.drawRect(area)
        else:
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawRoundedRect(area, RADIUS_BAR, RADIUS_BAR)


class MarkPicture(Painted):
    """One chip, as small as the words beside it."""

    def __init__(self, look: Look, mark: Mark) -> None:
        super().__init__(look, (TALL, TALL))
        self._mark = mark

    @override
    def _paint(self, painter: QPainter, area: QRectF) -> None:
        paint_chip(painter, area, self._look, self._mark)


def heat_legend(look: Look, checklist: Checklist) -> QFrame:
    """The levels by name, and the other signs of the heat map."""
    chips = [
        (MarkPicture(look, level_mark(level.level)), level.name) for level in checklist.levels
    ]
    return _foot(
        [
            *chips,
            (SignPicture(look, Sign.PIP), "1 level short"),
            (SignPicture(look, Sign.LOWEST), "lowest"),
            (MarkPicture(look, Mark(Kind.DONT_KNOW)), "don’t know"),
            (MarkPicture(look, Mark(Kind.NOT_ANSWERED)), "not answered"),
            (MarkPicture(look, Mark(Kind.LEVEL, 3, provided=True)), "provided by another"),
            (MarkPicture(look, Mark(Kind.NOT_ASKED)), "not asked"),
        ]
    )


def bars_legend(look: Look) -> QFrame:
    """The signs of the domain bars."""
    return _foot(
        [
            (SignPicture(look, Sign.REACHED), "reached"),
            (SignPicture(look, Sign.MAYBE), "not known"),
            (SignPicture(look, Sign.TARGET), "target"),
            (SignPicture(look, Sign.DOT), "a partner"),
            (SignPicture(look, Sign.LOWEST_DOT), "lowest partner"),
        ]
    )


def radar_legend(look: Look) -> QFrame:
    """The signs of the radar."""
    return _foot(
        [
            (SignPicture(look, Sign.REACHED), "reached"),
            (SignPicture(look, Sign.MAYBE), "not known"),
            (SignPicture(look, Sign.TARGET), "target"),
        ]
    )


def _foot(entries: Sequence[tuple[QWidget, str]]) -> QFrame:
    frame, inner = pane("foot"), QWidget()
    flow = FlowLayout(S, inner)
    for picture, said in entries:
        flow.addWidget(_entry(picture, said))
    column = QVBoxLayout(frame)
    column.setContentsMargins(L, S, XL, S)
    column.addWidget(inner)
    return frame


def _entry(picture: QWidget, said: str) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(S)
    row.addWidget(picture)
    row.addWidget(words(said, "small"))
    row.addSpacing(XS)
    return entry
