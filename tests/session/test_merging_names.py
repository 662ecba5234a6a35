"""Organisations that both rooms added under one name, and more than there is room for."""

import pytest
from tests.session.two_rooms import give, level, pair

from techmodel.core.errors import Refused
from techmodel.core.merge_parts import Choice, Same
from techmodel.session.merging import find_merge
from techmodel.session.organisations import MAX_ORGANISATIONS, Newcomer


def join(rooms, name="Hospice"):
    """Both rooms let an organisation of one name join, and answer for it."""
    for session, number in ((rooms.ours, 1), (rooms.theirs, 3)):
        session.organisations.add([Newcomer(name, "gp")])
        give(session, number, who=3)


def names(session):
    return [o.name for o in session.assessment().organisations]


def test_one_name_on_both_sides_is_asked_and_no_rule_of_conflicts_settles_it(rooms):
    join(rooms)
    (name,) = find_merge(rooms.ours, rooms.other()).same_names

    assert name.name == "Hospice"
    with pytest.raises(Refused, match="1 organisation of the same name joined in both"):
        rooms.merge(Choice.THEIRS)


def test_settled_as_one_its_two_answers_are_a_conflict(rooms):
    join(rooms)
    theirs = pair(rooms.theirs, who=3)[1]
    rooms.merge(Choice.THEIRS, {theirs: Same.ONE})

    assert names(rooms.ours).count("Hospice") == 1
    assert level(rooms.ours, who=3) == 3


def test_settled_as_two_each_keeps_its_answer_and_has_a_name_of_its_own(rooms):
    join(rooms)
    theirs = pair(rooms.theirs, who=3)[1]
    rooms.merge(Choice.OURS, {theirs: Same.TWO})

    assert sorted(names(rooms.ours)[3:]) == ["Hospice", "Hospice (2)"]
    assert {level(rooms.ours, who=3), level(rooms.ours, who=4)} == {1, 3}


def test_more_organisations_than_an_assessment_can_hold_are_refused(rooms):
    half = MAX_ORGANISATIONS // 2
    for session, letter in ((rooms.ours, "A"), (rooms.theirs, "B")):
        session.organisations.add([Newcomer(f"{letter} {n}", "gp") for n in range(half)])
    before = rooms.ours.seal
    with pytest.raises(Refused, match=r"an assessment can hold \d+ at most. Nothing was changed"):
        rooms.merge()

    assert rooms.ours.seal == before
