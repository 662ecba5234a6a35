"""Organisations of one name, the rule, the lists, other levels, notes, and little room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.journeys.window_checks import can_have_focus, faults, in_reading_order

from techmodel.core.checklist import CapabilityId, KindId
from techmodel.core.merge_parts import Choice
from techmodel.session.organisations import Newcomer
from techmodel.ui.look import Theme
from techmodel.ui.merge.card import breakable
from techmodel.ui.merge.levels import Levels
from techmodel.ui.merge.list_model import ListModel, Row
from techmodel.ui.merge.table_pane import TextModel

HILL = "Hilltop Surgery"


def states(page):
    return [row.state for row in page.parts.list.model.rows]


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.window().focusWidget() or page, key)


@pytest.fixture
def named(rooms, show):
    """Both rooms add an organisation of one name and answer for it; one thing differs besides."""
    for session, weight, level in ((rooms.here, 1.0, 2), (rooms.there, 2.0, 3)):
        session.organisations.add([Newcomer(HILL, KindId("gp"), weight)])
        rooms.ids = tuple(o.id for o in session.assessment().organisations)
        rooms.answer(session, "GOV-01", level, who=3)
    rooms.differ("REC-06", 2, 1)
    return show()


def test_an_organisation_both_added_is_asked_about_first(named):
    cards = named.parts.right.cards

    assert cards._title.text() == f"Both files added “{HILL}”. One organisation or two?"
    assert "Recorded: 1 answer" in cards.theirs.accessibleName()
    assert "Weight: 2" in cards.theirs.accessibleName()
    assert cards.ours.button.isHidden()
    assert named.headline().startswith("2 things")


def test_one_organisation_brings_what_both_answered_for_it(named):
    press(named, Qt.Key.Key_Left)

    assert states(named)[0] == "Settled: one"
    assert len(states(named)) == 4
    assert named.header.headline.startswith("4 things")


def test_two_organisations_stay_apart(named):
    named.parts.right.cards.two.click()
    press(named, Qt.Key.Key_Return, Qt.Key.Key_Left)
    named.parts.foot.finish.click()
    names = [o.name for o in named.workspace.session.assessment().organisations]

    assert states(named) == ["Settled: two", "Settled: ours"]
    assert names[-2:] == [HILL, f"{HILL} (2)"] or names[-2:] == [f"{HILL} (2)", HILL]


def test_keys_for_answers_leave_the_question_of_names_alone(named):
    press(named, Qt.Key.Key_3, Qt.Key.Key_P)

    assert states(named)[0] == "Choose"


def test_the_name_is_open_again(named):
    press(named, Qt.Key.Key_Left)
    named.parts.right.cards.again.click()

    assert states(named) == ["Choose", "Choose"]


def test_the_rule_shows_what_it_would_settle_and_leaves_names(named, rooms):
    press(named, Qt.Key.Key_Left)
    named.parts.right.cards.again.click()
    named.parts.list.rule_wanted.emit()

    assert "one or two is not settled by a rule" in named.parts.right.rule._text.text()


def test_the_rule_settles_the_rest(page):
    press(page, Qt.Key.Key_Left)
    page.parts.list.rule.click()
    rule = page.parts.right.rule
    shown = rule.model.rows[-1][1:]
    rule.buttons[1].click()

    assert shown == ("REC-06, Riverside Trust", "2 Viewable", "1 Standalone")
    assert rule.buttons[0].text() == "Keep ours for all 2"
    assert states(page) == ["Settled: ours", "Settled: theirs", "Settled: theirs"]
    assert page.parts.foot.finish.hasFocus()


def test_the_rule_is_taken_back(page):
    page.parts.list.rule.click()
    page.parts.right.rule.buttons[0].click()
    offered = page.parts.list.rule_back.isVisible(), page.parts.list.rule.isVisible()
    page.parts.list.rule_back.click()

    assert offered == (True, False)
    assert states(page) == ["Choose"] * 3


def test_a_rule_beside_an_open_name_goes_back_to_the_list(named):
    named._on_rule(Choice.OURS)

    assert named.parts.list.list.hasFocus()


@pytest.mark.parametrize(
    ("number", "title", "first"),
    [
        (0, "Changed only there: 2", ("Riverside Trust", "Not answered", "3 Structured")),
        (1, "Changed only here: 2", ("Riverside Trust", "Not answered", "2 Viewable")),
        (2, "Changed alike in both: 1", ("Riverside Trust", "Not answered", "1 Standalone")),
    ],
)
def test_each_count_shows_what_it_counts(page, number, title, first):
    page.parts.list._counts[number][1].click()
    changes = page.parts.right.changes

    assert changes._title.text() == title
    assert changes.model.rows[0][1:4] == first
    assert changes.table.hasFocus()


def test_the_way_back_from_a_list_leads_to_the_cards(page):
    page.parts.list._counts[0][1].click()
    press(page, Qt.Key.Key_Escape)

    assert page.parts.right.compares
    assert page.parts.list.list.hasFocus()
    page.parts.list._counts[0][1].click()
    page.parts.right.changes.back.click()
    assert page.parts.right.compares


def test_choosing_keys_do_nothing_while_a_list_is_shown(page):
    page.parts.list._counts[0][1].click()
    press(page, Qt.Key.Key_3, Qt.Key.Key_P)

    assert states(page) == ["Choose"] * 3


def test_times_are_sorted_as_times(page):
    page.parts.list._counts[0][1].click()
    table = page.parts.right.changes.table
    table.sortByColumn(4, Qt.SortOrder.DescendingOrder)

    assert table.model().index(0, 0).data().startswith("INF-03")


def test_another_level_is_chosen_from_its_wordings(page):
    page.parts.right.cards.another.click()
    levels = page.findChild(Levels)
    names = [b.accessibleName() for b in levels.buttons]
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert names[1].startswith("1 Standalone. ")
    assert states(page)[0] == "Settled: level 1"
    assert page.parts.right.cards._settled.text() == "Settled: level 1"


@pytest.mark.parametrize("key", [Qt.Key.Key_4, Qt.Key.Key_Escape])
def test_the_levels_take_a_digit_or_close(page, key):
    page.parts.right.cards.another.click()
    press(page, key, Qt.Key.Key_Up)

    assert page.parts.right.cards.levels.isHidden()
    assert states(page)[0] == ("Settled: level 4" if key == Qt.Key.Key_4 else "Choose")


def test_a_click_chooses_a_level_and_leaving_closes_them(page, qtbot):
    page.parts.right.cards.another.click()
    page.findChild(Levels).buttons[5].click()
    page.parts.right.cards.another.click()
    levels = page.parts.right.cards.levels
    page.parts.list.list.setFocus()

    assert states(page)[0] == "Settled: level 5"
    qtbot.waitUntil(levels.isHidden)


def test_going_on_puts_the_levels_away(page):
    page.parts.right.cards.another.click()
    levels = page.parts.right.cards.levels
    page.parts.go(1)

    assert levels.isHidden()


@pytest.fixture
def noted(rooms, show):
    """The rooms agree on a level and differ in their notes; and a target."""
    pair = CapabilityId("GOV-01"), rooms.ids[0]
    for session, note in ((rooms.here, "Our note."), (rooms.there, "Their note.")):
        session.answers.note(*pair, note)
    rooms.here.targets.aim(CapabilityId("REC-06"), 2, "Enough for now", owner="Board")
    rooms.there.targets.aim(CapabilityId("REC-06"), 4, "The duty asks for it")
    return show()


def test_two_notes_can_both_stay(noted):
    cards = noted.parts.right.cards
    line, offered = cards._line.text(), cards.another.isHidden()
    cards.both.click()
    press(noted, Qt.Key.Key_5, Qt.Key.Key_Return, Qt.Key.Key_Right)
    noted.parts.foot.finish.click()
    held = noted.workspace.session.assessment()

    assert offered
    assert line.endswith("neither had a note")
    assert next(iter(held.answers.values())).note == "Our note.\n\nTheir note."
    assert held.overrides[CapabilityId("REC-06")].level == 4


def test_two_notes_too_long_together_cannot_both_stay(rooms, show):
    pair = CapabilityId("GOV-01"), rooms.ids[0]
    for session, note in ((rooms.here, "x " * 5_000), (rooms.there, "y " * 5_001)):
        session.answers.note(*pair, note)
    page = show()
    page._on_both()

    assert page.parts.right.cards.both.isHidden()
    assert states(page) == ["Choose"]


def test_a_target_is_neither_parked_nor_given_another_level(noted):
    noted.parts.go(1)
    press(noted, Qt.Key.Key_P, Qt.Key.Key_3)
    cards = noted.parts.right.cards

    assert states(noted)[1] == "Choose"
    assert cards.park.isHidden()
    assert cards.another.isHidden()
    assert cards.ours.button.text() == "Keep target 2"


def test_where_there_is_no_room_for_both_the_list_makes_way(page):
    page.resize(600, 680)
    cards = page.parts.list.isVisible(), page.parts.right.isVisible()
    page.parts.right.cards.to_list.click()
    listing = page.parts.list.isVisible(), page.parts.right.isVisible()
    QTest.mouseClick(
        page.parts.list.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.parts.list.list.visualRect(page.parts.list.model.index(1)).center(),
    )

    assert (cards, listing) == ((False, True), (True, False))
    assert page.parts.right.isVisible()
    assert page.parts.right.cards._title.text() == page.parts.list.model.rows[1].name


def test_the_first_focus_is_on_a_card_where_the_list_is_not_shown(rooms, show):
    rooms.differ("REC-06", 2, 1)
    page = show(width=600)

    assert page.parts.right.cards.ours.button.hasFocus()
    press(page, Qt.Key.Key_3)
    assert page.settling.left == 0


@pytest.mark.parametrize("size", [(1198, 680), (850, 640), (620, 560)])
def test_nothing_is_cut_too_small_or_without_a_name(page, qapp, size):
    page.resize(*size)
    for _ in range(3):  # one line of the foot becomes two
        qapp.processEvents()

    assert faults(page) == []


@pytest.mark.parametrize("width", [940, 722, 520])
def test_no_card_is_cut_at_the_right(page, qapp, width):
    page.resize(width, 400)
    for _ in range(3):
        qapp.processEvents()
    cards = page.parts.right.cards

    assert cards.widget().width() <= cards.viewport().width()


def test_every_thing_is_read_from_its_beginning(page, qtbot):
    page.resize(520, 400)
    bar = page.parts.right.cards.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.parts.go(2)

    qtbot.waitUntil(lambda: bar.value() == 0)


def test_long_words_and_notes_scroll_inside_their_card(rooms, show, qapp):
    pair = CapabilityId("GOV-01"), rooms.ids[0]
    for session, note in ((rooms.here, "x" * 9000), (rooms.there, "long words " * 900)):
        session.answers.note(*pair, note)
    page = show()
    qapp.processEvents()
    cards = page.parts.right.cards

    assert cards.ours.area.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert cards.ours.width() == pytest.approx(cards.theirs.width(), abs=1)
    assert cards.ours.button.visibleRegion().boundingRect() == cards.ours.button.rect()


def test_a_scrolling_card_leaves_the_keys_that_settle_to_the_page(rooms, show, qapp):
    pair = CapabilityId("GOV-01"), rooms.ids[0]
    for session, note in ((rooms.here, "x " * 9000), (rooms.there, "y " * 9000)):
        session.answers.note(*pair, note)
    page = show()
    qapp.processEvents()
    page.parts.right.cards.ours.area.setFocus()
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Right)

    assert page.parts.right.cards.ours.area.verticalScrollBar().value() > 0
    assert states(page) == ["Settled: theirs"]


def test_tab_goes_as_one_reads(page):
    order = [w for w in in_reading_order(page) if can_have_focus(w)]
    page.parts.list.list.setFocus()
    at = order.index(page.parts.list.list)
    for widget in order[at + 1 :]:
        press(page, Qt.Key.Key_Tab)

        assert widget.hasFocus(), widget


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.HIGH_CONTRAST])
def test_other_themes_and_sizes_paint(page, look, theme):
    look.choose_theme(theme)
    look.choose_text(150)
    picture = page.grab()

    assert not picture.isNull()
    assert page.parts.list.list.maximumHeight() == 3 * look.px(52)


def test_the_lists_are_sound_models(qtmodeltester):
    rows = ListModel()
    rows.show([Row("A", "B", "Choose", settled=False)])
    texts = TextModel(["One", "Two"])
    texts.show([("a", "b")])

    qtmodeltester.check(rows)
    qtmodeltester.check(texts)


def test_long_words_may_be_broken():
    assert breakable("a" * 24) == "a" * 24
    assert breakable("short words") == "short words"
    assert breakable("a" * 30) == "a" * 24 + "\u200b" + "a" * 6
