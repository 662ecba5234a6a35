"""A row of answers typed in one go."""

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.typed_row import RowFault, parse_row


def levels(*numbers):
    return tuple(None if n is None else Value(State.LEVEL, n) for n in numbers)


@pytest.mark.parametrize("text", ["3 3 2", "332", "3,3,2", " 3, 3 2 "])
def test_levels_are_taken_in_order(text):
    assert parse_row(text, 3).values == levels(3, 3, 2)


@pytest.mark.parametrize("sign", ["-", "\N{EN DASH}"])
def test_a_dash_leaves_a_partner_as_it_is(sign):
    assert parse_row(f"3 {sign} 2", 3).values == levels(3, None, 2)


@pytest.mark.parametrize("sign", ["d", "D", "?"])
def test_d_is_dont_know(sign):
    assert parse_row(sign, 1).values == (Value(State.DONT_KNOW),)


def test_n_is_not_applicable_with_the_one_reason():
    row = parse_row("n 2 N", 3, "No beds here")

    assert row.asks_reason
    assert row.values[0] == row.values[2] == Value(State.NOT_APPLICABLE, reason="No beds here")


def test_without_n_no_reason_is_asked():
    assert not parse_row("3 -", 2).asks_reason


def test_fewer_values_than_partners_leave_the_rest():
    row = parse_row("3", 4)

    assert row.values == levels(3)
    assert row.faults == ()


@pytest.mark.parametrize(("text", "wrong"), [("3 6 2", "6"), ("3 x 2", "x"), ("3 33 2", "33")])
def test_what_is_no_value_is_named_with_its_place(text, wrong):
    (fault,) = parse_row(text, 3).faults

    assert (fault.place, fault.text, fault.fault) == (2, wrong, RowFault.NOT_A_VALUE)


def test_the_first_value_too_many_is_named():
    (fault,) = parse_row("3 3 2 1", 2).faults

    assert (fault.place, fault.text, fault.fault) == (3, "2", RowFault.TOO_MANY)


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_typed_is_an_empty_row(text):
    assert parse_row(text, 3).values == ()
