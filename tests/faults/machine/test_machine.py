"""Whatever people do in whatever order, with kills, full disks and wrong clocks: as the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.faults.harness.campaign import Tally
from tests.faults.machine.machine import Machine

from techmodel.session import session as session_module

if TYPE_CHECKING:
    from tests.faults.harness.campaign import Campaign
    from tests.faults.harness.results import Results

SEEDS = (1, 4, 400)
EXAMPLES = (30, 50, 50)
STEPS = (25, 50, 100)
"""In one seed of a normal run, at a commit, for a release."""


def run(seed: int, examples: int, steps: int, phases: tuple[Phase, ...]) -> Tally:
    """What came of some examples; AssertionError with the shortest that fails."""
    Machine.examples = Machine.struck = 0
    hypothesis.core.global_force_seed = seed
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=phases,
            suppress_health_check=list(HealthCheck),
        ),
    )
    return Tally(Machine.examples, min(Machine.struck, Machine.examples))


def test_an_assessment_is_what_a_plain_model_says(campaign: Campaign, scale: str) -> None:
    at = ("normal", "commit", "release").index(scale)

    def one(seed: int) -> Tally:
        return run(seed, EXAMPLES[at], STEPS[at], (Phase.generate, Phase.shrink))

    campaign.must_hold("sequences of verbs, kills, full disks, clocks", SEEDS, one)


def test_the_control_that_undoes_the_wrong_change_is_caught(
    results: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = session_module.next_undo
    monkeypatch.setattr(session_module, "next_undo", lambda batches: right(batches[:-1]))
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - a group of several, perhaps
        run(0, 20, 15, (Phase.generate,))
    results.control("sequences of verbs: undo of the wrong change", 20, Machine.examples, 1)

    assert "Error" in type(caught.value).__name__ or caught.value.__notes__
