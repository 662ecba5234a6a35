"""Undo and redo, and the pictures of a session."""

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.errors import Refused
from techmodel.core.journal import BatchKind
from techmodel.session.session import Session
from techmodel.session.touched import Touched
from techmodel.store.working_file import Document


def give(session, level, capability="GOV-01"):
    first = session.assessment().organisations[0].id
    return session.answers.give(capability, first, Value(State.LEVEL, level))


def value(session, capability="GOV-01"):
    return session.assessment().value(capability, session.assessment().organisations[0].id).level


def test_three_undone_and_two_redone_leave_the_second(session):
    for level in (1, 2, 3):
        give(session, level)
    for _ in range(3):
        session.undo()
    for _ in range(2):
        session.redo()

    assert value(session) == 2
    assert session.to_redo().label == "Undo: GOV-01 for Riverside Trust: 2 → 3"


def test_undo_says_what_it_took_and_is_a_batch_of_its_kind(session):
    give(session, 1)

    assert session.undo() == Touched.ANSWERS | Touched.HISTORY
    assert session.batches()[-1].kind is BatchKind.UNDO
    assert session.batches()[-1].label == "Undo: GOV-01 for Riverside Trust: not answered → 1"


def test_a_new_edit_ends_redo(session):
    give(session, 1)
    session.undo()
    give(session, 2)

    with pytest.raises(Refused, match="nothing to redo"):
        session.redo()


def test_making_the_assessment_is_never_undone(session):
    give(session, 1)
    session.undo()

    assert session.to_undo() is None
    with pytest.raises(Refused, match="nothing to undo"):
        session.undo()


def test_undo_works_after_closing_and_opening_again(session, work):
    give(session, 4)
    path = session.document.path
    session.close()
    again = Document.open(path, work)
    reopened = Session(again.file, again)
    reopened.undo()

    assert value(reopened) is None
    reopened.close()


def test_gaps_are_of_what_the_file_holds_now(session):
    before = session.gaps()
    give(session, 5)

    assert session.gaps() is session.gaps()
    assert session.gaps() is not before
    assert session.gaps().of("GOV-01").pairs[session.assessment().organisations[0].id].level == 5


def test_a_report_holds_one_moment(session):
    give(session, 2)
    report = session.report(version="1.2.3")
    give(session, 3)

    assert (report.revision, report.version) == (2, "1.2.3")
    assert report.today == report.made.date()
    assert report.assessment.value("GOV-01", session.assessment().organisations[0].id).level == 2
