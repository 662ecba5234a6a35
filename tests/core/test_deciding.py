"""Who decided an answer: through undo, redo and merge."""

from techmodel.core.deciding import Deciders
from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit

PAIR = ("A-1", "o1")


def batch(id_, *edits, kind=BatchKind.EDIT, takes="", revision=0):
    return Batch(id_, kind, "2026-03-03T14:03:00Z", id_, edits, revision, takes=takes)


def gives(level, pair=PAIR, old=None):
    value = {"state": "level", "level": level}
    if old is None:
        return Edit("answer", pair, WHOLE_ROW, None, {"value": value, "note": ""})
    return Edit("answer", pair, "value", {"state": "level", "level": old}, value)


def decided(batches, known=(), taken=None, same=None):
    found = Deciders(batches, taken or {}, same or {}).since(known)
    return {pair: b.id for pair, b in found.items()}


def test_the_newest_batch_decides():
    assert decided([batch("a", gives(1)), batch("b", gives(2, old=1))]) == {PAIR: "b"}


def test_what_is_known_is_not_looked_at():
    batches = [batch("a", gives(1)), batch("b", gives(2, ("A-2", "o1")))]

    assert decided(batches, known=["a"]) == {("A-2", "o1"): "b"}


def test_a_redo_is_named_by_the_work_it_brought_back():
    undo = batch("u", gives(1, old=2), kind=BatchKind.UNDO, takes="b")
    redo = batch("r", gives(2, old=1), kind=BatchKind.REDO, takes="u")

    assert decided([batch("a", gives(1)), batch("b", gives(2, old=1)), undo, redo]) == {PAIR: "b"}


def test_an_undo_leaves_the_batch_before_it():
    undo = batch("u", gives(1, old=2), kind=BatchKind.UNDO, takes="b")

    assert decided([batch("a", gives(1)), batch("b", gives(2, old=1)), undo]) == {PAIR: "a"}


def test_an_undo_of_what_was_known_is_named_itself():
    undo = batch("u", gives(1, old=2), kind=BatchKind.UNDO, takes="b")
    batches = [batch("a", gives(1)), batch("b", gives(2, old=1)), undo]

    assert decided(batches, known=["a", "b"]) == {PAIR: "u"}


def test_what_a_merge_took_over_is_named_by_the_other_files_batch():
    merge = batch("m", gives(3), kind=BatchKind.MERGE)
    taken = {"m": (batch("x", gives(2)), batch("y", gives(3, old=2)), batch("z", NOTE))}

    assert decided([merge], taken=taken) == {PAIR: "y"}


def test_a_conflict_settled_otherwise_is_named_by_the_merge():
    merge = batch("m", gives(4), kind=BatchKind.MERGE)

    assert decided([merge], taken={"m": (batch("x", gives(2)),)}) == {PAIR: "m"}


def test_organisations_that_are_one_share_their_answers():
    merge = batch("m", gives(3), kind=BatchKind.MERGE)
    taken = {"m": (batch("x", gives(3, ("A-1", "theirs"))),)}

    assert decided([merge], taken=taken, same={"theirs": "o1"}) == {PAIR: "x"}


def test_evidence_belongs_to_its_answer():
    row = {"capability": "A-1", "organisation": "o1", "grade": "A"}
    added = Edit("evidence", ("e1",), WHOLE_ROW, None, row)
    graded = Edit("evidence", ("e1",), "grade", "A", "B")

    assert decided([batch("a", added), batch("b", graded)], known=["a"]) == {PAIR: "b"}


def test_other_tables_are_no_answers():
    edits = (
        Edit("setting", ("title",), "value", "A", "B"),
        Edit("evidence", ("e9",), "grade", "A", "B"),
    )

    assert decided([batch("a", *edits)]) == {}


def of(batches, pair=PAIR, taken=None):
    found = Deciders(batches, taken or {}, {}).of(pair)
    return found and found.id


def test_an_answer_as_it_is_was_decided_by_the_newest_work_that_stands():
    first, second = batch("a", gives(1)), batch("b", gives(2, old=1))
    undo = batch("u", gives(1, old=2), kind=BatchKind.UNDO, takes="b")
    redo = batch("r", gives(2, old=1), kind=BatchKind.REDO, takes="u")

    assert of([first, second]) == "b"
    assert of([first, second, undo]) == "a"
    assert of([first, second, undo, redo]) == "b"


def test_notes_and_other_answers_decide_nothing():
    other = batch("b", gives(2, ("A-2", "o1")))

    assert of([batch("a", gives(1)), other, batch("c", NOTE)]) == "a"
    assert of([other]) is None


def test_an_answer_that_a_merge_took_over_was_decided_in_the_other_file():
    merge = batch("m", gives(3), kind=BatchKind.MERGE)

    assert of([merge], taken={"m": (batch("x", gives(3)),)}) == "x"


NOTE = Edit("answer", PAIR, "note", "", "Why")
