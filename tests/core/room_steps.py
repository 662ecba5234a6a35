"""Random histories of several rooms: what people may do, drawn by Hypothesis."""

from zlib import crc32

from hypothesis import strategies as st
from tests.core.rooms import BLANK, CAPABILITIES, first_room, level, partner

from techmodel.core.merge_parts import Choice, Same

ROOMS = 3
NAMES = ("Hill", "hill", "Dale")

some_room = st.integers(0, ROOMS - 1)
pairs = st.tuples(st.sampled_from(CAPABILITIES), st.integers(0, 3))

edits = st.one_of(
    st.tuples(st.just("value"), pairs, st.integers(0, 3)),
    st.tuples(st.just("value"), pairs, st.integers(0, 3)),
    st.tuples(st.just("note"), pairs, st.sampled_from(["", "a", "b"])),
    st.tuples(st.just("parked"), pairs, st.booleans()),
    st.tuples(st.just("provided"), pairs, st.integers(0, 3)),
    st.tuples(st.just("join"), st.sampled_from(NAMES), st.integers(0, 99)),
    st.tuples(st.just("rename"), st.integers(0, 3), st.sampled_from([*NAMES, "Vale"])),
    st.tuples(st.just("weigh"), st.integers(0, 3), st.sampled_from([1.0, 2.0])),
    st.tuples(st.just("evidence"), pairs, st.integers(0, 2)),
    st.tuples(st.just("grade"), st.integers(0, 2), st.sampled_from("ABC")),
    st.tuples(st.just("remove"), st.integers(0, 2)),
    st.tuples(st.just("aim"), st.sampled_from(CAPABILITIES), st.integers(0, 2)),
    st.tuples(st.just("title"), st.sampled_from(["Place", "Town"])),
    st.tuples(st.just("round"), st.integers(0, 2)),
    st.tuples(
        st.just("send"),
        st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from(["F-01", "FK7D2"])),
        st.sampled_from([{"value": 1}, {"value": 3}, {"note": "a"}, {"note": "b"}, None]),
    ),
    st.tuples(
        st.just("connect"),
        st.sampled_from(["PDS", "SCR"]),
        st.integers(0, 3),
        st.sampled_from([{"state": "planned"}, {"state": "live"}, {"owner": "a"}, {"owner": "b"}]),
    ),
    st.tuples(
        st.just("judge"),
        st.sampled_from(["hope", "time"]),
        st.sampled_from([{"level": 1}, {"level": 4}, {"note": "a"}, {"note": "b"}, None]),
    ),
)
steps = st.one_of(
    st.tuples(st.just("do"), some_room, edits),
    st.tuples(st.just("do"), some_room, edits),
    st.tuples(st.just("do"), some_room, edits),
    st.tuples(st.just("undo"), some_room),
    st.tuples(st.just("redo"), some_room),
    st.tuples(st.just("merge"), some_room, some_room, st.integers(0, 9)),
    st.tuples(st.just("copy"), some_room, some_room),
)
histories = st.lists(steps, max_size=40)


def play(script):
    """The rooms after everything in a script happened."""
    first = first_room()
    rooms = [first, *(first.copy() for _ in range(ROOMS - 1))]
    for step in script:
        take(rooms, step)
    return rooms


def take(rooms, step):
    """Let one thing happen."""
    verb, place, *rest = step
    room = rooms[place]
    if verb == "do":
        do(room, *rest[0])
    elif verb == "merge":
        room.merge(rooms[rest[0]], settler(rest[1]), namer(rest[1]))
    elif verb == "copy":
        rooms[place] = rooms[rest[0]].copy()
    else:
        getattr(room, verb)()


def organisations(room):
    return sorted(room.tables["organisation"])


def organisation(room, number):
    """One of the organisations, by number."""
    found = organisations(room)
    return found[number % len(found)]


def do(room, verb, *given):
    """One thing a person does in a room, if it can be done there."""
    _VERBS[verb](room, *given)


def _value(room, pair, number):
    key = pair[0], organisation(room, pair[1])[0]
    room.answer(key, value=level(number) if number else BLANK["value"])


def _provided(room, pair, number):
    key = pair[0], organisation(room, pair[1])[0]
    room.answer(key, value=level(None, organisation(room, number)[0]))


def _field(name):
    def change(room, pair, value):
        room.answer((pair[0], organisation(room, pair[1])[0]), **{name: value})

    return change


def _join(room, name, serial):
    if _free(room, name) and len(organisations(room)) < 5:
        room.become("organisation", (f"org-{serial:02}",), partner(name, 3))


def _rename(room, number, name):
    if _free(room, name):
        key = organisation(room, number)
        room.become("organisation", key, room.row("organisation", key) | {"name": name})


def _weigh(room, number, weight):
    key = organisation(room, number)
    room.become("organisation", key, room.row("organisation", key) | {"weight": weight})


def _free(room, name):
    rows = room.tables["organisation"].values()
    return name.casefold() not in {row["name"].casefold() for row in rows}


def _evidence(room, pair, number):
    row = {"capability": pair[0], "organisation": organisation(room, pair[1])[0]}
    if not room.row("evidence", (f"ev-{number}",)):
        room.become("evidence", (f"ev-{number}",), row | {"grade": "A", "title": "Log"})


def _grade(room, number, grade):
    row = room.row("evidence", (f"ev-{number}",))
    if row:
        room.become("evidence", (f"ev-{number}",), row | {"grade": grade})


def _remove(room, number):
    room.become("evidence", (f"ev-{number}",), None)


def _aim(room, capability, number):
    row = {"value": {"level": number, "reason": "so", "owner": ""}} if number else None
    room.become("override", (capability,), row)


def _title(room, title):
    room.become("setting", ("title",), {"value": title})


def _round(room, number):
    room.become("round", (f"r{number}-{len(room.batches)}",), {"name": f"R{number}", "at": ""})


def _connect(room, service, number, fields):
    key = service, organisation(room, number)[0]
    blank = {"state": "not started", "owner": "", "date": "", "note": ""}
    room.become("onboarding", key, blank | room.row("onboarding", key) | fields)


def _send(room, way, fields):
    sender, receiver = (organisation(room, number)[0] for number in way[:2])
    key = sender, receiver, way[2]
    blank = {"value": 0, "note": "", "own": None}
    row = None if fields is None else blank | room.row("flow", key) | fields
    if sender != receiver:
        room.become("flow", key, row)


def _judge(room, factor, fields):
    blank = {"level": 0, "note": ""}
    row = None if fields is None else blank | room.row("condition", (factor,)) | fields
    room.become("condition", (factor,), row)


_VERBS = {
    "value": _value,
    "provided": _provided,
    "note": _field("note"),
    "parked": _field("parked"),
    "join": _join,
    "rename": _rename,
    "weigh": _weigh,
    "evidence": _evidence,
    "grade": _grade,
    "remove": _remove,
    "aim": _aim,
    "title": _title,
    "round": _round,
    "connect": _connect,
    "judge": _judge,
    "send": _send,
}


def settler(seed, *, flipped=False):
    """Settle every conflict by what its row and a seed happen to say; flipped, the other way."""

    def settle(conflict):
        ours = (crc32(repr((conflict.row, seed)).encode()) % 2 == 0) != flipped
        return Choice.OURS if ours else Choice.THEIRS

    return settle


def namer(seed):
    """Say of organisations of one name that they are one, or two."""
    return lambda name: (
        Same.ONE if crc32(f"{name.name}{seed}".casefold().encode()) % 2 else Same.TWO
    )
