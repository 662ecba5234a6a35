"""Laws of what the flows half shows: map, matrix and table tell the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex

from techmodel.core.flow_parts import FlowState, FlowValue
from techmodel.session.flows import FlowChange
from techmodel.ui.integration.flow_table import FlowsModel
from techmodel.ui.integration.map_model import MapModel
from techmodel.ui.integration.matrix import CELL_ROLE, MatrixModel
from techmodel.ui.integration.sight import BELOW, UNKNOWN, Filters, Sight, find_sight

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from techmodel.session.session import Session


@pytest.fixture
def sight(session: Session) -> Sight:
    """Flows between three partners, some of them known."""
    flows = session.flows.all()
    changes = {
        f.key: FlowChange(FlowValue(FlowState.LEVEL, n % 6)) for n, f in enumerate(flows[::2])
    }
    session.flows.record(changes)
    return find_sight(session.assessment(), session.flows.all(), Filters())


def test_map_matrix_and_table_show_the_same_numbers(sight: Sight, qtbot: QtBot) -> None:
    owner = QModelIndex()
    table, map_, matrix = FlowsModel(None), MapModel(None), MatrixModel(None)
    table.show_flows(sight.flows, sight)
    map_.show(sight)
    matrix.show(sight)
    ways = {item.pick: item.cell for item in map_.items if item.cell}
    cells = {
        matrix.pick(matrix.index(row, column)): matrix.index(row, column).data(CELL_ROLE)
        for row in range(3)
        for column in range(1, 4)
        if matrix.index(row, column).data(CELL_ROLE)
    }

    assert ways == cells == dict(sight.matrix)
    assert sum(cell.count for cell in ways.values()) == table.rowCount(owner) == len(sight.flows)


def test_models_keep_to_the_rules_of_qt(sight: Sight, qtmodeltester: ModelTester) -> None:
    table, map_, matrix = FlowsModel(None), MapModel(None), MatrixModel(None)
    table.show_flows(sight.flows, sight)
    for model in (map_, matrix):
        model.show(sight)
        model.show(sight)
    for model in (table, map_, matrix):
        qtmodeltester.check(model)


def test_what_is_chosen_parts_the_flows_by_ways(sight: Sight) -> None:
    by_way = [f for way in sight.matrix for f in sight.picked(way)]

    assert sorted(f.key for f in by_way) == sorted(f.key for f in sight.flows)
    assert sight.picked(()) == sight.flows
    one = str(sight.organisations[0].id)
    assert all(one in f.key[:2] for f in sight.picked((one,)))


def test_filters_leave_what_they_name(session: Session, sight: Sight) -> None:
    assessment, flows = session.assessment(), session.flows.all()
    below = find_sight(assessment, flows, Filters(state=BELOW)).flows
    unknown = find_sight(assessment, flows, Filters(state=UNKNOWN)).flows
    one = assessment.scope[0].id
    of_one = find_sight(assessment, flows, Filters("REC", organisation=one)).flows

    assert below
    assert all(f.gap and f.gap.low > 0 for f in below)
    assert unknown
    assert all(f.is_unknown for f in unknown)
    assert of_one
    assert all(f.capability[:3] == "REC" and one in f.key[:2] for f in of_one)
