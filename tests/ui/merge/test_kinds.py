"""Real conflicts of every kind, from two rooms to the merged file."""

from dataclasses import replace

import pytest
from tests.ui.merge.rooms import Rooms

from techmodel.core.checklist import CapabilityId, CareModelId, KindId
from techmodel.core.merge_parts import Choice
from techmodel.session.organisations import Newcomer
from techmodel.ui.merge.page import MergePage

CAP = CapabilityId("REC-06")
NEW = "Hilltop Surgery"


@pytest.fixture
def settled(workspace, tmp_path, look, qtbot):
    """Let rooms differ, settle all by one side, finish; what was shown, and what came of it."""

    def run(differ, side, before=None):
        if before:
            before(workspace.session)
        rooms = Rooms(workspace, tmp_path)
        differ(rooms.here, rooms.there)
        page = MergePage(workspace, look, rooms.other())
        qtbot.addWidget(page)
        page.show()
        cards = page.parts.right.cards
        shown = cards._title.text(), cards.ours.button.text(), cards.theirs.button.text()
        page._on_rule(side)
        page.parts.foot.finish.click()
        return shown, workspace.session.assessment()

    return run


def thresholds(here, there):
    here.scope.cover(0.7)
    there.scope.cover(0.9)


def models(here, there):
    here.scope.choose_models([CareModelId("UEC")])
    there.scope.choose_models([CareModelId("MCP"), CareModelId("PLACE")])


def decided(session):
    session.targets.aim(CAP, 3, "At first")


def cleared_and_changed(here, there):
    here.targets.clear(CAP)
    there.targets.aim(CAP, 4, "Later")


def joined(session):
    session.organisations.add([Newcomer(NEW, KindId("gp"))])


def gone_and_answered(here, there):
    from techmodel.core.answers import State, Value

    here.undo()
    id_ = there.assessment().organisations[-1].id
    there.answers.give(CapabilityId("GOV-01"), id_, Value(State.LEVEL, 2))


def renamed_and_weighed(here, there):
    for session, name, weight in ((here, "Trust A", 2), (there, "Trust B", 3)):
        id_ = session.assessment().organisations[0].id
        session.organisations.rename(id_, name)
        session.organisations.weigh(id_, weight)


def proven(session):
    from techmodel.core.answers import Evidence

    first = session.assessment().organisations[0].id
    session.evidence.add(Evidence("", CAP, first, "C", "List"))


def removed_and_changed(here, there):
    held = here.assessment().evidence[0]
    here.evidence.remove(held.id)
    there.evidence.change(replace(held, title="Longer list"))


def test_thresholds(settled):
    shown, after = settled(thresholds, Choice.THEIRS)

    assert shown == ("Coverage threshold", "Keep 70%", "Take 90%")
    assert after.threshold == 0.9


def test_care_models(settled):
    shown, after = settled(models, Choice.THEIRS)

    assert shown == ("Care models", "Keep these care models", "Take these care models")
    assert set(after.care_models) == {"MCP", "PLACE"}


def test_a_decision_cleared_here_and_changed_there(settled):
    shown, after = settled(cleared_and_changed, Choice.OURS, decided)

    assert shown[1:] == ("Keep it without a decision", "Take target 4")
    assert after.overrides == {}


@pytest.mark.parametrize(("side", "count"), [(Choice.OURS, 3), (Choice.THEIRS, 4)])
def test_an_organisation_gone_here_and_answered_there(settled, side, count):
    shown, after = settled(gone_and_answered, side, joined)

    assert shown == (NEW, "Leave it deleted", "Bring it back")
    assert len(after.organisations) == count
    assert len(after.answers) == count - 3


def test_an_organisation_renamed_and_weighed_on_both_sides(settled):
    shown, after = settled(renamed_and_weighed, Choice.THEIRS)

    assert shown == ("Trust A", "Keep these", "Take these")
    assert (after.organisations[0].name, after.organisations[0].weight) == ("Trust B", 3.0)


def test_evidence_removed_here_and_changed_there(settled):
    shown, after = settled(removed_and_changed, Choice.THEIRS, proven)

    assert shown == ("Longer list", "Leave it deleted", "Bring it back")
    assert [e.title for e in after.evidence] == ["Longer list"]
