"""The laws of merging, on random histories of three rooms (design.md 5)."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.room_steps import histories, namer, play, settler
from tests.core.rooms import carried

from techmodel.core.journal import apply_edits, replay
from techmodel.core.merge import changes_nothing, compare, merged_edits

seeds = st.integers(0, 9)


@settings(deadline=None)
@given(histories)
def test_replaying_the_journal_gives_the_tables_whatever_was_merged(script):
    for room in play(script):
        assert replay(room.batches) == room.tables


@settings(deadline=None)
@given(histories)
def test_a_file_merged_into_itself_changes_nothing(script):
    for room in play(script):
        assert changes_nothing(compare(room.side, room.side))
        assert compare(room.side, room.copy().side).taken == ()


@settings(deadline=None)
@given(histories, seeds)
def test_merging_twice_is_merging_once(script, seed):
    a, b, _ = play(script)
    a.merge(b, settler(seed), namer(seed))
    once = a.tables
    again = a.merge(b, settler(seed), namer(seed))

    assert (again.conflicts, again.same_names, a.tables) == ((), (), once)


@settings(deadline=None)
@given(histories, seeds)
def test_it_does_not_matter_which_is_merged_into_which(script, seed):
    a, b, _ = play(script)
    one, other = a.copy(), b.copy()
    one.merge(b, settler(seed), namer(seed))
    other.merge(a, settler(seed, flipped=True), namer(seed))

    assert carried(one.tables) == carried(other.tables)


@settings(deadline=None)
@given(histories, seeds)
def test_after_there_and_back_both_are_alike_and_nothing_is_asked_again(script, seed):
    a, b, _ = play(script)
    a.merge(b, settler(seed), namer(seed))
    back = b.merge(a, settler(seed), namer(seed))

    assert (back.conflicts, back.same_names) == ((), ())
    assert carried(b.tables) == carried(a.tables)


@settings(deadline=None)
@given(histories, seeds)
def test_a_merge_taken_back_can_be_done_again_and_comes_to_the_same(script, seed):
    a, b, _ = play(script)
    before, length = a.tables, len(a.batches)
    first = a.merge(b, settler(seed), namer(seed))
    merged = a.tables
    if len(a.batches) > length:
        a.undo()
    assert a.tables == before
    again = a.merge(b, settler(seed), namer(seed))

    assert (a.tables, again.conflicts) == (merged, first.conflicts)


@settings(deadline=None)
@given(histories, seeds)
def test_no_row_is_left_without_its_organisation_and_names_differ(script, seed):
    for room in play(script):
        there = {key[0] for key in room.tables["organisation"]}
        names = [row["name"].casefold() for row in room.tables["organisation"].values()]
        evidence = room.tables.get("evidence", {}).values()

        assert {key[1] for key in room.tables.get("answer", {})} <= there
        assert {key[1] for key in room.tables.get("onboarding", {})} <= there
        assert {end for key in room.tables.get("flow", {}) for end in key[:2]} <= there
        assert {row["organisation"] for row in evidence} <= there
        assert len(set(names)) == len(names)


@settings(deadline=None)
@given(histories, seeds)
def test_what_is_said_to_merge_by_itself_is_what_merges(script, seed):
    a, b, _ = play(script)
    found = compare(a.side, b.side)
    if found.conflicts or found.same_names:
        return
    edits = merged_edits(a.side, b.side, {}, {})

    assert {(e.table, e.key) for e in found.only_theirs} <= {(e.table, e.key) for e in edits}
    assert apply_edits(a.tables, edits)
