"""The typical flows: what they ask for, and how it is said."""

from __future__ import annotations

from statistics import mean

import pytest
from tests.content.reading_age import grade
from tests.content.style import ABBREVIATION, BANNED, MAX_GRADE, MAX_MEAN_GRADE, MIN_WORDS

from techmodel.importing.checklist_files import read_checklist_folder
from techmodel.resources import resource

CHECKLIST = read_checklist_folder(resource("checklist"))
FLOWS = CHECKLIST.flows
REASONS = [target.reason for flow in FLOWS for target in flow.targets.values()]
TEXTS = [*REASONS, *(flow.information for flow in FLOWS)]


def test_every_care_model_has_typical_flows():
    assert {m for flow in FLOWS for m in flow.targets} == {m.id for m in CHECKLIST.care_models}


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.id)
def test_no_flow_asks_for_more_than_its_capability(flow):
    asked = CHECKLIST.capability(flow.capability).targets

    assert all(1 <= t.level <= asked[model].level for model, t in flow.targets.items())


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.id)
def test_every_target_of_a_flow_has_a_reason_of_its_own(flow):
    reasons = [target.reason for target in flow.targets.values()]

    assert len(set(reasons)) == len(reasons) > 0
    assert all(15 <= len(reason) <= 140 and reason.endswith(".") for reason in reasons)


def test_the_words_are_plain():
    grades = [grade(text) for text in REASONS if len(text.split()) >= MIN_WORDS]

    assert not [text for text in TEXTS if BANNED.search(text)]
    assert max(grades) <= MAX_GRADE
    assert mean(grades) <= MAX_MEAN_GRADE


def test_every_abbreviation_is_in_the_glossary():
    known = {term.term for term in CHECKLIST.glossary}

    assert {word for text in TEXTS for word in ABBREVIATION.findall(text)} <= known
