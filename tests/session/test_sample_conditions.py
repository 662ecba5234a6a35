"""The sample answers some conditions for change, weak ones among them, and leaves some open."""

import pytest

from techmodel.core.errors import BadInput
from techmodel.importing.sample_conditions import read_sample_conditions
from techmodel.resources import resource
from techmodel.session.sample_conditions import play_conditions

TEXT = resource("sample", "conditions.toml").read_text(encoding="utf-8")


def test_it_shows_weak_good_and_open_conditions(session):
    play_conditions(session, read_sample_conditions(TEXT))
    standing = session.conditions.standing()

    assert 0 < len(standing.weak) < len(standing.answered) < standing.count


def test_faults_are_told():
    with pytest.raises(BadInput, match="level: must be a whole number"):
        read_sample_conditions(TEXT.replace("level = 2", 'level = "two"', 1))
