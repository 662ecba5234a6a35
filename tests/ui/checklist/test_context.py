"""What stands beside the card: next step, prerequisites, services, duty, history."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from techmodel.core.onboarding import Stage
from techmodel.ui.checklist.context import AT_THE_TOP, BEYOND, FROM_NOTHING, find_context
from techmodel.ui.checklist.wrap_link import WrapLink


def context(page, capability="REC-06"):
    return find_context(page._picture, page._picture.capability(capability))


def link(page, name):
    """The link of the pane with these words."""
    return next(w for w in page.context.findChildren(WrapLink) if w.accessibleName() == name)


@pytest.fixture
def learnt(one, qtbot):
    """The card of a capability that others have met, once the cases have been read."""
    one.show_item("TOC-04")
    with qtbot.waitSignal(one.beside.learnt.ready, timeout=10_000):
        one.beside.learnt._read()
    return one


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


@pytest.fixture
def rec06(one):
    one.show_item("REC-06")
    one.focus_first()
    return one


def test_the_step_follows_the_level(rec06, press):
    press("2")

    assert context(rec06).title == "To reach level 3"
    assert context(rec06).weeks == "16\N{EN DASH}40 weeks"
    assert "To reach level 3" in words(rec06.context)


def test_an_unknown_level_begins_at_the_first_step(rec06):
    assert context(rec06).title == "To reach level 1"
    assert context(rec06).remark == FROM_NOTHING


def test_the_step_says_its_first_tasks_risk_and_benefit(rec06, press):
    press("2")
    shown = words(rec06.context)
    action = next(a for a in rec06._picture.capability("REC-06").actions if a.to_level == 3)

    assert {f"1. {action.tasks[0]}", action.risk, action.benefit} <= set(shown)
    assert shown.index("First tasks") < shown.index("What often goes wrong")


def test_the_proof_is_that_of_the_level_held_else_of_the_next(rec06, press):
    proof = rec06._picture.capability("REC-06").proof

    assert context(rec06).proof == ("What proves level 1", proof[1])
    press("2")
    assert context(rec06).proof == ("What proves level 2", proof[2])
    assert proof[2] in words(rec06.context)


def test_the_proof_follows_the_focus_through_the_levels(rec06, press):
    press("2")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)

    assert rec06._picture.capability("REC-06").proof[4] in words(rec06.context)


def test_the_reason_for_the_target_stands_beside_the_card(rec06):
    title, reasons = context(rec06).reasons
    asked = rec06._picture.capability("REC-06").targets["PLACE"]

    assert title == f"Why level {asked.level} is asked for"
    assert asked.reason in [reason for _, reason in reasons]
    assert asked.reason in words(rec06.context)


def test_beyond_the_target_is_said_to_be(rec06, press):
    press("3")

    assert context(rec06).remark == BEYOND


def test_above_the_highest_there_is_nothing(rec06, press):
    press("5")

    assert context(rec06).action == AT_THE_TOP
    assert context(rec06).needs == ()


def test_prerequisites_say_whether_they_are_ready(rec06, press):
    press("2")
    rec06.show_item("REC-01")
    rec06.focus_first()
    press("3")
    rec06.show_item("REC-06")
    found = {n.capability: n.said for n in context(rec06).needs}

    assert found["REC-01"] == "Ready"
    assert "Not known" in found.values()


def test_a_prerequisite_leads_to_its_card(rec06, press):
    press("2")
    need = context(rec06).needs[0]
    link = next(w for w in rec06.context.findChildren(WrapLink) if w.accessibleName() == need.name)
    link.click()

    assert rec06.place.capability == need.capability


def test_a_service_says_how_far_we_are_and_leads_to_its_place(rec06, qtbot):
    service, who = context(rec06).services[0], rec06.place.organisation
    rec06.workspace.run(lambda s: s.services.change(service.id, [who], stage=Stage.ONBOARDING))

    assert "Here: Onboarding" in words(rec06.context)
    with qtbot.waitSignal(rec06.place_wanted) as wanted:
        link(rec06, service.name).click()
    assert wanted.args == ["integration", service.id]


def test_a_case_opens_with_what_was_seen_and_its_source(learnt):
    link(learnt, "The red bag that stays with the resident").click()
    said = " ".join(words(learnt.asides.open))
    learnt.asides.close_it()

    assert "it gives no figures" in said
    assert "Licence not seen" in said


def test_esc_leads_from_a_case_back_to_what_it_was_chosen_from(several, qtbot):
    several.show_item("TOC-04")
    several._on_context()
    with qtbot.waitSignal(several.beside.learnt.ready, timeout=10_000):
        several.beside.learnt._read()
    name = "The red bag that stays with the resident"
    found = [w for w in several.asides.open.findChildren(WrapLink) if w.accessibleName() == name]
    found[0].click()
    qtbot.keyClick(several.asides.open, Qt.Key.Key_Escape)

    assert several.asides.shows_meaning
    assert QApplication.focusWidget().accessibleName() == name


def test_the_card_leads_to_the_guide_of_its_domain(learnt, qtbot):
    with qtbot.waitSignal(learnt.guide_wanted) as wanted:
        link(learnt, "Guide to referrals, transfers and correspondence").click()

    assert wanted.args == ["TOC"]


def test_a_status_without_a_date_is_stale(rec06):
    assert any(s.stale and "status date not given" in s.said for s in context(rec06).services)


def test_a_duty_stands_with_its_day(one):
    found = next(c for c in one._picture.assessment.capabilities if c.duty and c.duty.date)
    duty = context(one, found.id).duty

    assert duty[0] == found.duty.name
    assert str(found.duty.date.year) in duty[2]
    assert context(one, found.id).passed == (found.duty.date < date(2026, 11, 24))


def test_the_pane_is_made_anew_only_when_it_says_something_else(rec06):
    before = rec06.context.view._inside
    rec06.refresh()

    assert rec06.context.view._inside is before


def test_changes_are_listed_newest_first(rec06, press):
    rec06.card.details.role.setEditText("Digital lead")
    press("2")
    press("3")
    rec06.card.head.history.click()
    said = words(rec06.asides.open)
    rec06.asides.close_it()

    assert rec06.card.head.history.text() == "2 changes"
    assert said.index("Level 2 → 3") < said.index("Not answered → Level 2")
    assert "Digital lead" in said


def test_without_changes_there_is_no_link(rec06):
    assert rec06.card.head.history.isHidden()


def test_closing_a_pane_gives_the_focus_back(rec06, press, qtbot):
    row = rec06.card.rows.rows[0]
    press("?")
    qtbot.keyClick(rec06.asides.open.area, Qt.Key.Key_Escape)

    assert row.hasFocus()


def test_a_pane_closes_when_the_focus_goes_elsewhere(rec06, press):
    press("?")
    rec06.tree_pane.tree.setFocus()

    assert rec06.asides.open is None


def test_keys_in_a_pane_answer_nothing(rec06, press):
    revision = rec06.workspace.session.revision
    press("?")
    press("3d")

    assert rec06.workspace.session.revision == revision
    rec06.asides.close_it()


def test_the_history_of_an_answer_tells_what_a_merge_took_over(workspace, open_page):
    from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit

    session = workspace.session
    trust = session.assessment().organisations[0].id
    row = {"value": {"state": "level", "level": 3, "provider": None, "reason": ""}}
    row |= {"note": "Seen there", "dissent": "", "parked": False}
    edit = Edit("answer", ("GOV-01", trust), WHOLE_ROW, None, row)
    at = "2026-11-20T09:00:00Z"
    theirs = Batch("x", BatchKind.EDIT, at, "", (edit,), 7, "Ward lead")
    session.take_over([edit], "Merged", [theirs])
    workspace.show_only(trust)
    page = open_page(workspace)
    page.show_item("GOV-01")
    merge, taken = page.card.trail.changes

    assert merge.sentences == ("Not answered → Level 3", "Note added: Seen there")
    assert (taken.decided_by, taken.taken, taken.at) == ("Ward lead", True, at)
    assert page.card.trail.last == "Ward lead, 20 Nov 2026"
