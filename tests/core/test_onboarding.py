"""How far an organisation is with a service, in the rows of the file."""

from datetime import date

import pytest

from techmodel.core.onboarding import (
    Onboarding,
    Stage,
    is_stage,
    onboarding_fields,
    onboarding_of,
)


@pytest.mark.parametrize("day", [None, date(2027, 3, 1)])
@pytest.mark.parametrize("stage", Stage)
def test_a_row_says_what_was_recorded(stage, day):
    said = Onboarding("PDS", "o1", stage, "Digital lead", day, "Waits for codes")
    key = {"service": "PDS", "organisation": "o1"}

    assert onboarding_of(key | onboarding_fields(said)) == said


@pytest.mark.parametrize(("value", "is_one"), [("live", True), ("Live", False), (["live"], False)])
def test_only_the_words_for_stages_are_stages(value, is_one):
    assert is_stage(value) is is_one
