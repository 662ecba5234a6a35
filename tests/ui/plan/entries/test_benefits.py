"""The benefits view: the drawing is gone through, joined and parted by key and by pointer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from techmodel.core.plan_parts import Stage
from techmodel.ui.plan.benefits.view import DRAWING, TABLE, BenefitsView


@pytest.fixture
def view(show, workspace):
    benefits = workspace.session.benefits
    benefits.add(name="Team", stage=Stage.INPUT)
    benefits.add(name="Train staff", stage=Stage.ACTIVITY)
    benefits.add(name="Staff trained", stage=Stage.OUTPUT)
    benefits.add(name="Fewer tests", stage=Stage.OUTCOME, measure="Tests a month")
    view = show(BenefitsView, workspace)
    view.join(id_of(view, "Team"), id_of(view, "Train staff"))
    return view


def id_of(view, name):
    return next(b.id for b in view.session.benefits.all() if b.name == name)


def leads_to(view, name):
    all_ = view.session.benefits.all()
    names = {b.id: b.name for b in all_}
    return [names[t] for b in all_ if b.name == name for t in b.leads_to]


def middle(view, name) -> QPoint:
    return view.picture.sheet.face(id_of(view, name)).area.center().toPoint()


def press(view, *keys):
    for key in keys:
        QTest.keyClick(view.picture, key)


def drag(view, source, target):
    picture, left = view.picture, Qt.MouseButton.LeftButton
    QTest.mousePress(picture, left, pos=middle(view, source))
    QTest.mouseMove(picture, middle(view, source) + QPoint(60, 0))
    QTest.mouseMove(picture, middle(view, target))
    QTest.mouseRelease(picture, left, pos=middle(view, target))


def test_arrows_reach_every_element(view):
    press(view, *[Qt.Key.Key_Left] * 4)
    seen = [view.picture.current]
    for _ in range(3):
        press(view, Qt.Key.Key_Right)
        seen.append(view.picture.current)

    assert seen == [
        id_of(view, n) for n in ("Team", "Train staff", "Staff trained", "Fewer tests")
    ]
    assert view.table.current == view.form.id == seen[-1]


def test_elements_are_joined_by_keyboard_and_parted_by_the_same(view):
    view.show_item(id_of(view, "Train staff"))
    press(view, Qt.Key.Key_L, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert leads_to(view, "Train staff") == ["Staff trained"]

    view.show_item(id_of(view, "Train staff"))
    press(view, Qt.Key.Key_L, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert leads_to(view, "Train staff") == []


def test_esc_joins_nothing(view):
    view.show_item(id_of(view, "Train staff"))
    press(view, Qt.Key.Key_L)
    assert view.hint.text().startswith("Activity “Train staff” leads to which?")
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_Return)

    assert leads_to(view, "Train staff") == []


def test_elements_are_joined_by_drawing_a_line_and_undone(view):
    drag(view, "Staff trained", "Fewer tests")
    assert leads_to(view, "Staff trained") == ["Fewer tests"]

    view.workspace.run(lambda s: s.undo())
    assert leads_to(view, "Staff trained") == []


def test_a_link_to_the_left_is_refused_in_a_sentence_under_the_drawing(view):
    drag(view, "Fewer tests", "Team")

    assert view.hint.text().endswith("Links lead to the right.")
    assert leads_to(view, "Fewer tests") == []


def test_a_line_drawn_into_nothing_joins_nothing(view):
    corner = QPoint(2, 2)
    QTest.mousePress(view.picture, Qt.MouseButton.LeftButton, pos=middle(view, "Team"))
    QTest.mouseMove(view.picture, corner)
    QTest.mouseRelease(view.picture, Qt.MouseButton.LeftButton, pos=corner)

    assert leads_to(view, "Team") == ["Train staff"]
    assert not view.picture.joining


def test_what_is_wrong_stands_on_the_card_in_the_table_and_beside_the_form(view):
    id_ = id_of(view, "Fewer tests")
    view.show_item(id_)
    said = (
        "Leads nowhere, nothing leads to it, no baseline, no target, no owner and no review date"
    )
    lines = [" ".join(line.rows) for line in view.picture.sheet.face(id_).lines]

    assert lines[-1] == said
    assert view.form.note.text == f"{said}."
    assert view.table.entries.rows[-1].cells["lacks"].words == said


def test_the_drawing_says_the_element_one_is_on(view):
    view.show_item(id_of(view, "Team"))

    told = view.picture.accessibleDescription()
    assert told == "Input “Team”, 1 of 1 in Inputs. Leads to “Train staff”."


def test_ticks_in_the_form_join_only_to_the_right(view):
    view.show_item(id_of(view, "Staff trained"))
    control = view.form.fields["leads_to"].control
    assert [control.item(n).text() for n in range(control.count())] == ["Outcome: Fewer tests"]
    control.item(0).setCheckState(Qt.CheckState.Checked)

    assert leads_to(view, "Staff trained") == ["Fewer tests"]


def test_a_measure_is_asked_for_only_where_one_measures(view):
    for name, asked in (("Team", False), ("Fewer tests", True)):
        view.show_item(id_of(view, name))
        assert view.form.fields["baseline"].isVisible() is asked


def test_the_table_shows_the_same_and_is_copied(view):
    view.show_as(TABLE)
    view.table.clearSelection()
    view.table.copy()
    lines = QGuiApplication.clipboard().text().split("\n")

    assert lines[0].startswith("What\tColumn\tMissing\tMeasure")
    assert lines[1].startswith("Team\tInput")
    assert not view.picture.isVisible()
    view.show_as(DRAWING)
    assert view.picture.isVisible()


def test_the_search_fades_cards_that_it_does_not_leave(view):
    view.frame.filters.words.setText("fewer")
    rows = {row.cells["name"].words for row in view.table.entries.rows}
    assert rows == {"Fewer tests"}

    view.show_item(id_of(view, "Staff trained"))
    assert view.form.title.text() == "Output “Staff trained”"


def test_no_two_cards_overlap_and_all_are_in_the_sheet(view):
    faces = view.picture.sheet.faces
    for n, one in enumerate(faces):
        assert view.picture.rect().contains(one.area.toRect())
        assert not any(one.area.intersects(other.area) for other in faces[n + 1 :])


def test_delete_and_insert_work_in_the_drawing(view):
    view.show_item(id_of(view, "Fewer tests"))
    press(view, Qt.Key.Key_Delete)
    assert len(view.session.benefits.all()) == 3

    press(view, Qt.Key.Key_Insert)
    assert view.form.is_new


def test_the_example_is_an_outcome_with_a_measure(show, workspace):
    view = show(BenefitsView, workspace)
    view.frame.empty.buttons[0].click()
    view.form.add.click()

    (only,) = view.session.benefits.all()
    assert (only.stage, only.measure) == (Stage.OUTCOME, "Repeated tests a month")


def test_who_may_only_look_can_join_nothing(show, view, looking):
    seen = show(BenefitsView, looking())
    press(seen, Qt.Key.Key_L)
    drag(seen, "Staff trained", "Fewer tests")

    assert not seen.picture.joining
    assert leads_to(seen, "Staff trained") == []


def test_everything_that_can_have_the_focus_has_a_name(view, unnamed_focusables):
    assert unnamed_focusables(view) == []
