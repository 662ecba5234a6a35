"""Giving answers: one pair or many at once, notes, dissent and parking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from techmodel.core.answers import NOT_ANSWERED, Answer, State, Value
from techmodel.core.checklist import LEVELS
from techmodel.core.errors import Refused, WrongUse
from techmodel.core.gaps import is_asked
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.provided import ProviderFault, dependants, provider_fault
from techmodel.core.tables import answer_fields, value_json
from techmodel.session.noun import (
    Noun,
    clean_text,
    known_capability,
    known_organisation,
)
from techmodel.wording.labels import short_value
from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.session.touched import Touched

PairId = tuple["CapabilityId", "OrganisationId"]

_FAULTS = {
    ProviderFault.SELF: "{pair}: an organisation cannot provide for itself.",
    ProviderFault.LEFT: "{pair}: {provider} is not in this assessment any more, so it cannot provide.",
    ProviderFault.NOT_ASKED: "{pair}: {provider} is not asked about {capability}, so it cannot provide it.",
    ProviderFault.CHAIN: "{pair}: {provider} is itself provided by another; name that organisation instead.",
    ProviderFault.NOT_ANSWERED: "{pair}: {provider} has no answer for {capability} yet; answer it first.",
    ProviderFault.NOT_APPLICABLE: "{pair}: {provider} says {capability} is not applicable, so it cannot provide it.",
}


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
        before = self._assessment
        pairs = {pair: self._checked(pair, value) for pair, value in values.items()}
        after = _with_values(before, pairs)
        for pair in pairs:
            self._refuse_broken(before, after, pair)
        edits = [e for p, v in pairs.items() for e in _value_edits(before, p, v)]
        text = label or self._label(pairs)
        return self._session.apply(edits, text, decided_by=decided_by)

    def note(self, capability: CapabilityId, organisation: OrganisationId, text: str) -> Touched:
        """Write down why this level."""
        return self._put(capability, organisation, "note", clean_text(text, "The note"), "note")

    def dissent(self, capability: CapabilityId, organisation: OrganisationId, text: str) -> Touched:
        """Write down a view that the recorded answer does not share."""
        kept = clean_text(text, "The dissent")
        return self._put(capability, organisation, "dissent", kept, "dissent")

    def park(
        self, capability: CapabilityId, organisation: OrganisationId, *, parked: bool
    ) -> Touched:
        """Set a pair aside to come back to, or take it up again."""
        words = "parked" if parked else "taken up again"
        return self._put(capability, organisation, "parked", parked, words)

    def _checked(self, pair: PairId, value: Value) -> Value:
        assessment = self._assessment
        capability = known_capability(assessment, pair[0])
        organisation = known_organisation(assessment, pair[1])
        if not is_asked(assessment, capability, organisation) and value != NOT_ANSWERED:
            raise Refused(
                f"{organisation.name} is not asked about {capability.id} {capability.name}."
            )
        return _whole(value, f"{capability.id} for {organisation.name}")

    def _refuse_broken(self, before: Assessment, after: Assessment, pair: PairId) -> None:
        organisation = known_organisation(after, pair[1])
        where = f"{pair[0]} for {organisation.name}"
        value = after.value(*pair)
        if value.state is State.PROVIDED_BY and value.provider is not None:
            provider = known_organisation(after, value.provider)
            fault = provider_fault(after, pair[0], pair[1])
            if fault is not None:
                raise Refused(
                    _FAULTS[fault].format(pair=where, provider=provider.name, capability=pair[0])
                )
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

    def _label(self, pairs: Mapping[PairId, Value]) -> str:
        assessment = self._assessment
        names = {o.id: o.name for o in assessment.organisations}
        if len(pairs) > 1:
            return _many_label(pairs, names)
        ((capability, organisation), value) = next(iter(pairs.items()))
        old = short_value(assessment.value(capability, organisation), names)
        return f"{capability} for {names[organisation]}: {old} → {short_value(value, names)}"

    def _put(
        self,
        capability: CapabilityId,
        organisation: OrganisationId,
        field: str,
        new: str | bool,  # noqa: FBT001 - the field's value
        words: str,
    ) -> Touched:
        assessment = self._assessment
        known_capability(assessment, capability)
        name = known_organisation(assessment, organisation).name
        label = f"{capability} for {name}: {words}"
        return self._session.apply(
            _field_edits(assessment, (capability, organisation), field, new), label
        )


def _whole(value: Value, where: str) -> Value:
    """The value with only what its state needs; WrongUse when something is missing."""
    reason = clean_text(value.reason, f"The reason of {where}")
    if value.state is State.LEVEL:
        if value.level not in LEVELS:
            raise WrongUse(f"{where}: a level is a whole number from 0 to 5, not {value.level!r}.")
        return Value(State.LEVEL, int(value.level))
    if value.state is State.NOT_APPLICABLE and not reason:
        raise WrongUse(f"{where}: say why it is not applicable; a reason is required.")
    if value.state is State.PROVIDED_BY:
        if value.provider is None:
            raise WrongUse(f"{where}: name the organisation that provides it.")
        return Value(State.PROVIDED_BY, provider=value.provider, reason=reason)
    return Value(value.state, reason=reason if value.state is not State.NOT_ANSWERED else "")


def _with_values(before: Assessment, values: Mapping[PairId, Value]) -> Assessment:
    answers = dict(before.answers)
    for pair, value in values.items():
        old = answers.get(pair, Answer(*pair))
        answers[pair] = replace(old, value=value)
    return replace(before, answers=answers)


def _value_edits(assessment: Assessment, pair: PairId, value: Value) -> list[Edit]:
    old = assessment.answers.get(pair)
    if old is None:
        if value == NOT_ANSWERED:
            return []
        made = answer_fields(Answer(*pair, value=value))
        return [Edit("answer", pair, WHOLE_ROW, None, made)]
    return [Edit("answer", pair, "value", value_json(old.value), value_json(value))]


def _field_edits(assessment: Assessment, pair: PairId, field: str, new: str | bool) -> list[Edit]:  # noqa: FBT001
    old = assessment.answers.get(pair)
    if old is None:
        empty = answer_fields(Answer(*pair))
        if empty[field] == new:
            return []
        return [Edit("answer", pair, WHOLE_ROW, None, {**empty, field: new})]
    return [Edit("answer", pair, field, answer_fields(old)[field], new)]


def _many_label(pairs: Mapping[PairId, Value], names: Mapping[OrganisationId, str]) -> str:
    capabilities = sorted({c for c, _ in pairs})
    organisations = {o for _, o in pairs}
    if len(capabilities) == 1:
        return f"{capabilities[0]} for {plural(len(organisations), 'organisation')}"
    if len(organisations) == 1:
        return f"{plural(len(pairs), 'answer')} for {names[next(iter(organisations))]}"
    return f"{plural(len(pairs), 'answer')} for {plural(len(organisations), 'organisation')}"


def same_as(
    assessment: Assessment,
    capability: CapabilityId,
    source: Organisation,
    targets: list[Organisation],
) -> dict[PairId, Value]:
    """The answers that give `targets` the value of `source` for one capability, where it is asked."""
    value = assessment.value(capability, source.id)
    found = known_capability(assessment, capability)
    return {
        (capability, o.id): value
        for o in targets
        if o.id != source.id and is_asked(assessment, found, o)
    }
