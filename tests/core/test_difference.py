"""From one set of tables to another, and back."""

from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.difference import difference
from techmodel.core.journal import apply_edits

rows = st.fixed_dictionaries({"value": st.integers(0, 3), "note": st.sampled_from(["", "a"])})
keys = st.sampled_from([("A",), ("B",), ("C",)])
tables = st.dictionaries(
    st.sampled_from(["answer", "round"]), st.dictionaries(keys, rows, min_size=1)
)


@given(tables, tables)
def test_the_edits_lead_from_the_one_to_the_other(before, after):
    assert apply_edits(before, difference(before, after)) == after


@given(tables)
def test_equal_tables_need_no_edit(same):
    assert difference(same, same) == ()
