"""The nouns of a session that are made when they are first needed, so that it starts light."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from techmodel.session.benefits import Benefits
    from techmodel.session.conditions import Conditions
    from techmodel.session.costs import Costs
    from techmodel.session.flows import Flows
    from techmodel.session.plan import Plan
    from techmodel.session.raid import Raid
    from techmodel.session.rounds import Rounds
    from techmodel.session.scenarios import Scenarios
    from techmodel.session.services import Services
    from techmodel.session.session import Session


class LazyNouns:
    """What a session lets people do that not every start needs, one noun a property."""

    @cached_property
    def rounds(self) -> Rounds:
        """The verbs of rounds, and what can be seen of them."""
        from techmodel.session.rounds import Rounds

        return Rounds(self._whole)

    @cached_property
    def plan(self) -> Plan:
        """The verbs of the plan, and what it comes to."""
        from techmodel.session.plan import Plan

        return Plan(self._whole)

    @cached_property
    def scenarios(self) -> Scenarios:
        """The verbs of scenarios: terms of the plan kept under a name."""
        from techmodel.session.scenarios import Scenarios

        return Scenarios(self._whole)

    @cached_property
    def costs(self) -> Costs:
        """The verbs of costs."""
        from techmodel.session.costs import Costs

        return Costs(self._whole)

    @cached_property
    def benefits(self) -> Benefits:
        """The verbs of the logic model."""
        from techmodel.session.benefits import Benefits

        return Benefits(self._whole)

    @cached_property
    def raid(self) -> Raid:
        """The verbs of the RAID log: risks, assumptions, issues and dependencies."""
        from techmodel.session.raid import Raid

        return Raid(self._whole)

    @cached_property
    def services(self) -> Services:
        """The verbs of services: how far each organisation is with them, and the guide."""
        from techmodel.session.services import Services

        return Services(self._whole)

    @cached_property
    def flows(self) -> Flows:
        """The verbs of flows: what goes from one organisation to another, at what level."""
        from techmodel.session.flows import Flows

        return Flows(self._whole)

    @cached_property
    def conditions(self) -> Conditions:
        """The verbs of the conditions for change, and how they stand."""
        from techmodel.session.conditions import Conditions

        return Conditions(self._whole)

    @property
    def _whole(self) -> Session:
        """The session that these nouns are of."""
        return cast("Session", self)
