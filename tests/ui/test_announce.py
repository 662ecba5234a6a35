"""Announcing is polite and harmless without a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from techmodel.ui.announce import announce

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda e: heard.append(e.message()))
    return heard


@pytest.mark.parametrize(("active", "heard"), [(True, ["Saved 14:03"]), (False, [])])
def test_only_a_screen_reader_hears(
    active: bool, heard: list[str], said: list[str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    monkeypatch.setattr(QAccessible, "isActive", lambda: active)
    announce(widget, "Saved 14:03")
    announce(widget, "")

    assert said == heard
