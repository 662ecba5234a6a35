"""Merging two rooms: what is taken, what is asked, and how it is settled."""

import pytest
from tests.core.rooms import BLANK, first_room, level, partner

from techmodel.core.journal import apply_edits
from techmodel.core.merge import changes_nothing, compare, merged_edits
from techmodel.core.merge_parts import Choice

PAIR = ("REC-01", "org-m1")
OTHER = ("REC-02", "org-m2")
TARGET = ("override", ("REC-01",))
TRUST = ("organisation", ("org-m1",))


def two(level_before=2):
    """Two copies of an assessment with one answer."""
    ours = first_room()
    ours.answer(PAIR, value=level(level_before), note="as before")
    return ours, ours.copy()


def asked(ours, theirs):
    return [(c.row, c.fields) for c in compare(ours.side, theirs.side).conflicts]


def value(room, pair=PAIR):
    return room.row("answer", pair)["value"]["level"]


def settled(ours, theirs, choice):
    """Our tables after everything was settled in one way."""
    rows = [c.row for c in compare(ours.side, theirs.side).conflicts]
    edits = merged_edits(ours.side, theirs.side, dict.fromkeys(rows, choice))
    return apply_edits(ours.tables, edits)


def trust(room, **changes):
    room.become(*TRUST, room.row(*TRUST) | changes)


def aim(room, number):
    room.become(*TARGET, {"value": {"level": number, "reason": "so", "owner": ""}})


def test_what_one_side_changed_is_taken_and_what_both_left_stays():
    ours, theirs = two()
    theirs.answer(OTHER, value=level(4))
    ours.answer(PAIR, parked=True)
    found = compare(ours.side, theirs.side)
    ours.merge(theirs)

    assert ([e.key for e in found.only_theirs], found.only_ours) == ([OTHER], (("answer", PAIR),))
    assert (value(ours, OTHER), ours.row("answer", PAIR)["parked"]) == (4, True)


def test_a_lowered_answer_stays_lowered_wherever_it_is_merged():
    ours, theirs = two(level_before=4)
    theirs.answer(PAIR, value=level(1))
    ours.merge(theirs)
    theirs.merge(ours)
    ours.answer(PAIR, value=level(0))
    theirs.merge(ours)
    ours.merge(theirs)

    assert (value(ours), value(theirs)) == (0, 0)


def test_what_both_changed_alike_is_told_and_not_asked():
    ours, theirs = two()
    for room in (ours, theirs):
        room.answer(PAIR, value=level(3))
    found = compare(ours.side, theirs.side)

    assert (found.conflicts, found.both_alike) == ((), (("answer", PAIR),))


def test_note_and_dissent_go_with_the_level_they_explain():
    ours, theirs = two()
    ours.answer(PAIR, value=level(3), note="why three")
    theirs.answer(PAIR, value=level(1), dissent="two of us say 2", parked=True)

    assert asked(ours, theirs) == [(("answer", PAIR), ("value", "note", "dissent"))]
    ours.merge(theirs, lambda _: Choice.THEIRS)
    assert ours.row("answer", PAIR) == theirs.row("answer", PAIR)


def test_notes_are_asked_alone_where_the_level_merges_by_itself():
    ours, theirs = two()
    ours.answer(PAIR, value=level(3), note="why three")
    theirs.answer(PAIR, note="why two")
    (conflict,) = compare(ours.side, theirs.side).conflicts

    assert (conflict.fields, conflict.merged["value"]) == (("note",), level(3))
    ours.merge(theirs, lambda _: Choice.THEIRS)
    assert ours.row("answer", PAIR) == BLANK | {"value": level(3), "note": "why two"}


def test_a_cleared_answer_and_a_changed_one_are_a_question():
    ours, theirs = two()
    ours.undo()
    theirs.answer(PAIR, value=level(3))
    (conflict,) = compare(ours.side, theirs.side).conflicts

    assert (conflict.ours, conflict.before["value"]) == (None, level(2))
    assert PAIR not in settled(ours, theirs, Choice.OURS).get("answer", {})
    assert settled(ours, theirs, Choice.THEIRS)["answer"][PAIR]["value"] == level(3)


def test_another_level_or_parking_settles_a_question_too():
    ours, theirs = two()
    ours.answer(PAIR, value=level(3))
    theirs.answer(PAIR, value=level(1))

    assert settled(ours, theirs, {"value": level(2)})["answer"][PAIR]["value"] == level(2)
    parked = settled(ours, theirs, {"parked": True})["answer"][PAIR]
    assert (parked["value"], parked["parked"]) == (level(3), True)


def test_a_target_cleared_here_and_changed_there_is_asked_as_a_whole():
    ours, theirs = two()
    aim(ours, 2)
    theirs = ours.copy()
    ours.become(*TARGET, None)
    aim(theirs, 4)

    assert asked(ours, theirs) == [(TARGET, ("*",))]
    assert "override" not in settled(ours, theirs, Choice.OURS)
    assert settled(ours, theirs, Choice.THEIRS)["override"] == theirs.tables["override"]
    assert settled(ours, theirs, {"value": "5"})["override"][TARGET[1]] == {"value": "5"}


def test_a_target_set_anew_on_both_sides_is_asked():
    ours, theirs = two()
    aim(ours, 2)
    aim(theirs, 4)
    (conflict,) = compare(ours.side, theirs.side).conflicts

    assert (conflict.fields, conflict.before) == (("value",), None)


def test_place_and_short_name_are_never_asked_but_weight_is():
    ours, theirs = two()
    trust(ours, short_name="B", position=7, weight=2.0)
    trust(theirs, short_name="A", position=9, weight=3.0)

    assert asked(ours, theirs) == [(TRUST, ("weight",))]
    row = settled(ours, theirs, Choice.THEIRS)["organisation"]["org-m1",]
    assert (row["short_name"], row["position"], row["weight"]) == ("A", 7, 3.0)


def test_names_that_differ_only_in_capitals_are_not_asked():
    ours, theirs = two()
    trust(ours, name="hill trust")
    trust(theirs, name="Hill Trust")

    assert asked(ours, theirs) == []


def test_deleted_evidence_that_the_other_changed_is_asked_and_else_deleted():
    ours, _ = two()
    row = {"capability": "REC-01", "organisation": "org-m1", "grade": "A", "title": "Log"}
    for key in ("ev-1", "ev-2"):
        ours.become("evidence", (key,), row)
    theirs = ours.copy()
    for key in ("ev-1", "ev-2"):
        ours.become("evidence", (key,), None)
    theirs.become("evidence", ("ev-1",), row | {"grade": "B"})

    assert asked(ours, theirs) == [(("evidence", ("ev-1",)), ("*",))]
    assert "evidence" not in settled(ours, theirs, Choice.OURS)
    assert settled(ours, theirs, {"title": "T"})["evidence"]["ev-1",]["title"] == "T"


def joined_and_left():
    """We took an organisation back again that the other file has answered for meanwhile."""
    ours, _ = two()
    ours.become("organisation", ("org-n",), partner("New", 3))
    theirs = ours.copy()
    ours.undo()
    theirs.answer(("REC-01", "org-n"), value=level(3))
    evidence = {"capability": "REC-01", "organisation": "org-n", "grade": "A", "title": "Log"}
    theirs.become("evidence", ("ev-1",), evidence)
    return ours, theirs


def test_an_organisation_deleted_here_and_answered_for_there_is_one_question():
    ours, theirs = joined_and_left()
    (conflict,) = compare(ours.side, theirs.side).conflicts

    assert (conflict.row, conflict.fields, conflict.ours) == (
        ("organisation", ("org-n",)),
        ("*",),
        None,
    )
    assert conflict.their_batch == theirs.batches[-1]


def test_what_is_recorded_for_an_organisation_goes_with_the_choice():
    ours, theirs = joined_and_left()

    assert settled(ours, theirs, Choice.OURS) == ours.tables
    assert settled(ours, theirs, Choice.THEIRS)["answer"] == theirs.tables["answer"]
    assert settled(theirs, ours, Choice.OURS)["evidence"] == theirs.tables["evidence"]
    assert settled(theirs, ours, Choice.THEIRS) == ours.tables


def test_an_organisation_nobody_else_needs_is_deleted_with_its_blank_answers():
    ours, _ = two()
    ours.become("organisation", ("org-n",), partner("New", 3))
    theirs = ours.copy()
    theirs.become("answer", ("REC-01", "org-n"), BLANK)
    ours.undo()

    assert asked(theirs, ours) == []
    assert settled(theirs, ours, Choice.OURS) == ours.tables


def test_evidence_goes_back_to_where_it_was_when_its_organisation_is_deleted():
    ours, _ = two()
    ours.become("organisation", ("org-n",), partner("New", 3))
    evidence = {"capability": "REC-01", "organisation": "org-m1", "grade": "A", "title": "Log"}
    ours.become("evidence", ("ev-1",), evidence)
    theirs = ours.copy()
    theirs.become("evidence", ("ev-1",), evidence | {"organisation": "org-n"})
    ours.become("organisation", ("org-n",), None)

    assert asked(ours, theirs) == [(("organisation", ("org-n",)), ("*",))]
    assert settled(ours, theirs, Choice.OURS)["evidence"]["ev-1",] == evidence


def test_the_checklist_that_is_used_is_always_there():
    ours, theirs = two()
    theirs.become("checklist", ("c2",), {"content": "c2"})
    theirs.become("setting", ("checklist",), {"value": "c2"})
    theirs.become("checklist", ("c1",), None)
    ours.become("setting", ("checklist",), {"value": "c3"})
    kept = settled(ours, theirs, Choice.THEIRS)

    assert (kept["setting"]["checklist",]["value"], ("c2",) in kept["checklist"]) == ("c2", True)


def test_rounds_of_the_other_file_are_named_and_not_carried():
    ours, theirs = two()
    theirs.become("round", ("r1",), {"name": "Spring", "at": ""})

    assert ours.merge(theirs).rounds_left == ("Spring",)
    assert "round" not in ours.tables


def test_a_merge_that_brings_only_merges_is_not_made():
    ours, theirs = two()
    ours.answer(OTHER, value=level(1))
    theirs.merge(ours)
    found = compare(ours.side, theirs.side)

    assert (len(found.taken), changes_nothing(found)) == (1, True)


def test_nothing_is_merged_while_something_is_open():
    ours, theirs = two()
    ours.answer(PAIR, value=level(3))
    theirs.answer(PAIR, value=level(1))
    with pytest.raises(KeyError):
        merged_edits(ours.side, theirs.side, {})
    ours.become("organisation", ("org-a",), partner("New", 3))
    theirs.become("organisation", ("org-b",), partner("new", 3))
    with pytest.raises(KeyError, match="New"):
        merged_edits(ours.side, theirs.side, {("answer", PAIR): Choice.OURS})


def test_what_was_asked_and_kept_is_in_the_journal():
    ours, theirs = two()
    ours.answer(PAIR, value=level(3))
    theirs.answer(PAIR, value=level(1))
    ours.merge(theirs)
    (kept,) = ours.batches[-1].edits

    assert (kept.field, kept.old, kept.new) == ("value", level(3), level(3))


def test_of_a_thing_that_was_to_be_deleted_every_field_is_kept():
    ours, theirs = joined_and_left()
    theirs.merge(ours)

    assert {e.field for e in theirs.batches[-1].edits} == set(partner("New"))
