"""Hostile and odd workbooks, made by hand: refused in a sentence, or read and the rest said."""

from __future__ import annotations

import pytest
from tests.faults.workbooks.cases_contents import CONTENTS
from tests.faults.workbooks.cases_declarations import DECLARATIONS
from tests.faults.workbooks.cases_taken import TAKEN
from tests.faults.workbooks.cases_zips import ZIPS
from tests.faults.workbooks.judging import Verdict, forked, verdict

REFUSED = {**ZIPS, **DECLARATIONS, **CONTENTS}
SUITE = "Hostile workbooks, made by hand"
SECONDS = 10
"""Whatever takes longer is too slow: the reader has 30 seconds on slower machines."""


def judged(make, results, told):
    """What came of a workbook, in a child; it goes into the table."""
    ended = forked(lambda: verdict(make()))
    found = ended.value
    good = isinstance(found, Verdict) and not found.wrong and ended.seconds < SECONDS
    results.add(SUITE, 1, 1, 0 if good and told(found) else 1)
    assert isinstance(found, Verdict), found
    assert ended.seconds < SECONDS
    return found


def test_there_are_enough_of_them():
    assert len(REFUSED) + len(TAKEN) >= 60


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_workbook_is_refused_in_a_sentence(name, results):
    make, says = REFUSED[name]
    found = judged(make, results, lambda v: says in v.refused)

    assert not found.wrong
    assert says in found.refused
    assert found.refused.endswith("Nothing was changed.")


@pytest.mark.parametrize("name", TAKEN)
def test_an_odd_workbook_is_read_and_what_is_left_out_is_said(name, results):
    make, says = TAKEN[name]
    found = judged(make, results, lambda v: not v.refused)

    assert (found.wrong, found.refused) == ("", "")
    assert says in " ".join(found.left_out)
    assert bool(says) == bool(found.left_out)
