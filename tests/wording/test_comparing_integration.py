"""How flows and services moved, in a sentence and line by line."""

from dataclasses import replace

import pytest
from tests.core.flow_rooms import NOT_APPLICABLE, held, level, own, room

from techmodel.core.compare import Moment, compare
from techmodel.core.flow_parts import UNKNOWN
from techmodel.core.gaps import find_gaps
from techmodel.core.onboarding import Onboarding, Stage, onboarding_fields
from techmodel.wording.comparing import comparing_book
from techmodel.wording.comparing_integration import (
    flow_change_words,
    integration_sentence,
    stage_change_words,
)

KINDS = ("acute", *["gp"] * 4)


def moment(levels, stages=(), models=("M",)):
    """A moment at which the letters to each practice have a level, and own flows a name."""
    rows = [held("o1", f"o{n}", "F-01", value) for n, value in enumerate(levels, 2) if value]
    made = room(KINDS, models=models, held=rows)
    tables = {"onboarding": {s[:2]: onboarding_fields(Onboarding(*s)) for s in stages}}
    return Moment(made, find_gaps(made), tables)


def compared(then, now):
    return compare(then, now, {})


def sentence(found):
    return integration_sentence(found.flows, found.stages)


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ((1, 1, 3, None), (2, 2, 1, 4), "2 flows moved up, 1 down, 1 newly known."),
        ((3, None, None, None), (1, None, None, None), "1 flow moved down."),
        ((3, None, None, None), (UNKNOWN, None, None, None), "1 flow no longer known."),
        ((3, 3, None, None), (3, 3, None, None), ""),
    ],
)
def test_the_sentence_counts_flows_by_the_way_they_went(then, now, said):
    then, now = ([level(v) if isinstance(v, int) else v for v in vs] for vs in (then, now))

    assert sentence(compared(moment(then), moment(now))) == said


def test_the_sentence_counts_partners_that_are_newly_live():
    stages = [("S1", f"o{n}", Stage.LIVE) for n in (2, 3)] + [("S2", "o2", Stage.LIVE)]
    flows = [level(1)], [level(2)]
    found = compared(moment(flows[0]), moment(flows[1], stages))

    assert sentence(found) == ("1 flow moved up; 2 partners newly live on 2 services.")


def test_a_line_says_what_differs():
    found = compared(moment([level(1)]), moment([level(3)], models=("N",)))
    book = comparing_book(found)
    lines = [flow_change_words(c, book) for c in found.flows]

    assert lines[0] == "Letter, o1 to o2: level 1 → 3 and target 3 → 4"


def test_own_flows_are_new_renamed_and_removed():
    def at(*rows):
        made = room(KINDS, held=rows)
        return Moment(made, find_gaps(made), {})

    first, second = own(), own(2, "Scans")
    then = at(held("o1", "o2", "FA", level(1), first), held("o1", "o3", "FB", None, first))
    now = at(held("o1", "o2", "FA", level(1), second, "Seen"), held("o1", "o4", "FC", None, first))
    found = compared(then, now)
    lines = [flow_change_words(c, comparing_book(found)) for c in found.flows]

    assert lines == [
        "Scans, o1 to o2: target none → 2, was “Photographs” and note changed",
        "Photographs, o1 to o4: new, unknown",
        "Photographs, o1 to o3: removed, unknown",
    ]


def test_another_reason_is_told_as_such():
    def at(reason):
        made = room(KINDS, held=[held("o1", "o2", "F-01", reason)])
        return Moment(made, find_gaps(made), {})

    found = compared(at(NOT_APPLICABLE), at(replace(NOT_APPLICABLE, reason="No beds")))
    (line,) = (flow_change_words(c, comparing_book(found)) for c in found.flows)

    assert line == "Letter, o1 to o2: another reason"


def test_a_stage_is_told_with_service_and_organisation():
    found = compared(
        moment([], [("S1", "o2", Stage.PLANNED)]), moment([], [("S1", "o2", Stage.LIVE)])
    )
    (line,) = (stage_change_words(c, comparing_book(found)) for c in found.stages)

    assert line == "S1 for o2: planned → live"
