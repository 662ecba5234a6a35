"""The targets set by decision as a table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from techmodel.core.assessment import Override
from techmodel.ui.assessment.decisions_model import COLUMNS, FAULTY, Column, DecisionsModel
from techmodel.ui.assessment.decisions_table import DecisionsTable


@pytest.fixture
def held(session):
    session.targets.aim("REC-01", 4, "Agreed", owner="SRO")
    session.targets.aim("REC-02", 0, "Not ours")
    return session


@pytest.fixture
def model(held, checklist, qapp):
    made = DecisionsModel(checklist)
    made.show(held.assessment())
    return made


@pytest.fixture
def table(look, checklist, model, qtbot):
    made = DecisionsTable(look, checklist, model)
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def put(model, row, column, value):
    return model.setData(model.index(row, COLUMNS.index(column)), value)


def cell(model, row, column, role=Qt.ItemDataRole.DisplayRole):
    return model.index(row, COLUMNS.index(column)).data(role)


def test_it_is_a_sound_model(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)


def test_each_row_says_what_holds_and_what_would_be_asked(model, checklist):
    name = checklist.capability("REC-01").name

    assert [cell(model, 0, c) for c in COLUMNS] == [
        *(f"REC-01 {name}", "4 Shared", "3 Structured", "Agreed", "SRO", "Clear")
    ]
    assert cell(model, 1, Column.LEVEL) == "0 Not pursued"


def test_what_is_typed_is_pending(model, qtbot):
    with qtbot.waitSignal(model.edited):
        put(model, 0, Column.LEVEL, "2")
    put(model, 0, Column.REASON, "Agreed again")
    put(model, 0, Column.OWNER, "Board")

    assert model.pending == {"REC-01": Override("REC-01", 2, "Agreed again", "Board")}


def test_typing_the_same_changes_nothing(model, qtbot):
    with qtbot.assertNotEmitted(model.edited):
        assert not put(model, 0, Column.REASON, " Agreed ")
        assert not put(model, 0, Column.CAPABILITY, "X")


def test_a_decision_without_a_reason_is_at_fault(model):
    put(model, 0, Column.REASON, "")

    assert model.without_reason == "REC-01"
    assert cell(model, 0, Column.REASON, FAULTY)
    assert cell(model, 0, Column.REASON).startswith("Say why")


def test_clearing_is_pending_and_can_be_thought_better_of(model):
    model.toggle(0)
    assert model.pending == {"REC-01": None}
    assert cell(model, 0, Column.CLEAR) == "Keep"
    assert cell(model, 0, Column.CAPABILITY).endswith(", cleared")

    model.toggle(0)
    assert model.pending == {}


def test_what_is_typed_stays_when_another_decision_changes(model, held):
    put(model, 0, Column.REASON, "Half typed")
    held.targets.aim("REC-02", 1, "Ours after all")
    model.show(held.assessment())

    assert cell(model, 0, Column.REASON) == "Half typed"
    assert cell(model, 1, Column.LEVEL) == "1 Standalone"


def test_a_decision_cleared_elsewhere_goes(model, held):
    put(model, 0, Column.REASON, "Half typed")
    held.targets.clear("REC-01")
    model.show(held.assessment())

    assert model.rowCount() == 1
    assert model.pending == {}


def test_what_was_typed_is_forgotten(model):
    put(model, 0, Column.REASON, "Half typed")
    model.toggle(1)
    model.forget()

    assert model.pending == {}


def test_a_target_out_of_scope_would_not_be_asked(held, checklist, qapp):
    held.scope.leave_out(["REC"])
    model = DecisionsModel(checklist)
    model.show(held.assessment())

    assert cell(model, 0, Column.ASKED) == "Nothing"


def test_a_level_is_chosen_by_key(table, model, qtbot):
    table.setCurrentIndex(model.index(0, COLUMNS.index(Column.LEVEL)))
    table.edit(table.currentIndex())
    combo = table.viewport().focusWidget()
    assert isinstance(combo, QComboBox)

    qtbot.keyClick(combo, Qt.Key.Key_Down)
    table.commit()

    assert model.rows[0].held.level == 5


def test_a_reason_is_typed_and_enter_takes_it(table, model, qtbot):
    table.setCurrentIndex(model.index(0, COLUMNS.index(Column.REASON)))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().focusWidget()
    editor.setText("Agreed again")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: model.rows[0].held.reason == "Agreed again")
    assert table.currentIndex().row() == 1


def test_space_on_clear_clears(table, model, qtbot):
    table.setCurrentIndex(model.index(0, COLUMNS.index(Column.CLEAR)))
    qtbot.keyClick(table, Qt.Key.Key_Space)

    assert model.rows[0].cleared
    assert not table.grab().isNull()


def test_rows_are_as_high_as_their_reasons(table, model):
    before = table.rowHeight(0)
    put(model, 0, Column.REASON, "a reason of many words " * 10)

    assert table.rowHeight(0) > before
