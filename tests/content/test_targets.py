"""What the care models ask for: of whom, how far, and that it holds together."""

from __future__ import annotations

import pytest

from techmodel.core.requirements import find_requirements
from techmodel.importing.checklist_files import read_checklist_folder
from techmodel.resources import resource

CHECKLIST = read_checklist_folder(resource("checklist"))
MODELS = [model.id for model in CHECKLIST.care_models]
PROVIDERS = {"care-home", "home-care"}
LEFT_TO_PARTNERS = {
    "REC-03": 2, "REC-04": 2, "REC-07": 1, "TOC-01": 1, "TOC-05": 2, "MED-01": 2, "UEC-01": 2,
    "ASC-08": 2,
}  # fmt: skip
"""What a care provider's targets need of its partners, as prerequisites."""


def raised(model):
    """The capabilities whose target a care model's own targets raise, with the level."""
    rows = find_requirements(CHECKLIST, [model])
    return {row.capability.id: row.level for row in rows if row.level != (row.asked or 0)}


def test_the_care_provider_is_asked_only_for_what_a_care_provider_answers():
    odd = [c.id for c in CHECKLIST.capabilities if "CARE" in c.targets]
    odd = [id_ for id_ in odd if PROVIDERS.isdisjoint(CHECKLIST.capability(id_).applies_to)]

    assert odd == []


def test_what_a_care_provider_needs_of_its_partners_comes_by_prerequisites():
    assert raised("CARE") == LEFT_TO_PARTNERS


@pytest.mark.parametrize("model", [model for model in MODELS if model != "CARE"])
def test_the_targets_of_a_care_model_hold_together_by_themselves(model):
    assert raised(model) == {}


def test_a_safety_standard_that_binds_by_law_is_aimed_at_in_every_care_model():
    levels = {
        model: target.level for model, target in CHECKLIST.capability("GOV-04").targets.items()
    }

    assert set(levels) == set(MODELS)
    assert min(levels.values()) == 3
