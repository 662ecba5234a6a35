"""Flows: levels, notes, own ones; refused with sentences, undone, read again."""

import pytest

from techmodel.core.errors import TechmodelError, WrongUse
from techmodel.core.flow_parts import UNKNOWN, FlowKey, FlowState, FlowValue, OwnFlow
from techmodel.core.merge_parts import Choice
from techmodel.core.ranges import Range
from techmodel.session.flows import FlowChange
from techmodel.session.session import Session
from techmodel.session.touched import Touched
from techmodel.store.working_file import read_document


def key_of(session, information="Discharge summaries and clinic letters"):
    return next(f.key for f in session.flows.all() if f.information == information)


def found(session, key=None):
    key = key or key_of(session)
    return next(f for f in session.flows.all() if f.key == key)


def last_label(session):
    return session.batches()[-1].label


def ends(session):
    return [o.id for o in session.assessment().organisations][:2]


def added(session, **fields):
    before = {f.key for f in session.flows.all()}
    said = {"information": "Photographs of wounds", "capability": "REC-06"} | fields
    session.flows.add(*ends(session), **said)
    return next(f for f in session.flows.all() if f.key not in before)


def test_a_level_closes_the_gap_and_can_be_undone(session):
    touched = session.flows.set_level(key_of(session), 2)

    assert touched == Touched.FLOWS | Touched.HISTORY
    assert found(session).gap == Range(1, 1)
    assert last_label(session).endswith("Riverside Trust to Hill Practice: unknown → 2")
    session.undo()
    assert (found(session).gap, session.rows("flow")) == (Range(0, 3), ())


def test_what_is_said_is_read_again_from_the_file(session):
    key = key_of(session)
    session.flows.set_not_applicable(key, "  They share no patients ", decided_by="Digital lead")
    session.flows.note(key, "Asked on Monday")
    session.document.publish()
    again = found(Session(read_document(session.document.path)), key)

    assert again.value == FlowValue(FlowState.NOT_APPLICABLE, None, "They share no patients")
    assert (again.note, again.gap) == ("Asked on Monday", None)


def test_saying_the_same_again_writes_nothing(session):
    key = key_of(session)
    assert session.flows.set_unknown(key) == Touched.NONE
    session.flows.set_level(key, 3)
    assert session.flows.set_level(key, 3) == Touched.NONE


def test_a_level_can_become_unknown_again_and_an_empty_note_goes(session):
    key = key_of(session)
    session.flows.record({key: FlowChange(FlowValue(FlowState.LEVEL, 4), "Seen")})
    session.flows.set_unknown(key)
    session.flows.note(key, "")

    assert (found(session).value, found(session).note) == (UNKNOWN, "")
    assert last_label(session).endswith(": note")


def test_many_are_said_in_one_batch_or_none(session):
    keys = [f.key for f in session.flows.all()][:3]
    changes = {key: FlowChange(FlowValue(FlowState.LEVEL, 1)) for key in keys}
    session.flows.record(changes, decided_by="Digital lead")
    revision = session.revision
    with pytest.raises(WrongUse):
        session.flows.record({**changes, keys[0]: FlowChange(FlowValue(FlowState.LEVEL, 9))})

    assert session.revision == revision
    assert (last_label(session), session.batches()[-1].decided_by) == ("3 flows", "Digital lead")


def test_another_reason_is_named_in_the_label(session):
    key = key_of(session)
    session.flows.set_not_applicable(key, "None")
    session.flows.set_not_applicable(key, "None shared")

    assert last_label(session).endswith("not applicable, another reason")


def test_an_own_flow_is_added_changed_and_removed(session):
    flow = added(session, target=3)
    assert (flow.gap, flow.is_own, flow.value) == (Range(0, 3), True, UNKNOWN)
    session.flows.change(flow.key, OwnFlow("Pictures of wounds", "REC-06", None))
    assert found(session, flow.key).information == "Pictures of wounds"
    session.flows.remove(flow.key)
    assert flow.key not in {f.key for f in session.flows.all()}
    session.undo()
    assert found(session, flow.key).target is None


REFUSED = {
    "a level too high": lambda s: s.flows.set_level(key_of(s), 6),
    "a level that is none": lambda s: s.flows.set_level(key_of(s), True),
    "a level with a point": lambda s: s.flows.set_level(key_of(s), 2.0),
    "no reason": lambda s: s.flows.set_not_applicable(key_of(s), " "),
    "a note too long": lambda s: s.flows.note(key_of(s), "x" * 20_001),
    "a flow there is not": lambda s: s.flows.set_level(FlowKey(*ends(s), "F-99"), 1),
    "a way there is not": lambda s: s.flows.set_level(FlowKey("a", "b", "F-01"), 1),
    "no information": lambda s: added(s, information=" "),
    "a capability there is not": lambda s: added(s, capability="REC-99"),
    "a target too high": lambda s: added(s, target=6),
    "one that goes there already": lambda s: added(s, information="TEST RESULTS"),
    "one added twice": lambda s: (added(s), added(s)),
    "to itself": lambda s: s.flows.add(ends(s)[0], ends(s)[0], "Notes", "REC-06"),
    "from nobody": lambda s: s.flows.add("nobody", ends(s)[0], "Notes", "REC-06"),
    "removing a typical one": lambda s: s.flows.remove(key_of(s)),
    "changing a typical one": lambda s: s.flows.change(key_of(s), OwnFlow("A", "REC-06")),
}


@pytest.mark.parametrize("step", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_in_a_sentence(session, step):
    with pytest.raises(TechmodelError, match=r"\.$"):
        step(session)


def test_who_has_left_gets_no_flows_and_keeps_what_was_said(session):
    key = key_of(session)
    session.flows.set_level(key, 3)
    session.organisations.leave(key.receiver)
    with pytest.raises(WrongUse, match="has left"):
        session.flows.add(*ends(session), "Notes", "REC-06")
    session.organisations.return_(key.receiver)

    assert found(session).value.level == 3


def test_a_capability_out_of_scope_gets_no_flows(session):
    session.scope.leave_out(["REC"])
    with pytest.raises(WrongUse, match="out of scope"):
        added(session)


def test_flows_are_as_they_were_at_an_earlier_moment(session):
    before = session.revision
    session.flows.set_level(key_of(session), 3)

    assert found(session.as_of(before)).value == UNKNOWN


def test_rooms_that_said_different_levels_are_asked_and_the_rest_is_taken(rooms):
    ours, theirs = rooms.ours, rooms.theirs
    key = key_of(ours)
    ours.flows.set_level(key, 1)
    theirs.flows.set_level(key, 3)
    extra = added(theirs)
    rooms.merge(Choice.THEIRS)

    assert found(ours, key).value.level == 3
    assert found(ours, extra.key).information == "Photographs of wounds"
    ours.undo()
    assert (found(ours, key).value.level, len(ours.rows("flow"))) == (1, 1)
