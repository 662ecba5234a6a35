"""The content we ship: complete, sound, and in the one form in which we write it."""

from __future__ import annotations

import pytest

from techmodel.core.checklist_checks import check
from techmodel.core.checklist_json import checklist_from_json, checklist_to_json
from techmodel.core.checklist_warnings import warnings
from techmodel.importing.checklist_files import read_checklist_folder, write_checklist_files
from techmodel.importing.checklist_folder import read_folder
from techmodel.resources import resource

FOLDER = resource("checklist")
CHECKLIST = read_checklist_folder(FOLDER)


def test_shipped_checklist_has_no_problems_and_no_warnings():
    assert (check(CHECKLIST), warnings(CHECKLIST)) == ((), ())


def test_shipped_checklist_is_complete():
    counts = (
        len(CHECKLIST.domains),
        len(CHECKLIST.capabilities),
        len(CHECKLIST.services),
        len(CHECKLIST.care_models),
        len(CHECKLIST.kinds),
    )

    assert counts == (10, 74, 72, 9, 12)


def test_shipped_files_are_in_our_own_form_byte_for_byte():
    assert write_checklist_files(CHECKLIST) == read_folder(FOLDER)


def test_shipped_checklist_survives_the_way_through_json():
    assert checklist_from_json(checklist_to_json(CHECKLIST)) == CHECKLIST


def test_every_question_is_one_plain_question():
    odd = [row.id for row in CHECKLIST.capabilities if not row.question.endswith("?")]
    odd += [row.id for row in CHECKLIST.capabilities if row.question.count("?") != 1]

    assert odd == []


def test_no_two_capabilities_ask_the_same():
    questions = {row.question for row in CHECKLIST.capabilities}

    assert len(questions) == 74


def test_no_care_model_asks_for_level_five():
    levels = {target.level for row in CHECKLIST.capabilities for target in row.targets.values()}

    assert levels == {1, 2, 3, 4}


def test_only_planned_services_are_not_yet_there_to_use():
    planned = {row.id for row in CHECKLIST.services if row.status == "planned"}

    assert planned == {"CDG", "NIR", "SPR"}


@pytest.mark.parametrize(("old", "new"), [("SCRA", "NCRS"), ("CARECONNECT", "UKCORE")])
def test_services_that_ended_name_what_came_after(old, new):
    by_id = {row.id: row for row in CHECKLIST.services}

    assert by_id[old].replaced_by == new


def test_status_notes_are_short_and_hold_no_addresses():
    odd = [row.id for row in CHECKLIST.services if len(row.status_note) > 120]
    odd += [row.id for row in CHECKLIST.services if "://" in row.status_note]

    assert odd == []


def test_a_care_home_is_not_asked_for_an_imaging_network():
    capability = CHECKLIST.capability("MED-05")

    assert "care-home" not in capability.applies_to


@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [("acute", 60, 68), ("care-home", 30, 45), ("pharmacy", 25, 35), ("voluntary", 20, 35)],
)
def test_each_kind_is_asked_what_concerns_it(kind, least, most):
    asked = sum(kind in row.applies_to for row in CHECKLIST.capabilities)

    assert least <= asked <= most


def test_statutory_duties_are_those_of_the_report():
    duties = {row.id for row in CHECKLIST.capabilities if row.duty}

    assert duties == {
        "GOV-03", "GOV-04", "GOV-06", "REC-03", "REC-08",
        "TOC-07", "UEC-05", "ASC-01", "ASC-06", "PER-03",
    }  # fmt: skip


def test_levels_of_a_capability_differ_from_each_other():
    same = [row.id for row in CHECKLIST.capabilities if len(set(row.levels)) != 6]

    assert same == []
