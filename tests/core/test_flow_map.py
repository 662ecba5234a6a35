from math import dist

from hypothesis import given
from tests.core.flow_rooms import LETTER, room, rooms

from techmodel.core.flow_map import find_map
from techmodel.core.flows import find_flows, find_matrix


def map_of(made):
    return find_map(made, find_flows(made))


def test_organisations_of_a_kind_stand_side_by_side_from_the_top():
    found = map_of(room(("acute", "gp", "acute", "gp")))

    assert [n.organisation for n in found.nodes] == ["o2", "o4", "o1", "o3"]
    assert dist(found.nodes[0].at, (0.5, 0.1)) < 1e-9
    assert [n.side for n in found.nodes] == [0, 1, 0, -1]


def test_there_and_back_do_not_lie_on_each_other():
    back = [LETTER.__class__("F-09", "Reply", "A-01", ("gp",), ("acute",), LETTER.targets)]
    there, other = map_of(room(flows=(LETTER, *back))).edges

    assert (there.sender, there.receiver) == (other.receiver, other.sender)
    assert dist(there.middle, other.middle) > 0.1


@given(rooms())
def test_laws_of_the_map(made):
    found = map_of(made)
    places = {n.organisation: n.at for n in found.nodes}
    points = [p for e in found.edges for p in (e.start, e.control, e.end, e.middle)]

    assert found == map_of(made)
    assert len({*places.values()}) == len(made.scope)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in (*places.values(), *points))
    assert {(e.sender, e.receiver): e.cell for e in found.edges} == find_matrix(find_flows(made))
    assert all(abs(dist(places[e.sender], e.start) - found.radius) < 1e-9 for e in found.edges)
    assert all(abs(dist(places[e.receiver], e.end) - found.radius) < 1e-9 for e in found.edges)


def test_nodes_do_not_touch_however_many_there_are():
    found = map_of(room(("acute",) * 120))
    ring = [n.at for n in found.nodes]

    assert min(map(dist, ring, ring[1:])) > 2 * found.radius
