"""The sample's flows fit its answers, and leave something to find out."""

import pytest

from techmodel.core.flows import find_sums
from techmodel.core.sense import find_nonsense
from techmodel.session.sample import make_sample
from techmodel.session.session import Session
from techmodel.store.working_file import read_document


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder / "s.techmodel", folder / "work", force=False).close()
    return Session(read_document(folder / "s.techmodel"))


def test_it_shows_every_state_and_most_levels(sample):
    flows = sample.flows.all()
    sums = find_sums(flows)

    assert min(sums.met, sums.below, sums.unknown, sums.not_applicable) >= 1
    assert sums.unknown < sums.asked / 4
    assert {f.value.level for f in flows} >= {0, 1, 2, 3, 4}
    assert any(f.is_own for f in flows)


def test_no_flow_is_better_than_what_both_ends_said(sample):
    pairs = {g.id: g.pairs for g in sample.gaps().capabilities}
    for flow in sample.flows.all():
        known = [pairs[flow.capability].get(end) for end in flow.key[:2]]
        levels = [pair.level for pair in known if pair and pair.level is not None]

        assert flow.value.level is None or flow.value.level <= min(levels)


def test_its_flows_are_such_as_verbs_write(sample):
    assert find_nonsense(sample.batches(), sample.tables()) == ""
