"""Workbooks spoilt at random: whatever was done, they are read or refused in a sentence."""

from __future__ import annotations

import time

from tests.faults.harness.campaign import Tally
from tests.faults.workbooks.judging import forked, verdict
from tests.faults.workbooks.mutants import bases, mutant, opened

SUITE = "Hostile workbooks, spoilt at random"
EACH = 250
"""Workbooks of a seed."""
SECONDS = 5.0
"""Whatever takes longer hangs: a spoilt workbook is small."""


def spoilt(seed: int) -> Tally:
    """Read the workbooks of a seed; what was wrong with any, and how many really were spoilt."""
    bases(), opened()
    ended = forked(_all_of, seed, seconds=120)
    if not isinstance(ended.value, Tally):
        return Tally(EACH, EACH, [f"seed {seed}: {ended.value}"])
    return ended.value


def _all_of(seed: int) -> Tally:
    tally = Tally()
    whole = [verdict(base) for base in bases()]
    for number in range(EACH):
        base, done, raw = mutant(seed, number)
        begun = time.monotonic()
        found = verdict(raw)
        took = time.monotonic() - begun
        wrong = found.wrong or (f"took {took:.1f} s" if took > SECONDS else "")
        tally.tried += 1
        tally.hit += found != whole[base]
        if wrong:
            tally.failures.append(f"mutant({seed}, {number}), {done}: {wrong}")
    return tally


def test_the_workbooks_are_good_before_they_are_spoilt():
    found = [verdict(base) for base in bases()]

    assert [(v.wrong, v.refused) for v in found] == [("", ""), ("", "")]
    assert [len(v.values) for v in found] == [2, 125]


def test_spoilt_workbooks_are_read_or_refused_in_a_sentence(campaign):
    campaign.must_hold(SUITE, (8, 60, 4_000), spoilt)
