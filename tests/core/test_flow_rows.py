from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.checklist import CapabilityId
from techmodel.core.flow_parts import (
    FlowId,
    FlowKey,
    FlowState,
    FlowValue,
    OwnFlow,
    RecordedFlow,
)
from techmodel.core.flow_rows import field_makes_sense, flow_fields, flow_of, row_makes_sense
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.organisations import OrganisationId
from techmodel.core.sense import _is_edit, _is_row_of

LEVEL = st.integers(0, 5)
VALUES = st.one_of(
    st.builds(FlowValue, st.just(FlowState.LEVEL), LEVEL),
    st.builds(FlowValue, st.just(FlowState.NOT_APPLICABLE), st.none(), st.text()),
    st.builds(FlowValue, st.just(FlowState.UNKNOWN)),
)
OWN = st.builds(
    OwnFlow, st.text(min_size=1), st.text().map(CapabilityId), st.one_of(st.none(), LEVEL)
)
FLOWS = st.builds(
    RecordedFlow,
    st.builds(FlowKey, *[st.text().map(t) for t in (OrganisationId, OrganisationId, FlowId)]),
    VALUES,
    st.text(),
    st.one_of(st.none(), OWN),
)
KEY = ("org-a", "org-b", "F-01")
ROW = flow_fields(RecordedFlow(FlowKey(*KEY)))


@given(FLOWS)
def test_a_flow_comes_back_from_its_row_and_makes_sense(flow):
    row = flow_fields(flow)

    assert flow_of({**flow.key._asdict(), **row}) == flow
    assert row_makes_sense(row)


@given(
    st.sampled_from(["value", "note", "own", "more"]),
    st.one_of(
        st.integers(),
        st.just([]),
        st.just({}),
        st.just({"state": "level", "level": None, "reason": ""}),
        st.just({"state": "level", "level": 6, "reason": ""}),
        st.just({"state": "level", "level": True, "reason": ""}),
        st.just({"state": "unknown", "level": 2, "reason": ""}),
        st.just({"state": "not_applicable", "level": None, "reason": "x" * 50_000}),
        st.just({"information": "", "capability": "A-01", "target": None}),
        st.just({"information": "x", "capability": "A-01", "target": 6}),
        st.just({"information": "x", "capability": 7, "target": None}),
        st.just({"information": "x" * 2000, "capability": "A-01", "target": None}),
        st.just("x" * 50_000),
    ),
)
def test_what_no_verb_writes_makes_no_sense(field, value):
    assert not field_makes_sense(field, value)


def test_a_row_has_exactly_its_fields():
    assert not row_makes_sense({**ROW, "more": 1})
    assert not row_makes_sense([])


def test_a_file_may_hold_flows_and_only_such():
    assert _is_row_of("flow", KEY, ROW)
    assert not _is_row_of("flow", KEY[:2], ROW)
    assert not _is_row_of("flow", ("x" * 2000, *KEY[1:]), ROW)
    assert _is_edit(Edit("flow", KEY, "note", "", "Seen"))
    assert not _is_edit(Edit("flow", KEY, "note", "", 7))
    assert not _is_edit(Edit("flow", KEY, WHOLE_ROW, None, {}))
