"""The table of organisations as a model."""

import pytest
from PySide6.QtCore import Qt

from techmodel.core.organisations import Organisation
from techmodel.ui.widgets.organisations_cells import Column
from techmodel.ui.widgets.organisations_model import BRIEF, FAULTY, OrganisationsModel
from techmodel.ui.widgets.organisations_rows import Facts, row_of

COLUMNS = (
    *(Column.ROW, Column.NAME, Column.KIND, Column.SHORT_NAME, Column.WEIGHT),
    *(Column.QUESTIONS, Column.ANSWERED, Column.LEAVE),
)
HILL = row_of(Organisation("o1", "Hill", "H", "gp", 1.0, in_scope=True, position=1))


@pytest.fixture
def model(checklist, qapp):
    made = OrganisationsModel(Facts(checklist), COLUMNS)
    made.paste("Riverside Trust\tacute\nHill Practice\tgp\nMeadow")
    return made


def cell(model, row, column, role=Qt.ItemDataRole.DisplayRole):
    return model.index(row, COLUMNS.index(column)).data(role)


def put(model, row, column, value):
    return model.setData(model.index(row, COLUMNS.index(column)), value)


def names(model):
    return [row.typed.name for row in model.rows]


def test_it_is_a_sound_model(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)


def test_cells_say_what_was_typed_and_what_follows(model):
    shown = [cell(model, 0, column) for column in COLUMNS]

    assert shown == [
        *("1", "Riverside Trust", "Acute hospital trust", "Riverside Trust"),
        *("1", "67", "–", "Remove"),
    ]
    assert cell(model, 0, Column.KIND, BRIEF) == "Acute trust"


def test_the_last_row_adds_an_organisation(model):
    assert cell(model, 3, Column.NAME) == "Add an organisation"
    assert cell(model, 3, Column.ROW) == "4"
    assert cell(model, 3, Column.NAME, Qt.ItemDataRole.EditRole) == ""
    assert cell(model, 3, Column.KIND) == ""

    assert put(model, 3, Column.NAME, "  Town   Council ")
    assert names(model)[-1] == "Town Council"


def test_an_empty_name_adds_nothing(model):
    assert not put(model, 3, Column.NAME, "  ")
    assert not put(model, 3, Column.KIND, "gp")
    assert len(model.rows) == 3


def test_a_missing_kind_is_a_fault_until_chosen(model):
    assert cell(model, 2, Column.KIND) == "Choose a kind"
    assert cell(model, 2, Column.KIND, FAULTY)
    assert "Choose a kind" in cell(model, 2, Column.KIND, Qt.ItemDataRole.AccessibleTextRole)
    assert cell(model, 2, Column.QUESTIONS) == "–"

    put(model, 2, Column.KIND, "care-home")

    assert not cell(model, 2, Column.KIND, FAULTY)
    assert model.questions == 67 + 61 + 44


def test_a_name_used_twice_is_at_fault_in_both_rows(model):
    put(model, 2, Column.NAME, "hill practice")

    assert [cell(model, n, Column.NAME, FAULTY) for n in range(3)] == [False, True, True]


def test_a_weight_that_is_none_stays_as_typed_and_is_at_fault(model):
    put(model, 0, Column.WEIGHT, "heavy")

    assert cell(model, 0, Column.WEIGHT) == "heavy"
    assert cell(model, 0, Column.WEIGHT, FAULTY)


def test_a_short_name_of_its_own_stays_when_the_name_changes(model):
    put(model, 0, Column.SHORT_NAME, "River")
    put(model, 0, Column.NAME, "Riverbank Trust")
    put(model, 1, Column.NAME, "Dale Practice")

    assert cell(model, 0, Column.SHORT_NAME) == "River"
    assert cell(model, 1, Column.SHORT_NAME) == "Dale Practice"


def test_typing_the_same_changes_nothing(model, qtbot):
    with qtbot.assertNotEmitted(model.edited):
        assert not put(model, 0, Column.SHORT_NAME, "Riverside Trust")
        assert not put(model, 0, Column.QUESTIONS, "3")


def test_removal_comes_back_and_goes_again(model):
    model.act(1)
    assert names(model) == ["Riverside Trust", "Meadow"]

    model.undo()
    assert names(model) == ["Riverside Trust", "Hill Practice", "Meadow"]

    model.redo()
    assert names(model) == ["Riverside Trust", "Meadow"]


def test_every_change_is_taken_back_one_by_one(model):
    put(model, 0, Column.WEIGHT, "2")
    put(model, 3, Column.NAME, "Town")

    model.undo()
    model.undo()
    assert cell(model, 0, Column.WEIGHT) == "1"

    model.undo()
    assert model.rows == ()
    assert not model.can_undo


def test_a_change_ends_redo(model):
    model.act(0)
    model.undo()
    put(model, 0, Column.WEIGHT, "2")

    assert not model.can_redo


def test_undo_without_a_change_does_nothing(checklist, qapp):
    model = OrganisationsModel(Facts(checklist), COLUMNS)
    model.undo()
    model.redo()
    model.act(0)

    assert model.rows == ()


def test_one_of_the_assessment_leaves_and_stays_after_all(model):
    model.show([HILL], model.facts)

    model.act(0)
    assert cell(model, 0, Column.NAME) == "Hill, leaves"
    assert cell(model, 0, Column.LEAVE) == "Stay"
    assert not put(model, 0, Column.NAME, "Dale")

    model.act(0)
    assert cell(model, 0, Column.LEAVE) == "Leave"


def test_who_returns_is_taken_out_again(model):
    model.show([], model.facts)
    model.add([type(HILL)(HILL.typed, HILL.id, returns=True)])
    assert cell(model, 0, Column.NAME) == "Hill, returns"

    model.act(0)
    assert model.rows == ()


def test_other_rows_from_elsewhere_forget_what_could_be_undone(model):
    model.show([HILL], model.facts)

    assert not model.can_undo


def test_other_facts_change_the_numbers_alone(model, checklist, qtbot):
    put(model, 0, Column.WEIGHT, "2")
    out = [d.id for d in checklist.domains[1:]]

    with qtbot.waitSignal(model.dataChanged):
        model.show(model.rows, Facts(checklist, out))

    assert cell(model, 0, Column.QUESTIONS) == "8"
    assert model.can_undo


def test_answers_are_counted(model, checklist):
    model.show([HILL], Facts(checklist, answered={"o1": 12}))

    assert cell(model, 0, Column.ANSWERED) == "12"


def test_heads_stand_over_columns(model):
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical

    assert model.headerData(1, across) == "Name"
    assert model.headerData(0, across, Qt.ItemDataRole.TextAlignmentRole)
    assert model.headerData(0, down) is None
