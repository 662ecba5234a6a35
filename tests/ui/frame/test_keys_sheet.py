"""The sheet of keys lists every key that anything in the window answers to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from techmodel.core.checklist import LEVELS
from techmodel.ui import merge
from techmodel.ui.checklist import keys as card_keys
from techmodel.ui.frame.keys_sheet import KEYS, show_keys
from techmodel.ui.merge import keys as merge_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.office import Office

UI = Path(str(merge.__file__)).parents[1]
SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "Escape": "Esc"} | {
    "PageUp": "Page Up",
    "PageDown": "Page Down",
    "Delete": "Del",
    "Ctrl+Return": "Ctrl+Enter",
    "Ctrl+=": "Ctrl++",
}
"""What the sheet calls keys by another name than Qt does."""
TYPED = re.compile(r'"((?:(?:Ctrl|Alt|Shift)\+)+[^"{ ]+|F\d+|Del)"')
PRESSED = re.compile(r"Qt\.Key\.Key_(\w+)")
EDITING = {"checklist/note_field.py"}
"""Keys there are those of any text field."""


def listed(*titles: str) -> set[str]:
    """Every key on the sheet, or in some of its groups, one by one."""
    return {
        key
        for title, rows in KEYS
        if not titles or title in titles
        for told, _ in rows
        for part in told.split(", ")
        for key in single(part)
    }


def single(part: str) -> Iterator[str]:
    first, _, last = part.partition(" – ")
    if last:
        yield from (f"{first[:-1]}{n}" for n in range(int(first[-1]), int(last[-1]) + 1))
    else:
        yield from part.split() if set(part) <= set("←→↑↓ ") else [part]


def in_the_source() -> Iterator[tuple[str, str]]:
    """Every key that the code of the window names, and where."""
    for path in UI.rglob("*.py"):
        where, text = path.relative_to(UI).as_posix(), path.read_text("utf-8")
        if where in EDITING or where == "frame/keys_sheet.py":
            continue
        for key in (*TYPED.findall(text), *PRESSED.findall(text)):
            yield SIGNS.get(key, key), where


def test_every_key_that_the_code_names_is_listed() -> None:
    found = list(in_the_source())

    assert len(found) > 60
    assert [f"{key} in {where}" for key, where in found if key not in listed()] == []


def test_every_shortcut_of_the_window_is_listed(office: Office) -> None:
    keys = [
        shortcut.toString(QKeySequence.SequenceFormat.PortableText)
        for action in office.window.actions()
        for shortcut in action.shortcuts()
    ]

    assert len(keys) > 15
    assert [k for k in keys if SIGNS.get(k, k) not in listed()] == []


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Merge", {str(level) for level in LEVELS} | {"←", "→", "Enter", "P"}),
        (
            KEYS[0][0],
            {*map(str, LEVELS), *(k.upper() for k in card_keys._LETTERS if k != "?")}
            | {"Page Up", "Page Down"},
        ),
    ],
)
def test_the_keys_of_a_page_stand_together(title: str, wanted: set[str]) -> None:
    assert wanted <= listed(title)


def test_the_merge_answers_to_just_what_is_listed() -> None:
    keys = {QKeySequence(key).toString() for key in merge_keys._KEYS} | merge_keys._DIGITS.keys()

    assert {SIGNS.get(key, key) for key in keys} == listed("Merge")


def test_the_sheet_shows_them_all(office: Office) -> None:
    sheet = show_keys(office.window, office.look, letter_keys=True)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    sheet.close()

    assert shown >= {told for _, rows in KEYS for row in rows for told in row}
