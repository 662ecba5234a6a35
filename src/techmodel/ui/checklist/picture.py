"""What the checklist shows, read once for every look at it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from techmodel.core.answers import Answer
from techmodel.core.gaps import find_gaps
from techmodel.core.outline import find_outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from techmodel.core.answers import Evidence, Value
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Capability, CapabilityId, ServiceId
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.onboarding import Onboarding
    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.core.outline import Outline
    from techmodel.session.changes import PairId
    from techmodel.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is: a capability, and the organisations chosen, the first of them in hand.

    `organisations` is empty where nobody shown is asked about the capability.
    """

    capability: CapabilityId
    organisations: tuple[OrganisationId, ...]

    @property
    def organisation(self) -> OrganisationId | None:
        """The organisation in hand."""
        return self.organisations[0] if self.organisations else None


@dataclass(frozen=True, slots=True)
class Picture:
    """The assessment as the checklist shows it; `single` is the one organisation shown, if one.

    `waiting` are the pairs whose answer is shown as given, but is not saved yet; `recorded` says
    how far organisations are with services.
    """

    assessment: Assessment
    gaps: Gaps
    outline: Outline
    single: Organisation | None
    today: date
    read_only: bool
    waiting: frozenset[PairId] = frozenset()
    recorded: Mapping[tuple[ServiceId, OrganisationId], Onboarding] = field(default_factory=dict)

    def capability(self, id_: CapabilityId) -> Capability | None:
        """The capability with this id."""
        return self.assessment.checklist.capability(id_)

    def gap(self, id_: CapabilityId) -> CapabilityGap | None:
        """The gap of a capability in scope."""
        return self.gaps.of(id_)

    def organisation(self, id_: OrganisationId) -> Organisation | None:
        """The organisation with this id."""
        return next((o for o in self.assessment.organisations if o.id == id_), None)

    def partners(self, id_: CapabilityId) -> tuple[Organisation, ...]:
        """The organisations shown that are asked about a capability, in order."""
        gap = self.gap(id_)
        asked = gap.pairs if gap else {}
        shown = (self.single,) if self.single else self.assessment.scope
        return tuple(o for o in shown if o.id in asked)

    def others(self, id_: CapabilityId) -> tuple[Organisation, ...]:
        """The organisations in scope that are not asked about a capability."""
        gap = self.gap(id_)
        asked = gap.pairs if gap else {}
        return tuple(o for o in self.assessment.scope if o.id not in asked)

    def answer(self, capability: CapabilityId, organisation: OrganisationId) -> Answer:
        """What is recorded for a pair, an empty answer where nothing is."""
        found = self.assessment.answers.get((capability, organisation))
        return found or Answer(capability, organisation)

    def evidence(
        self, capability: CapabilityId, organisation: OrganisationId
    ) -> tuple[Evidence, ...]:
        """The evidence of a pair, best grade first."""
        held = (
            e
            for e in self.assessment.evidence
            if e.capability == capability and e.organisation == organisation
        )
        return tuple(sorted(held, key=lambda e: (e.grade, e.title)))


def head_names(organisations: Iterable[Organisation]) -> dict[OrganisationId, str]:
    """Names for narrow heads: the short ones, but whole ones where a short one stands twice."""
    held = list(organisations)
    short = [o.short_name or o.name for o in held]
    return {
        o.id: name if short.count(name) == 1 else o.name
        for o, name in zip(held, short, strict=True)
    }


def take_picture(workspace: Workspace) -> Picture:
    """What the file holds now, for the organisation shown or for all."""
    session = workspace.session
    assessment, gaps = session.assessment(), session.gaps()
    waiting = workspace.waiting.answers
    if waiting:
        assessment = _as_given(assessment, waiting)
        gaps = find_gaps(assessment)
    scope = assessment.scope
    single = next((o for o in scope if o.id == workspace.showing), None)
    if len(scope) == 1:
        single = scope[0]
    outline = find_outline(assessment, gaps, single.id if single else None)
    today = session.now().astimezone().date()
    read_only, waits = session.read_only, frozenset(waiting)
    recorded = session.services.all()
    return Picture(assessment, gaps, outline, single, today, read_only, waits, recorded)


def _as_given(assessment: Assessment, answers: Mapping[PairId, Value]) -> Assessment:
    """The assessment with answers that are not saved yet."""
    given = {
        pair: replace(assessment.answers.get(pair) or Answer(*pair), value=value)
        for pair, value in answers.items()
    }
    return replace(assessment, answers={**assessment.answers, **given})
