"""Settings hold at once and are remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QSlider, QWidget

from techmodel.settings import SettingsFile, home, load_settings
from techmodel.ui.look import Look, Theme
from techmodel.ui.settings.page import SettingsPage
from techmodel.ui.widgets.header import Header

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(
    look: Look, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> SettingsPage:
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    made = SettingsPage(look, SettingsFile())
    qtbot.addWidget(made)
    made.show()
    return made


def button(page: QWidget, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


def said(page: QWidget) -> str:
    return page.findChildren(Header)[0].headline


def test_the_theme_changes_at_once(page: SettingsPage, look: Look) -> None:
    button(page, "Dark").click()

    assert look.choice is Theme.DARK
    assert said(page).startswith("The theme is dark")


def test_following_the_system_is_said(page: SettingsPage) -> None:
    button(page, "As the system").click()

    assert said(page).startswith("The theme follows the system")


def test_the_text_size_changes_at_once(page: SettingsPage, look: Look) -> None:
    page.findChildren(QSlider)[0].setValue(15)

    assert look.text == 150
    assert "text is at 150%" in said(page)


def test_a_size_chosen_by_key_is_shown(page: SettingsPage, look: Look) -> None:
    look.choose_text(130)

    assert page.findChildren(QSlider)[0].value() == 13
    assert any(label.text() == "130%" for label in page.findChildren(QLabel))


def test_letter_keys_can_be_switched_off(page: SettingsPage) -> None:
    page.findChildren(QCheckBox)[0].click()

    assert not load_settings().letter_keys
    assert said(page).endswith("letter keys are off.")


def test_the_role_is_remembered(page: SettingsPage) -> None:
    field = page.findChildren(QLineEdit)[0]
    field.setText("  IM&T lead ")
    field.editingFinished.emit()

    assert load_settings().role == "IM&T lead"


def test_the_folder_can_be_opened_and_its_path_copied(
    page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    button(page, "Open the folder").click()
    button(page, "Copy the path").click()

    assert opened == [str(home())]
    assert QGuiApplication.clipboard().text() == str(home())


def test_settings_that_cannot_be_saved_are_said(
    look: Look, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "file"))
    page = SettingsPage(look, SettingsFile())
    qtbot.addWidget(page)
    page.show()
    before = page._problem.isVisible()
    page.findChildren(QCheckBox)[0].click()

    assert not before
    assert page._problem.isVisible()
    assert page._problem.text.endswith("Your assessments are not affected.")


def test_the_focus_begins_at_the_theme(page: SettingsPage) -> None:
    page.focus_first()

    assert button(page, "Light").hasFocus()
    assert page.panes() == (page,)


def test_everything_has_a_name(
    page: SettingsPage, unnamed_focusables: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed_focusables(page) == []
