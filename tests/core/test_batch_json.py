"""Batches as JSON data and back."""

import json

import pytest

from techmodel.core.batch_json import batch_json, batch_of
from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit

EDITS = (
    Edit("answer", ("REC-01", "org-m1"), "note", "", "seen"),
    Edit("organisation", ("org-m2",), WHOLE_ROW, None, {"name": "Hill", "weight": 1.5}),
)
BATCH = Batch(
    "b7", BatchKind.UNDO, "2026-11-24T14:03:22Z", "Undo: note", EDITS, 7, "planner", "w1", "b6"
)


def test_it_reads_back_as_it_was():
    assert batch_of(json.loads(json.dumps(batch_json(BATCH)))) == BATCH


@pytest.mark.parametrize(
    "spoilt",
    [{"kind": "other"}, {"edits": [7]}, {"edits": 7}, {"revision": "7"}, {"at": None}],
)
def test_what_is_no_batch_is_refused(spoilt):
    with pytest.raises((KeyError, TypeError, ValueError)):
        batch_of(batch_json(BATCH) | spoilt)


@pytest.mark.parametrize("key", ["REC-01", [1], None])
def test_the_key_of_an_edit_is_a_list_of_texts(key):
    spoilt = batch_json(BATCH)
    spoilt["edits"][0]["key"] = key

    with pytest.raises(TypeError):
        batch_of(spoilt)
