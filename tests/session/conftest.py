"""Fixtures of the session's tests."""

import pytest
from tests.session.two_rooms import Rooms


@pytest.fixture
def rooms(session, tmp_path):
    made = Rooms(session, tmp_path)
    yield made
    made.theirs.document.close(publish=False)
