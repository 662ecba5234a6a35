"""Flows and stages at two moments: what differs, which way, and in what order."""

import pytest
from hypothesis import given
from tests.core.flow_rooms import NOT_APPLICABLE, held, level, own, room, rooms

from techmodel.core.compare_answers import Turn
from techmodel.core.compare_integration import count_turns, find_flow_changes, find_stage_changes
from techmodel.core.flow_parts import UNKNOWN
from techmodel.core.flows import find_flows
from techmodel.core.onboarding import Onboarding, Stage, onboarding_fields

KEY = "o1", "o2", "F-01"


def changes(then, now, **more):
    """What becomes of one flow of the checklist with another value."""
    rows = [[held(*KEY, value)] if value else [] for value in (then, now)]
    return find_flow_changes(room(held=rows[0]), room(held=rows[1], **more))


def stages(*rows):
    """Tables with a stage for each service and organisation."""
    return {"onboarding": {row[:2]: onboarding_fields(Onboarding(*row)) for row in rows}}


@pytest.mark.parametrize(
    ("then", "now", "turn"),
    [
        (level(2), level(3), Turn.RAISED),
        (level(3), level(2), Turn.LOWERED),
        (None, level(0), Turn.NEWLY_KNOWN),
        (UNKNOWN, NOT_APPLICABLE, Turn.NEWLY_KNOWN),
        (level(3), UNKNOWN, Turn.NO_LONGER_KNOWN),
        (level(3), NOT_APPLICABLE, Turn.OTHERWISE),
    ],
)
def test_which_way_a_flow_went(then, now, turn):
    (change,) = changes(then, now)

    assert (change.turn, change.fields) == (turn, ("value",))
    assert count_turns([change], turn) == 1


@given(rooms())
def test_nothing_differs_from_itself(made):
    assert find_flow_changes(made, made) == ()


@given(rooms(), rooms())
def test_what_is_listed_is_what_is_another_and_known_or_own(then, now):
    before, after = ({f.key: f for f in find_flows(side)} for side in (then, now))
    found = {c.flow.key for c in find_flow_changes(then, now)}

    for key in before.keys() & after.keys():
        mine = {f: getattr(before[key], f) for f in ("value", "note", "information", "target")}
        assert (key in found) == any(v != getattr(after[key], f) for f, v in mine.items())
    for key in before.keys() ^ after.keys():
        flow = before.get(key) or after[key]
        assert (key in found) == (flow.is_own or not flow.is_unknown)


def test_a_target_that_is_another_is_told():
    (change,) = changes(level(2), level(2), models=("N",))

    assert (change.fields, change.turn) == (("target",), Turn.OTHERWISE)
    assert (change.then.target, change.now.target) == (3, 4)


def test_own_flows_come_are_called_otherwise_and_go():
    first, second = own(), own(information="Scans")
    then = room(held=[held("o1", "o2", "FA", None, first), held("o2", "o1", "FB", None, first)])
    now = room(held=[held("o1", "o2", "FA", None, second), held("o2", "o1", "FC", None, first)])
    found = find_flow_changes(then, now)

    assert [(c.flow.key.flow, c.fields) for c in found] == [
        ("FA", ("information",)),
        ("FC", ("flow",)),
        ("FB", ("flow",)),
    ]
    assert [(c.then is None, c.now is None) for c in found[1:]] == [(True, False), (False, True)]


def test_stages_that_differ_stand_in_the_order_of_services_and_organisations():
    order = room()
    same = "S3", "o1", Stage.LIVE
    then = stages(("S1", "o1", Stage.PLANNED), ("S2", "o1", Stage.LIVE), same)
    now = stages(
        ("S1", "o2", Stage.LIVE), ("S1", "o1", Stage.LIVE), ("S2", "o1", Stage.LIVE, "A"), same
    )
    found = find_stage_changes(then, now, order)

    assert [(c.now.service, c.now.organisation, c.fields) for c in found] == [
        ("S1", "o1", ("stage",)),
        ("S1", "o2", ("stage",)),
        ("S2", "o1", ("owner",)),
    ]
    assert [c.newly_live for c in found] == [True, True, False]
    assert find_stage_changes({}, {}, order) == ()


def test_a_stage_that_was_taken_back_is_not_started_now():
    (change,) = find_stage_changes(stages(("S1", "gone", Stage.LIVE)), {}, room())

    assert (change.now.stage, change.newly_live) == (Stage.NOT_STARTED, False)
