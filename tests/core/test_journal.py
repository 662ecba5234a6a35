"""Laws of the journal: inverse, undo and redo, replay."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.journal import (
    WHOLE_ROW,
    Batch,
    BatchKind,
    Edit,
    apply_edits,
    as_of,
    inverse,
    next_redo,
    next_undo,
    replay,
    standing,
)

AT = "2026-11-24T14:03:22Z"
KEYS = [("REC-01", "org-1"), ("REC-01", "org-2"), ("REC-02", "org-1")]


@dataclass
class History:
    """A journal beside a plain two-stack editor, which says what undo and redo must come to."""

    batches: list[Batch] = field(default_factory=list)
    tables: dict = field(default_factory=dict)
    undone: list[dict] = field(default_factory=list)
    done: list[dict] = field(default_factory=list)

    def edit(self, key, level):
        row = self.tables.get("answer", {}).get(key)
        if row is None:
            edit = Edit("answer", key, WHOLE_ROW, None, {"level": level, "note": ""})
        elif level == 5:
            edit = Edit("answer", key, WHOLE_ROW, row, None)
        else:
            edit = Edit("answer", key, "level", row["level"], level)
        self.done.append(self.tables)
        self.undone.clear()
        self._write(BatchKind.EDIT, (edit,), "")

    def undo(self):
        taken = next_undo(self.batches)
        assert (taken is None) == (not self.done)
        if taken:
            self.undone.append(self.tables)
            self._write(BatchKind.UNDO, inverse(taken), taken.id)
            assert self.tables == self.done.pop()

    def redo(self):
        taken = next_redo(self.batches)
        assert (taken is None) == (not self.undone)
        if taken:
            self.done.append(self.tables)
            self._write(BatchKind.REDO, inverse(taken), taken.id)
            assert self.tables == self.undone.pop()

    def _write(self, kind, edits, takes):
        self.tables = apply_edits(self.tables, edits)
        n = len(self.batches) + 1
        self.batches.append(Batch(f"b{n}", kind, AT, "", tuple(edits), n, takes=takes))


steps = st.one_of(
    st.tuples(st.just("edit"), st.sampled_from(KEYS), st.integers(0, 5)),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
)


def played(script):
    history = History()
    for verb, *arguments in script:
        getattr(history, verb)(*arguments)
    return history


def row_made(key=KEYS[0], **values):
    return Edit("answer", key, WHOLE_ROW, None, values)


@given(st.lists(steps, max_size=40))
def test_undo_and_redo_do_what_a_plain_editor_does(script):
    played(script)  # every step asserts against the two stacks


@given(st.lists(steps, max_size=40))
def test_replaying_own_batches_in_order_gives_the_tables(script):
    history = played(script)

    assert replay(history.batches) == history.tables


@given(st.lists(steps, max_size=40))
def test_undoing_everything_leaves_nothing(script):
    history = played(script)
    while next_undo(history.batches):
        history.undo()

    assert history.tables == {}


@given(st.lists(steps, max_size=30), st.data())
def test_as_of_a_revision_is_what_the_tables_were_then(script, data):
    cut = data.draw(st.integers(0, len(script)))
    then = played(script[:cut])

    assert as_of(played(script).batches, len(then.batches)) == then.tables


@given(st.lists(steps, max_size=30))
def test_inverse_twice_is_the_batch_itself(script):
    for batch in played(script).batches:
        assert inverse(replace(batch, edits=inverse(batch))) == batch.edits


def test_edit_undo_redo_undo_redo_goes_back_and_forth_without_end():
    history = played([("edit", KEYS[0], 3)])
    for _ in range(3):
        history.undo()
        history.redo()
    taken = [b.takes for b in history.batches]

    assert taken == ["", "b1", "b2", "b3", "b4", "b5", "b6"]


@pytest.mark.parametrize("kind", [BatchKind.EDIT, BatchKind.MERGE, BatchKind.IMPORT])
def test_any_new_work_ends_redo_and_can_be_undone(kind):
    history = played([("edit", KEYS[0], 3), ("undo",)])
    new = Batch("new", kind, AT, "", (row_made(level=1, note=""),), 3)

    assert next_redo([*history.batches, new]) is None
    assert next_undo([*history.batches, new]) == new


def test_redo_does_not_reach_behind_newer_work():
    history = played([("edit", KEYS[0], 3), ("undo",), ("edit", KEYS[1], 2), ("undo",), ("redo",)])

    assert next_redo(history.batches) is None


def test_applying_edits_leaves_the_given_tables_alone():
    before = {"answer": {KEYS[0]: {"level": 1}}}
    after = apply_edits(before, [Edit("answer", KEYS[0], "level", 1, 2)])

    assert (before["answer"][KEYS[0]]["level"], after["answer"][KEYS[0]]["level"]) == (1, 2)


def test_a_table_that_loses_its_last_row_is_left_out():
    made = row_made(level=1)

    assert apply_edits({}, [made, Edit("answer", KEYS[0], WHOLE_ROW, {"level": 1}, None)]) == {}


@pytest.mark.parametrize(
    "edit",
    [
        Edit("answer", KEYS[0], WHOLE_ROW, None, {"level": 2}),
        Edit("answer", KEYS[0], WHOLE_ROW, {"level": 2}, None),
        Edit("answer", KEYS[0], WHOLE_ROW, {"level": 1}, {"level": 2}),
        Edit("answer", KEYS[1], WHOLE_ROW, None, None),
        Edit("answer", KEYS[1], WHOLE_ROW, None, 7),
        Edit("answer", KEYS[1], WHOLE_ROW, {"level": 1}, None),
        Edit("answer", KEYS[1], "level", 1, 2),
        Edit("answer", KEYS[0], "level", 2, 3),
        Edit("answer", KEYS[0], "depth", None, 3),
    ],
)
def test_an_edit_that_does_not_fit_is_an_error(edit):
    with pytest.raises(ValueError, match="does not fit"):
        apply_edits({"answer": {KEYS[0]: {"level": 1}}}, [edit])


def test_a_batch_taken_back_does_not_stand_and_one_brought_back_does():
    edit = Batch("e", BatchKind.EDIT, "", "", ())
    undo = Batch("u", BatchKind.UNDO, "", "", (), takes="e")
    redo = Batch("r", BatchKind.REDO, "", "", (), takes="u")
    again = Batch("u2", BatchKind.UNDO, "", "", (), takes="r")

    assert "e" not in standing([edit, undo])
    assert {"e", "r"} <= standing([edit, undo, redo])
    assert not {"e", "r"} & standing([edit, undo, redo, again])
