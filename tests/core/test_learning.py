"""Guides, cases and what leads to them."""

from __future__ import annotations

import pytest
from tests.core.learnings import CASE, GUIDE, LEARNING, OTHER, with_guide

from techmodel.core.learning import Reference, cases_for, learning_for


def test_a_guide_shows_its_own_case():
    assert learning_for(LEARNING, "TOC").cases == (CASE,)


def test_a_guide_shows_the_case_of_another_guide():
    page = learning_for(LEARNING, "REC")

    assert (page.guide, page.cases) == (OTHER, (CASE,))


def test_a_domain_without_a_guide_has_nothing_to_learn_from():
    assert learning_for(LEARNING, "GOV") is None


def test_a_reference_that_leads_nowhere_is_left_out():
    learning = with_guide(entries=(CASE, Reference("TOC", "blue-bag")))

    assert learning_for(learning, "TOC").cases == (CASE,)


def test_a_reference_does_not_lead_to_a_case_of_the_same_id_elsewhere():
    assert LEARNING.case(Reference("REC", "red-bag")) is None


def test_a_reference_reads_as_in_the_file():
    assert str(OTHER.entries[0]) == "TOC:red-bag"


@pytest.mark.parametrize(("capability", "found"), [("TOC-01", (CASE,)), ("TOC-02", ())])
def test_a_capability_has_its_cases_once(capability, found):
    assert cases_for(LEARNING, capability) == found


def test_cases_keep_the_order_of_the_guide():
    second = Reference("TOC", "red-bag")
    learning = with_guide(entries=(second, CASE))

    assert learning.cases(learning.guides[1]) == (CASE, CASE)
    assert learning.guides[1].problem == GUIDE.problem
