"""The guides that come with the program, as a screen asks for them."""

from __future__ import annotations

from techmodel.session import learning


def test_every_domain_of_the_checklist_has_a_guide(checklist):
    pages = [learning.guide_for(row.id) for row in checklist.domains]

    assert all(page.cases for page in pages)


def test_a_domain_of_somebody_elses_checklist_has_none():
    assert learning.guide_for("ZOO") is None


def test_the_card_of_care_home_transfer_shows_the_red_bag():
    assert "red-bag" in [case.id for case in learning.cases_about("ASC-03")]
