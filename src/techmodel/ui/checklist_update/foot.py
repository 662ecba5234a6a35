"""The foot of the pages about checklists: leave, what is said beside it, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.words import pane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def make_foot(parent: QWidget, cancel: QPushButton, told: QLabel, *ways: QPushButton) -> QFrame:
    """A foot with `told` between the button that leaves and those that go on."""
    foot = pane("foot", parent)
    told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row = QHBoxLayout(foot)
    row.setContentsMargins(XL, M, XL, M)
    row.setSpacing(S)
    row.addWidget(cancel)
    row.addWidget(told, stretch=1)
    for way in ways:
        row.addWidget(way)
    return foot
