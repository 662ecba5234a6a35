"""How far the sample's partners are with services fits who is asked, and shows every stage."""

import pytest

from techmodel.core.onboarding import Stage
from techmodel.core.sense import find_nonsense
from techmodel.core.services_guide import DutyState
from techmodel.session.sample import make_sample
from techmodel.session.session import Session
from techmodel.store.working_file import read_document


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder / "s.techmodel", folder / "work", force=False).close()
    return Session(read_document(folder / "s.techmodel"))


def test_it_shows_every_stage_and_leaves_most_to_begin(sample):
    held = sample.services.all().values()

    assert {h.stage for h in held} == set(Stage) - {Stage.NOT_STARTED}
    assert sum(not entry.is_recorded for entry in sample.services.guide()) > 36


def test_only_those_are_spoken_of_who_are_asked(sample):
    pairs = {g.id: g.pairs for g in sample.gaps().capabilities}
    asked = {
        (e.service.id, who)
        for e in sample.services.guide()
        for capability in e.supports
        for who in pairs[capability]
    }

    assert set(sample.services.all()) <= asked


def test_it_has_gaps_to_close_and_a_duty_date_that_passed(sample):
    guide = sample.services.guide()

    assert any(e.gaps and e.duty is DutyState.PASSED for e in guide)
    assert find_nonsense(sample.batches(), sample.tables()) == ""
