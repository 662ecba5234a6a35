"""What must be put right in the conditions for change of a checklist, one fault at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.conditions import CONDITIONS, FACTOR, TIME, with_factor

from techmodel.core.checklist_checks import check

LONG = "Word " * 200

FAULTS = {
    "id": (with_factor(id="Hope!"), "Hope!, id:", "small letters"),
    "twice": (replace(CONDITIONS, factors=(FACTOR, FACTOR)), "hope, id:", "used twice"),
    "same name": (
        replace(CONDITIONS, factors=(FACTOR, replace(TIME, name="HOPE"))),
        "time, name:",
        "same name as “hope”",
    ),
    "too many": (
        replace(CONDITIONS, factors=tuple(replace(FACTOR, id=f"f{n}") for n in range(21))),
        "factors:",
        "at most 20; there are 21",
    ),
    "same levels": (
        with_factor(levels=("A.", "B.", "C.", "A.", "D.", "E.")),
        "hope, levels.3:",
        "the same as level 0",
    ),
    "no address": (replace(CONDITIONS, url="ftp://x.org"), "url:", "https://"),
    "no title": (replace(CONDITIONS, title=""), "title:", "empty"),
    "no question": (with_factor(question=""), "hope, question:", "empty"),
    "long level": (
        with_factor(levels=(LONG.strip(), *FACTOR.levels[1:])),
        "hope, levels.0:",
        "at most 160",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_place(checklist, name):
    conditions, place, words = FAULTS[name]
    problems = check(replace(checklist, conditions=conditions))

    assert {p.table for p in problems} == {"conditions"}
    assert any(str(p).startswith(place) and words in str(p) for p in problems), problems


@pytest.mark.parametrize(
    "conditions",
    [
        None,
        CONDITIONS,
        replace(CONDITIONS, factors=()),
        replace(CONDITIONS, notice="", source="", url=""),
    ],
)
def test_a_checklist_may_do_without_conditions_or_without_their_source(checklist, conditions):
    assert check(replace(checklist, conditions=conditions)) == ()
