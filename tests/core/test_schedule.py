"""Laws of scheduling, and the critical path as networkx and a textbook find it."""

from dataclasses import replace

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techmodel.core.schedule import Capacity, Loop, Schedule, Task, in_order, schedule

UNHURRIED = settings(deadline=None)
"""Machines that do other work beside tests are slow at times."""
ROLES = ("IG lead", "Architect")


@st.composite
def tasks_(draw, most=14, pins=True):
    """Tasks whose links lead to earlier ones; names shuffled, so that order says nothing."""
    count = draw(st.integers(1, most))
    names = draw(st.permutations([f"t{n}" for n in range(count)]))
    made = []
    for n, name in enumerate(names):
        after = draw(st.lists(st.sampled_from(names[:n]), unique=True, max_size=3)) if n else []
        roles = draw(st.lists(st.sampled_from(ROLES), unique=True))
        begin = draw(st.integers(0, 20)) if pins and draw(st.booleans()) else 0
        made.append(Task(name, draw(st.integers(0, 9)), tuple(after), tuple(roles), begin))
    return draw(st.permutations(made))


@st.composite
def capacities(draw):
    overall = draw(st.none() | st.integers(1, 4))
    roles = draw(st.dictionaries(st.sampled_from(ROLES), st.integers(1, 3)))
    return Capacity(overall, roles)


def in_work(tasks, done, day, role=None):
    return sum(
        done.placed[t.id].start <= day < done.placed[t.id].end
        for t in tasks
        if role is None or role in t.roles
    )


@settings(UNHURRIED)
@given(tasks_(), capacities())
def test_nothing_begins_before_what_it_waits_for_or_its_pin(tasks, capacity):
    done = schedule(tasks, capacity)
    for task in tasks:
        placed = done.placed[task.id]
        assert placed.start >= max([done.placed[a].end for a in task.after], default=0)
        assert placed.start >= max(task.not_before, placed.early_start)
        assert placed.end == placed.start + task.days


@settings(UNHURRIED)
@given(tasks_(), capacities())
def test_capacity_is_never_exceeded(tasks, capacity):
    done = schedule(tasks, capacity)
    for day in range(done.end):
        assert capacity.overall is None or in_work(tasks, done, day) <= capacity.overall
        assert all(in_work(tasks, done, day, r) <= n for r, n in capacity.roles.items())


@settings(UNHURRIED)
@given(tasks_(), capacities())
def test_the_same_tasks_give_the_same_schedule(tasks, capacity):
    assert schedule(tasks, capacity) == schedule(list(tasks), capacity)


@settings(UNHURRIED)
@given(tasks_(pins=False), capacities())
def test_it_never_takes_longer_than_one_after_the_other(tasks, capacity):
    assert schedule(tasks, capacity).end <= sum(t.days for t in tasks)


@settings(UNHURRIED)
@given(tasks_())
def test_without_a_limit_everything_begins_as_early_as_links_let_it(tasks):
    done = schedule(tasks)

    assert all(p.start == p.early_start for p in done.placed.values())


@settings(UNHURRIED)
@given(tasks_(most=9), capacities(), st.data())
def test_a_task_may_use_all_of_its_slack_and_not_a_day_more(tasks, capacity, data):
    done = schedule(tasks, capacity)
    task = data.draw(st.sampled_from(tasks))
    slack = done.placed[task.id].slack
    latest = {t.id: done.placed[t.id].start + done.placed[t.id].slack for t in tasks}

    assert slack >= 0
    for after in tasks:
        if task.id in after.after:
            assert done.placed[task.id].end + slack <= latest[after.id]


@settings(UNHURRIED)
@given(tasks_(), capacities())
def test_all_may_use_their_slack_at_once_within_links_and_capacity(tasks, capacity):
    done = schedule(tasks, capacity)
    late = {
        i: replace(p, start=p.start + p.slack, end=p.end + p.slack) for i, p in done.placed.items()
    }
    shifted = replace(done, placed=late)
    for task in tasks:
        assert all(late[a].end <= late[task.id].start for a in task.after)
    for day in range(done.end):
        assert capacity.overall is None or in_work(tasks, shifted, day) <= capacity.overall
        assert all(in_work(tasks, shifted, day, r) <= n for r, n in capacity.roles.items())


@settings(UNHURRIED)
@given(tasks_(pins=False))
def test_whose_turn_it_is_begins_first_and_so_does_what_it_waits_for(tasks):
    """One at a time: everything the first of the list waits for comes before all the rest."""
    done = schedule(tasks, Capacity(1))
    waits = {t.id: t.after for t in tasks}
    wanted = {tasks[0].id}
    while more := {a for t in wanted for a in waits[t]} - wanted:
        wanted |= more
    begun = sorted((t for t in tasks if t.days), key=lambda t: done.placed[t.id].start)
    first = [t.id for t in begun[: sum(t.id in wanted for t in begun)]]

    assert {*first} == {t.id for t in begun if t.id in wanted}


@settings(UNHURRIED)
@given(tasks_())
def test_something_is_critical(tasks):
    done = schedule(tasks)

    assert any(p.critical and p.end == done.end for p in done.placed.values())


def graph_of(tasks):
    """The tasks as a graph for networkx, with an end that everything leads to."""
    graph = networkx.DiGraph()
    for task in tasks:
        graph.add_edge(task.id, "the end", weight=task.days)
        for before in task.after:
            graph.add_edge(before, task.id, weight=next(t.days for t in tasks if t.id == before))
    return graph


@settings(UNHURRIED, max_examples=200)
@given(tasks_(pins=False))
def test_length_and_slack_are_those_of_the_longest_paths_of_networkx(tasks):
    graph, done = graph_of(tasks), schedule(tasks)
    length = networkx.dag_longest_path_length(graph)
    assert done.end == length
    for task in tasks:
        before = graph.subgraph({*networkx.ancestors(graph, task.id), task.id})
        after = graph.subgraph({*networkx.descendants(graph, task.id), task.id})
        through = networkx.dag_longest_path_length(before) + networkx.dag_longest_path_length(
            after
        )
        assert done.placed[task.id].slack == length - through


def test_a_published_network_comes_out_the_same():
    """The chart of the encyclopaedia articles on PERT and on the critical path method.

    Wikipedia, "Critical path method", figure "PERT chart for a project with five milestones (10
    through 50) and six activities (A through F)": two critical paths, B and C, or A, D and F, of
    seven months; E has a float of one month. Months: A 3, B 4, C 3, D 1, E 3, F 3.
    """
    months = {"A": 3, "B": 4, "C": 3, "D": 1, "E": 3, "F": 3}
    after = {"C": "B", "D": "A", "E": "A", "F": "D"}
    done = schedule([Task(i, n, tuple(after.get(i, ""))) for i, n in months.items()])

    assert done.end == 7
    assert {i for i, p in done.placed.items() if p.critical} == set("BCADF")
    assert done.placed["E"].slack == 1


def test_a_circle_is_refused_and_named():
    tasks = [Task("a", 1, ("c",)), Task("b", 1, ("a",)), Task("c", 1, ("b",)), Task("d", 1)]
    with pytest.raises(Loop) as caught:
        schedule(tasks)

    assert set(caught.value.ids) == {"a", "b", "c"}
    assert caught.value.ids[0] == caught.value.ids[-1]


def test_what_ends_after_its_day_is_named():
    tasks = [Task("a", 5, no_later=4), Task("b", 5, ("a",), no_later=8)]

    assert schedule(tasks).late == ("b",)


def test_waiting_times_take_no_place():
    tasks = [Task("a", 2), Task("wait", 9, ("a",), counts=False), Task("b", 3)]

    assert schedule(tasks, Capacity(1)).placed["b"].start == 2


@settings(UNHURRIED)
@given(tasks_())
def test_the_order_has_everything_after_what_it_waits_for(tasks):
    order = in_order(tasks)
    assert all(order.index(a) < order.index(t.id) for t in tasks for a in t.after)


def test_a_role_that_is_busy_lets_others_go_first():
    tasks = [Task("a", 5, roles=("IG",)), Task("b", 5, roles=("IG",)), Task("c", 5)]
    done = schedule(tasks, Capacity(2, {"IG": 1}))

    assert [done.placed[i].start for i in "abc"] == [0, 5, 0]


def test_no_tasks_end_at_once():
    assert schedule([]) == Schedule({}, 0, ())


def test_what_waits_for_strangers_begins_at_once():
    assert schedule([Task("a", 1, ("gone", "gone"))]).placed["a"].start == 0
