"""The six levels in few words, at the right of the Start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from techmodel.ui.look import M, S
from techmodel.ui.widgets.chip import LevelChip
from techmodel.ui.widgets.mark import level_mark
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from techmodel.ui.look import Look

LEVELS = (
    ("Absent", "Paper, phone, or nothing"),
    ("Standalone", "Digital inside one team"),
    ("Viewable", "Others can see it"),
    ("Structured", "Coded data lands in their system"),
    ("Shared", "Partners read and write the same"),
    ("Orchestrated", "Work closes the loop by itself"),
)
"""Names as in the checklist; it is not read before the first paint."""


def six_levels(look: Look) -> QWidget:
    """Chips, names and a few words each."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S)
    column.addWidget(words("The six levels", "heading"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(S)
    grid.setVerticalSpacing(S)
    grid.setColumnStretch(1, 1)
    for level, (name, few) in enumerate(LEVELS):
        chip = LevelChip(look, level_mark(level), room=False)
        grid.addWidget(chip, level, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(_texts(name, few), level, 1)
    column.addLayout(grid)
    column.addSpacing(M)
    column.addWidget(
        words("A level counts only when everything in it and below it is met.", "small", wrap=True)
    )
    return box


def _texts(name: str, few: str) -> QVBoxLayout:
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(words(name, "heading"))
    texts.addWidget(words(few, "small", wrap=True))
    return texts
