"""The table of recent documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt

from techmodel.settings import Recent
from techmodel.ui.start.recent import ANSWERED, CHANGED, NAME, ORGANISATIONS, WHERE, RecentModel
from techmodel.ui.widgets.table import SORT_ROLE

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from techmodel.ui.look import Look

ONE = Recent("/data/team/a.techmodel", "Hazelcombe", 3, 131, 186, "2026-05-14T09:00:00Z")
TWO = Recent("/data/b.techmodel", "", 0, 0, 0, "")


@pytest.fixture
def model(look: Look) -> RecentModel:
    return RecentModel(look, [ONE, TWO])


def row(model: RecentModel, number: int) -> list[object]:
    return [model.index(number, c).data() for c in range(model.columnCount())]


def test_the_model_keeps_qts_rules(model: RecentModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_a_row_tells_what_is_known(model: RecentModel) -> None:
    assert row(model, 0) == ["Hazelcombe", "3", "131 of 186", "14 May 2026", "team"]
    assert row(model, 1) == ["Untitled", "0", "0 of 0", "", "data"]


def test_a_missing_one_is_grey_and_says_so(model: RecentModel, look: Look) -> None:
    model.mark_missing(frozenset({ONE.path}))
    colours = [model.index(r, NAME).data(Qt.ItemDataRole.ForegroundRole) for r in (0, 1)]

    assert model.index(0, WHERE).data() == "Not found"
    assert colours == [look.colour("ink3"), look.colour("ink")]
    assert (model.is_missing(0), model.is_missing(1)) == (True, False)


def test_numbers_are_sorted_as_numbers(model: RecentModel) -> None:
    keys = [model.index(0, c).data(SORT_ROLE) for c in range(5)]

    assert keys == ["hazelcombe", 3, 131 / 186, ONE.changed, ONE.path.casefold()]
    assert model.index(1, ANSWERED).data(SORT_ROLE) == 0.0


@pytest.mark.parametrize(
    ("column", "right"), [(NAME, False), (ORGANISATIONS, True), (ANSWERED, True), (CHANGED, True)]
)
def test_digits_stand_at_the_right(model: RecentModel, column: int, right: bool) -> None:
    role = Qt.ItemDataRole.TextAlignmentRole
    cell = model.index(0, column).data(role)
    head = model.headerData(column, Qt.Orientation.Horizontal, role)

    assert bool(cell & Qt.AlignmentFlag.AlignRight) is right
    assert head == cell


def test_the_whole_path_is_in_the_tip(model: RecentModel) -> None:
    assert model.index(0, WHERE).data(Qt.ItemDataRole.ToolTipRole) == ONE.path
    assert model.recent(0) is ONE


def test_there_is_nothing_beyond_the_rows(model: RecentModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole) is None


def test_documents_of_one_title_are_told_apart_by_their_files(look: Look) -> None:
    twice = [Recent("/x/before.techmodel", "Place"), Recent("/x/after.techmodel", "Place")]
    model = RecentModel(look, [*twice, ONE])

    assert [row(model, n)[NAME] for n in range(3)] == [
        "Place · before",
        "Place · after",
        ONE.title,
    ]
