"""The checklist as a value."""

from __future__ import annotations

from techmodel.core.checklist import Weeks
from techmodel.importing.checklist_files import read_checklist_folder
from techmodel.resources import resource

CHECKLIST = read_checklist_folder(resource("checklist"))


def test_a_capability_is_found_by_its_id():
    assert CHECKLIST.capability("REC-06").name == "Contribution and write-back"


def test_an_unknown_capability_or_domain_is_none():
    assert (CHECKLIST.capability("REC-99"), CHECKLIST.domain("XYZ")) == (None, None)


def test_a_domain_gives_its_capabilities_in_order():
    ids = [row.id for row in CHECKLIST.of_domain("PHI")]

    assert ids == ["PHI-01", "PHI-02", "PHI-03", "PHI-04", "PHI-05", "PHI-06"]


def test_a_domain_is_found_by_its_id():
    assert CHECKLIST.domain("INF").short_name == "Foundations"


def test_weeks_one_after_the_other_add_up():
    assert Weeks(2, 4, 6) + Weeks(6, 11, 16) == Weeks(8, 15, 22)
