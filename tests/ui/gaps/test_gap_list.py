"""The ranked gaps: rows, filters, keys."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from techmodel.core.checklist import KindId
from techmodel.session.organisations import Newcomer
from techmodel.ui.gaps.gap_list import GapList
from techmodel.ui.gaps.gap_model import (
    CAPABILITY,
    DOMAIN,
    GAP,
    LEVEL,
    PRIORITY,
    RANK,
    ROW,
    WEEKS,
    GapModel,
)
from techmodel.ui.gaps.ranked import Filters, ranked_rows


def rows(workspace, **filters):
    session = workspace.session
    return ranked_rows(session.assessment(), session.gaps(), Filters(**filters))


@pytest.fixture
def sample(sample_workspace):
    return sample_workspace


@pytest.fixture
def homes(sample):
    return next(o.id for o in sample.session.assessment().scope if o.kind == "care-home")


@pytest.fixture
def shown(qtbot, look, sample):
    made = GapList(look)
    qtbot.addWidget(made)
    made.resize(527, 400)
    made.show()
    qtbot.waitExposed(made)
    made.show_gaps(sample.session.assessment(), sample.session.gaps(), None)
    return made


def test_rows_come_by_rank_with_duties_first(sample):
    found = rows(sample)
    duties = [r.rank for r in found if r.duty]

    assert [r.rank for r in found] == list(range(1, len(found) + 1))
    assert duties == list(range(1, len(duties) + 1))


def test_a_filter_of_duties_leaves_duties(sample):
    assert {r.duty is None for r in rows(sample, duty=True)} == {False}


def test_certain_leaves_what_is_surely_below_target(sample):
    assert min(r.gap.low for r in rows(sample, certain=True)) > 0


def test_a_domain_leaves_its_capabilities(sample):
    assert {r.id[:3] for r in rows(sample, domain="REC")} == {"REC"}


def test_an_organisation_leaves_where_it_is_or_may_be_below_target(sample, homes):
    gaps = sample.session.gaps()
    found = rows(sample, organisation=homes)
    levels = [(gaps.of(r.id).pairs[homes].level, gaps.of(r.id).target.level) for r in found]

    assert found
    assert all(level is None or level < target for level, target in levels)


def test_a_row_of_an_organisation_shows_its_own_level_and_gap(sample, homes):
    gaps = sample.session.gaps()
    found = {r.id: r for r in rows(sample, organisation=homes)}
    known = next(r for r in found.values() if gaps.of(r.id).pairs[homes].level is not None)
    unknown = next(r for r in found.values() if gaps.of(r.id).pairs[homes].level is None)

    assert known.level == str(gaps.of(known.id).pairs[homes].level)
    assert known.gap.certain
    assert (unknown.level, unknown.gap.low, unknown.gap.high) == ("?", 0, unknown.target)


def test_certain_of_an_organisation_leaves_its_known_levels(sample, homes):
    assert "?" not in {r.level for r in rows(sample, organisation=homes, certain=True)}


def test_a_level_of_which_nothing_is_known_is_a_dash(workspace):
    assert {r.level for r in rows(workspace)} == {"–"}


def test_a_row_is_read_out_whole(sample):
    first = rows(sample)[0]

    assert first.words.startswith(f"Rank 1, {first.name}, statutory duty")
    assert first.words.endswith(f"priority {first.priority_text}")


@pytest.fixture
def model(sample):
    made = GapModel()
    made.show(rows(sample), own=False)
    return made


def test_the_model_keeps_the_rules_of_models(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)


def test_the_model_knows_its_rows(model, sample):
    first = rows(sample)[0]

    assert model.find(first.id).row() == 0
    assert not model.find("XXX-01").isValid()
    assert model.data(QModelIndex()) is None
    assert model.index(0, RANK).data(ROW) == first
    assert model.index(0, RANK).data(Qt.ItemDataRole.AccessibleTextRole) == first.words
    assert model.index(0, DOMAIN).data() == first.domain


def test_tips_tell_the_duty(model, sample):
    index = model.find(rows(sample)[0].id)

    assert rows(sample)[0].duty.name in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_heads_say_whose_level_it_is(model, sample, homes):
    across = Qt.Orientation.Horizontal
    assert model.headerData(LEVEL, across) == "Level"

    model.show(rows(sample, organisation=homes), own=True)
    assert model.headerData(LEVEL, across) == "Its level"
    assert model.headerData(WEEKS, across) == "Weeks"
    assert model.headerData(LEVEL, Qt.Orientation.Vertical) is None
    assert model.headerData(LEVEL, across, Qt.ItemDataRole.DecorationRole) is None


def test_the_same_rows_keep_the_selection(model, sample, qtbot):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(rows(sample), own=False)


def test_columns_are_sorted_by_their_numbers(shown):
    shown.table.sortByColumn(PRIORITY, Qt.SortOrder.DescendingOrder)
    numbers = [shown.row(shown.table.model().index(n, 0)).priority for n in range(5)]

    assert numbers == sorted(numbers, reverse=True)
    shown.table.sortByColumn(GAP, Qt.SortOrder.DescendingOrder)
    assert shown.row(shown.table.model().index(0, 0)).gap.high >= 3


def test_toggles_count_and_filter(shown, sample):
    total = len(rows(sample))
    duties = len(rows(sample, duty=True))
    shown.duty.click()

    assert shown.duty.text() == f"Duty {duties}"
    assert len(shown.model.rows) == duties
    assert shown._title.text() == f"{duties} of {total} ranked gaps"


def test_filters_are_cleared_together(shown, sample):
    shown.duty.click()
    shown.domain.setCurrentIndex(1)
    shown.domain.activated.emit(1)
    shown._clear.click()

    assert shown.filters == Filters()
    assert len(shown.model.rows) == len(rows(sample))
    assert not shown._clear.isVisible()


def test_clearing_lets_go_of_the_organisation_too(shown, sample, homes, qtbot):
    shown.show_gaps(sample.session.assessment(), sample.session.gaps(), homes)
    assert shown.organisation.currentData() == homes
    with qtbot.waitSignal(shown.organisation_chosen) as caught:
        shown._clear.click()

    assert caught.args == [""]


def test_choosing_an_organisation_is_told(shown, homes, qtbot):
    place = shown.organisation.findData(homes)
    with qtbot.waitSignal(shown.organisation_chosen) as caught:
        shown.organisation.setCurrentIndex(place)
        shown.organisation.activated.emit(place)

    assert caught.args == [homes]


def test_one_organisation_alone_needs_no_filter_of_organisations(qtbot, look, make_workspace):
    workspace = make_workspace(organisations=(Newcomer("Alone", KindId("acute")),))
    made = GapList(look)
    qtbot.addWidget(made)
    made.show_gaps(workspace.session.assessment(), workspace.session.gaps(), None)

    assert not made.organisation.isVisibleTo(made)


def test_enter_opens_the_card(shown, sample, qtbot):
    shown.table.setFocus()
    shown.select(rows(sample)[2].id)
    with qtbot.waitSignal(shown.card_wanted) as caught:
        qtbot.keyClick(shown.table, Qt.Key.Key_Return)

    assert caught.args == [rows(sample)[2].id]


def test_f1_asks_why_and_leaves_other_keys_alone(shown, sample, qtbot):
    shown.select(rows(sample)[0].id)
    with qtbot.waitSignal(shown.why_wanted):
        qtbot.keyClick(shown.table, Qt.Key.Key_F1)
    with qtbot.assertNotEmitted(shown.why_wanted):
        qtbot.keyClick(shown.table, Qt.Key.Key_Down)

    assert shown.table.currentIndex().row() == 1


def click(qtbot, shown, column):
    area = shown.table.visualRect(shown.table.model().index(1, column))
    qtbot.mouseClick(shown.table.viewport(), Qt.MouseButton.LeftButton, pos=area.center())


def test_a_click_on_a_priority_asks_why(shown, qtbot):
    with qtbot.waitSignal(shown.why_wanted):
        click(qtbot, shown, PRIORITY)
    with qtbot.assertNotEmitted(shown.why_wanted):
        click(qtbot, shown, GAP)


def test_a_click_on_a_name_opens_its_card(shown, sample, qtbot):
    with qtbot.waitSignal(shown.card_wanted) as caught:
        click(qtbot, shown, CAPABILITY)

    assert caught.args == [rows(sample)[1].id]


def test_copying_takes_heads_and_figures(shown, sample):
    shown.table.clearSelection()
    shown.table.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    first = rows(sample)[0]

    assert lines[0].split("\t") == ["Rank", "Capability", "Level", "Gap", "Weeks", "Priority"]
    assert lines[1].split("\t")[:3] == ["1", first.name, f"{first.level} of {first.target}"]


def test_a_narrow_list_does_without_weeks(shown, qtbot):
    shown.resize(400, 400)

    qtbot.waitUntil(lambda: shown.table.isColumnHidden(WEEKS))


def test_every_control_has_a_name(shown, unnamed_focusables):
    assert unnamed_focusables(shown) == []
