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
    from collections.abc import Mapping

    from techmodel.core.answers import Value
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
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
        checked = {pair: self._checked(pair, change) for pair, change in changes.items()}
        after = with_changes(before, checked)
        for pair, change in checked.items():
            if change.value is not None:
                self._refuse_broken(before, after, pair)
        edits = [e for p, c in checked.items() for e in change_edits(before, p, c)]
        text = label or changes_label(before, checked)
        return self._session.apply(edits, text, decided_by=decided_by)

    def _checked(self, pair: PairId, change: Change) -> Change:
        assessment = self._assessment
        capability = known_capability(assessment, pair[0])
        organisation = known_organisation(assessment, pair[1])
        new = change.value is not None and change.value != NOT_ANSWERED
        if new and not is_asked(assessment, capability, organisation):
            raise Refused(
                f"{organisation.name} is not asked about {capability.id} {capability.name}."
            )
        return whole_change(assessment.checklist, change, f"{pair[0]} for {organisation.name}")

    def _refuse_broken(self, before: Assessment, after: Assessment, pair: PairId) -> None:
        organisation = known_organisation(after, pair[1])
        where = f"{pair[0]} for {organisation.name}"
        value = after.value(*pair)
        if value.state is State.PROVIDED_BY and value.provider is not None:
            provider = known_organisation(after, value.provider)
            fault = provider_fault(after, pair[0], pair[1])
            if fault is not None:
                why = _FAULTS[fault].format(provider=provider.name, id=pair[0])
                raise Refused(f"{where}: {why}")
        self._refuse_dependants(before, after, pair, where)

    def _refuse_dependants(
        self, before: Assessment, after: Assessment, pair: PairId, where: str
    ) -> None:
        state = after.value(*pair).state
        if state in {State.LEVEL, State.DONT_KNOW} or before.value(*pair) == after.value(*pair):
            return
        names = {o.id: o.name for o in after.organisations}
        waiting = [names[o] for o in dependants(after, pair[0], pair[1])]
        if waiting:
            raise Refused(
                f"{where} has to keep an answer of its own: {join_words(waiting)} "
                f"{'is' if len(waiting) == 1 else 'are'} provided by it. Change that first."
            )


def same_as(
    assessment: Assessment,
    capability: CapabilityId,
    source: Organisation,
    targets: list[Organisation],
) -> dict[PairId, Value]:
    """The answers that give `targets` the value of `source`, where the capability is asked."""
    value = assessment.value(capability, source.id)
    found = known_capability(assessment, capability)
    return {
        (capability, o.id): value
        for o in targets
        if o.id != source.id and is_asked(assessment, found, o)
    }
