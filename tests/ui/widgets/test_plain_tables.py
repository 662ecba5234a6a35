"""Tables of words: sorted by figures, ticked by Space, with a first column that stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from techmodel.ui.widgets.folding import Folding
from techmodel.ui.widgets.frozen import FrozenTable
from techmodel.ui.widgets.plain_model import KEY_ROLE, PlainModel, PlainRow
from techmodel.ui.widgets.table import SORT_ROLE
from techmodel.ui.widgets.ticks import TicksModel, TickTable

HEADS = ("Name", *(f"Q{n}" for n in range(1, 13)))


def row(key, number):
    return PlainRow(key, (key, *["7–9%"] * 12), ((1, number),), ((1, f"{key} in full"),))


ROWS = [row("one", 2.0), row("two", 1.0)]


def test_cells_have_words_keys_and_figures(qtmodeltester):
    model = PlainModel(HEADS, range(1, 13))
    model.show(ROWS)
    qtmodeltester.check(model)
    cell, role = model.index(0, 1), Qt.ItemDataRole

    assert model.data(cell) == "7–9%"
    assert model.data(cell, role.ToolTipRole) == "one in full"
    assert (model.data(cell, KEY_ROLE), model.data(cell, SORT_ROLE)) == ("one", 2.0)
    assert model.data(cell, role.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.place_of("two").row() == 1
    assert not model.place_of("three").isValid()


def test_what_has_not_changed_is_not_shown_anew(qtbot):
    model = PlainModel(HEADS)
    model.show(ROWS)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(ROWS)


def test_space_ticks_a_row_from_any_column(look, qtbot):
    model = TicksModel(HEADS)
    model.show(ROWS)
    table = TickTable(look, "Ticks")
    qtbot.addWidget(table)
    table.setModel(model)
    table.setCurrentIndex(table.model().index(1, 3))
    with qtbot.waitSignal(model.ticked) as ticked:
        QTest.keyClick(table, Qt.Key.Key_Space)

    assert ticked.args == ["two", True]
    model.may_tick = False
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert model.data(model.index(1, 0), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


@pytest.fixture
def frozen(look, qtbot):
    table = FrozenTable(look, "Figures")
    qtbot.addWidget(table)
    model = PlainModel(HEADS, parent=table)
    model.show(ROWS)
    table.setModel(model)
    table.resize(400, 200)
    table.show()
    for column in range(13):
        table.setColumnWidth(column, 90)
    return table


def test_the_first_column_stays_and_no_figure_is_cut(frozen):
    assert not frozen.still.isVisible()
    frozen.horizontalScrollBar().setValue(130)

    assert frozen.still.isVisible()
    edges = {frozen.columnViewportPosition(c) for c in range(13)}
    assert frozen.still.width() in edges
    frozen.horizontalScrollBar().setValue(0)
    assert not frozen.still.isVisible()


def test_the_current_cell_is_never_under_it(frozen):
    frozen.horizontalScrollBar().setValue(600)
    index = frozen.model().index(0, 2)
    frozen.setCurrentIndex(index)
    frozen.scrollTo(index)

    assert frozen.visualRect(index).left() >= frozen.columnWidth(0)


def test_words_fold_into_a_list_and_back(look, qtbot):
    made = Folding((("a", "First"), ("b", "Second")), "Show")
    qtbot.addWidget(made)
    made.fit(10)
    found = []
    made.chosen.connect(found.append)
    made._list.setCurrentIndex(1)
    made._list.activated.emit(1)

    assert (found, made.key, made.first()) == (["b"], "b", made._list)
    made.fit(10_000)
    made._words.button("a").click()
    assert (found, made.key) == (["b", "a"], "a")
    assert made.first() is made._words.button("a")
