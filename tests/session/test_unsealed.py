"""A file whose seal is broken is looked at, with what differs from the last good copy."""

import sqlite3

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.errors import DamagedFile, FileProblem, SealBroken
from techmodel.session.unsealed import look_at_unsealed
from techmodel.store.digest import read_seal
from techmodel.store.reading import read_document, read_unsealed


@pytest.fixture
def path(session, tmp_path, monkeypatch):
    """A document with an answer and a backup."""
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path))
    capability = session.gaps().capabilities[0]
    organisation = next(iter(capability.pairs))
    session.answers.give(capability.id, organisation, Value(State.LEVEL, 2))
    session.document.publish()
    session.backups.make()
    return session.document.path


def edit(path, *statements):
    """Change a document as a stranger with a database tool would."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return path.read_bytes()


RAISED = "UPDATE answer SET value = replace(value, '\"level\":2', '\"level\":5')"


def test_a_broken_seal_is_refused_by_name(path):
    edit(path, RAISED)
    with pytest.raises(SealBroken, match="does not match its seal; it may have been edited"):
        read_document(path)


def test_it_may_be_looked_at_and_what_differs_from_the_last_copy_is_told(path, session):
    data = edit(path, RAISED)
    found = look_at_unsealed(path)
    (change,) = found.differs.answers

    assert found.session.read_only
    assert (change.then.value.level, change.now.value.level) == (2, 5)
    assert found.backup == session.backups.all()[0]
    assert path.read_bytes() == data


def test_without_a_copy_it_is_just_looked_at(path, session):
    edit(path, RAISED)
    session.backups.all()[0].path.unlink()
    found = look_at_unsealed(path)

    assert (found.backup, found.differs) == (None, None)


def test_it_takes_no_change(path):
    edit(path, RAISED)
    session = look_at_unsealed(path).session
    with pytest.raises(FileProblem, match="opened for reading"):
        session.scope.entitle("X")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer SET value = replace(value, '\"level\"', '\"bogus\"')",
        "UPDATE answer SET value = '[1]'",
        "UPDATE answer SET value = '{'",
        'UPDATE answer SET value = replace(value, \'"state":\', \'"state":"x","was":\')',
        "UPDATE batch SET at = 'yesterday' WHERE revision = 1",
        "UPDATE batch SET kind = 'other'",
        "DELETE FROM checklist",
        "UPDATE setting SET value = '\"x\"' WHERE name = 'threshold'",
        "DELETE FROM meta WHERE name = 'assessment'",
        "CREATE TABLE other (x)",
        "DROP TABLE round",
    ],
)
def test_what_makes_no_sense_is_not_even_looked_at(path, statement):
    data = edit(path, statement)
    with pytest.raises(DamagedFile):
        look_at_unsealed(path)

    assert path.read_bytes() == data


def test_the_picture_is_sealed_anew_but_the_file_is_not(path):
    edit(path, RAISED)
    picture = read_unsealed(path)
    connection = sqlite3.connect(path)

    assert picture.seal != read_seal(connection)
    connection.close()
