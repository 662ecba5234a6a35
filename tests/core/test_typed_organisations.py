"""Organisations as typed, and their faults."""

import pytest

from techmodel.core.typed_organisations import Fault, TypedOrganisation, find_faults, typed_weight

WHOLE = TypedOrganisation("Hill Practice", "gp")


def test_a_whole_row_has_no_fault():
    assert find_faults([WHOLE]) == ((),)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (TypedOrganisation("", "gp"), Fault.NO_NAME),
        (TypedOrganisation("  ", "gp"), Fault.NO_NAME),
        (TypedOrganisation("x" * 201, "gp"), Fault.NAME_LONG),
        (TypedOrganisation("Hill", None), Fault.NO_KIND),
        (TypedOrganisation("Hill", "gp", "0"), Fault.WEIGHT),
        (TypedOrganisation("Hill", "gp", "1", "x" * 61), Fault.SHORT_NAME_LONG),
    ],
)
def test_each_fault_is_found(row, fault):
    assert find_faults([row]) == ((fault,),)


def test_names_are_compared_without_case_and_spaces():
    faults = find_faults([WHOLE, TypedOrganisation(" hill  practice", "gp")])

    assert faults == ((Fault.NAME_TWICE,), (Fault.NAME_TWICE,))


def test_a_name_used_elsewhere_is_taken():
    assert find_faults([WHOLE], ["HILL PRACTICE"]) == ((Fault.NAME_TWICE,),)


def test_two_rows_without_a_name_are_not_called_twins():
    faults = find_faults([TypedOrganisation(), TypedOrganisation()])

    assert all(Fault.NAME_TWICE not in f for f in faults)


def test_the_first_to_settle_comes_first():
    assert find_faults([TypedOrganisation()]) == ((Fault.NO_NAME, Fault.NO_KIND),)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("1", 1.0),
        (" 0.5 ", 0.5),
        ("1000", 1000.0),
        ("0", None),
        ("-1", None),
        ("1000.1", None),
        ("two", None),
        ("", None),
        ("nan", None),
        ("inf", None),
    ],
)
def test_a_weight_is_above_nought_and_at_most_a_thousand(text, weight):
    assert typed_weight(text) == weight
