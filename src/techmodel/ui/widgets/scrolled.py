"""A page that scrolls when it is higher than its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from techmodel.ui.look import S
from techmodel.ui.widgets.words import pane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def scrolled(widget: QWidget) -> QScrollArea:
    """A widget in an area that scrolls down only and gives it the focus."""
    inside = pane("page")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, S, 0)
    column.addWidget(widget)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFocusProxy(widget)
    return area
