"""Answering for several organisations: the matrix, typed rows, the same for others."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from techmodel.core.answers import State, Value
from techmodel.core.checklist import KindId
from techmodel.session.organisations import Newcomer
from techmodel.ui import ask
from techmodel.ui.checklist.matrix_head import _fitted
from techmodel.ui.look import Size, Weight

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def levels(page):
    """What each organisation in hand or not answered for the capability shown, in order."""
    assessment, capability = page.workspace.session.assessment(), page.place.capability
    asked = page._picture.partners(capability)
    return [assessment.value(capability, o.id).level for o in asked]


def offer(page, *words):
    """The action of the menu "More" whose text holds the words."""
    page.card.menu.fill()
    actions = page.card.foot.findChildren(QAction)
    return next(a for a in actions if all(w in a.text() for w in words))


def test_a_digit_answers_for_the_organisation_in_hand(several, press):
    press("3")

    assert levels(several) == [3, None, None]


def test_arrows_move_between_organisations(several, press):
    press("3")
    press(Qt.Key.Key_Right)
    press("4")
    press(Qt.Key.Key_Left)
    press("2")

    assert levels(several) == [2, 4, None]


def test_a_digit_answers_for_all_that_are_chosen(several, press):
    press(Qt.Key.Key_Right, SHIFT)
    press("4")

    assert levels(several) == [4, 4, None]
    assert len(several.place.organisations) == 2


def test_ctrl_space_chooses_one_more(several, press):
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Space, CTRL)
    press("1")

    assert levels(several) == [1, None, 1]


def test_many_answers_are_one_change(several, press):
    before = several.workspace.session.revision
    press(Qt.Key.Key_Right, SHIFT)
    press("4")

    assert several.workspace.session.revision == before + 1


def test_a_head_chooses_its_column(several, qtbot):
    heads = several.card.matrix.table.horizontalHeader()
    at = QPoint(heads.sectionViewportPosition(2) + 10, heads.height() // 2)
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert several.place.organisation == several._picture.partners(several.place.capability)[1].id


def test_a_click_on_a_cell_answers_with_its_level(several, qtbot):
    table = several.card.matrix.table
    at = table.visualRect(table.model().index(3, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert levels(several) == [None, 3, None]


def test_space_answers_with_the_row_one_is_on(several, press):
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)

    assert levels(several) == [2, None, None]


def test_up_and_down_keep_those_chosen_together(several, press):
    press(Qt.Key.Key_Right, SHIFT)
    press(Qt.Key.Key_Down)
    press("1")

    assert levels(several) == [1, 1, None]


def test_a_row_is_typed(several, press, qtbot):
    press("r")
    press("3 d -")
    press(Qt.Key.Key_Return)
    pair = several.place.capability, several._picture.partners(several.place.capability)[1].id

    assert levels(several) == [3, None, None]
    assert several._picture.answer(*pair).value.state == "dont_know"
    assert several.card.row_entry.isHidden()
    assert QApplication.focusWidget() is several.card.matrix.table


def test_a_row_says_beforehand_what_it_does(several, press):
    press("r")
    press("33")

    assert several.card.row_entry.preview.text() == (
        "Riverside Trust 3, Hill Practice 3; 1 other stays as it is"
    )


@pytest.mark.parametrize(("typed", "said"), [("3 7", "Place 2: “7”"), ("1 1 1 1", "only 3")])
def test_a_fault_in_a_row_is_named_and_nothing_written(several, press, typed, said):
    before = several.workspace.session.revision
    press("r")
    press(typed)
    press(Qt.Key.Key_Return)

    assert said in several.card.row_entry.preview.text()
    assert several.workspace.session.revision == before


def test_a_row_asks_one_reason_for_all_not_applicable(several, press, monkeypatch):
    asked = []
    monkeypatch.setattr(ask, "text", lambda _, q: asked.append(q.text) or "No beds")
    press("r")
    press("n3n")
    press(Qt.Key.Key_Return)

    assert len(asked) == 1
    assert "Riverside Trust and Meadow Care Home" in asked[0]
    assert levels(several) == [None, 3, None]


def test_a_row_without_its_reason_is_not_written(several, press, monkeypatch):
    monkeypatch.setattr(ask, "text", lambda *_: None)
    press("r")
    press("n33")
    press(Qt.Key.Key_Return)

    assert levels(several) == [None, None, None]
    assert not several.card.row_entry.isHidden()


def test_esc_closes_a_row_without_writing(several, press):
    press("r")
    press("333")
    press(Qt.Key.Key_Escape)

    assert levels(several) == [None, None, None]


def test_letters_typed_beside_the_field_of_a_row_answer_nothing(several, press):
    press("r")
    several.card.row_entry.write.setFocus()
    press("3d")

    assert levels(several) == [None, None, None]


def test_the_same_as_another(several, press):
    press("4")
    press(Qt.Key.Key_Right)
    offer(several, "Riverside Trust: 4").trigger()

    assert levels(several) == [4, 4, None]


def test_the_same_for_all_of_a_kind(make_workspace, open_page, press):
    names = [Newcomer(f"Practice {n}", KindId("gp")) for n in range(3)]
    page = open_page(make_workspace(organisations=(*names, Newcomer("Trust", KindId("acute")))))
    page.show_item("INF-01")
    page.focus_first()
    press("2")
    offer(page, "Same for all of this kind").trigger()

    assert levels(page) == [2, 2, 2, None]


def test_the_same_as_one_without_an_answer_is_off(several):
    assert not offer(several, "Hill Practice: no answer yet").isEnabled()


def test_provided_by_another_stands_at_its_level(several, press):
    press(Qt.Key.Key_Right)
    press("4")
    press(Qt.Key.Key_Left)
    several.card.menu.fill()
    provider = next(
        a for a in several.card.menu._providing.actions() if a.text() == "Hill Practice"
    )
    provider.trigger()
    column = several.card.matrix.model.board.columns[0]

    assert (column.key, column.provider, column.mark.provided) == ("4", "Hill Practice", True)


def test_who_cannot_provide_says_why(several):
    several.card.menu.fill()
    texts = [a.text() for a in several.card.menu._providing.actions()]

    assert "Hill Practice (has no answer yet)" in texts


def test_heads_say_what_is_open(several, press):
    before = several.card.matrix.model.board.columns[0].open
    press("3")

    assert several.card.matrix.model.board.columns[0].open == before - 1


def test_cells_say_what_they_are(several, press):
    press("3")
    model = several.card.matrix.model
    role = Qt.ItemDataRole.AccessibleTextRole

    assert model.index(3, 1).data(role) == "Riverside Trust: Structured, chosen"
    assert model.index(2, 1).data(role) == "Riverside Trust: Viewable, not chosen"


def test_the_partnership_is_a_range_while_somebody_is_not_known(several, press):
    press("3")
    model = several.card.matrix.model
    shown = [model.index(n, model.partnership).data() for n in range(6)]

    assert several.card.head._together.text() == "Partnership level 0 to 3"
    assert shown[0] == "0"
    assert shown[3] == "3 perhaps"


def test_not_applicable_has_a_row_only_when_it_is_used(several, press, monkeypatch):
    before = several.card.matrix.model.rowCount()
    monkeypatch.setattr(ask, "text", lambda *_: "No beds")
    press("n")

    assert several.card.matrix.model.rowCount() == before + 1
    assert "Riverside Trust: No beds" in several.card.matrix.model.board.rows[-1].wording


def test_those_not_asked_are_named_over_the_name(several):
    capability = next(
        c for c in several.workspace.session.gaps().capabilities if len(c.pairs) == 2
    )
    several.show_item(capability.id)

    assert "does not apply to" in several.card.head._where.text()
    assert len(several.card.matrix.model.board.columns) == 2


def test_the_next_question_goes_through_the_organisations_first(several, press):
    capability, asked = several.place.capability, several._picture.partners("INF-01")
    press(Qt.Key.Key_Return, CTRL)

    assert several.place.capability == capability
    assert several.place.organisation == asked[1].id


def test_the_details_belong_to_the_organisation_in_hand(several, press):
    press(Qt.Key.Key_Right)

    assert several.card.details._name.text() == "Hill Practice"


def test_more_than_eight_scroll_sideways(make_workspace, open_page):
    names = tuple(Newcomer(f"Practice {n}", KindId("gp")) for n in range(12))
    page = open_page(make_workspace(organisations=names))
    bar = page.card.matrix.table.horizontalScrollBar()

    assert bar.maximum() > 0
    assert not page.card.area.horizontalScrollBar().maximum()


def test_the_headline_says_what_is_settled(several, press):
    several.show_item("INF-01")
    press("r")
    press("333")
    press(Qt.Key.Key_Return)

    assert several.headline().startswith("1 of ")
    assert "is settled." in several.headline()


def test_everything_that_can_have_the_focus_has_a_name(several, unnamed_focusables):
    left = unnamed_focusables(several)

    assert left == [], "; ".join(left)


def test_the_matrix_is_a_sound_model(several, qtmodeltester, press):
    press("3")

    qtmodeltester.check(several.card.matrix.model)


def test_showing_one_organisation_keeps_the_focus_on_the_card(several):
    several.workspace.show_only(several.workspace.session.assessment().organisations[0].id)
    one = QApplication.focusWidget()
    several.workspace.show_only(None)

    assert one is several.card.rows.rows[0]
    assert QApplication.focusWidget() is several.card.matrix.table


def test_one_stands_on_the_answer_after_a_digit(several, press):
    press("4")
    press(Qt.Key.Key_Space)

    assert several.card.matrix.table.currentIndex().row() == 4
    assert levels(several) == [4, None, None]


def test_a_wide_word_in_a_head_does_not_hide_the_next(look):
    font = look.font(Size.SMALL, Weight.SEMIBOLD)
    cut = _fitted("Organisation 7", font, QRect(0, 0, 64, 40))

    assert cut.startswith("Organis")
    assert cut.endswith("… 7")


def test_who_provides_for_others_cannot_be_provided(several):
    trust, practice, _ = (o.id for o in several.workspace.session.assessment().scope)
    answers = several.workspace.session.answers
    answers.give("INF-01", practice, Value(State.LEVEL, 3))
    answers.give("INF-01", trust, Value(State.PROVIDED_BY, provider=practice))
    several.go("INF-01", (practice,))
    several.refresh()
    several.card.menu.fill()
    (only,) = several.card.menu._providing.actions()

    assert only.text() == "Nobody: Hill Practice provides it for Riverside Trust"
    assert not only.isEnabled()


def test_the_next_capability_begins_at_its_top_however_high_its_answer_is(
    several, look, press, qtbot
):
    look.choose_text(200)
    several.resize(1366, 650)
    press("5")
    bar = several.card.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    press(Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: bar.value() == 0)
    press(Qt.Key.Key_PageUp)
    qtbot.wait(50)
    began, row = bar.value(), several.card.matrix.table.currentIndex().row()
    press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: bar.value() > 0)
    look.choose_text(100)

    assert (began, row) == (0, 5)
