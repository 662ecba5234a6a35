from dataclasses import replace

from hypothesis import given
from tests.core.flow_rooms import IMAGES, LETTER, NOT_APPLICABLE, held, level, own, room, rooms

from techmodel.core.flow_parts import FlowKey
from techmodel.core.flows import (
    FlowCell,
    FlowSums,
    find_flows,
    find_matrix,
    find_sums,
    flows_by_capability,
    who_could_say,
)
from techmodel.core.gaps import find_gaps
from techmodel.core.ranges import Range


def only(made):
    (flow,) = find_flows(made)
    return flow


def ways(made):
    return [tuple(flow.key) for flow in find_flows(made)]


def test_a_flow_is_asked_between_all_organisations_of_its_kinds():
    assert ways(room(("acute", "gp", "council", "gp"))) == [
        ("o1", "o2", "F-01"),
        ("o1", "o3", "F-01"),
        ("o1", "o4", "F-01"),
    ]


def test_no_flow_goes_from_an_organisation_to_itself():
    assert ways(room(("acute", "acute"), models=("N",))) == [
        ("o1", "o2", "F-02"),
        ("o2", "o1", "F-02"),
    ]


def test_the_target_is_the_highest_that_a_chosen_care_model_asks_for():
    flow = only(room(models=("M", "N")))

    assert (flow.target, flow.by, flow.reason) == (4, ("N",), "N needs it")


def test_what_no_chosen_care_model_asks_for_is_not_asked():
    assert ways(room(models=())) == []


def test_an_organisation_that_left_and_a_domain_out_of_scope_have_no_flows():
    made = room(held=[held("o1", "o2", "FK7D2", own=own())])
    first, second = made.organisations

    assert ways(replace(made, organisations=(replace(first, in_scope=False), second))) == []
    assert ways(replace(made, domains_out=frozenset({"A"}))) == []


def test_a_known_level_has_a_certain_gap_and_an_unknown_one_a_range():
    assert only(room(held=[held("o1", "o2", value=level(1))])).gap == Range(2, 2)
    assert only(room(held=[held("o1", "o2", value=level(5))])).gap == Range(0, 0)
    assert only(room()).gap == Range(0, 3)
    assert only(room(held=[held("o1", "o2", value=NOT_APPLICABLE)])).gap is None


def test_an_own_flow_is_listed_last_and_has_the_target_that_was_said():
    extra = held("o2", "o1", "FK7D2", level(1), own(3, capability="A-02"), "Seen")
    last = find_flows(room(held=[extra]))[-1]

    assert (last.information, last.gap, last.note, last.is_own) == (
        "Photographs",
        Range(2, 2),
        "Seen",
        True,
    )
    assert only(room(models=(), held=[held("o2", "o1", "FK7D2", own=own())])).gap == Range(0, 0)


def test_flows_stand_under_their_capability():
    found = flows_by_capability(find_flows(room(("acute", "acute", "gp"), models=("N",))))

    assert [*found] == ["A-01", "A-02"]
    assert {f.information for f in found["A-01"]} == {IMAGES.information}
    assert len(found["A-02"]) == 2


def test_the_matrix_shows_the_worst_gap_and_how_many():
    second = replace(LETTER, id="F-03", information="Notice")
    made = room(flows=(LETTER, second), held=[held("o1", "o2", value=level(1))])

    assert find_matrix(find_flows(made)) == {("o1", "o2"): FlowCell(2, 1, 1, Range(2, 3))}


def test_a_way_of_flows_that_do_not_apply_has_no_gap():
    made = room(held=[held("o1", "o2", value=NOT_APPLICABLE)])

    assert find_matrix(find_flows(made)) == {("o1", "o2"): FlowCell(1, 0, None, None)}


def test_the_receiver_is_asked_first_and_who_has_most_to_say_comes_first():
    made = room(("acute", "gp", "acute", "council"), held=[held("o1", "o4", value=level(3))])
    found = who_could_say(find_flows(made))

    assert {o: len(flows) for o, flows in found.items()} == {"o2": 2, "o4": 1}
    assert found["o2"][0].ask == ("o2", "o1")


def test_the_sums_count_every_flow_once():
    values = [level(3), level(1), NOT_APPLICABLE]
    rows = [held("o1", f"o{n}", value=value) for n, value in enumerate(values, 2)]
    made = room(("acute", "gp", "gp", "gp", "gp"), held=rows)

    assert find_sums(find_flows(made)) == FlowSums(4, 1, 1, 1, 1)


@given(rooms())
def test_laws_of_flows(made):
    flows = find_flows(made)
    keys = [flow.key for flow in flows]
    scope = {o.id for o in made.scope}
    cells = find_matrix(flows).values()

    assert len(set(keys)) == len(keys)
    assert all({k.sender, k.receiver} <= scope and k.sender != k.receiver for k in keys)
    assert all(0 <= f.gap.low <= f.gap.high <= (f.target or 0) for f in flows if f.gap)
    assert sum(cell.count for cell in cells) == len(flows)
    assert sum(map(len, who_could_say(flows).values())) == find_sums(flows).unknown


@given(rooms())
def test_flows_move_no_other_number(made):
    assert find_gaps(made) == find_gaps(replace(made, flows={}))


def test_what_is_recorded_and_not_asked_is_kept_aside():
    stray = [held("o2", "o1"), held("o1", "o9"), held("o1", "o1", "FK7D2", own=own())]

    assert ways(room(held=stray)) == [FlowKey("o1", "o2", "F-01")]
