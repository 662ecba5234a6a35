"""The heat map's tree: keys, mouse, columns that scroll while two stay, copying."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from techmodel.core.checklist import KindId
from techmodel.session.organisations import Newcomer
from techmodel.ui.gaps.heat_head import wrapped
from techmodel.ui.gaps.heat_map import HeatMap
from techmodel.ui.gaps.heat_model import FIRST, NAME, TOGETHER
from techmodel.ui.gaps.picture import draw

TWENTY = tuple(
    Newcomer(f"Partner with a name of forty letters {n:02}", KindId("acute"), 1.0, f"Partner {n}")
    for n in range(20)
)


@pytest.fixture
def make_map(qtbot, look):
    def make(workspace, showing=None, width=672):
        session = workspace.session
        made = HeatMap(look, session.assessment().checklist)
        qtbot.addWidget(made)
        made.resize(width, 560)
        made.show()
        qtbot.waitExposed(made)
        made.show_picture(draw(session.assessment(), session.gaps()), showing, empty=False)
        qtbot.waitUntil(lambda: made.view.fitting > 0)
        return made

    return make


@pytest.fixture
def heat(make_map, known):
    return make_map(known)


@pytest.fixture
def many(make_map, make_workspace):
    return make_map(make_workspace(organisations=TWENTY))


def press(qtbot, heat, *keys):
    for key in keys:
        qtbot.keyClick(heat.view, key)


def at(heat):
    return heat.view.currentIndex()


def test_only_the_domain_furthest_from_target_is_open_at_first(make_map, sample_workspace):
    made = make_map(sample_workspace)
    picture = made.model.picture

    assert made.open_domains() == {picture.domains[picture.furthest].id}


def test_what_a_person_opened_stays_open(heat, known):
    heat.view.expand(heat.model.find("GOV"))
    heat.show_picture(draw(known.session.assessment(), known.session.gaps()), None, empty=False)

    assert "GOV" in heat.open_domains()


def test_focus_begins_at_the_first_domain(heat):
    heat.view.setFocus()

    assert at(heat) == heat.model.index(0, NAME)


def test_right_opens_a_domain_and_left_closes_it(qtbot, heat):
    heat.show_item("MED")
    press(qtbot, heat, Qt.Key.Key_Right)
    assert "MED" in heat.open_domains()

    press(qtbot, heat, Qt.Key.Key_Left)
    assert "MED" not in heat.open_domains()


def test_arrows_go_along_a_row_and_back_to_the_domain(qtbot, heat):
    heat.show_item("REC-01")
    press(qtbot, heat, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert at(heat) == heat.model.find("REC-01", FIRST)

    press(qtbot, heat, *[Qt.Key.Key_Left] * 3)
    assert at(heat) == heat.model.find("REC")


def test_arrows_stop_at_the_last_partner(qtbot, heat):
    heat.show_item("REC-01")
    press(qtbot, heat, *[Qt.Key.Key_Right] * 9)

    assert at(heat).column() == FIRST + 2


def test_enter_opens_the_card_of_the_partner_in_the_cell(qtbot, heat, ids):
    heat.show_item("REC-01")
    press(qtbot, heat, Qt.Key.Key_Right, Qt.Key.Key_Right)
    with qtbot.waitSignal(heat.card_wanted) as caught:
        press(qtbot, heat, Qt.Key.Key_Return)

    assert caught.args == ["REC-01", ids[0]]


def test_enter_on_a_name_opens_the_card_of_nobody_in_particular(qtbot, heat):
    heat.show_item("REC-01")
    with qtbot.waitSignal(heat.card_wanted) as caught:
        press(qtbot, heat, Qt.Key.Key_Return)

    assert caught.args == ["REC-01", ""]


def test_the_card_of_a_pair_that_is_not_asked_is_opened_for_nobody(qtbot, heat):
    index = heat.model.find("PHI-01", FIRST + 2)
    assert index.data() == "·"
    with qtbot.waitSignal(heat.card_wanted) as caught:
        heat.view.card_wanted.emit(index)

    assert caught.args == ["PHI-01", ""]


def test_enter_on_a_domain_opens_it(qtbot, heat):
    heat.show_item("MED")
    press(qtbot, heat, Qt.Key.Key_Space)

    assert "MED" in heat.open_domains()


def test_f1_asks_why(qtbot, heat):
    heat.show_item("REC-01")
    with qtbot.waitSignal(heat.view.why_wanted) as caught:
        press(qtbot, heat, Qt.Key.Key_F1)

    assert caught.args == [heat.model.find("REC-01")]


def test_down_goes_to_the_next_row(qtbot, heat):
    heat.show_item("REC-01")
    press(qtbot, heat, Qt.Key.Key_Down)

    assert heat.model.capability(at(heat)).id == "REC-02"


def click(qtbot, heat, item, column, button=Qt.MouseButton.LeftButton):
    heat.show_item(item)
    place = heat.view.visualRect(heat.model.find(item, column)).center()
    qtbot.mouseClick(heat.view.viewport(), button, pos=place)


def test_a_click_on_a_cell_opens_its_card(qtbot, heat, ids):
    with qtbot.waitSignal(heat.card_wanted) as caught:
        click(qtbot, heat, "REC-01", FIRST + 1)

    assert caught.args == ["REC-01", ids[1]]


@pytest.mark.parametrize(("item", "column"), [("REC-01", TOGETHER), ("REC", FIRST)])
def test_a_click_on_a_number_explains_it(qtbot, heat, item, column):
    with qtbot.waitSignal(heat.view.why_wanted):
        click(qtbot, heat, item, column)


def test_a_click_on_a_domain_opens_it_and_one_beside_the_rows_does_nothing(qtbot, heat):
    click(qtbot, heat, "UEC", NAME)
    assert "UEC" in heat.open_domains()

    before = heat.open_domains()
    with qtbot.assertNotEmitted(heat.card_wanted):
        click(qtbot, heat, "UEC-01", NAME, Qt.MouseButton.RightButton)
        qtbot.mouseClick(heat.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 9999))
    assert heat.open_domains() == before


def test_all_columns_fit_when_there_are_few(heat):
    assert heat.view.fitting == 3
    assert not heat._strip.isVisible()


def test_with_many_partners_the_first_two_columns_stay(many):
    view = many.view

    assert 0 < view.fitting < 20
    assert many._strip.isVisible()
    assert not view.isColumnHidden(NAME)
    assert not view.isColumnHidden(TOGETHER)
    assert sum(not view.isColumnHidden(FIRST + n) for n in range(20)) == view.fitting


def test_the_scroll_bar_moves_the_partners(many):
    many._bar.setValue(5)

    assert many.view.first == 5
    assert many.view.isColumnHidden(FIRST)
    assert not many.view.isColumnHidden(FIRST + 5)
    assert many._place.text() == f"Organisations 6 to {5 + many.view.fitting} of 20"


def test_arrows_bring_hidden_partners_into_view_and_back(qtbot, many):
    many.show_item("REC-01")
    press(qtbot, many, *[Qt.Key.Key_Right] * 21)
    assert not many.view.isColumnHidden(FIRST + 19)

    press(qtbot, many, *[Qt.Key.Key_Left] * 20)
    assert many.view.first == 0


def test_the_partner_shown_is_brought_into_view(make_map, make_workspace):
    workspace = make_workspace(organisations=TWENTY)
    last = workspace.session.assessment().scope[19].id
    made = make_map(workspace, showing=last)
    made.view.mark(FIRST + 19)

    assert not made.view.isColumnHidden(FIRST + 19)


def test_a_wider_place_shows_more_partners(qtbot, many):
    before = many.view.fitting
    many.resize(1100, 560)

    qtbot.waitUntil(lambda: many.view.fitting > before)


def test_copying_takes_all_of_it_also_what_is_closed(heat, known):
    rows = heat.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    record = next(line for line in lines if line.startswith("REC-01\t")).split("\t")

    assert rows == len(lines) - 1 == len(known.session.gaps().capabilities) + 10
    assert lines[0].split("\t")[:4] == ["Id", "Domain or capability", "Together", "Target"]
    assert record[2:] == ["1", "3", "3", "1", "?"]


def test_ctrl_c_asks_for_a_copy(qtbot, heat):
    with qtbot.waitSignal(heat.view.copy_wanted):
        qtbot.keyClick(heat.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_an_item_that_is_not_there_changes_nothing(heat):
    heat.show_item("REC-01")
    heat.show_item("XXX-01")

    assert heat.model.capability(at(heat)).id == "REC-01"


def test_level_cells_are_filled_with_the_colour_of_their_level(heat, look):
    heat.show_item("REC-01")
    area = heat.view.visualRect(heat.model.find("REC-01", FIRST + 1))
    picture = heat.view.viewport().grab().toImage()
    colour = picture.pixelColor(area.left() + 8, area.center().y())

    assert colour.name().upper() == look.palette.levels[1].fill


def test_the_column_of_the_partner_shown_is_tinted(make_map, known, ids, look):
    made = make_map(known, showing=ids[1])
    area = made.view.visualRect(made.model.find("GOV", FIRST + 1))
    picture = made.view.viewport().grab().toImage()

    assert picture.pixelColor(area.topLeft() + QPoint(2, 2)).name().upper() == look.palette.soft


def test_long_names_take_two_lines(make_map, known):
    made = make_map(known, width=460)
    made.show_item("REC-01")
    heights = {made.view.visualRect(made.model.find(i)).height() for i in ("REC", "REC-01")}

    assert len(heights) == 2


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("Care homes", 200, 1), ("Care homes", 45, 2), ("One two three four five six", 40, 3)],
)
def test_heads_wrap_on_up_to_three_lines(look, text, width, lines):
    made = wrapped(text, look.font(), width)

    assert len(made) == lines
    assert made[0].split()[0] == text.split()[0]
