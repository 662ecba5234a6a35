"""The checklist page on a real assessment, shown and with the focus on its card."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from techmodel.core.checklist import KindId
from techmodel.session.organisations import Newcomer
from techmodel.ui.checklist.page import ChecklistPage

WIDTH, HEIGHT = 1198, 692
"""The room a page has in a window of 1366 x 768."""


@pytest.fixture
def open_page(look, qtbot):
    """Open the page on a workspace in a window of its own, with the focus on the card."""

    def open_(workspace, width=WIDTH, height=HEIGHT, **arguments):
        page = ChecklistPage(workspace, look, **arguments)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.focus_first()
        qtbot.waitUntil(lambda: page.isActiveWindow() and QApplication.focusWidget() is not None)
        return page

    return open_


@pytest.fixture
def one(make_workspace, open_page):
    """The page for one acute trust."""
    return open_page(make_workspace(organisations=(Newcomer("Riverside Trust", KindId("acute")),)))


@pytest.fixture
def several(workspace, open_page):
    """The page for three organisations: acute, gp, care home."""
    page = open_page(workspace)
    page.show_item("INF-01")
    page.focus_first()
    return page


@pytest.fixture
def press(qtbot):
    """Press keys where the focus is: digits and letters of a text, or one key with modifiers."""

    def press_(keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys if isinstance(keys, str) else [keys]:
            qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    return press_


@pytest.fixture
def value():
    """The value of a pair: state and level."""

    def value_(page, capability, organisation):
        found = page.workspace.session.assessment().value(capability, organisation)
        return found.state.value, found.level

    return value_


@pytest.fixture
def organisations():
    """The ids of the organisations in order."""
    return lambda page: [o.id for o in page.workspace.session.assessment().organisations]
