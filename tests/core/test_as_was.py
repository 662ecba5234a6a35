"""Earlier moments from the journal alone."""

from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.as_was import tables_at
from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit, as_of


def journal(levels):
    """One batch a change of the same two rows, each fitting what is there."""
    batches, held = [], {}
    for revision, (key, level) in enumerate(levels, 1):
        if key in held:
            edit = Edit("answer", (key,), "value", held[key], level)
        else:
            edit = Edit("answer", (key,), WHOLE_ROW, None, {"value": level})
        held[key] = level
        batches.append(Batch(f"b{revision}", BatchKind.EDIT, "", "", (edit,), revision))
    return batches


changes = st.lists(st.tuples(st.sampled_from("AB"), st.integers(0, 5)), max_size=12)


@given(changes, st.lists(st.integers(0, 12), max_size=5))
def test_every_moment_is_what_replaying_to_it_gives(levels, wanted):
    batches = journal(levels)

    assert tables_at(batches, wanted) == {n: as_of(batches, n) for n in wanted}


def test_moments_do_not_share_rows():
    batches = journal([("A", 1), ("A", 2)])
    found = tables_at(batches, [1, 2])
    found[2]["answer"]["A",]["value"] = 9

    assert found[1]["answer"]["A",]["value"] == 1
