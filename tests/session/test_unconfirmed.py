"""A change that was written though the disk did not confirm it is told: screen and file agree."""

import sqlite3

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.errors import FileProblem
from techmodel.session.session import Session
from techmodel.session.touched import Touched
from techmodel.store import database


class Unsure:
    """A connection whose COMMIT is done, or `lost`, and fails; if `mute`, nothing is read then."""

    def __init__(self, connection, *, mute=False, lost=False):
        self.connection, self.mute, self.lost, self.failed = connection, mute, lost, False

    def __getattr__(self, name):
        return getattr(self.connection, name)

    def execute(self, sql, *arguments):
        if self.mute and self.failed:
            raise refused()
        if sql == "COMMIT":
            self.failed = True
            if not self.lost:
                self.connection.execute(sql)
            raise refused()
        return self.connection.execute(sql, *arguments)


def refused():
    error = sqlite3.OperationalError("injected")
    error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
    return error


def pair(session):
    return "GOV-01", session.assessment().organisations[0].id


def give(session, level=4):
    return session.answers.give(*pair(session), Value(State.LEVEL, level))


def level(session):
    return session.assessment().value(*pair(session)).level


@pytest.fixture
def unsure(session):
    """The session after an answer that was written and not confirmed."""
    unconfirmed(session, give)
    return session


def unconfirmed(session, verb, **how):
    """Run a verb that cannot be confirmed; afterwards the disk answers again."""
    store = session.document.file._db
    store.connection = Unsure(store.connection, **how)
    with pytest.raises(FileProblem, match="could not confirm that your last change was written"):
        verb(session)
    if isinstance(store.connection, Unsure):
        store.connection = store.connection.connection


def test_what_is_read_is_what_the_file_holds(unsure):
    file = unsure.document.file

    assert level(unsure) == 4
    assert Session(file).tables() == unsure.tables()
    assert unsure.document.unpublished


def test_trying_again_finds_it_done_and_tells_all_that_may_be_another(unsure):
    revision = unsure.revision

    assert give(unsure) == Touched.ALL
    assert unsure.revision == revision


def test_the_next_change_tells_it_too_and_only_once(unsure):
    assert unsure.scope.entitle("Another title") == Touched.ALL
    assert unsure.scope.entitle("And another") == Touched.SETTINGS | Touched.HISTORY


def test_a_window_may_ask_at_once(unsure):
    assert unsure.look_again() == Touched.ALL
    assert unsure.look_again() == Touched.NONE
    assert give(unsure) == Touched.NONE


def test_undo_that_was_done_after_all_shows_in_what_can_be_undone(session):
    give(session, 1)
    give(session, 2)
    unconfirmed(session, Session.undo)

    assert level(session) == 1
    assert session.to_undo().label.endswith("not answered → 1")
    assert session.look_again() == Touched.ALL


def test_what_could_not_even_be_looked_up_is_learned_before_the_next_change(session, monkeypatch):
    def refuse(*_):
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(database, "put_whole", refuse)
        patch.setattr(database, "_on_disk", refuse)
        unconfirmed(session, give, mute=True)
    assert give(session) == Touched.ALL
    session.document.file.verify()

    assert (level(session), session.batches()[-1].revision) == (4, 2)


def test_a_change_that_is_not_there_is_made_by_trying_again(session):
    unconfirmed(session, give, lost=True)

    assert level(session) is None
    assert session.look_again() == Touched.NONE
    assert give(session) == Touched.ANSWERS | Touched.HISTORY
    assert level(session) == 4
