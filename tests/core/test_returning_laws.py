"""Laws of what comes back: whatever is typed is read or said, and only edits count."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.core.coming_back import COST, LISTING, entry, found
from tests.core.test_returning import IDS

from techmodel.core.returning_records import cost_record

RAW = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=30),
    st.from_regex(r"\A[0-9£%/ .,:+-]{1,12}\Z"),
    st.dates(),
    st.datetimes(),
)
COLUMNS = st.sampled_from([(t, c) for t, listing in LISTING.items() for c in listing.fields])
TEXT = st.sampled_from(["", "Grant", "Trust", "Region"])


@given(COLUMNS, RAW)
def test_whatever_is_typed_is_a_change_or_nothing_or_is_said(where, raw):
    title, column = where
    result = found(entry(title, IDS[title], **{column: raw}))

    assert len(result.changes) + len(result.troubles) <= 1
    assert result.conflicts == ()


@given(st.sampled_from(["Costs", "Plan"]), st.lists(st.tuples(COLUMNS, RAW), max_size=4))
def test_whatever_a_new_row_says_is_taken_or_said(title, cells):
    typed = {c: raw for (t, c), raw in cells if t == title}
    result = found(entry(title, **typed), then={}, now={})

    says = any(raw is not None and str(raw).strip() for raw in typed.values())

    assert bool(result.added) + bool(result.troubles) == says
    assert result.changes == ()


@given(TEXT, TEXT, TEXT)
def test_three_ways_lead_to_what_the_one_who_changed_it_says(then, now, typed):
    records = [{"C1": cost_record(replace(COST, funding=f))} for f in (then, now)]
    result = found(entry("Costs", "C1", funding=typed), then=records[0], now=records[1])
    edited, changed = typed != then, now != then

    assert bool(result.conflicts) == (edited and changed and typed != now)
    assert bool(result.changes) == (edited and not changed)
    assert result.alike == (edited and changed and typed == now)
