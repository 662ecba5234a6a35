"""All keys on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from techmodel.ui.look import XL, L, M, S
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import pane, rule, words

if TYPE_CHECKING:
    from techmodel.ui.look import Look

KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "On the card, outside text fields",
        (
            ("0 – 5", "Level"),
            ("D", "Don’t know"),
            ("N", "Not applicable, with a reason"),
            ("P", "Park"),
            ("T", "Note"),
            ("E", "Evidence; A to D set its grade"),
            ("X", "Another view"),
            ("R", "Type a row, with several organisations"),
            ("↑ ↓", "Level above or below"),
            ("← →", "Organisation before or after; with Shift, several"),
            ("Page Up, Page Down", "Capability before or after"),
            ("Space, Enter", "What the focused control does"),
            ("Ctrl+Enter", "Next not answered"),
        ),
    ),
    (
        "Places",
        (
            ("Alt+1 – Alt+7", "Start, Set-up, Checklist, Gaps, Plan, Integration, Reports"),
            ("Ctrl+F", "Search capabilities"),
            ("F6, Shift+F6", "Next or previous pane"),
            ("Tab, Shift+Tab", "Next or previous control"),
            ("Esc", "Back, or close"),
            ("F1, ?", "This sheet"),
        ),
    ),
    (
        "Plan",
        (
            ("Enter, F2", "Details of the project, type in the cell"),
            ("← →", "Next cell; beyond the last open the steps, beyond the first fold"),
            ("Ctrl+Left, Ctrl+Right", "Fold, open the steps from any cell"),
            ("Ctrl+Home, Ctrl+End", "First or last project"),
            ("Space", "Count the project, or not"),
            ("Alt+Left, Alt+Right", "Start a week earlier, later"),
            ("Alt+Up, Alt+Down", "Move the project up, down"),
            ("Ctrl+L, L", "Link projects, join parts of the logic model"),
            ("Insert, Del", "Add a project, drop it"),
            ("Plus, Minus", "Zoom in, out"),
        ),
    ),
    (
        "Integration",
        (
            ("↑ ↓, ← →", "On the map: next way, next organisation"),
            ("Enter, Esc", "Bring its flows forward, let go"),
            ("0 – 5, D", "On a flow: its level, not known"),
            ("N, T", "Not applicable with a reason, note"),
        ),
    ),
    (
        "Assessment",
        (
            ("Ctrl+N, Ctrl+O", "New, Open"),
            ("Ctrl+S", "Save now; it is saved by itself, too"),
            ("Ctrl+Shift+S", "Save a copy"),
            ("Ctrl+Z", "Undo"),
            ("Ctrl+Y, Ctrl+Shift+Z", "Redo"),
            ("Ctrl++, Ctrl+-, Ctrl+0", "Larger text, smaller, as at first"),
            ("Ctrl+W, Ctrl+Q", "Close the assessment, Quit"),
        ),
    ),
    (
        "Merge",
        (
            ("← →", "The left or the right card"),
            ("0 – 5", "Another level"),
            ("P", "Park"),
            ("Enter", "Next to settle"),
        ),
    ),
    (
        "Tables and lists",
        (
            ("Enter, Space", "Open, answer or change what one is on"),
            ("Home, End", "First or last in the row"),
            ("F1", "Where this figure comes from"),
            ("F2", "Rename a round, change a cell"),
            ("Del", "Forget a round, take out a row"),
            ("Ctrl+C", "Copy rows, with heads"),
            ("Ctrl+V", "Paste a list of organisations"),
        ),
    ),
    (
        "Typing, and a new assessment",
        (
            ("Enter", "Go on, or record what is typed"),
            ("Shift+Enter", "A new line"),
            ("Alt+B, Alt+N", "Back, Next"),
        ),
    ),
)
"""Groups of keys, each with what they do; several stand with ", " between, a range with " – "."""

COLUMNS = ((0, 3), (1, 4, 5), (2, 6, 7))
"""Which groups stand under one another."""
SIZE = (1240, 700)
"""CSS pixels before the text setting; the sheet is never larger than its window."""


def show_keys(parent: QWidget, look: Look, *, letter_keys: bool) -> QDialog:
    """Open the sheet over a window; it closes with Esc."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Keys — techmodel")
    dialog.setAccessibleName("All keys")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(XL, XL, XL, XL)
    column.setSpacing(L)
    column.addWidget(words("All keys", "title"))
    if not letter_keys:
        column.addWidget(words("Letter and digit keys are switched off in Settings.", "quiet"))
    column.addWidget(_groups(), stretch=1)
    close = QPushButton("Close")
    close.clicked.connect(dialog.close)
    column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
    room = parent.size() * 0.94
    dialog.resize(min(look.px(SIZE[0]), room.width()), min(look.px(SIZE[1]), room.height()))
    dialog.open()
    close.setFocus()
    return dialog


def _groups() -> QScrollArea:
    """The groups side by side, or under one another where the window is small."""
    inside = pane("page")
    flow = FlowLayout(XL, inside, between=L)
    for places in COLUMNS:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        for place in places:
            column.addWidget(_group(*KEYS[place]))
        column.addStretch(1)
        flow.addWidget(box)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setAccessibleName("All keys")
    return area


def _group(title: str, keys: tuple[tuple[str, str], ...]) -> QWidget:
    box = QWidget()
    grid = QGridLayout()
    grid.setHorizontalSpacing(M)
    grid.setVerticalSpacing(S)
    grid.setColumnStretch(1, 1)
    for row, (key, what) in enumerate(keys):
        grid.addWidget(words(key, "key"), row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(words(what), row, 1)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S)
    column.addWidget(words(title, "label"))
    column.addWidget(rule("strong"))
    column.addLayout(grid)
    column.addStretch(1)
    return box
