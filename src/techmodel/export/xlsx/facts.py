"""What the workbook shows, looked up once: names, pairs in order, and what a pair counts as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from techmodel.core.answers import State, Value
from techmodel.core.decisions import last_changes
from techmodel.core.flows import find_flows
from techmodel.core.services_guide import find_entries
from techmodel.core.sheets import pair_id
from techmodel.export.xlsx.plan_facts import find_plan_facts
from techmodel.wording.labels import STATE_WORDS, level_name, value_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from techmodel.core.answers import Answer, Evidence
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Capability, CapabilityId
    from techmodel.core.decisions import LastChange
    from techmodel.core.flows import Flow
    from techmodel.core.gaps import CapabilityGap, Pair
    from techmodel.core.journal import Batch
    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.core.report import Report
    from techmodel.core.services_guide import Entry
    from techmodel.export.xlsx.plan_facts import PlanFacts

    Names = Mapping[OrganisationId, str]

NOT_ASKED = "Not asked"
NOT_ON_LIST = "Not on the list"

LAST_LEVEL, DONT_KNOW, NOT_APPLICABLE, NOT_ANSWERED = 6, 7, 8, 9
"""Numbers of the answer words in Lists: 1..6 the levels, 7 to 9 these, then who provides."""


@dataclass(frozen=True, slots=True)
class AnswerPair:
    """One row of Answers.

    `list_no` is where the answer stands in the list of answer words, 0 for nowhere; `provider_no`
    the same for the provider's own answer, 0 where there is none; `counted_as` what counts.
    """

    id: str
    capability: Capability
    gap: CapabilityGap
    organisation: Organisation
    answer: Answer | None
    pair: Pair
    word: str
    list_no: int
    provider_no: int
    counted_as: str
    changed: Batch | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the sheets look at.

    `words` are the entries of the answer drop-down, in order, each with the organisation that
    provides; `names` and `short_names` are unique; `grades` holds those of a pair's evidence by
    the pair's id; `plan` is None while nothing is planned; `services` are all, in the order of the
    checklist.
    """

    report: Report
    capabilities: Mapping[CapabilityId, Capability]
    names: Names
    short_names: Names
    partners: tuple[Organisation, ...]
    words: tuple[tuple[str, OrganisationId | None], ...]
    pairs: tuple[AnswerPair, ...]
    evidence: tuple[Evidence, ...]
    grades: Mapping[str, tuple[str, ...]]
    plan: PlanFacts | None
    flows: tuple[Flow, ...]
    services: tuple[Entry, ...]

    @property
    def assessment(self) -> Assessment:
        """The assessment shown."""
        return self.report.assessment

    def best_grade(self, pair: str) -> str:
        """The best grade among a pair's evidence, "" for none of those in the checklist."""
        held = self.grades.get(pair, ())
        ordered = [g.grade for g in self.assessment.checklist.scoring.evidence_grades]
        return next((grade for grade in ordered if grade in held), "")

    def day(self, at: str) -> date | None:
        """The day of a UTC time on the clock of the person; None for ""."""
        if not at:
            return None
        return datetime.fromisoformat(at).astimezone(self.report.made.tzinfo).date()


def find_facts(report: Report) -> Facts:
    """The facts of a report."""
    assessment = report.assessment
    names = unique_names((o.id, o.name) for o in assessment.organisations)
    words = _words(assessment, names)
    short_names = unique_names((o.id, o.short_name or o.name) for o in assessment.organisations)
    pairs = tuple(_Pairs(report, names, short_names, words).rows())
    asked = {(p.gap.id, p.organisation.id): n for n, p in enumerate(pairs)}
    held = [e for e in assessment.evidence if (e.capability, e.organisation) in asked]
    held.sort(key=lambda e: (asked[e.capability, e.organisation], e.grade, e.id))
    return Facts(
        report=report,
        capabilities={c.id: c for c in assessment.checklist.capabilities},
        names=names,
        short_names=short_names,
        partners=assessment.scope,
        words=words,
        pairs=pairs,
        evidence=tuple(held),
        grades=_grades(held),
        plan=find_plan_facts(report),
        flows=find_flows(assessment),
        services=_services(report),
    )


def _services(report: Report) -> tuple[Entry, ...]:
    assessment = report.assessment
    entries = find_entries(assessment, report.gaps, report.onboarding, report.today)
    found = {entry.service.id: entry for entry in entries}
    return tuple(found[s.id] for s in assessment.checklist.services)


def _grades(evidence: Iterable[Evidence]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for e in evidence:
        key = pair_id(e.capability, e.organisation)
        found[key] = (*found.get(key, ()), e.grade)
    return found


def unique_names(
    names: Iterable[tuple[OrganisationId, str]], taken: Iterable[str] = ()
) -> dict[OrganisationId, str]:
    """Names that differ in more than capitals, also from those taken; later ones get a number."""
    seen = {name.casefold() for name in taken}
    found = {}
    for key, name in names:
        chosen, number = name, 2
        while chosen.casefold() in seen:
            chosen, number = f"{name} ({number})", number + 1
        seen.add(chosen.casefold())
        found[key] = chosen
    return found


def _words(assessment: Assessment, names: Names) -> tuple[tuple[str, OrganisationId | None], ...]:
    checklist = assessment.checklist
    states = (State.DONT_KNOW, State.NOT_APPLICABLE, State.NOT_ANSWERED)
    ordered = sorted(assessment.organisations, key=lambda o: not o.in_scope)
    return (
        *((level_name(checklist, level.level), None) for level in checklist.levels),
        *((STATE_WORDS[state], None) for state in states),
        *((_provided(assessment, names, o.id), o.id) for o in ordered),
    )


def _provided(assessment: Assessment, names: Names, organisation: OrganisationId) -> str:
    value = Value(State.PROVIDED_BY, provider=organisation)
    return value_words(value, assessment.checklist, names)


class _Pairs:
    """Makes the rows of Answers."""

    def __init__(
        self,
        report: Report,
        names: Names,
        short_names: Names,
        words: tuple[tuple[str, OrganisationId | None], ...],
    ) -> None:
        self._report = report
        self._assessment = report.assessment
        self._capabilities = {c.id: c for c in report.assessment.checklist.capabilities}
        self._names = names
        self._short_names = short_names
        self._words = [word for word, _ in words]
        self._numbers = {word: n for n, word in enumerate(self._words, 1)}
        self._changes: LastChange = last_changes(report.batches)

    def rows(self) -> Iterable[AnswerPair]:
        for gap in self._report.gaps.capabilities:
            capability = self._capabilities[gap.id]
            for partner in self._assessment.scope:
                if partner.id in gap.pairs:
                    yield self._row(capability, gap, partner)

    def _row(
        self, capability: Capability, gap: CapabilityGap, partner: Organisation
    ) -> AnswerPair:
        value = self._assessment.value(gap.id, partner.id)
        word = value_words(value, self._assessment.checklist, self._names)
        number = self._numbers.get(word, 0)
        provider = self._provider_number(gap, value)
        return AnswerPair(
            id=pair_id(gap.id, partner.id),
            capability=capability,
            gap=gap,
            organisation=partner,
            answer=self._assessment.answers.get((gap.id, partner.id)),
            pair=gap.pairs[partner.id],
            word=word,
            list_no=number,
            provider_no=provider,
            counted_as=self._counted(value, number, provider),
            changed=self._changed(gap.id, partner.id),
        )

    def _provider_number(self, gap: CapabilityGap, value: Value) -> int:
        """The number of the provider's own answer; 0 where nobody provides or it is not asked."""
        if value.provider is None or value.provider not in gap.pairs:
            return 0
        own = self._assessment.value(gap.id, value.provider)
        return self._numbers.get(value_words(own, self._assessment.checklist, self._names), 0)

    def _counted(self, value: Value, number: int, provider: int) -> str:
        if not number:
            return NOT_ON_LIST
        if value.provider is None:
            return self._words[number - 1]
        provides = 0 < provider <= NOT_ANSWERED and provider != NOT_APPLICABLE
        own = self._words[(provider if provides else NOT_ANSWERED) - 1]
        return f"{own}, by {self._short_names[value.provider]}"

    def _changed(self, capability: str, organisation: str) -> Batch | None:
        keys = [("answer", (capability, organisation), f) for f in ("value", "*")]
        found = [self._changes[k] for k in keys if k in self._changes]
        return max(found, key=lambda b: b.revision, default=None)
