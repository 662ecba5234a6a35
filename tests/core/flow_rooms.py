"""Small assessments with flows, for tests."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from tests.core.builders import assessment, question

from techmodel.core.checklist import Kind, ModelTarget
from techmodel.core.flow_parts import (
    FlowKey,
    FlowState,
    FlowValue,
    OwnFlow,
    RecordedFlow,
    TypicalFlow,
)

KINDS = ("gp", "acute", "council")
LETTER = TypicalFlow(
    "F-01",
    "Letter",
    "A-02",
    ("acute",),
    ("gp", "council"),
    {"M": ModelTarget(3, "M needs it"), "N": ModelTarget(4, "N needs it")},
)
IMAGES = TypicalFlow("F-02", "Images", "A-01", ("acute",), ("acute",), {"N": ModelTarget(2, "N")})
NOT_APPLICABLE = FlowValue(FlowState.NOT_APPLICABLE, None, "No patients")


def level(number):
    return FlowValue(FlowState.LEVEL, number)


def room(kinds=("acute", "gp"), flows=(LETTER, IMAGES), models=("M",), held=(), **changes):
    """Organisations o1, o2 ... of some kinds, with what is recorded of flows."""
    organisations = [{"id": f"o{n}", "kind": k} for n, k in enumerate(kinds, 1)]
    made = assessment(question([{"id": "A-01"}, {"id": "A-02"}], organisations, {}))
    listed = tuple(Kind(k, k, k) for k in KINDS)
    checklist = replace(made.checklist, flows=flows, kinds=listed)
    recorded = {flow.key: flow for flow in held}
    return replace(made, checklist=checklist, care_models=models, flows=recorded, **changes)


def held(sender, receiver, flow="F-01", value=None, own=None, *note):
    key = FlowKey(sender, receiver, flow)
    return RecordedFlow(key, value or FlowValue(FlowState.UNKNOWN), "".join(note), own)


def own(target=None, information="Photographs", capability="A-01"):
    return OwnFlow(information, capability, target)


VALUES = st.one_of(
    st.builds(level, st.integers(0, 5)),
    st.just(NOT_APPLICABLE),
    st.just(FlowValue(FlowState.UNKNOWN)),
)


@st.composite
def rooms(draw):
    """Any small assessment with recorded and own flows, some of organisations that left."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=7))
    ends = st.integers(1, len(kinds)).map("o{}".format)
    flow = st.sampled_from(["F-01", "F-02", "F-99", "FK7D2"])
    owns = st.one_of(st.none(), st.builds(own, st.one_of(st.none(), st.integers(0, 5))))
    rows = draw(st.lists(st.builds(held, ends, ends, flow, VALUES, owns), max_size=9))
    models = draw(st.sampled_from([(), ("M",), ("N",), ("M", "N")]))
    made = room(kinds, models=models, held=rows)
    left = draw(st.booleans())
    first, *others = made.organisations
    return replace(made, organisations=(replace(first, in_scope=not left), *others))
