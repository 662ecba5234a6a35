"""A table sorts by number, copies with heads, hides columns and keeps widths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from techmodel.ui.widgets.table import COPY_ROLE, SORT_ROLE, Table, tab_separated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from techmodel.ui.look import Look

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ROWS = (("Beta", "10", 10), ("alpha", "9", 9), ("Gamma", "–", None))


@pytest.fixture
def model(look: Look) -> QStandardItemModel:
    made = QStandardItemModel()
    made.setHorizontalHeaderLabels(["Name", "Weeks", "Chip"])
    for name, shown, number in ROWS:
        weeks = QStandardItem(shown)
        if number is not None:
            weeks.setData(number, SORT_ROLE)
        chip = QStandardItem("painted")
        chip.setData(f"level\t{shown}", COPY_ROLE)
        made.appendRow([QStandardItem(name), weeks, chip])
    return made


@pytest.fixture
def table(look: Look, model: QStandardItemModel, qtbot: QtBot) -> Table:
    made = Table(look, "Weeks")
    qtbot.addWidget(made)
    made.setModel(model)
    made.resize(500, 300)
    made.show()
    return made


def names(table: Table) -> list[str]:
    rows = table.model()
    return [rows.index(n, 0).data() for n in range(rows.rowCount())]


def clipboard() -> list[list[str]]:
    return [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]


def test_rows_keep_their_order_until_a_head_is_clicked(table: Table) -> None:
    assert names(table) == ["Beta", "alpha", "Gamma"]


def test_numbers_are_sorted_as_numbers_and_words_last(table: Table) -> None:
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)

    assert names(table) == ["alpha", "Beta", "Gamma"]


def test_words_are_sorted_without_regard_to_case(table: Table) -> None:
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    assert names(table) == ["alpha", "Beta", "Gamma"]


def test_nothing_comes_last(table: Table, model: QStandardItemModel) -> None:
    model.item(0, 0).setText("")
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    assert names(table) == ["alpha", "Gamma", ""]


def test_selected_rows_are_copied_with_heads(table: Table) -> None:
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert clipboard() == [["Name", "Weeks", "Chip"], ["alpha", "9", "level 9"]]


def test_without_a_selection_everything_is_copied_as_sorted(table: Table) -> None:
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    table.copy()

    assert [line[0] for line in clipboard()] == ["Name", "alpha", "Beta", "Gamma"]


def test_hidden_and_moved_columns_are_copied_as_shown(table: Table) -> None:
    table.setColumnHidden(2, True)
    table.horizontalHeader().moveSection(1, 0)
    table.copy()

    assert clipboard()[:2] == [["Weeks", "Name"], ["10", "Beta"]]


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_columns_are_chosen_from_a_menu(table: Table) -> None:
    table.horizontalHeader().customContextMenuRequested.emit(QPoint(5, 5))
    menu = table.findChildren(QMenu)[0]
    offered = [a.text() for a in menu.actions()]
    menu.actions()[0].trigger()
    menu.close()
    QApplication.processEvents()

    assert offered == ["Weeks", "Chip"]
    assert table.isColumnHidden(1)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_menu_of_a_table_copies(table: Table) -> None:
    QGuiApplication.clipboard().clear()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    table.contextMenuEvent(event)
    menu = next(m for m in table.findChildren(QMenu) if m.title() == "")
    menu.actions()[0].trigger()
    menu.close()
    QApplication.processEvents()

    assert len(clipboard()) == 4


def test_widths_are_kept_and_taken_up_again(
    table: Table, model: QStandardItemModel, look: Look, qtbot: QtBot
) -> None:
    heads = table.horizontalHeader()
    edge = QPoint(heads.sectionViewportPosition(1) + heads.sectionSize(1) - 1, 5)
    before = heads.sectionSize(1)
    QTest.mousePress(heads.viewport(), LEFT, NONE, edge)
    QTest.mouseMove(heads.viewport(), edge + QPoint(40, 0))
    QTest.mouseRelease(heads.viewport(), LEFT, NONE, edge + QPoint(40, 0))
    again = Table(look, "Weeks")
    qtbot.addWidget(again)
    again.setModel(model)

    assert look.widths("Weeks")[1] == before + 40
    assert again.columnWidth(1) == before + 40


def test_widths_that_the_program_gives_are_not_a_persons(table: Table, look: Look) -> None:
    table.setColumnWidth(0, 77)

    assert look.widths("Weeks") == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_current_row(table: Table, qtbot: QtBot, key: Qt.Key) -> None:
    table.selectRow(2)
    with qtbot.waitSignal(table.activated) as heard:
        QTest.keyClick(table, key)

    assert table.source_index(heard.args[0]).row() == 2


def test_indexes_are_found_after_sorting(table: Table, model: QStandardItemModel) -> None:
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    shown = table.shown_index(model.index(1, 0))

    assert shown.row() == 0
    assert table.source_index(shown) == model.index(1, 0)


def test_rows_grow_with_the_text(table: Table, look: Look) -> None:
    look.choose_text(200)

    assert table.verticalHeader().defaultSectionSize() == 64


def test_a_selected_row_is_soft_with_an_edge(table: Table, look: Look) -> None:
    table.selectRow(0)
    table.clearFocus()
    image = table.viewport().grab().toImage()

    assert image.pixelColor(1, 10) == look.colour("accent")
    assert image.pixelColor(150, 4) == look.colour("soft")


def test_a_table_can_be_emptied(table: Table) -> None:
    table.setModel(None)

    assert table.model() is not None


def test_copied_cells_are_one_line_each(model: QStandardItemModel) -> None:
    model.item(0, 0).setText("two\nlines\tand tab")

    assert tab_separated(model, [0], [0]) == "Name\ntwo lines and tab"


def test_a_table_has_a_name(
    table: Table, unnamed_focusables: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed_focusables(table) == []
