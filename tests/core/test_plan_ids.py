"""Ids of projects: short, and the same for the same thing."""

from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.plan_ids import code_id, place_id


def test_the_project_of_a_capability_has_its_place():
    assert (place_id(1), place_id(74), place_id(120)) == ("P01", "P74", "P120")


@given(st.text(max_size=40))
def test_a_code_is_short_and_the_same_for_the_same_text(about):
    code = code_id(about)

    assert code == code_id(about)
    assert len(code) == 5
    assert not set(code) & set("AEIOU01S")
    assert code[1].isalpha()


@given(st.text(max_size=10), st.integers(1, 5))
def test_a_code_that_is_used_is_not_given_again(about, count):
    used = []
    for _ in range(count):
        used.append(code_id(about, used))

    assert len(set(used)) == count


def test_codes_of_different_texts_are_different():
    codes = {code_id(f"step {n}") for n in range(300)}

    assert len(codes) == 300
