from dataclasses import replace

import pytest
from tests.core.builders import checklist as made_of
from tests.core.builders import question

from techmodel.core.checklist import CareModel, Kind, ModelTarget
from techmodel.core.checklist_checks import check
from techmodel.core.checklist_warnings import warnings
from techmodel.core.flow_checks import find_flow_faults
from techmodel.core.flow_parts import TypicalFlow

FLOW = TypicalFlow("F-01", "Letter", "A-01", ("acute",), ("gp",), {"M": ModelTarget(3, "Why")})


def checklist(*flows):
    made = made_of(question([{"id": "A-01"}]))
    kinds = tuple(Kind(k, k, k) for k in ("gp", "acute"))
    return replace(
        made, kinds=kinds, care_models=(CareModel("M", "M", "today", "M"),), flows=flows
    )


def test_a_flow_that_refers_to_what_is_there_has_no_fault():
    other = replace(FLOW, id="F-02", senders=("gp",), receivers=("acute",))

    assert not [*find_flow_faults(checklist(FLOW, other))]


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"id": "f1"}, "id"),
        ({"capability": "B-01"}, "capability"),
        ({"senders": ()}, "from"),
        ({"receivers": ("zoo",)}, "to"),
        ({"receivers": ("gp", "gp")}, "to"),
        ({"targets": {"N": ModelTarget(3)}}, "targets"),
        ({"targets": {"M": ModelTarget(6)}}, "targets.M"),
    ],
)
def test_a_fault_is_told_with_its_key(changes, key):
    faults = [*find_flow_faults(checklist(replace(FLOW, **changes)))]

    assert [fault[1] for fault in faults] == [key]
    assert faults[0][2].endswith(".")


@pytest.mark.parametrize(
    ("changes", "key"), [({}, "id"), ({"id": "F-02", "information": "letter"}, "information")]
)
def test_doubles_are_told(changes, key):
    faults = [*find_flow_faults(checklist(FLOW, replace(FLOW, **changes)))]

    assert [fault[1] for fault in faults] == [key]


def test_the_check_of_a_checklist_tells_faults_and_texts_of_flows():
    odd = replace(FLOW, information="", receivers=())
    told = {(p.id, p.key) for p in check(checklist(odd)) if p.table == "flows"}

    assert told == {("F-01", "information"), ("F-01", "to")}


@pytest.mark.parametrize(
    ("targets", "asked", "said"),
    [
        ({}, 5, ["No care model asks for it."]),
        (
            {"M": ModelTarget(0)},
            5,
            ["Level 0 asks for nothing; leave the care model out instead."],
        ),
        ({"M": ModelTarget(4)}, 3, ["M asks for more of the flow than of A-01 as a whole."]),
        ({"M": ModelTarget(4)}, 0, ["M asks for more of the flow than of A-01 as a whole."]),
        ({"M": ModelTarget(3)}, 3, []),
    ],
)
def test_what_deserves_a_look_is_a_warning(targets, asked, said):
    made = checklist(replace(FLOW, targets=targets))
    levels = {"M": ModelTarget(asked)} if asked else {}
    rows = tuple(replace(c, targets=levels) for c in made.capabilities)
    told = warnings(replace(made, capabilities=rows))

    assert [p.message for p in told if p.table == "flows"] == said
