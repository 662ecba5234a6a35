"""Two rooms with a copy each of one assessment, for the tests of merging."""

from tests.conftest import Clock

from techmodel.core.answers import State, Value
from techmodel.core.merge_parts import Choice
from techmodel.session.merging import choices_by_rule, find_merge, merge, read_other
from techmodel.session.session import Session
from techmodel.store.working_file import Document


class Rooms:
    """Two rooms with a copy each of one assessment; both are open."""

    def __init__(self, session, tmp_path):
        session.document.publish()
        self.ours, self.path = session, tmp_path / "b.techmodel"
        self.path.write_bytes(session.document.path.read_bytes())
        document = Document.open(self.path, tmp_path / "elsewhere" / "work")
        self.theirs = Session(document.file, document, Clock())

    def other(self):
        """Their file, as they last saved it."""
        self.theirs.document.publish()
        return read_other(self.path)

    def merge(self, rule=Choice.OURS, same=None):
        """Merge their file into ours by a rule."""
        other = self.other()
        choices = choices_by_rule(find_merge(self.ours, other, same), rule)
        return merge(self.ours, other, choices, same)


def pair(session, capability="GOV-01", who=0):
    return capability, session.assessment().organisations[who].id


def give(session, level, capability="GOV-01", who=0):
    session.answers.give(*pair(session, capability, who), Value(State.LEVEL, level))


def level(session, capability="GOV-01", who=0):
    return session.assessment().value(*pair(session, capability, who)).level


def row(session, capability="GOV-01", who=0):
    return "answer", pair(session, capability, who)


def differ(rooms, capability="GOV-01"):
    """Both rooms answer one question, we with 1, they with 3."""
    give(rooms.ours, 1, capability)
    give(rooms.theirs, 3, capability)
