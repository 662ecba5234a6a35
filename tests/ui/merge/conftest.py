"""Fixtures of the merge page: two rooms, and the page on what they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.merge.rooms import Rooms

from techmodel.ui.merge.page import MergePage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace


@pytest.fixture
def rooms(workspace: Workspace, tmp_path: Path) -> Rooms:
    """An assessment of three organisations, and the same in another room."""
    return Rooms(workspace, tmp_path)


@pytest.fixture
def show(
    rooms: Rooms, workspace: Workspace, look: Look, qtbot: QtBot, qapp: QApplication
) -> Callable[..., MergePage]:
    """Show the page on what the rooms did until now."""

    def make(width: int = 1198, height: int = 680) -> MergePage:
        page = MergePage(workspace, look, rooms.other())
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.focus_first()
        qapp.processEvents()
        return page

    return make


@pytest.fixture
def page(rooms: Rooms, show: Callable[..., MergePage]) -> MergePage:
    """A page with three conflicts, changes of each room alone, and one both made alike."""
    rooms.differ("REC-06", 2, 1)
    rooms.differ("INF-01", 3, 4)
    rooms.differ("GOV-01", 2, 3, who=1)
    rooms.show(rooms.here, "REC-06", "Interface list")
    rooms.answer(rooms.there, "INF-02", 3)
    rooms.answer(rooms.there, "INF-03", 4)
    rooms.answer(rooms.here, "INF-04", 2)
    for session in (rooms.here, rooms.there):
        rooms.answer(session, "INF-05", 1)
    return show()
