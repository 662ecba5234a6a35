"""The totals of flows and services, with what the workbook must say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.flows import find_sums
from techmodel.core.onboarding import Stage
from techmodel.export.xlsx.total import Total
from techmodel.wording.labels import STATE_WORDS
from techmodel.wording.service_edits import stage_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.export.xlsx.facts import Facts
    from techmodel.export.xlsx.layout import Layout


def integration_totals(facts: Facts, layout: Layout) -> Iterator[Total]:
    """How many flows there are, below target and not known; how often partners are live."""
    sums, flows = find_sums(facts.flows), layout.flows
    below, unknown = flows.all("gap_low"), flows.all("level")
    word = STATE_WORDS[State.DONT_KNOW]
    yield Total("flows", "Flows", sums.asked, f"COUNTA({flows.all('id')})")
    yield Total("flows-below", "Flows below target", sums.below, f'COUNTIF({below},">0")')
    yield Total("flows-unknown", "Flows not known", sums.unknown, f'COUNTIF({unknown},"{word}")')
    live = sum(entry.count(Stage.LIVE) for entry in facts.services)
    stages = f'COUNTIF({layout.onboarding.all("stage")},"{stage_name(Stage.LIVE)}")'
    yield Total("services-live", "Live with services, over all partners", live, stages)
