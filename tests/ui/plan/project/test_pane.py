"""The details of one project: fields, links, steps, and the answers it brings when done."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from techmodel.core.plan_parts import Status
from techmodel.ui import ask
from techmodel.wording import plan_project as wording


@pytest.fixture
def details(view, choose):
    """The details of Gamma, open."""
    choose("Gamma")
    view._on_wanted("open")
    return view.details


def enter(field, text):
    field.setFocus()
    field.setText(text)
    field.editingFinished.emit()


def test_fields_are_written_when_one_leaves_them(details, by_name):
    fields = details.fields
    enter(fields.owner, "Data lead")
    enter(fields.start, "4 Feb 2030")
    enter(fields.finish_by, "1 Mar 2030")
    fields.note.setPlainText("Ask the board")
    fields.note.left.emit()
    enter(fields.name, "Third")
    project = by_name("Third")

    assert (project.owner, project.note) == ("Data lead", "Ask the board")
    assert (project.pins.start, project.pins.finish_by) == (date(2030, 2, 4), date(2030, 3, 1))


@pytest.mark.parametrize(
    ("field", "typed", "weeks"),
    [("low", "2", (2, 3, 3)), ("high", "9", (3, 3, 9)), ("low", "5", (5, 5, 5))],
)
def test_weeks_stay_in_order_whichever_is_typed(details, by_name, field, typed, weeks):
    enter(getattr(details.fields, field), typed)
    found = by_name("Gamma").weeks

    assert (found.low, found.likely, found.high) == weeks


@pytest.mark.parametrize("name", ["start", "likely"])
def test_what_cannot_be_taken_over_is_put_back(details, page, name):
    said, field = [], getattr(details.fields, name)
    page.workspace.failed.connect(said.append)
    before = field.text()
    enter(field, "soon")

    assert "‘soon’ is no" in said[0]
    assert field.text() == before


def test_progress_is_given_in_per_cent(details, by_name):
    status = details.fields.status
    status.setCurrentIndex(status.findData(Status.UNDER_WAY.value))
    status.finished.emit()
    enter(details.fields.percent, "40%")

    assert (by_name("Gamma").status, by_name("Gamma").percent) == (Status.UNDER_WAY, 40)


def test_a_link_is_added_with_days_and_removed(details, view, by_name, planned):
    view._on_wanted("link")
    links = details.links
    links.choice.setCurrentIndex(links.choice.findData(by_name("Delta").id))
    links.lag.setText("10")
    links.add.click()
    (link,) = (k for k in planned.session.plan.book().links if k.project == by_name("Gamma").id)
    assert (link.after, link.lag) == (by_name("Delta").id, 10)
    remove = links.findChildren(type(details.fields.as_steps))[-1]
    assert remove.accessibleName() == f"Remove {by_name('Delta').id} Delta"
    remove.click()

    assert len(planned.session.plan.book().links) == 1


def test_a_circle_is_refused_and_named(details, view, by_name, choose, page):
    said = []
    page.workspace.failed.connect(said.append)
    choose("Alpha")
    links = details.links
    links.choice.setCurrentIndex(links.choice.findData(by_name("Beta").id))
    links.add.click()

    assert "circle" in said[0]
    assert f"{by_name('Beta').id} Beta" in said[0]


def test_escape_closes_and_goes_back_to_the_table(details, view, qtbot):
    qtbot.keyClick(details.fields.name, Qt.Key.Key_Escape)

    assert not details.isVisible()
    assert view.halves.tree.hasFocus()


def test_there_is_room_for_one_where_the_window_is_narrow(details, page, view):
    page.resize(700, 600)

    assert details.isVisible()
    assert not view.halves.isVisible()


class TestOfTheSample:
    """With the sample, whose projects have steps of the checklist."""

    @pytest.fixture
    def open_details(self, show, sample_workspace):
        """The details of a project that takes several open steps and brings answers."""
        view = show(sample_workspace).view
        plan = sample_workspace.session.plan
        planned = next(
            p for p in plan.plan().projects if len(p.steps) > 1 and plan.done_answers(p.project.id)
        )
        view.halves.tree.select(planned.project.id)
        view._on_wanted("open")
        return view.details, planned

    def test_steps_tell_roles_weeks_and_dates(self, open_details):
        details, planned = open_details
        assert len(details.steps.boxes) == len(planned.steps)

    def test_ticked_steps_are_split_off(self, open_details, sample_workspace, monkeypatch):
        details, planned = open_details
        monkeypatch.setattr(ask, "text", lambda *_: "Second half")
        next(iter(details.steps.boxes.values())).setChecked(True)
        details.steps.button.click()
        names = [p.name for p in sample_workspace.session.plan.book().projects]
        ids = [p.id for p in sample_workspace.session.plan.book().projects]

        assert names[ids.index(planned.project.id) + 1] == "Second half"

    def test_done_records_the_ticked_answers_in_one_undo(self, open_details, sample_workspace):
        details, planned = open_details
        session = sample_workspace.session
        answers = session.plan.done_answers(planned.project.id)
        details.done.click()
        first, *rest = details._done.boxes
        details._done.boxes[first].setChecked(False)
        details._done.decided_by.setText("Board")
        details._done.record.click()
        values = {a.pair: session.assessment().value(*a.pair).level for a in answers}

        assert all(values[a.pair] == a.level for a in answers if a.pair in rest)
        assert values[first] != next(a.level for a in answers if a.pair == first)
        session.undo()
        assert session.plan.done_answers(planned.project.id) == answers

    def test_a_project_that_is_done_offers_the_answers_it_still_owes(
        self, open_details, sample_workspace
    ):
        details, planned = open_details
        id_ = planned.project.id
        sample_workspace.run(lambda s: s.plan.finish(id_, accept=False))
        assert (details.done.text(), details.done.isVisible()) == (wording.TAKE_ANSWERS, True)
        details.done.click()
        details._done.record.click()

        assert sample_workspace.session.plan.done_answers(id_) == ()
        assert not details.done.isVisible()

    def test_not_yet_changes_nothing(self, open_details, sample_workspace):
        details, _ = open_details
        revision = sample_workspace.session.revision
        details.done.click()
        details._done.back.click()

        assert details._done is None
        assert sample_workspace.session.revision == revision


def test_what_is_typed_is_written_before_the_document_is_closed(details, page, by_name):
    details.fields.owner.setFocus()
    details.fields.owner.setText("Data lead")
    page.workspace.settling.emit()
    assert by_name("Gamma").owner == "Data lead"
    details.fields.note.setFocus()
    details.fields.note.setPlainText("Ask the board")
    page.workspace.settling.emit()

    assert by_name("Gamma").note == "Ask the board"


def pick(details, status):
    box = details.fields.status
    box.setCurrentIndex(box.findData(status.value))
    box.finished.emit()


def test_dropping_asks_why_and_taking_up_brings_it_back(details, by_name, monkeypatch):
    monkeypatch.setattr(ask, "text", lambda *_: None)
    pick(details, Status.DROPPED)
    assert by_name("Gamma").status is Status.NOT_STARTED
    assert details.fields.status.currentData() == Status.NOT_STARTED.value
    monkeypatch.setattr(ask, "text", lambda *_: "No money")
    pick(details, Status.DROPPED)
    assert by_name("Gamma").status is Status.DROPPED
    assert details._state.text() == "Dropped: No money"
    details.take_up.click()

    assert by_name("Gamma").status is Status.NOT_STARTED


def test_done_is_asked_about_also_where_nothing_would_be_recorded(details, by_name, qtbot):
    pick(details, Status.DONE)
    assert by_name("Gamma").status is Status.NOT_STARTED
    with qtbot.waitSignal(details.said):
        details._done.only.click()

    assert by_name("Gamma").status is Status.DONE


def test_a_date_that_is_not_kept_is_told(details, by_name):
    enter(details.fields.finish_by, "8 Jan 2030")

    assert "was to be done by 8 January 2030" in details._missed.text()
    assert details._missed.isVisible()


def test_weeks_by_hand_are_let_go(show, sample_workspace):
    page = show(sample_workspace)
    plan = sample_workspace.session.plan
    project = next(p for p in plan.plan().projects if p.steps and p.project.weeks is None)
    page.view.halves.tree.select(project.project.id)
    page.view._on_wanted("open")
    fields = page.view.details.fields
    enter(fields.likely, "99")
    assert fields.as_steps.isVisible()
    fields.as_steps.click()

    assert plan.plan().of(project.project.id).project.weeks is None
    assert not fields.as_steps.isVisible()


def test_a_number_of_weeks_that_moves_others_says_so(details, by_name, qtbot):
    fields = details.fields
    enter(fields.high, "6")
    assert not fields.moves.isVisible()
    fields.likely.setFocus()
    fields.likely.selectAll()
    qtbot.keyClicks(fields.likely, "6")
    assert fields.moves.text() == "At best becomes 6, at worst 12."
    fields.likely.editingFinished.emit()

    found = by_name("Gamma").weeks
    assert (found.low, found.likely, found.high) == (6, 6, 12)
    assert fields.moves.isVisible()


def test_how_far_it_is_waits_for_enter(details, by_name, qtbot):
    status = details.fields.status
    status.setFocus()
    qtbot.keyClick(status, Qt.Key.Key_Down)
    assert by_name("Gamma").status is Status.NOT_STARTED
    qtbot.keyClick(status, Qt.Key.Key_Return)

    assert by_name("Gamma").status is Status.UNDER_WAY


def test_how_far_it_is_is_taken_over_when_it_is_left(details, by_name, qtbot):
    status = details.fields.status
    status.setFocus()
    qtbot.keyClick(status, Qt.Key.Key_Down)
    details.fields.note.setFocus()

    assert by_name("Gamma").status is Status.UNDER_WAY


def test_escape_takes_back_what_was_only_moved_to(details, by_name, qtbot):
    status = details.fields.status
    status.setFocus()
    qtbot.keyClick(status, Qt.Key.Key_Down)
    qtbot.keyClick(status, Qt.Key.Key_Escape)

    assert not details.isVisible()
    assert by_name("Gamma").status is Status.NOT_STARTED


def test_waiting_for_room_is_told_beside_what_it_waits_for(details, planned, choose):
    assert not details.links._room.isVisible()
    plan = planned.session.plan
    planned.run(lambda s: s.plan.set_terms(replace(plan.book().terms, capacity=1)))
    line = choose("Delta")

    assert details.links._room.text() == (
        f"{line.id} could begin on 7 January 2030; it waits for room: 1 at a time."
    )


def test_the_limit_of_a_role_that_holds_work_up_stands_under_the_load(show, sample_workspace):
    view = show(sample_workspace).view

    assert view.halves._role_words.text() == "Integration engineers: 4 at a time"
