"""What is made late is reached with Tab where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from techmodel.ui.tab_order import let_tab_follow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_tab_goes_from_a_widget_without_focus_to_what_follows_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, label, last = QVBoxLayout(window), QLabel("Rows"), QPushButton("Last")
    late = [QPushButton("One"), QLabel("Between"), QPushButton("Two")]
    for widget in (QPushButton("First"), label, last, *late):
        column.addWidget(widget)
    let_tab_follow(label, late)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    reached = []
    for _ in range(4):
        reached.append(QApplication.focusWidget().text())
        QTest.keyClick(QApplication.focusWidget(), "\t")

    assert reached == ["First", "One", "Two", "Last"]
