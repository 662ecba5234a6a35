"""What care models require before anything is answered."""

from __future__ import annotations

import pytest
from tests.core.builders import assessment, question

from techmodel.core.errors import BadInput
from techmodel.core.requirements import find_requirements, requirements_to_json


def checklist(*capabilities):
    """A checklist of these capabilities, asked of one organisation."""
    return assessment(question(list(capabilities), [{"id": "o1"}], {})).checklist


TWO = checklist(
    {"id": "A-1", "targets": {"M": 2, "N": 3}},
    {"id": "A-2", "targets": {"M": 4}, "prerequisites": ["A-3"]},
    {"id": "A-3", "targets": {}},
    {"id": "A-4", "targets": {"N": 1}},
)


def levels(*models):
    return {row.capability.id: row.level for row in find_requirements(TWO, models)}


def test_a_model_requires_what_it_asks_for_and_what_that_needs_first():
    assert levels("M") == {"A-1": 2, "A-2": 4, "A-3": 3}


def test_of_several_models_the_most_demanding_counts():
    assert levels("M", "N") == {"A-1": 3, "A-2": 4, "A-3": 3, "A-4": 1}
    assert list(find_requirements(TWO, ["M", "N"])[0].reasons) == ["N"]


def test_no_model_requires_nothing():
    assert find_requirements(TWO, []) == ()


def test_what_only_others_need_says_who():
    row = find_requirements(TWO, ["M"])[2]

    assert (row.asked, row.needed_by, row.reasons) == (None, ("A-2",), {})


@pytest.mark.parametrize(
    ("models", "said"),
    [(["ZOO"], "“ZOO” is no care model of this checklist. It has M, N."), (["M", "M"], "twice")],
)
def test_a_model_that_is_none_is_refused(models, said):
    with pytest.raises(BadInput, match=said):
        find_requirements(TWO, models)


def test_the_json_says_models_levels_and_reasons():
    found = requirements_to_json(TWO, ["M"], find_requirements(TWO, ["M"]))
    row = found["requirements"][0]

    assert [model["id"] for model in found["care_models"]] == ["M"]
    assert (row["capability"], row["level"], row["wording"]) == ("A-1", 2, "two")
    assert row["reasons"] == {"M": ""}


def test_every_shipped_care_model_has_a_page_and_requirements(checklist):
    for model in checklist.care_models:
        assert all((model.population, model.typical, model.leans_on, model.sources))
        assert len(find_requirements(checklist, [model.id])) > 50
