"""Two rooms merged by journals come to what three plain pictures come to."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core import merge_oracle, room_steps
from tests.core.rooms import carried, first_room

from techmodel.core.journal import BatchKind, next_redo, next_undo
from techmodel.core.merge_parts import Choice

names = st.tuples(st.just("join"), st.sampled_from(["Hill", "Dale"]), st.integers(0, 99))
edits = room_steps.edits.filter(lambda edit: edit[0] not in {"join", "rename", "round"}) | names
steps = st.one_of(
    st.tuples(st.just("do"), st.integers(0, 1), edits),
    st.tuples(st.just("do"), st.integers(0, 1), edits),
    st.tuples(st.just("back"), st.integers(0, 1), st.sampled_from(["undo", "redo"])),
    st.tuples(st.just("merge"), st.integers(0, 1), st.integers(0, 9)),
)


def takes_back_a_merge(room, verb):
    """Undo and redo of merges have laws of their own."""
    taken = (next_undo if verb == "undo" else next_redo)(room.batches)
    merges = {b.id for b in room.batches if b.kind is BatchKind.MERGE}
    return taken is None or taken.id in merges or taken.kind in {BatchKind.UNDO, BatchKind.REDO}


def expected(base, room, other, seed):
    settle = room_steps.settler(seed)

    def takes_theirs(table, key):
        return settle_row(settle, (table, key)) is Choice.THEIRS

    return merge_oracle.merged(base, room.tables, other.tables, takes_theirs)


def settle_row(settle, row):
    class Asked:
        pass

    Asked.row = row
    return settle(Asked)


@settings(deadline=None)
@given(st.lists(steps, max_size=30))
def test_two_rooms_come_to_what_three_pictures_come_to(script):
    first = first_room()
    rooms = [first, first.copy()]
    common, used = first.tables, set()
    for verb, place, given_ in script:
        room, other = rooms[place], rooms[1 - place]
        if verb == "do" and is_new(given_, used):
            room_steps.do(room, *given_[:1], *serial(given_[1:], place))
        elif verb == "back" and not takes_back_a_merge(room, given_):
            getattr(room, given_)()
        elif verb == "merge":
            wanted = expected(common, room, other, given_)
            room.merge(other, room_steps.settler(given_))
            common = other.tables
            assert carried(room.tables) == wanted


def is_new(edit, used):
    """No piece of evidence is ever made twice: ids are random."""
    if edit[0] != "evidence":
        return True
    before = len(used)
    used.add(edit[2])
    return len(used) > before


def serial(arguments, place):
    """Names and ids of new organisations differ from room to room."""
    if arguments[0] in {"Hill", "Dale"}:
        number = 2 * arguments[1] + place
        return f"{arguments[0]} {number}", number
    return arguments
