"""The sample's plan fits its gaps, and tells of a plan that is not finished."""

import pytest

from techmodel.core.plan import MissedKind
from techmodel.core.plan_steps import parse_step
from techmodel.core.sense import find_nonsense
from techmodel.session.sample import make_sample
from techmodel.session.session import Session
from techmodel.store.working_file import read_document


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder / "s.techmodel", folder / "work", force=False).close()
    return Session(read_document(folder / "s.techmodel"))


def test_every_gap_is_in_exactly_one_project(sample):
    steps = [step for p in sample.plan.book().projects for step in p.steps]

    assert len(set(steps)) == len(steps)
    assert {parse_step(step).capability for step in steps} == {g.id for g in sample.gaps().ranked}
    assert sample.plan.proposal().is_empty


def test_it_leaves_a_board_something_to_decide(sample):
    plan = sample.plan.plan()
    counted = [p for p in plan.projects if p.start]

    assert 1 <= len(plan.projects) - len(counted) <= 4
    assert MissedKind.DUTY in {m.kind for m in plan.missed}
    assert not plan.looped


def test_its_scenarios_end_at_other_times(sample):
    ends = {sample.plan.plan(s.terms).end for s in sample.scenarios.all()}

    assert len(ends | {sample.plan.plan().end}) == 3


def test_all_of_it_is_what_verbs_write(sample):
    assert find_nonsense(sample.batches(), sample.tables()) == ""
