"""Set-up: showing first what a change does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from techmodel.core.answers import State, Value
from techmodel.session.session import Session
from techmodel.ui.assessment.page import SetUpPage
from techmodel.ui.assessment.pending import Section
from techmodel.ui.widgets.organisations_cells import Column
from techmodel.ui.workspace import Workspace

NAME, KIND, SHORT, WEIGHT = 1, 2, 3, 4


@pytest.fixture
def page(workspace, look, qtbot):
    made = SetUpPage(workspace, look)
    qtbot.addWidget(made)
    made.resize(1198, 724)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def failures(workspace):
    said = []
    workspace.failed.connect(said.append)
    return said


def organisations(page):
    return page.sections.organisations.model


def put(page, row, column, value):
    model = organisations(page)
    model.setData(model.index(row, column), value)


def names(page):
    return [row.typed.name for row in organisations(page).rows]


def stored(workspace):
    return workspace.session.assessment()


def answer(workspace, row, count):
    partner = stored(workspace).organisations[row]
    asked = [c for c in stored(workspace).checklist.capabilities if partner.kind in c.applies_to]
    values = {(c.id, partner.id): Value(State.LEVEL, 2) for c in asked[:count]}
    workspace.run(lambda s: s.answers.give_many(values))


def test_the_headline_says_what_it_is_about(page):
    assert page.question() == "What is this assessment about?"
    assert page.headline() == "Three partners, 172 questions, one care model."


def test_nothing_pending_shows_no_strip(page):
    assert not page.strip.isVisible()


def test_a_partner_that_joins_is_shown_first_and_then_joins(page, workspace):
    QGuiApplication.clipboard().setText("Hillside Care\tcare home")
    page.sections.organisations.table.paste()
    assert page.strip.effect == "Adds 44 questions for Hillside Care."
    assert len(stored(workspace).organisations) == 3

    page.strip.apply.click()

    assert stored(workspace).organisations[3].name == "Hillside Care"
    assert names(page)[3:] == ["Hillside Care"]
    assert not page.strip.isVisible()


def test_who_leaves_sets_answers_aside_and_they_are_kept(page, workspace):
    answer(workspace, 1, 12)
    organisations(page).act(1)
    assert "sets aside 12 answers of Hill Practice; they are kept" in page.strip.effect

    page.strip.apply.click()

    assert "Hill Practice" not in names(page)
    assert not page.sections.left.isHidden()
    assert len(stored(workspace).answers) == 12


def test_who_left_returns_with_its_answers(page, workspace):
    answer(workspace, 1, 12)
    workspace.run(lambda s: s.organisations.leave(stored(workspace).organisations[1].id))
    page.sections.left.buttons[0].click()
    assert "counts 12 kept answers of Hill Practice again" in page.strip.effect

    page.strip.apply.click()

    assert len(stored(workspace).scope) == 3
    assert page.sections.left.isHidden()


def test_leave_as_it_is_forgets_what_was_typed(page, workspace):
    put(page, 0, NAME, "Riverbank")
    page.sections.title._title.setText("Place")
    page.sections.title.edited.emit()
    page.strip.drop.click()

    assert names(page)[0] == "Riverside Trust"
    assert page.sections.title.title == stored(workspace).title
    assert not page.strip.isVisible()


def test_several_changes_are_applied_together_and_undone_one_by_one(page, workspace):
    put(page, 0, NAME, "Riverbank")
    put(page, 0, WEIGHT, "2")
    put(page, 1, SHORT, "Hill")
    put(page, 2, KIND, "home-care")
    page.strip.apply.click()
    first, second, third = stored(workspace).organisations
    assert (first.name, first.weight, second.short_name) == ("Riverbank", 2.0, "Hill")
    assert third.kind == "home-care"

    workspace.run(lambda s: s.undo())

    assert stored(workspace).organisations[2].kind == "care-home"
    assert organisations(page).rows[2].typed.kind == "care-home"


def test_title_and_lead_are_changed_by_typing(page, workspace, qtbot):
    page.show_item("title")
    page.focus_first()
    page.sections.title._title.selectAll()
    qtbot.keyClicks(page.sections.title._title, "Place")
    qtbot.keyClicks(page.sections.title._lead, "SRO")
    assert page.strip.effect == "No question, target or level changes."

    page.strip.apply.click()

    assert (stored(workspace).title, stored(workspace).lead) == ("Place", "SRO")


def test_care_models_say_which_targets_change(page, workspace):
    page.sections.models.box("CARE").click()
    page.sections.models.box("PLACE").click()
    assert "targets change" in page.strip.effect

    page.strip.apply.click()

    assert stored(workspace).care_models == ("CARE",)


def test_scope_and_threshold_say_what_they_take_away(page, workspace):
    page.sections.scope.box("REC").click()
    page.sections.scope._threshold.setValue(60)
    assert page.strip.effect == (
        "Takes 23 questions away from Riverside Trust, Hill Practice and Meadow Care Home; "
        "9 targets change."
    )

    page.strip.apply.click()

    assert stored(workspace).domains_out == {"REC"}
    assert stored(workspace).threshold == 0.6


def test_a_decision_is_cleared(page, workspace):
    workspace.run(lambda s: s.targets.aim("REC-01", 4, "Agreed"))
    page.show_item("REC-01")
    page.sections.decisions.toggle(0)
    assert page.strip.effect.startswith("1 target changes (REC-01 4 → 3)")

    page.strip.apply.click()

    assert stored(workspace).overrides == {}
    assert not page.sections.decisions_table.isVisible()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (
            lambda p: put(p, 0, WEIGHT, "0"),
            "Type a weight from above 0 to 1000 in row 1 to apply.",
        ),
        (
            lambda p: put(p, 0, NAME, "hill practice"),
            "Change a name used twice in rows 1 and 2 to apply.",
        ),
        (
            lambda p: p.sections.models.box("PLACE").click(),
            "Choose at least one care model to apply.",
        ),
        (
            lambda p: [organisations(p).act(n) for n in range(3)],
            "Keep at least one organisation to apply.",
        ),
    ],
)
def test_what_cannot_be_applied_says_why(page, spoil, reason):
    spoil(page)

    assert page.strip.reason == reason
    assert not page.strip.apply.isEnabled()


def test_an_empty_title_and_no_domain_say_why(page, checklist):
    page.sections.title.show_texts("", "")
    page.sections.title.edited.emit()
    assert page.strip.reason == "Give it a title to apply."

    page.strip.drop.click()
    for domain in checklist.domains:
        page.sections.scope.box(domain.id).click()
    assert page.strip.reason == "Keep at least one domain in scope to apply."


def test_a_decision_without_a_reason_says_why(page, workspace):
    workspace.run(lambda s: s.targets.aim("REC-01", 4, "Agreed"))
    model = page.sections.decisions
    model.setData(model.index(0, 3), "")

    assert page.strip.reason == "Say why the target of REC-01 is set to apply."


def test_the_name_of_one_that_left_is_taken(page, workspace):
    workspace.run(lambda s: s.organisations.leave(stored(workspace).organisations[1].id))
    put(page, 2, NAME, "Hill Practice")

    assert "used twice" in page.strip.reason


def test_a_refused_change_is_a_sentence_and_the_fields_stay(page, workspace, failures):
    acute, practice = (o.id for o in stored(workspace).organisations[:2])
    workspace.run(lambda s: s.answers.give("GOV-01", acute, Value(State.LEVEL, 2)))
    provided = Value(State.PROVIDED_BY, provider=acute)
    workspace.run(lambda s: s.answers.give("GOV-01", practice, provided))
    organisations(page).act(0)
    page.strip.apply.click()

    assert "Riverside Trust provides GOV-01 for Hill Practice" in failures[0]
    assert organisations(page).rows[0].stays is False
    assert len(stored(workspace).scope) == 3
    assert page.strip.isVisible()


def test_undo_elsewhere_keeps_what_is_half_typed(page, workspace):
    workspace.run(lambda s: s.scope.entitle("Place"))
    put(page, 0, NAME, "Half typed")
    page.sections.title._lead.setText("Half a lead")
    page.sections.title.edited.emit()
    page.sections.models.box("CARE").click()
    page.sections.scope._threshold.setValue(90)

    workspace.run(lambda s: s.undo())

    assert page.sections.title.title == "Test partnership"
    assert page.sections.title.lead == "Half a lead"
    assert names(page)[0] == "Half typed"
    assert page.sections.models.chosen == ("PLACE", "CARE")
    assert page.sections.scope.threshold == 0.9


def test_what_is_being_typed_in_a_cell_survives_a_change_elsewhere(page, workspace, qtbot):
    page.show_item("organisations")
    page.focus_first()
    table = page.sections.organisations.table
    table.go_to(0, Column.NAME)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    table.viewport().focusWidget().setText("Being typed")

    workspace.run(lambda s: s.scope.entitle("Place"))

    assert names(page)[0] == "Being typed"


def test_redo_of_a_join_does_not_double_a_row(page, workspace):
    put(page, 3, NAME, "Dale")
    put(page, 3, KIND, "gp")
    page.strip.apply.click()
    workspace.run(lambda s: s.undo())
    assert "Dale" not in names(page)

    workspace.run(lambda s: s.redo())
    assert names(page).count("Dale") == 1


def test_the_list_of_parts_says_what_holds_and_what_is_pending(page):
    put(page, 0, WEIGHT, "2")
    said = page._list.item(Section.ORGANISATIONS).accessibleName()

    assert "3 take part" in said
    assert "changed, not applied" in said


@pytest.mark.parametrize("section", list(Section))
def test_every_part_can_be_gone_to_and_focused(page, section, unnamed_focusables):
    page._list.item(section).click()
    page.focus_first()

    assert page.sections.currentIndex() == section
    assert unnamed_focusables(page) == []
    assert not page.grab().isNull()


def test_parts_become_a_choice_when_it_is_narrow(page, look, qtbot):
    qtbot.waitUntil(lambda: page.minimumWidth() <= 700)
    page.resize(700, 700)
    qtbot.waitUntil(lambda: not page._list.isVisible())
    page._choice.setCurrentIndex(Section.SCOPE)
    page._choice.activated.emit(Section.SCOPE)

    assert page.sections.currentIndex() == Section.SCOPE
    assert page.panes()[0] is page._choice


def test_panes_end_with_the_strip_while_something_is_pending(page):
    assert page.strip not in page.panes()

    put(page, 0, WEIGHT, "2")
    assert page.panes()[-1] is page.strip


def test_a_file_opened_for_reading_cannot_be_changed(make_document, look, qtbot):
    from techmodel.store.assessment_file import AssessmentFile

    opened = AssessmentFile.from_bytes(make_document().file.serialize())
    workspace = Workspace(Session(opened))
    page = SetUpPage(workspace, look)
    qtbot.addWidget(page)
    page.refresh()
    put(page, 0, WEIGHT, "2")

    assert page.strip.reason.startswith("This file was opened for reading.")
    workspace.close()


def test_closing_asks_only_while_something_waits(page, workspace, monkeypatch):
    asked = []
    monkeypatch.setattr("techmodel.ui.ask.confirm", lambda *a, **k: asked.append(a[1]) or False)

    assert page.may_leave()
    put(page, 0, WEIGHT, "2")
    assert not page.may_leave()
    assert asked == ["Close without applying the changes in Set-up?"]


def test_what_others_changed_meanwhile_does_not_wait_here(page, workspace):
    page.hide()
    workspace.run(lambda s: s.scope.entitle("Another title"))

    assert page.may_leave()
