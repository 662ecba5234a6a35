"""The gaps place as a whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from techmodel.core.answers import State, Value
from techmodel.core.checklist import KindId
from techmodel.session.organisations import Newcomer
from techmodel.ui.gaps.heat_model import TOGETHER
from techmodel.ui.gaps.lists import ListKind


@pytest.fixture
def page(show, sample_workspace):
    return show(sample_workspace)


@pytest.fixture
def homes(sample_workspace):
    scope = sample_workspace.session.assessment().scope
    return next(o.id for o in scope if o.kind == "care-home")


def choose(page, key):
    page._views.button(key).click()


def test_the_headline_answers_with_numbers(page):
    assert page.header.question == "Where are we below target, and what comes first?"
    assert "below target" in page.header.headline
    assert "Care homes are furthest away." in page.header.headline


def test_the_charts_answer_by_domain(page):
    choose(page, "bars")
    assert page.header.headline.endswith("furthest from target.")

    choose(page, "radar")
    assert page.left.currentWidget() is page.left.radar


def test_one_organisation_shown_changes_headline_map_and_list(page, sample_workspace, homes):
    sample_workspace.show_only(homes)

    assert page.header.headline.startswith("Hazelcombe Care Homes is below target in")
    assert page.left.heat.view._delegate.marked > TOGETHER
    assert page.right.list.filters.organisation == homes


def test_choosing_an_organisation_in_the_list_shows_it_everywhere(page, sample_workspace, homes):
    page.right.list.organisation_chosen.emit(homes)
    assert sample_workspace.showing == homes

    page.right.list.clear_filters()
    assert sample_workspace.showing is None


def test_an_answer_is_seen_at_once(page, sample_workspace):
    heat = page.left.heat
    pair = next(
        (c.id, o)
        for c in sample_workspace.session.gaps().capabilities
        for o, p in c.pairs.items()
        if p.state is State.LEVEL and p.provided_by is None and p.level < 5
    )
    before = page.right.list.model.rows
    assert sample_workspace.run(lambda s: s.answers.give(*pair, Value(State.LEVEL, 5)))

    index = heat.model.find(pair[0], 2 + [o.id for o in heat.model.picture.columns].index(pair[1]))
    assert index.data() == "5"
    assert page.right.list.model.rows is not before


def test_nothing_answered_shows_how_to_begin(show, workspace, qtbot):
    page = show(workspace)
    assert page.header.headline == "Not known yet: no answers so far."
    assert page.right.is_empty
    assert page.left.heat._note.isVisible()
    words = [b.text() for b in page.right._empty.buttons]
    assert words == ["Start answering", "Open the sample"]

    with qtbot.waitSignal(workspace.card_wanted) as caught:
        page.right._empty.buttons[0].click()
    assert caught.args == ["GOV-01", ""]
    with qtbot.waitSignal(page.sample_wanted):
        page.right._empty.buttons[1].click()


def test_the_first_answer_replaces_how_to_begin(show, workspace, ids, answer, qtbot):
    page = show(workspace)
    answer("REC-01", ids[0], 2)

    assert not page.right.is_empty
    assert page.right.list.isVisible()
    assert not page.left.heat._note.isVisible()


def test_everything_at_target_is_said_plainly(show, workspace):
    values = {
        (c.id, o): Value(State.LEVEL, 5)
        for c in workspace.session.gaps().capabilities
        for o in c.pairs
    }
    assert workspace.run(lambda s: s.answers.give_many(values))
    page = show(workspace)

    assert page.header.headline.startswith("None of 74 is below target.")
    assert page.right.list.model.rows == ()


def test_one_organisation_alone_is_not_called_the_weakest(show, make_workspace):
    alone = make_workspace(organisations=(Newcomer("Alone", KindId("acute")),))
    organisation = alone.session.assessment().scope[0].id
    assert alone.run(lambda s: s.answers.give("GOV-01", organisation, Value(State.LEVEL, 1)))
    page = show(alone)

    assert "furthest away" not in page.header.headline


def test_cards_are_opened_through_the_workspace(page, sample_workspace, homes, qtbot):
    with qtbot.waitSignal(sample_workspace.card_wanted) as caught:
        page.left.heat.card_wanted.emit("REC-01", homes)
    assert caught.args == ["REC-01", homes]

    sample_workspace.show_only(homes)
    with qtbot.waitSignal(sample_workspace.card_wanted) as caught:
        page.right.list.card_wanted.emit("REC-02")
    assert caught.args == ["REC-02", homes]


def test_a_number_of_the_map_explains_itself(page):
    heat = page.left.heat
    heat.view.why_wanted.emit(heat.model.find("REC", TOGETHER))

    assert page.why.isVisible()
    assert page.why.accessibleName().startswith("Why ")


def test_a_priority_explains_itself_with_all_that_wait(page, sample_workspace):
    most = max(sample_workspace.session.gaps().ranked, key=lambda c: len(c.blocked))
    page.right.list.select(most.id)
    page.right.list.table.why_wanted.emit(page.right.list.table.currentIndex().siblingAtColumn(0))

    assert page.why.accessibleName().startswith(f"Why rank {most.rank}?")
    assert page.why._more.text() == f"Show all {len(most.blocked)}"


@pytest.mark.parametrize("view", ["bars", "radar"])
def test_a_number_of_a_chart_explains_itself(page, view, qtbot):
    choose(page, view)
    table = page.left.front_chart().table
    table.setCurrentIndex(table.model().index(0, 3))
    qtbot.keyClick(table, Qt.Key.Key_F1)

    partner = page.left.heat.model.picture.columns[1]
    assert partner.name in page.why.accessibleName()


@pytest.mark.parametrize(
    ("kind", "title"), [("outliers", "Why level"), ("duties", "Why rank"), ("held", "Why ")]
)
def test_a_row_of_a_whole_list_explains_itself(page, qtbot, kind, title):
    page.show_item(kind)
    table = page.right.full.table
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_F1)

    assert page.why.accessibleName().startswith(title)


def test_lists_put_figures_at_the_right(page):
    page.show_item("outliers")
    model = page.right.full.model
    sides = [model.index(0, n).data(Qt.ItemDataRole.TextAlignmentRole) for n in range(5)]

    right = Qt.AlignmentFlag.AlignRight
    assert [bool(side & right) for side in sides] == [False, False, True, True, True]


def test_how_to_begin_follows_the_targets(show, workspace):
    page = show(workspace)
    first = page.right._empty
    page.refresh()
    assert page.right._empty is first

    assert workspace.run(lambda s: s.scope.change({"domains_out": ["GOV"]}))
    assert page.right._empty is not first


@pytest.mark.parametrize("kind", ListKind)
def test_a_whole_list_takes_the_place_of_the_ranked_gaps_until_left(page, kind, qtbot):
    page.show_item(kind.value)
    assert page.right.full.isVisible()
    assert page.right.full.kind is kind

    qtbot.keyClick(page.right.full, Qt.Key.Key_Escape)
    assert page.right.list.isVisible()


def test_a_list_in_view_follows_the_answers(page, sample_workspace):
    page.show_item("unknown")
    before = page.right.full.model.rowCount()
    pair = page.right.full.model.row(page.right.full.model.index(0, 0))
    said = Value(State.LEVEL, 2)
    assert sample_workspace.run(lambda s: s.answers.give(pair.capability, pair.organisation, said))

    assert page.right.full.model.rowCount() < before


def test_a_capability_can_be_brought_into_view(page):
    page.show_item("REC-06")

    assert page.left.heat.model.capability(page.left.heat.view.currentIndex()).id == "REC-06"


@pytest.mark.parametrize(
    ("view", "first"), [("heat", "Id"), ("bars", "Domain"), ("radar", "Domain")]
)
def test_copy_table_copies_what_is_in_front(page, view, first):
    choose(page, view)
    page._copy.click()

    assert QGuiApplication.clipboard().text().split("\t")[0] == first


def test_a_wide_window_shows_both_halves(page):
    assert page.left.isVisible()
    assert page.right.isVisible()
    assert not page._views.button("list").isVisible()


def test_a_narrow_window_shows_one_at_a_time(page, qtbot):
    page.resize(700, 640)
    assert page.left.isVisible()
    assert not page.right.isVisible()

    choose(page, "list")
    assert not page.left.isVisible()
    assert page.right.isVisible()
    page._copy.click()
    assert QGuiApplication.clipboard().text().startswith("Rank\t")

    page.resize(1366, 640)
    assert page.left.isVisible()
    assert page._views.key == "heat"


def test_a_moved_divider_keeps_its_share(page):
    page._splitter.moveSplitter(500, 1)
    page.resize(1600, 640)

    assert abs(page._splitter.sizes()[0] - 1600 * 500 / 1366) < 20


@pytest.mark.parametrize("view", ["heat", "bars", "radar"])
def test_everything_that_takes_the_focus_has_a_name(page, view, unnamed_focusables):
    choose(page, view)

    assert unnamed_focusables(page) == []


def test_panes_and_first_focus(page, show, workspace):
    page.focus_first()
    assert page.panes() == (page.left, page.right)
    assert page.focusWidget() is page.left.heat.view

    empty = show(workspace)
    empty.focus_first()
    assert empty.focusWidget() is empty.right._empty.buttons[0]


def test_a_small_place_shows_brief_panels(page, qtbot):
    page.resize(1366, 430)

    qtbot.waitUntil(lambda: page.right.panels._panels[ListKind.DUTIES]._brief)


def test_another_text_size_is_taken_up(page, look):
    look.choose_text(200)
    page.resize(1366, 640)

    assert page._views.button("list").isVisible()
    assert not page.grab().isNull()
