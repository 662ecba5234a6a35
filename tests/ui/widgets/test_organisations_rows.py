"""How the rows of the table take over what changed elsewhere."""

from dataclasses import replace

import pytest

from techmodel.core.organisations import Organisation
from techmodel.core.typed_organisations import TypedOrganisation
from techmodel.ui.widgets.organisations_rows import Facts, Row, questions_of, rebased, row_of

HILL = Organisation("o1", "Hill", "H", "gp", 1.0, in_scope=True, position=1)
DALE = Organisation("o2", "Dale", "D", "acute", 2.5, in_scope=True, position=2)


def typed(row, **changes):
    return replace(row, typed=replace(row.typed, **changes))


def test_an_organisation_becomes_a_row():
    assert row_of(DALE) == Row(TypedOrganisation("Dale", "acute", "2.5", "D"), "o2")


def test_rows_without_changes_follow_the_assessment():
    now = replace(HILL, name="Hillside", weight=3.0)

    assert rebased([row_of(HILL)], [HILL], [now]) == (row_of(now),)


def test_what_was_typed_stays_and_the_rest_follows():
    mine = typed(row_of(HILL), name="My Hill")

    (row,) = rebased([mine], [HILL], [replace(HILL, name="Their Hill", weight=3.0)])

    assert (row.typed.name, row.typed.weight) == ("My Hill", "3")


def test_an_organisation_that_joined_elsewhere_is_shown():
    assert rebased([row_of(HILL)], [HILL], [HILL, DALE]) == (row_of(HILL), row_of(DALE))


def test_a_new_row_stays_until_its_organisation_has_joined():
    new = Row(TypedOrganisation("dale", "acute"))

    assert rebased([new], [], [HILL]) == (row_of(HILL), new)
    assert rebased([new], [HILL], [HILL, DALE]) == (row_of(HILL), row_of(DALE))


def test_who_has_left_is_no_longer_a_row():
    gone = replace(HILL, in_scope=False)

    assert rebased([replace(row_of(HILL), stays=False)], [HILL], [gone]) == ()


def test_a_leave_not_applied_yet_stays_so():
    mine = replace(row_of(HILL), stays=False)

    assert rebased([mine], [HILL], [replace(HILL, weight=2.0)])[0].stays is False


def test_who_returns_is_a_row_and_then_an_ordinary_one():
    gone, mine = replace(HILL, in_scope=False), replace(row_of(HILL), returns=True)

    assert rebased([mine], [gone], [gone]) == (mine,)
    assert rebased([mine], [gone], [HILL]) == (row_of(HILL),)


@pytest.mark.parametrize(
    ("row", "short"),
    [
        (Row(TypedOrganisation("The Hill Practice")), "Hill Practice"),
        (Row(TypedOrganisation("Hill", short_name="H")), "H"),
    ],
)
def test_a_short_name_is_made_until_one_is_typed(row, short):
    assert row.short_name == short


def test_questions_are_counted_with_a_kind_and_while_it_stays(checklist):
    facts, row = Facts(checklist), row_of(HILL)

    assert questions_of(row, facts) == 61
    assert questions_of(typed(row, kind=None), facts) is None
    assert questions_of(replace(row, stays=False), facts) is None
