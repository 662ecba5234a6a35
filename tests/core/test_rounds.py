"""Rounds: the moment is where it was marked, and which one is compared with."""

from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit
from techmodel.core.rounds import Round, default_round, find_rounds

ROW = {"name": "Spring", "at": "2026-03-03T14:03:00Z"}


def batch(revision, *edits, kind=BatchKind.ROUND):
    return Batch(f"b{revision}", kind, ROW["at"], "", edits, revision)


def marks(id_="r1", row=ROW):
    return Edit("round", (id_,), WHOLE_ROW, None, row)


def answers():
    return Edit("answer", ("A-1", "o1"), "note", "", "Why")


def row(id_="r1"):
    return {"id": id_, **ROW}


def test_a_round_is_the_moment_at_which_it_was_marked():
    found = find_rounds([row()], [batch(1, answers()), batch(2, marks()), batch(3, answers())])

    assert found == (Round("r1", "Spring", ROW["at"], 2),)


def test_a_round_brought_back_is_still_the_first_moment():
    taken_out = Edit("round", ("r1",), WHOLE_ROW, ROW, None)
    renamed = Edit("round", ("r1",), "name", "Easter", "Spring")
    batches = [batch(2, marks()), batch(5, renamed), batch(6, taken_out), batch(7, marks())]

    assert find_rounds([row()], batches)[0].revision == 2


def test_rounds_stand_in_the_order_of_their_moments():
    found = find_rounds([row("r1"), row("r2")], [batch(1, marks("r2")), batch(2, marks("r1"))])

    assert [r.id for r in found] == ["r2", "r1"]


def test_a_row_that_no_batch_marked_is_no_round():
    assert find_rounds([row("r9")], [batch(1, marks())]) == ()


def test_the_newest_round_is_compared_with():
    batches = [batch(1, marks("r1")), batch(2, marks("r2")), batch(3, answers())]
    rounds = find_rounds([row("r1"), row("r2")], batches)

    assert default_round(rounds, batches).id == "r2"


def test_a_round_just_marked_leaves_the_one_before_to_be_compared_with():
    batches = [batch(1, marks("r1")), batch(2, answers()), batch(3, marks("r2"))]
    rounds = find_rounds([row("r1"), row("r2")], batches)

    assert default_round(rounds, batches).id == "r1"


def test_the_only_round_is_compared_with_even_when_nothing_changed():
    batches = [batch(1, marks())]

    assert default_round(find_rounds([row()], batches), batches).id == "r1"


def test_without_rounds_there_is_nothing_to_compare_with():
    assert default_round((), [batch(1, answers())]) is None
