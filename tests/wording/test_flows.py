"""Flows in words."""

from dataclasses import replace

import pytest
from tests.core.flow_rooms import held, level, room

from techmodel.core.flows import FlowSums, find_flows
from techmodel.wording.flows import change_label, flows_label, sums_words

NAMES = {"o1": "Riverside Trust", "o2": "Hill Practice"}


@pytest.mark.parametrize(
    ("sums", "said"),
    [
        (FlowSums(0, 0, 0, 0, 0), "No flows are asked for between these organisations."),
        (FlowSums(79, 0, 0, 79, 0), "Nothing is known yet of the 79 flows asked for."),
        (FlowSums(1, 0, 0, 1, 0), "Nothing is known yet of the 1 flow asked for."),
        (FlowSums(9, 8, 1, 0, 0), "1 of 9 flows is below target."),
        (FlowSums(9, 2, 5, 1, 1), "5 of 9 flows are below target, 1 more is not known."),
        (FlowSums(9, 2, 5, 2, 0), "5 of 9 flows are below target, 2 more are not known."),
    ],
)
def test_how_flows_stand_is_one_sentence(sums, said):
    assert sums_words(sums) == said


def test_a_label_names_both_ends_and_both_levels():
    (flow,) = find_flows(room(held=[held("o1", "o2", value=level(2))]))

    said = change_label(flow, level(3), NAMES)
    assert said == "Letter, Riverside Trust to Hill Practice: 2 → 3"
    assert flows_label([flow, flow]) == "Letter: 2 flows"
    assert flows_label([flow, replace(flow, information="Notice")]) == "2 flows"
