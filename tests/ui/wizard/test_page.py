"""The wizard of a new assessment."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from techmodel.session.create import create_document
from techmodel.ui import ask
from techmodel.ui.wizard.page import MODELS, ORGANISATIONS, SCOPE, TITLE, NewAssessmentWizard

THREE = "Riverside Trust\tacute\t2\nHill Practice\tgp\nMeadow Care Home\tcare home\t0.5"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def wizard(look, checklist, tmp_path, qtbot):
    def suggest(title):
        return tmp_path / f"{title or 'New assessment'}.techmodel"

    made = NewAssessmentWizard(look, lambda: checklist, suggest)
    qtbot.addWidget(made)
    made.resize(1198, 724)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus_first()
    return made


def next_page(wizard, qtbot):
    qtbot.keyClick(wizard, Qt.Key.Key_N, ALT)


def paste(wizard, text):
    QGuiApplication.clipboard().setText(text)
    wizard._organisations.table.paste()


@pytest.fixture
def named(wizard, qtbot):
    """A wizard on its second page."""
    qtbot.keyClicks(wizard.focusWidget(), "Wendlemere")
    next_page(wizard, qtbot)
    return wizard


@pytest.fixture
def filled(named, qtbot):
    """A wizard on its last page, filled by key alone."""
    paste(named, THREE)
    next_page(named, qtbot)
    qtbot.keyClick(named.focusWidget(), Qt.Key.Key_Space)
    next_page(named, qtbot)
    return named


def test_a_title_is_needed_to_go_on(wizard, qtbot):
    next_page(wizard, qtbot)
    assert wizard.step == TITLE
    assert wizard._foot.reason == "Give it a title to go on."
    assert not wizard._foot.next.isEnabled()

    qtbot.keyClicks(wizard.focusWidget(), "Wendlemere")
    assert wizard._foot.reason == ""
    assert wizard._header.headline == "Wendlemere"


def test_the_file_is_named_after_the_title_until_another_is_chosen(
    wizard, qtbot, monkeypatch, tmp_path
):
    qtbot.keyClicks(wizard.focusWidget(), "Place")
    assert wizard._title.path == tmp_path / "Place.techmodel"

    monkeypatch.setattr(ask, "save_path", lambda *_: tmp_path / "mine.techmodel")
    wizard._title._change.click()
    qtbot.keyClicks(wizard.focusWidget(), "s")

    assert wizard._title.path == tmp_path / "mine.techmodel"


def test_a_dialog_that_is_cancelled_changes_nothing(wizard, monkeypatch, tmp_path):
    monkeypatch.setattr(ask, "save_path", lambda *_: None)
    wizard._title._change.click()

    assert wizard._title.path == tmp_path / "New assessment.techmodel"


def test_a_file_that_is_there_is_not_written_over_unasked(wizard, qtbot, tmp_path):
    (tmp_path / "Place.techmodel").touch()
    qtbot.keyClicks(wizard.focusWidget(), "Place")

    assert "is there already" in wizard._foot.reason


def test_the_second_page_counts_organisations_and_questions(named):
    assert named.step == ORGANISATIONS
    assert named._header.headline == "No organisation yet"
    assert named._foot.reason == "Add at least one organisation to go on."

    paste(named, THREE)

    assert named._header.headline == "3 organisations, 172 questions so far"
    assert named._foot.reason == ""


def test_a_missing_kind_holds_the_second_page(named, qtbot):
    paste(named, "Riverside Trust\tacute\nMeadow")
    next_page(named, qtbot)

    assert named.step == ORGANISATIONS
    assert named._foot.reason == "Choose a kind for row 2 to go on."


def test_too_many_organisations_hold_the_second_page(named):
    paste(named, "\n".join(f"Practice {n}\tgp" for n in range(202)))

    assert "remove 2" in named._foot.reason


def test_what_is_being_typed_counts_when_going_on(named, qtbot):
    paste(named, THREE)
    table = named._organisations.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(table.viewport().focusWidget(), "Riverbank Trust")
    next_page(named, qtbot)

    assert named.step == MODELS
    assert named._organisations.model.rows[0].typed.name == "Riverbank Trust"


def test_a_care_model_is_needed_to_go_on(named, qtbot):
    paste(named, THREE)
    next_page(named, qtbot)
    assert named._foot.reason == "Choose at least one care model to go on."

    named._models.box("PLACE").click()

    assert named._header.headline.startswith("Place partnership asks for 74 capabilities")


def test_a_domain_must_stay_in_scope(filled, checklist):
    for domain in checklist.domains:
        filled._scope.box(domain.id).click()

    assert filled._foot.reason == "Keep at least one domain in scope to go on."


def test_the_last_page_works_the_threshold_through(filled):
    assert filled.step == SCOPE
    assert filled._header.headline == "10 of 10 domains, a level counts at 80%"
    assert filled._scope._example.text() == (
        "With 80%, partners holding 2.8 of 3.5 weight must have reached a level. "
        "No level counts without Riverside Trust and Hill Practice."
    )
    assert filled._foot.next.text() == "Make the assessment"


def test_a_domain_out_of_scope_asks_nothing_on_the_second_page_too(filled):
    filled._scope.box("REC").click()

    assert filled._organisations.model.questions < 172


def test_by_key_alone_it_comes_to_a_draft_that_can_be_made(filled, qtbot, work):
    with qtbot.waitSignal(filled.made) as signal:
        next_page(filled, qtbot)
    draft, path = signal.args
    create_document(Path(path), work, draft, force=False).close(publish=False)

    assert next(o.name for o in draft.organisations) == "Riverside Trust"
    assert [o.weight for o in draft.organisations] == [2.0, 1.0, 0.5]
    assert (draft.title, draft.care_models, draft.threshold) == ("Wendlemere", ("MCP",), 0.8)
    assert Path(path).name == "Wendlemere.techmodel"


def test_what_is_being_made_is_not_asked_about(filled, qtbot, monkeypatch):
    monkeypatch.setattr(ask, "confirm", lambda *_, **__: False)
    answers = []
    filled.made.connect(lambda *_: answers.append(filled.may_leave()))
    next_page(filled, qtbot)

    assert answers == [True]
    assert not filled.may_leave()


def test_back_keeps_what_was_typed(filled, qtbot):
    qtbot.keyClick(filled, Qt.Key.Key_B, ALT)
    qtbot.keyClick(filled, Qt.Key.Key_B, ALT)

    assert filled.step == ORGANISATIONS
    assert len(filled._organisations.model.rows) == 3


def test_back_on_the_first_page_stays(wizard, qtbot):
    qtbot.keyClick(wizard, Qt.Key.Key_B, ALT)

    assert wizard.step == TITLE
    assert wizard._foot.back.isHidden()


def test_steps_that_are_done_can_be_gone_to(filled):
    filled._steps.item(TITLE).click()
    assert filled.step == TITLE

    filled._steps.item(SCOPE).click()
    assert filled.step == SCOPE


def test_steps_beyond_a_fault_are_closed(wizard):
    assert [wizard._steps.item(n).isEnabled() for n in range(4)] == [True, False, False, False]


def test_cancel_asks_nothing_while_nothing_is_typed(wizard, qtbot, monkeypatch):
    monkeypatch.setattr(ask, "confirm", lambda *_, **__: pytest.fail("asked"))

    with qtbot.waitSignal(wizard.cancelled):
        wizard._foot.cancel.click()


@pytest.mark.parametrize("agreed", [True, False])
def test_esc_asks_before_what_was_typed_is_lost(named, qtbot, monkeypatch, agreed):
    monkeypatch.setattr(ask, "confirm", lambda *_, **__: agreed)
    left = []
    named.cancelled.connect(lambda: left.append(True))

    qtbot.keyClick(named, Qt.Key.Key_Escape)

    assert bool(left) is agreed


def test_help_and_steps_give_way_when_it_is_narrow(named, qtbot):
    assert named._help.isVisible()

    named.resize(940, 724)
    assert not named._help.isVisible()
    assert named._steps.isVisible()

    qtbot.waitUntil(lambda: named.minimumWidth() <= 700)
    named.resize(700, 724)
    qtbot.waitUntil(lambda: not named._steps.isVisible())


def test_everything_that_takes_the_focus_has_a_name(filled, unnamed_focusables):
    assert unnamed_focusables(filled) == []
    assert len(filled.panes()) == 3


def test_enter_goes_on_from_title_and_lead(wizard, qtbot):
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    still = wizard.step
    qtbot.keyClicks(wizard.focusWidget(), "Wendlemere")
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)

    assert (still, wizard.step) == (TITLE, ORGANISATIONS)
