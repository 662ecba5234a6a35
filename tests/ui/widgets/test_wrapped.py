"""Rows are as high as their texts need, whatever widths the columns have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStringListModel, Qt

from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.wrapped import MOST_WRAPPED, WrappedRows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from techmodel.ui.look import Look

LONG = "GOV-01 Digital leadership, design authority and roadmap, Wendlemere Acute Trust"


@pytest.fixture
def table(look: Look, qtbot: QtBot) -> Table:
    made = Table(look, "Wrapped")
    qtbot.addWidget(made)
    made.setModel(QStringListModel(["Short", LONG], made))
    WrappedRows(look, made)
    made.setColumnWidth(0, 200)
    made.show()
    return made


def test_a_long_text_has_its_lines(table: Table, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: table.rowHeight(1) > 1.5 * table.rowHeight(0))


def test_wider_columns_need_fewer_lines(table: Table, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: table.rowHeight(1) > 1.5 * table.rowHeight(0))
    table.setColumnWidth(0, 1200)

    qtbot.waitUntil(lambda: table.rowHeight(1) == table.rowHeight(0))


def test_sorting_takes_the_heights_along(table: Table, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: table.rowHeight(1) > 1.5 * table.rowHeight(0))
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    qtbot.waitUntil(lambda: table.rowHeight(0) > 1.5 * table.rowHeight(1))


def test_many_rows_are_left_alone(table: Table, qtbot: QtBot) -> None:
    model = table.model().sourceModel()
    model.setStringList([LONG] * (MOST_WRAPPED + 1))
    qtbot.wait(30)

    assert table.rowHeight(0) == table.verticalHeader().defaultSectionSize()
