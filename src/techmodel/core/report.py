"""One frozen picture of an assessment, from which every export is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from techmodel.core.conditions import find_standing
from techmodel.core.plan_parts import PlanBook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import ServiceId
    from techmodel.core.compare_integration import FlowChange, StageChange
    from techmodel.core.conditions import Condition, FactorId, Standing
    from techmodel.core.decisions import Decision
    from techmodel.core.forecast import Moment
    from techmodel.core.gaps import Gaps
    from techmodel.core.journal import Batch
    from techmodel.core.learning import Page
    from techmodel.core.onboarding import Onboarding
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.plan import Plan
    from techmodel.core.progress import Progress
    from techmodel.core.ready import Check
    from techmodel.core.rounds import Round


@dataclass(frozen=True, slots=True)
class Since:
    """The round that a report compares with.

    `then` is its gap analysis, `progress` that to now; `flows` and `stages` those that changed.
    """

    round: Round
    then: Gaps
    progress: Progress
    flows: tuple[FlowChange, ...] = ()
    stages: tuple[StageChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What the workbook, the report, the preview and the JSON show, with a fixed clock.

    `made` is when (aware, local time); `today` its date, against which duty dates and ages of
    statuses are judged; `answers_to` the day of the newest change, None while there is none;
    `revision` counts the journal's batches; `version` is the program's; `rounds` are all, in
    order, and `since` the one compared with, None where there is none or none was wanted; `taken`
    are the batches of other files that merges took over, by the merge's id. `book` is what is
    stored of the plan; `plan` what it comes to, None while nothing is planned; `forecast` what it
    leads to. `onboarding` is what is recorded of services, by service and organisation;
    `conditions` what is answered of the conditions for change, also of factors that have gone.
    `guides` are the guides from the field to print, in the order of domains; empty for none.
    """

    assessment: Assessment
    gaps: Gaps
    decisions: tuple[Decision, ...]
    checks: tuple[Check, ...]
    batches: tuple[Batch, ...]
    made: datetime
    answers_to: date | None
    revision: int
    version: str
    rounds: tuple[Round, ...] = ()
    since: Since | None = None
    taken: Mapping[str, tuple[Batch, ...]] = field(default_factory=dict)
    book: PlanBook = field(default_factory=PlanBook)
    plan: Plan | None = None
    forecast: tuple[Moment, ...] = ()
    onboarding: Mapping[tuple[ServiceId, OrganisationId], Onboarding] = field(default_factory=dict)
    conditions: Mapping[FactorId, Condition] = field(default_factory=dict)
    guides: tuple[Page, ...] = ()

    @property
    def standing(self) -> Standing:
        """How the conditions for change stand; its `count` is 0 where nothing is asked."""
        return find_standing(self.assessment.checklist.conditions, self.conditions)

    @property
    def today(self) -> date:
        """The day the report was made."""
        return self.made.date()
