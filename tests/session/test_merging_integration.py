"""Flows and stages of two rooms: what is not the same never becomes one, and keys follow names."""

import pytest
from tests.session.two_rooms import pair

from techmodel.core.flow_parts import UNKNOWN, FlowKey, FlowState, FlowValue, OwnFlow, RecordedFlow
from techmodel.core.flow_rows import flow_fields
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.merge_parts import Choice, Same
from techmodel.core.onboarding import Stage
from techmodel.session.merging import find_merge
from techmodel.session.organisations import Newcomer

ROOMS = ("Photographs", UNKNOWN, ""), ("Scans", FlowValue(FlowState.LEVEL, 3), "Seen")


def ends(session, *places):
    return [pair(session, who=n)[1] for n in places]


def informations(session):
    return sorted(f.own.information for f in session.assessment().flows.values() if f.own)


def add_by_hand(session, information, value, note):
    """An own flow with an id that another room happens to use for something else."""
    key = FlowKey(*ends(session, 0, 1), "FK7D2")
    row = flow_fields(RecordedFlow(key, value, note, OwnFlow(information, "REC-06", 3)))
    session.apply([Edit("flow", (*key,), WHOLE_ROW, None, row)], information)
    return key


def test_what_two_rooms_add_for_one_way_is_kept_side_by_side(rooms):
    for session, (information, _, _) in zip((rooms.ours, rooms.theirs), ROOMS, strict=True):
        session.flows.add(*ends(session, 0, 1), information, "REC-06", 3)
    rooms.merge()

    assert informations(rooms.ours) == ["Photographs", "Scans"]


@pytest.mark.parametrize(("rule", "kept"), [(Choice.OURS, ROOMS[0]), (Choice.THEIRS, ROOMS[1])])
def test_two_things_under_one_id_are_asked_and_never_mixed(rooms, rule, kept):
    for session, said in zip((rooms.ours, rooms.theirs), ROOMS, strict=True):
        key = add_by_hand(session, *said)
    (conflict,) = find_merge(rooms.ours, rooms.other()).conflicts
    rooms.merge(rule)
    flow = rooms.ours.assessment().flows[key]

    assert set(conflict.fields) == {"own", "value", "note"}
    assert (flow.own.information, flow.value, flow.note) == kept


def test_flows_and_stages_of_an_organisation_that_becomes_one_follow_it(rooms):
    for session, (information, value, _) in zip((rooms.ours, rooms.theirs), ROOMS, strict=True):
        session.organisations.add([Newcomer("Hospice", "gp")])
        hospice, trust = ends(session, 3, 0)
        session.flows.add(hospice, trust, information, "REC-06", 3)
        session.services.change("PDS" if value is UNKNOWN else "SCR", [hospice], stage=Stage.LIVE)
    theirs = ends(rooms.theirs, 3)[0]
    rooms.merge(same={theirs: Same.ONE})
    (hospice,) = ends(rooms.ours, 3)

    assert informations(rooms.ours) == ["Photographs", "Scans"]
    assert {key.sender for key in rooms.ours.assessment().flows} == {hospice}
    assert [*rooms.ours.services.all()] == [("PDS", hospice), ("SCR", hospice)]


def test_a_level_said_of_both_in_two_rooms_is_asked_once(rooms):
    for session, level in ((rooms.ours, 1), (rooms.theirs, 4)):
        session.scope.change({"care_models": ["PLACE"]})
        session.organisations.add([Newcomer("Hospice", "gp")])
        way = tuple(ends(session, 0, 3))
        session.flows.set_level(
            next(f.key for f in session.flows.all() if f.key[:2] == way), level
        )
    theirs = ends(rooms.theirs, 3)[0]
    found = find_merge(rooms.ours, rooms.other(), {theirs: Same.ONE})
    rooms.merge(Choice.THEIRS, {theirs: Same.ONE})

    assert [c.row[0] for c in found.conflicts if c.row[0] == "flow"] == ["flow"]
    assert [f.value.level for f in rooms.ours.assessment().flows.values()] == [4]
