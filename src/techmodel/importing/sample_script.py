"""The sample assessment as a script: a table of answers, and what was said about some of them.

The file is TOML: head, `[[organisations]]` with a key each, `[answers]` with one line a capability
and one token an organisation (as a row is typed: 0-5, d, n, p, - and . for not asked),
`[[overrides]]`, and `[pairs.CAPABILITY]` with note, dissent, parked, reason, provided_by and
evidence under the key of each organisation they are about.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import Field

from techmodel.core.answers import State
from techmodel.core.assessment import Override
from techmodel.core.checklist import CapabilityId, CareModelId, DomainId, KindId
from techmodel.core.errors import BadInput
from techmodel.importing.checklist_shapes import Shape
from techmodel.importing.shaped import shaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Pair = tuple[CapabilityId, str]
"""A capability and the name of an organisation."""

_Day = datetime.date

_NOT_ASKED = "."
_STATES = {
    **{str(level): State.LEVEL for level in range(6)},
    "d": State.DONT_KNOW,
    "n": State.NOT_APPLICABLE,
    "p": State.PROVIDED_BY,
    "-": State.NOT_ANSWERED,
}
_WITH_REASON = {State.NOT_APPLICABLE, State.PROVIDED_BY}


def read_sample(text: str) -> SampleScript:
    """The script in the text of its file.

    Raises:
        BadInput: with a sentence a problem: it is no TOML, has another shape, or a line of answers
            and what is said about a pair do not fit together.
    """
    script = shaped("sample.toml", text, _Script)
    names = {row.key: row.name for row in script.organisations}
    said = {
        (CapabilityId(capability), key): pair
        for capability, pairs in script.pairs.items()
        for key, pair in pairs.items()
    }
    answers = dict(_answers(script, said, names))
    strangers = [pair for pair in said if (pair[0], names.get(pair[1], "")) not in answers]
    if strangers:
        raise BadInput(f"sample.toml: pairs: {'.'.join(strangers[0])} is not asked.")
    told = {(capability, names[key]): pair for (capability, key), pair in said.items()}
    return SampleScript(
        title=script.title,
        lead=script.lead,
        organisations=tuple(map(_organisation, script.organisations)),
        care_models=tuple(map(CareModelId, script.care_models)),
        threshold=script.threshold,
        domains_out=tuple(map(DomainId, script.domains_out)),
        answers=answers,
        notes={pair: row.note for pair, row in told.items() if row.note},
        evidence=tuple(_evidence(told)),
        dissents={pair: row.dissent for pair, row in told.items() if row.dissent},
        parked=tuple(pair for pair, row in told.items() if row.parked),
        overrides=tuple(map(_override, script.overrides)),
    )


def _answers(
    script: _Script, said: Mapping[tuple[CapabilityId, str], _Pair], names: Mapping[str, str]
) -> Iterator[tuple[Pair, SampleAnswer]]:
    for id_, line in script.answers.items():
        tokens = line.split()
        if len(tokens) != len(names):
            raise BadInput(f"sample.toml: answers.{id_}: it must hold {len(names)} answers.")
        capability = CapabilityId(id_)
        for key, token in zip(names, tokens, strict=True):
            if token != _NOT_ASKED:
                pair = said.get((capability, key), _Pair())
                answer = _answer(f"{id_}.{key}", token, pair, names)
                yield (capability, names[key]), answer


def _answer(place: str, token: str, pair: _Pair, names: Mapping[str, str]) -> SampleAnswer:
    state = _STATES.get(token)
    if state is None:
        raise BadInput(f"sample.toml: answers: {place}: “{token}” is not an answer.")
    if (state is State.PROVIDED_BY) != (pair.provided_by in names):
        raise BadInput(f"sample.toml: pairs: {place}: p and provided_by belong together.")
    if (state in _WITH_REASON) != bool(pair.reason):
        raise BadInput(f"sample.toml: pairs: {place}: n and p need a reason, others have none.")
    level = int(token) if state is State.LEVEL else None
    return SampleAnswer(state, level, names.get(pair.provided_by), pair.reason)


def _evidence(told: Mapping[Pair, _Pair]) -> Iterator[SampleEvidence]:
    for pair, row in told.items():
        for item in row.evidence:
            yield SampleEvidence(pair, item.grade, item.title, item.date.isoformat(), item.where)


def _organisation(row: _Organisation) -> SampleOrganisation:
    return SampleOrganisation(row.name, row.short_name, KindId(row.kind), row.weight)


def _override(row: _Override) -> Override:
    return Override(CapabilityId(row.capability), row.level, row.reason, row.owner)


@dataclass(frozen=True, slots=True)
class SampleOrganisation:
    """A fictional partner."""

    name: str
    short_name: str
    kind: KindId
    weight: float


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """An answer; `level` only with LEVEL, `provider` (a name) only with PROVIDED_BY."""

    state: State
    level: int | None = None
    provider: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SampleEvidence:
    """What supports the answer of a pair; `date` is ISO."""

    pair: Pair
    grade: str
    title: str
    date: str
    where: str


@dataclass(frozen=True, slots=True)
class SampleScript:
    """Everything the sample assessment says.

    `answers` holds every asked pair in order, those not answered too; `organisations` are in order
    and named without repeats.
    """

    title: str
    lead: str
    organisations: tuple[SampleOrganisation, ...]
    care_models: tuple[CareModelId, ...]
    threshold: float
    domains_out: tuple[DomainId, ...]
    answers: Mapping[Pair, SampleAnswer]
    notes: Mapping[Pair, str]
    evidence: tuple[SampleEvidence, ...]
    dissents: Mapping[Pair, str]
    parked: tuple[Pair, ...]
    overrides: tuple[Override, ...]


class _Organisation(Shape):
    key: str
    name: str
    short_name: str
    kind: str
    weight: float


class _Override(Shape):
    capability: str
    level: int
    reason: str
    owner: str


class _Item(Shape):
    grade: str
    title: str
    date: _Day
    where: str


class _Pair(Shape):
    note: str = ""
    dissent: str = ""
    parked: bool = False
    reason: str = ""
    provided_by: str = ""
    evidence: list[_Item] = Field(default_factory=list)


class _Script(Shape):
    title: str
    lead: str
    care_models: list[str]
    threshold: float
    domains_out: list[str]
    organisations: list[_Organisation]
    answers: dict[str, str]
    overrides: list[_Override]
    pairs: dict[str, dict[str, _Pair]]
