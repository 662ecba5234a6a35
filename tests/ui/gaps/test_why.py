"""The pop-up that explains a number, and which explanation belongs to which cell."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from techmodel.ui.gaps.explaining import explain_gap_cell, explain_heat_cell
from techmodel.ui.gaps.gap_model import CAPABILITY, GAP, LEVEL, PRIORITY, RANK, WEEKS
from techmodel.ui.gaps.heat_model import FIRST, NAME, TOGETHER, HeatModel
from techmodel.ui.gaps.picture import draw
from techmodel.ui.widgets.why import WhyPopup
from techmodel.wording.explain import Explanation, Line

TOLD = Explanation(
    "Why rank 5?", (Line("Its own gap", "2.0"), Line("Priority", "1.00")), "Waiting."
)


@pytest.fixture
def room(qtbot):
    """A window of 600 x 400 with one button that owns the number."""
    made = QWidget()
    made.owner = QPushButton("1.00")
    QVBoxLayout(made).addWidget(made.owner)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.owner.setFocus()
    return made


@pytest.fixture
def popup(room, look):
    return WhyPopup(look, room)


NEAR = QRect(500, 40, 60, 20)


def explain(popup, room, near=NEAR, told=TOLD):
    popup.explain(told, near, room.owner)
    return popup


def said(popup):
    return [label.text() for label in popup.findChildren(QLabel) if label.isVisibleTo(popup)]


def test_it_shows_title_lines_and_note(popup, room):
    explain(popup, room)

    assert {"Why rank 5?", "Its own gap", "2.0", "Priority", "1.00", "Waiting."} <= set(
        said(popup)
    )


def test_it_is_read_out_whole(popup, room):
    explain(popup, room)

    assert popup.accessibleName() == "Why rank 5?. Its own gap: 2.0. Priority: 1.00. Waiting."


def test_it_takes_the_focus_and_gives_it_back(popup, room, qtbot):
    explain(popup, room)
    qtbot.waitUntil(popup.hasFocus)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)

    assert not popup.isVisible()
    qtbot.waitUntil(room.owner.hasFocus)


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Return])
def test_the_key_that_opened_it_closes_it(popup, room, qtbot, key):
    explain(popup, room)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    assert popup.isVisible()

    qtbot.keyClick(popup, key)
    assert not popup.isVisible()


def test_leaving_it_closes_it(popup, room, qtbot):
    explain(popup, room)
    qtbot.waitUntil(popup.hasFocus)
    room.owner.setFocus()

    qtbot.waitUntil(lambda: not popup.isVisible())


def test_its_own_buttons_do_not_count_as_leaving(popup, room, qtbot):
    explain(popup, room)
    qtbot.waitUntil(popup.hasFocus)
    popup._close.setFocus()
    qtbot.waitUntil(popup._close.hasFocus)

    assert popup.isVisible()


@pytest.mark.parametrize(
    "near", [QRect(500, 40, 60, 20), QRect(0, 370, 40, 20), QRect(0, 0, 5, 5)]
)
def test_it_stays_inside_its_page(popup, room, near):
    explain(popup, room, near)

    assert room.rect().contains(popup.geometry())
    assert not popup.geometry().intersects(near)


def test_more_lines_than_fit_scroll(popup, room):
    many = Explanation("Why?", tuple(Line(f"Line {n}", "1") for n in range(40)))
    explain(popup, room, told=many)

    assert popup.height() <= room.height()
    assert not popup._note.isVisibleTo(popup)


def test_another_explanation_takes_the_place_of_the_last(popup, room):
    explain(popup, room)
    explain(popup, room, told=Explanation("Why 50%?", (Line("Reached", "50%"),)))

    assert "Its own gap" not in said(popup)
    assert "Reached" in said(popup)


def test_all_that_wait_are_shown_when_asked_for(popup, room):
    explain(popup, room)
    ids = [f"REC-{n:02}" for n in range(9)]
    popup.offer_all(ids)
    assert popup._more.text() == "Show all 9"

    popup._more.click()
    assert popup._note.text().endswith("REC-07 and REC-08.")
    assert not popup._more.isVisible()


@pytest.fixture
def seen(sample_workspace):
    session = sample_workspace.session
    return session.assessment(), session.gaps()


@pytest.mark.parametrize(
    ("item", "column", "title"),
    [
        ("REC", TOGETHER, "Why "),
        ("REC", FIRST, "Why "),
        ("REC-01", NAME, "Why target"),
        ("REC-01", TOGETHER, "Why level"),
        ("REC-01", FIRST, "Why level"),
    ],
)
def test_each_cell_of_the_heat_map_has_its_question(seen, item, column, title):
    model = HeatModel()
    model.show(draw(*seen))
    told = explain_heat_cell(*seen, model, model.find(item, column))

    assert told.title.startswith(title)
    assert told.lines


def test_a_share_of_one_partner_names_it(seen):
    model = HeatModel()
    model.show(draw(*seen))
    told = explain_heat_cell(*seen, model, model.find("REC", FIRST))

    assert seen[0].scope[0].name in told.lines[-1].text


@pytest.mark.parametrize(
    ("column", "title"),
    [
        (RANK, "Why rank 1?"),
        (PRIORITY, "Why rank 1?"),
        (LEVEL, "Why level"),
        (GAP, "Why gap"),
        (WEEKS, "Why gap"),
        (CAPABILITY, "Why target"),
    ],
)
def test_each_cell_of_the_list_has_its_question(seen, column, title):
    first = seen[1].ranked[0]

    assert explain_gap_cell(*seen, first.id, column, None).title.startswith(title)


def test_levels_of_one_partner_are_explained_as_its_own(seen):
    first = seen[1].ranked[0]
    partner = next(o for o in seen[0].scope if o.id in first.pairs)
    told = explain_gap_cell(*seen, first.id, LEVEL, partner.id)

    assert any(partner.name in line.text or "Provided" in line.text for line in told.lines)
