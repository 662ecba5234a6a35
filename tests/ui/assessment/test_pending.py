"""What is pending in Set-up, as changes and as an assessment."""

from dataclasses import replace

import pytest

from techmodel.core.assessment import Override
from techmodel.core.typed_organisations import TypedOrganisation
from techmodel.ui.assessment.pending import Pending, Section, find_changes, with_pending
from techmodel.ui.widgets.organisations_rows import Row, row_of


@pytest.fixture
def assessment(session):
    session.targets.aim("REC-01", 4, "Agreed", owner="SRO")
    return session.assessment()


@pytest.fixture
def same(assessment):
    """What the fields show when nothing was changed."""
    return Pending(
        title=assessment.title,
        lead=assessment.lead,
        models=assessment.care_models,
        out=(),
        threshold=assessment.threshold,
        rows=tuple(row_of(o) for o in assessment.organisations),
    )


def first(same, **changes):
    """The fields with the first row typed otherwise."""
    row = same.rows[0]
    return replace(same, rows=(replace(row, typed=replace(row.typed, **changes)), *same.rows[1:]))


def words(assessment, pending):
    return [change.words for change in find_changes(assessment, pending)]


def test_nothing_changed_is_nothing_pending(assessment, same):
    assert find_changes(assessment, same) == ()
    assert with_pending(assessment, same) == assessment


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": "Place"}, "title “Place”"),
        ({"lead": "SRO"}, "lead “SRO”"),
        ({"models": ("EHCH", "PLACE")}, "care models: Enhanced health in care homes and Place"),
        ({"out": ("REC",)}, "out of scope: Records"),
        ({"threshold": 0.9}, "coverage threshold 80% → 90%"),
        ({"decisions": {"REC-01": None}}, "target of REC-01 as asked"),
    ],
)
def test_each_field_makes_its_change(assessment, same, session, changed, said):
    pending = replace(same, **changed)
    (change,) = find_changes(assessment, pending)
    assert change.words.startswith(said)

    change.verb(session)
    assert session.assessment() == with_pending(assessment, pending)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": "Riverbank"}, "Riverside Trust is called Riverbank"),
        ({"short_name": "River"}, "Riverside Trust: short name River"),
        ({"kind": "community"}, "Riverside Trust: kind Community health provider"),
        ({"weight": "2"}, "Riverside Trust: weight 1 → 2"),
    ],
)
def test_each_cell_makes_its_change(assessment, same, session, changed, said):
    pending = first(same, **changed)
    (change,) = find_changes(assessment, pending)
    assert (change.section, change.words) == (Section.ORGANISATIONS, said)

    change.verb(session)
    assert session.assessment() == with_pending(assessment, pending)


def test_a_decision_changes_with_its_reason_and_owner(assessment, same, session):
    held = Override("REC-01", 3, "Agreed again", "Board")
    (change,) = find_changes(assessment, replace(same, decisions={"REC-01": held}))

    change.verb(session)

    assert change.words == "target of REC-01: 4 → 3"
    assert session.assessment().overrides["REC-01"] == held


def test_a_decision_that_is_as_stored_is_no_change(assessment, same):
    stored = assessment.overrides["REC-01"]

    assert words(assessment, replace(same, decisions={"REC-01": stored, "REC-02": stored})) == []


def test_one_leaves_and_returns(assessment, same, session):
    row = same.rows[2]
    leaving = replace(same, rows=(*same.rows[:2], replace(row, stays=False)))
    (change,) = find_changes(assessment, leaving)
    change.verb(session)
    left = session.assessment()
    assert change.words == "Meadow Care Home leaves"
    assert left == with_pending(assessment, leaving)

    returning = replace(same, rows=(*same.rows[:2], replace(row, returns=True)))
    (change,) = find_changes(left, returning)
    change.verb(session)

    assert change.words == "Meadow Care Home returns"
    assert session.assessment() == assessment


def test_new_rows_join_together(assessment, same, session):
    new = (Row(TypedOrganisation("Dale", "gp")), Row(TypedOrganisation("Hillside", "icb", "2")))
    pending = replace(same, rows=(*same.rows, *new))
    (change,) = find_changes(assessment, pending)
    change.verb(session)

    after = with_pending(assessment, pending)
    assert change.words == "Dale and Hillside join"
    assert [o.name for o in after.scope] == [o.name for o in session.assessment().scope]


def test_rows_at_fault_change_nothing_yet(assessment, same):
    faulty = first(same, name="", weight="heavy")
    new = Row(TypedOrganisation("Dale"))
    pending = replace(faulty, rows=(*faulty.rows, new))

    assert find_changes(assessment, pending) == ()
    assert with_pending(assessment, pending) == assessment
