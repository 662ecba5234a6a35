"""What all fault suites share: how much to try, where to put what was found, seeds."""

from __future__ import annotations

import pytest
from tests.faults.harness.campaign import Campaign
from tests.faults.harness.results import Results


@pytest.fixture(scope="session")
def scale(pytestconfig: pytest.Config) -> str:
    """How much is tried: normal, commit or release."""
    return str(pytestconfig.getoption("--scale"))


@pytest.fixture
def results(request: pytest.FixtureRequest) -> Results:
    """Takes the rows of the table that is printed at the end."""
    return Results(request.node.user_properties)


@pytest.fixture
def campaign(pytestconfig: pytest.Config, results: Results) -> Campaign:
    """Runs a suite seed by seed."""
    return Campaign(pytestconfig, results)
