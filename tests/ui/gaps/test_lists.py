"""The full lists, and the panels that lead to them."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel

from techmodel.core.answers import State, Value
from techmodel.core.checklist import KindId
from techmodel.session.organisations import Newcomer
from techmodel.ui.gaps.list_model import ListModel
from techmodel.ui.gaps.list_pane import ListPane
from techmodel.ui.gaps.lists import ListKind, full_list, list_title
from techmodel.ui.gaps.panels import SHOWN, Panels
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.table import SORT_ROLE
from techmodel.wording.gaps_page import open_duties, open_pairs, outliers

TODAY = date(2026, 11, 26)


@pytest.fixture
def seen(sample_workspace):
    session = sample_workspace.session
    return session.assessment(), session.gaps(), TODAY


@pytest.mark.parametrize("kind", ListKind)
def test_a_list_has_as_many_texts_and_sort_keys_as_heads(seen, kind):
    shown = full_list(kind, *seen)

    assert shown.rows
    assert {len(r.texts) for r in shown.rows} == {len(shown.heads)}
    assert {len(r.sort) for r in shown.rows} == {len(shown.heads)}
    assert shown.title == list_title(kind, len(shown.rows))


def test_duties_are_sorted_by_their_dates(seen):
    shown = full_list(ListKind.DUTIES, *seen)
    whens = {r.capability: r.sort[1] for r in shown.rows}

    assert [r.capability for r in shown.rows] == [c.id for c in open_duties(seen[1])]
    for gap in open_duties(seen[1]):
        assert (whens[gap.id] == 10**7) is (gap.duty.date is None)


def test_outliers_stand_beside_what_the_partners_reach_together(seen):
    shown = full_list(ListKind.OUTLIERS, *seen)
    first = shown.rows[0]
    gap = seen[1].of(first.capability)

    assert [(r.capability, r.organisation) for r in shown.rows] == list(outliers(seen[1]))
    assert first.texts[2] == str(gap.pairs[first.organisation].level)


def test_what_is_not_known_names_who_could_settle_it(seen):
    shown = full_list(ListKind.UNKNOWN, *seen)
    names = {o.id: o.name for o in seen[0].organisations}

    for row, pair in zip(shown.rows, open_pairs(seen[1]), strict=True):
        assert row.tips[0] == names[pair.settler]
        assert row.organisation == pair.organisation


def test_held_back_says_why_also_of_what_nobody_provides(make_workspace):
    alone = make_workspace(organisations=(Newcomer("Alone", KindId("acute")),))
    session = alone.session
    shown = full_list(ListKind.HELD, session.assessment(), session.gaps(), TODAY)
    nobody = [r for r in shown.rows if r.texts[1].startswith("Needed, but nobody")]

    assert len(nobody) == len(session.gaps().unprovided) > 0


@pytest.mark.parametrize(
    ("kind", "count", "title"),
    [
        (ListKind.DUTIES, 1, "1 duty open"),
        (ListKind.OUTLIERS, 20, "20 outliers"),
        (ListKind.UNKNOWN, 1025, "1,025 not known"),
        (ListKind.HELD, 2, "2 targets out of reach"),
    ],
)
def test_a_title_counts(kind, count, title):
    assert list_title(kind, count) == title


@pytest.fixture
def model(seen):
    made = ListModel()
    made.show(full_list(ListKind.UNKNOWN, *seen))
    return made


def test_the_model_keeps_the_rules_of_models(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)


def test_an_empty_model_shows_nothing():
    empty = ListModel()

    assert (empty.rowCount(), empty.columnCount()) == (0, 0)
    assert empty.row(QModelIndex()) is None
    assert empty.headerData(0, Qt.Orientation.Horizontal) is None


def test_the_model_shows_short_names_and_tells_the_whole_ones(model, seen):
    row = full_list(ListKind.UNKNOWN, *seen).rows[0]
    cell = model.index(0, 0)

    assert cell.data() == row.texts[0]
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == row.tips[0]
    assert cell.data(SORT_ROLE) == row.sort[0]
    assert cell.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


@pytest.fixture
def pane(qtbot, look, seen):
    made = ListPane(look)
    qtbot.addWidget(made)
    made.resize(527, 300)
    made.show()
    qtbot.waitExposed(made)
    made.show_list(full_list(ListKind.OUTLIERS, *seen))
    return made


def test_a_row_opens_its_card(pane, seen, qtbot):
    row = full_list(ListKind.OUTLIERS, *seen).rows[1]
    pane.table.setFocus()
    pane.table.setCurrentIndex(pane.table.model().index(1, 0))
    with qtbot.waitSignal(pane.card_wanted) as caught:
        qtbot.keyClick(pane.table, Qt.Key.Key_Return)

    assert caught.args == [row.capability, row.organisation]


def test_no_row_opens_nothing(pane, qtbot):
    with qtbot.assertNotEmitted(pane.card_wanted):
        pane.table.activated.emit(QModelIndex())


def test_esc_and_the_link_go_back(pane, qtbot):
    for go in (lambda: qtbot.keyClick(pane, Qt.Key.Key_Escape), pane._back.click):
        with qtbot.waitSignal(pane.closed):
            go()
    with qtbot.assertNotEmitted(pane.closed):
        qtbot.keyClick(pane, Qt.Key.Key_A)


def test_another_list_has_its_own_heads(pane, seen):
    pane.show_list(full_list(ListKind.DUTIES, *seen))

    assert pane.kind is ListKind.DUTIES
    assert pane.model.headerData(1, Qt.Orientation.Horizontal) == "Due"
    assert pane.table.accessibleName() == pane._title.text()


@pytest.fixture
def panels(qtbot):
    made = Panels()
    qtbot.addWidget(made)
    made.resize(527, 220)
    made.show()
    qtbot.waitExposed(made)
    return made


def told(panels, kind):
    return [w.text() for w in panels._panels[kind].findChildren(QLabel) if w.isVisible()]


def test_a_panel_counts_all_and_names_three(panels, seen):
    panels.show_gaps(*seen)
    duties = open_duties(seen[1])
    shown = told(panels, ListKind.DUTIES)

    assert shown[0] == f"{len(duties)} duties open"
    assert len(shown) == 1 + 2 * SHOWN


def test_who_could_settle_most_stands_first(panels, seen):
    panels.show_gaps(*seen)
    shown = told(panels, ListKind.UNKNOWN)
    counts = [int(name.rsplit(", ", 1)[1]) for name in shown[1::2]]

    assert counts == sorted(counts, reverse=True)


def test_links_lead_to_the_whole_lists(panels, seen, qtbot):
    panels.show_gaps(*seen)
    links = [link for link in panels.findChildren(LinkButton) if link.isVisible()]
    wanted = []
    panels.list_wanted.connect(wanted.append)
    for link in links:
        link.click()

    assert set(wanted) == {kind.value for kind in ListKind}


def test_nothing_to_tell_is_told_in_words(panels, workspace):
    session = workspace.session
    values = {
        (c.id, o): Value(State.LEVEL, 5) for c in session.gaps().capabilities for o in c.pairs
    }
    assert workspace.run(lambda s: s.answers.give_many(values))
    panels.show_gaps(session.assessment(), session.gaps(), TODAY)

    assert told(panels, ListKind.DUTIES) == ["0 duties open", "No duty has a gap"]
    assert told(panels, ListKind.OUTLIERS) == ["0 outliers", "Nobody is far behind"]
    assert told(panels, ListKind.UNKNOWN) == ["0 not known", "Everything is known"]


def test_brief_panels_keep_titles_and_links(panels, seen):
    panels.show_gaps(*seen)
    panels.show_brief(brief=True)

    assert len(told(panels, ListKind.OUTLIERS)) == 1
    assert panels._panels[ListKind.OUTLIERS]._link.isVisible()
    panels.show_gaps(*seen)
    assert len(told(panels, ListKind.OUTLIERS)) == 1
