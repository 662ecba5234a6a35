"""Sets of capabilities kept as bits read like tuples."""

from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.members import Members

IDS = ("A-1", "A-2", "A-3", "A-4")


@given(st.sets(st.integers(0, 3)))
def test_members_are_the_ids_whose_bits_are_set(chosen):
    members = Members(IDS, sum(1 << i for i in chosen))
    expected = tuple(IDS[i] for i in sorted(chosen))

    assert tuple(members) == expected
    assert (len(members), bool(members), hash(members)) == (
        len(expected),
        bool(expected),
        hash(expected),
    )
    assert members == expected
    assert repr(members) == repr(expected)


def test_members_are_indexed_and_sliced_like_tuples():
    members = Members(IDS, 0b1110)

    assert (members[0], members[-1], members[:2]) == ("A-2", "A-4", ("A-2", "A-3"))
    assert "A-3" in members
    assert members != {"A-2"}
