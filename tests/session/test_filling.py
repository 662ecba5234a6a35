"""One project of gaps that a person puts together."""

import pytest
from tests.session.plans import last_label, undone

from techmodel.core.errors import Refused, WrongUse
from techmodel.core.proposal import Bundle
from techmodel.session.filling import fill_by_hand, open_steps


def test_gaps_put_together_are_one_project_and_one_batch(small):
    first, second, *_ = open_steps(small)
    before = small.tables()
    fill_by_hand(small, [second, first], " First things ")
    (project,) = small.plan.book().projects

    assert project.name == "First things"
    assert project.owner
    assert {s.split(":")[0] for s in project.steps} == {first, second}
    assert last_label(small) == f"Project {project.id} First things added"
    assert first not in open_steps(small)
    assert undone(small, before)


def test_proposing_again_leaves_it(small):
    fill_by_hand(small, [*open_steps(small)][:2], "First things")
    (project,) = small.plan.book().projects

    for bundle in Bundle:
        proposed = small.plan.proposal(bundle)
        assert not proposed.removed
        assert all(new.steps == project.steps for _, new in proposed.changed)


@pytest.mark.parametrize(
    ("chosen", "name", "said"),
    [(slice(0), "x", "Tick at least one gap"), (slice(1), " ", "name of the project")],
)
def test_it_needs_a_gap_and_a_name(small, chosen, name, said):
    with pytest.raises(WrongUse, match=said):
        fill_by_hand(small, [*open_steps(small)][chosen], name)


def test_a_gap_that_has_its_project_is_refused(small):
    first = next(iter(open_steps(small)))
    fill_by_hand(small, [first], "One")
    with pytest.raises(Refused, match="has its project already"):
        fill_by_hand(small, [first], "Two")
