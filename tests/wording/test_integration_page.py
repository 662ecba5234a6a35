"""The sentences of the Integration place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from techmodel.core.flow_parts import FlowState, FlowValue
from techmodel.core.flows import FlowCell, find_gap
from techmodel.core.ranges import Range
from techmodel.wording import integration_page as wording

if TYPE_CHECKING:
    from techmodel.core.flows import Flow
    from techmodel.session.session import Session


def at(flow: Flow, level: int | None) -> Flow:
    """A flow at a level; None says that it does not apply."""
    none = FlowValue(FlowState.NOT_APPLICABLE, None, "They share no residents")
    value = none if level is None else FlowValue(FlowState.LEVEL, level)
    return replace(flow, value=value, gap=find_gap(flow.target, value))


def test_the_headline_tells_how_many_and_which_is_furthest_away(session: Session) -> None:
    assessment, flows = session.assessment(), session.flows.all()
    count = len(flows)
    first, *rest = flows
    met = [at(f, 5) for f in rest]
    said = wording.flows_headline

    assert said(assessment, []) == "No flows are asked for between these organisations."
    assert said(assessment, flows) == f"{count} flows asked for. Nothing is known of them yet."
    assert said(assessment, [at(first, 5), *met]) == f"{count} flows asked for, all at target."
    below = said(assessment, [at(first, 0), *met])
    assert below.startswith(f"{count} flows asked for, 1 below target. {first.information} from ")
    assert below.endswith(" is furthest away.")
    known = said(assessment, [first, *met])
    assert known == f"{count} flows asked for, none known to be below target, 1 not known."


def test_a_way_is_said_with_its_count_lowest_level_and_gap() -> None:
    names = {"a": "Acute trust", "b": "Council"}
    said = wording.way_cell_words

    assert said(("a", "b"), FlowCell(4, 0, 1, Range(3, 3)), names) == (
        "Acute trust to Council: 4 flows, lowest level 1, gap 3"
    )
    assert said(("a", "b"), FlowCell(1, 1, None, Range(0, 4)), names) == (
        "Acute trust to Council: 1 flow, gap 0 to 4, 1 not known"
    )
    assert said(("a", "b"), FlowCell(1, 0, None, None), names).endswith("1 flow, not applicable")
    assert said(("a", "b"), FlowCell(1, 0, 3, Range(0, 0)), names).endswith("level 3, at target")
    assert wording.no_way_words("a", "b", names) == "Acute trust to Council: no flows"
    assert wording.no_way_words("a", "a", names) == "Acute trust"


@pytest.mark.parametrize(
    ("level", "words"), [(0, "0 of 4, 4 short"), (4, "4 of 4, met"), (None, "n/a, ")]
)
def test_a_cell_says_level_and_gap(session: Session, level: int | None, words: str) -> None:
    asked = next(f for f in session.flows.all() if f.target == 4)
    flow = at(asked, level)

    assert f"{wording.level_words(flow)}, {wording.gap_words(flow)}" == words
    assert wording.gap_words(asked) == "up to 4 short"


def test_an_unknown_flow_says_who_could_say_and_why_it_is_asked(session: Session) -> None:
    assessment, flow = session.assessment(), session.flows.all()[0]
    names = wording.names_of(assessment)

    assert wording.state_words(flow, names).startswith(f"Not known. {names[flow.key.receiver]} ")
    assert flow.reason in wording.why_words(flow, assessment)
    own = replace(flow, is_own=True, target=None)
    assert wording.why_words(own, assessment).endswith("It has no target.")
    assert wording.level_words(own) == "?"
