"""The heat map as a tree."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from techmodel.ui.gaps.heat_model import CELL, FIRST, NAME, TOGETHER, HeatModel
from techmodel.ui.gaps.picture import LevelCell, ShareCell, TogetherCell, draw


def drawn(workspace):
    return draw(workspace.session.assessment(), workspace.session.gaps())


@pytest.fixture
def model(known):
    made = HeatModel()
    made.show(drawn(known))
    return made


def test_the_model_keeps_the_rules_of_models(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)


def test_an_empty_model_keeps_the_rules_too(qtmodeltester):
    qtmodeltester.check(HeatModel(), force_py=True)


def test_domains_hold_their_capabilities(model, known):
    records = model.find("REC")
    inside = [c for c in known.session.gaps().capabilities if c.domain == "REC"]

    assert model.rowCount(records) == len(inside)
    assert model.domain(records).id == "REC"
    assert model.capability(model.index(0, NAME, records)).id == "REC-01"
    assert model.parent(model.find("REC-02")) == records


def test_what_is_not_shown_is_not_found(model):
    assert not model.find("XXX-01").isValid()
    assert model.domain(QModelIndex()) is None
    assert model.capability(QModelIndex()) is None
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize(
    ("item", "column", "kind", "text"),
    [
        ("REC", TOGETHER, ShareCell, None),
        ("REC", FIRST, ShareCell, None),
        ("REC-01", TOGETHER, TogetherCell, "1 of 3"),
        ("REC-01", FIRST, LevelCell, "3"),
        ("REC-01", FIRST + 2, LevelCell, "?"),
    ],
)
def test_each_cell_has_a_value_and_a_text(model, item, column, kind, text):
    index = model.find(item, column)

    assert isinstance(index.data(CELL), kind)
    assert text is None or index.data() == text
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == index.data(CELL).words
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_a_target_of_nothing_is_not_shown(known):
    assert known.run(lambda s: s.targets.aim("REC-01", 0, "Not pursued"))
    model = HeatModel()
    model.show(drawn(known))

    assert model.find("REC-01", TOGETHER).data() == "1"


def test_names_are_read_out_with_their_id_or_number(model):
    capability, domain = model.find("REC-01"), model.find("REC")
    spoken = Qt.ItemDataRole.AccessibleTextRole

    assert capability.data(spoken).startswith("REC-01 ")
    assert capability.data(Qt.ItemDataRole.ToolTipRole).startswith("REC-01 ")
    assert domain.data(spoken).endswith("9 capabilities")
    assert domain.data(Qt.ItemDataRole.ToolTipRole) is None


def test_heads_are_short_and_read_out_whole(model, known, ids):
    assert known.run(lambda s: s.organisations.shorten(ids[0], "Trust"))
    model.show(drawn(known))
    across = Qt.Orientation.Horizontal

    assert model.headerData(FIRST, across) == "Trust"
    assert model.headerData(FIRST, across, Qt.ItemDataRole.ToolTipRole) == "Riverside Trust"
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.headerData(TOGETHER, across, spoken) == "Together, of target"
    assert model.headerData(FIRST, Qt.Orientation.Vertical) is None
    assert model.headerData(FIRST, across, Qt.ItemDataRole.DecorationRole) is None


def test_another_answer_does_not_reset_the_tree(model, known, ids, answer, qtbot):
    index = model.find("REC-01", FIRST + 1)
    answer("REC-01", ids[1], 2)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(drawn(known))

    assert index.data() == "2"


def test_another_organisation_resets_the_tree(model, known, ids, qtbot):
    assert known.run(lambda s: s.organisations.leave(ids[1]))
    with qtbot.waitSignal(model.modelReset):
        model.show(drawn(known))

    assert model.columnCount() == FIRST + 2
