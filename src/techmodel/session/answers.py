"""Giving answers: one pair or many at once, notes, dissent and parking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import NOT_ANSWERED, State
from techmodel.core.errors import Refused
from techmodel.core.gaps import is_asked
from techmodel.core.provided import ProviderFault, dependants, provider_fault
from techmodel.session.changes import (
    Change,
    PairId,
    change_edits,
    changes_label,
    whole_change,
    with_changes,
)
from techmodel.session.noun import Noun, known_capability, known_organisation
from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.answers import Value
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Capability, CapabilityId
    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.session.touched import Touched

_FAULTS = {
    ProviderFault.SELF: "an organisation cannot provide for itself.",
    ProviderFault.LEFT: "{provider} is not in this assessment any more, so it cannot provide.",
    ProviderFault.NOT_ASKED: "{provider} is not asked about {id}, so it cannot provide it.",
    ProviderFault.CHAIN: "{provider} is itself provided by another; name that one instead.",
    ProviderFault.NOT_ANSWERED: "{provider} has no answer for {id} yet; answer it first.",
    ProviderFault.NOT_APPLICABLE: "{provider} says {id} is not applicable, so it cannot provide.",
}
"""Why a provider is refused, after "REC-06 for Riverside Trust: "."""


class Answers(Noun):
    """The verbs of answers. A pair is a capability and an organisation."""

    def give(
        self,
        capability: CapabilityId,
        organisation: OrganisationId,
        value: Value,
        *,
        decided_by: str = "",
    ) -> Touched:
        """Record one answer; NOT_ANSWERED clears it, the note stays.

        Raises:
            WrongUse: unknown pair, level outside 0..5, not applicable without a reason.
            Refused: the pair is not asked, the provider cannot provide, or others depend on it.
        """
        return self.give_many({(capability, organisation): value}, decided_by=decided_by)

    def give_many(
        self, values: Mapping[PairId, Value], *, decided_by: str = "", label: str = ""
    ) -> Touched:
        """Record many answers as one batch, judged together, all or nothing. Raises as `give`."""
        changes = {pair: Change(value=value) for pair, value in values.items()}
        return self.record(changes, decided_by=decided_by, label=label)

    def note(self, capability: CapabilityId, organisation: OrganisationId, text: str) -> Touched:
        """Write down why this level."""
        return self.record({(capability, organisation): Change(note=text)})

    def dissent(
        self, capability: CapabilityId, organisation: OrganisationId, text: str
    ) -> Touched:
        """Write down a view that the recorded answer does not share."""
        return self.record({(capability, organisation): Change(dissent=text)})

    def park(
        self, capability: CapabilityId, organisation: OrganisationId, *, parked: bool
    ) -> Touched:
        """Set a pair aside to come back to, or take it up again."""
        return self.record({(capability, organisation): Change(parked=parked)})

    def record(
        self, changes: Mapping[PairId, Change], *, decided_by: str = "", label: str = ""
    ) -> Touched:
        """Record values, notes and evidence of many pairs as one batch. Raises as `give`."""
        before = self._assessment
        checked = {pair: checked_change(before, pair, c) for pair, c in changes.items()}
        for _, refusal in find_refusals(before, checked):
            raise refusal
        edits = [e for p, c in checked.items() for e in change_edits(before, p, c)]
        text = label or changes_label(before, checked)
        return self._session.apply(edits, text, decided_by=decided_by)


def checked_change(assessment: Assessment, pair: PairId, change: Change) -> Change:
    """The change of one pair with clean texts, seen by itself. Raises as `Answers.give`."""
    capability = known_capability(assessment, pair[0])
    organisation = known_organisation(assessment, pair[1])
    new = change.value is not None and change.value != NOT_ANSWERED
    if new and not is_asked(assessment, capability, organisation):
        raise Refused(_not_asked(assessment, capability, organisation))
    return whole_change(assessment.checklist, change, f"{pair[0]} for {organisation.name}")


def find_refusals(
    before: Assessment, changes: Mapping[PairId, Change]
) -> Iterator[tuple[PairId, Refused]]:
    """The pairs whose checked changes, judged together, would leave a provider broken, and why."""
    after = with_changes(before, changes)
    for pair, change in changes.items():
        why = "" if change.value is None else _broken(before, after, pair)
        if why:
            name = known_organisation(after, pair[1]).name
            yield pair, Refused(f"{pair[0]} for {name}{why}")


def _not_asked(assessment: Assessment, capability: Capability, organisation: Organisation) -> str:
    """That a pair is not asked, and by which of the three rules (design.md 4.1)."""
    domain = assessment.checklist.domain(capability.domain)
    if not organisation.in_scope:
        why = f"{organisation.name} has left this assessment."
    elif capability.domain in assessment.domains_out and domain:
        why = f"The domain {domain.name} is out of scope."
    else:
        kinds = {k.id: k.short_name for k in assessment.checklist.kinds}
        why = f"The checklist asks: {', '.join(kinds[k] for k in capability.applies_to)}."
    return f"{organisation.name} is not asked about {capability.id} {capability.name}. {why}"


def _broken(before: Assessment, after: Assessment, pair: PairId) -> str:
    """Why a pair's new value leaves a provider broken, after the pair's name; "" if it holds."""
    fault = provider_fault(after, pair[0], pair[1])
    provider = after.value(*pair).provider
    if fault is not None and provider is not None:
        name = known_organisation(after, provider).name
        return f": {_FAULTS[fault].format(provider=name, id=pair[0])}"
    state = after.value(*pair).state
    if state in {State.LEVEL, State.DONT_KNOW} or before.value(*pair) == after.value(*pair):
        return ""
    names = {o.id: o.name for o in after.organisations}
    waiting = [names[o] for o in dependants(after, pair[0], pair[1])]
    if not waiting:
        return ""
    return (
        f" has to keep an answer of its own: {join_words(waiting)} "
        f"{'is' if len(waiting) == 1 else 'are'} provided by it. Change that first."
    )
