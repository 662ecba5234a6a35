"""The checklist inside an assessment: files of earlier editions are read as they are."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib

import pytest

from techmodel.core.checklist_json import checklist_to_json
from techmodel.core.errors import DamagedFile
from techmodel.session.content import pack, unpack

ACTION = ("tasks", "risk", "benefit")


def without(row, *keys):
    return {key: value for key, value in row.items() if key not in keys}


def as_first_edition(checklist):
    """The packed checklist as the first edition wrote it, without any of the later keys."""
    data = without(checklist_to_json(checklist), "glossary")
    for row in data["capabilities"]:
        row["actions"] = [without(action, *ACTION) for action in row["actions"]]
    data["capabilities"] = [without(row, "proof", "was") for row in data["capabilities"]]
    data["care_models"] = [
        without(row, "population", "typical", "leans_on", "sources") for row in data["care_models"]
    ]
    generic = data["scoring"]["generic_actions"]
    data["scoring"]["generic_actions"] = [without(action, *ACTION) for action in generic]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    return hashlib.sha256(text).hexdigest(), base64.b64encode(zlib.compress(text, 9)).decode()


def test_a_stored_checklist_of_the_first_edition_is_read_and_says_less(checklist):
    found = unpack(*as_first_edition(checklist))
    row, now = found.capability("REC-06"), checklist.capability("REC-06")

    assert (row.levels, row.targets, row.proof, row.was) == (now.levels, now.targets, {}, ())
    assert {(action.tasks, action.risk, action.benefit) for action in row.actions} == {
        ((), "", "")
    }
    assert found.glossary == ()


def test_what_is_packed_is_unpacked_with_every_part(checklist):
    assert unpack(*pack(checklist)) == checklist


def test_a_checklist_that_is_not_what_its_seal_says_is_refused(checklist):
    _, content = pack(checklist)
    with pytest.raises(DamagedFile, match="does not match its seal"):
        unpack("0" * 64, content)
