"""The asked pairs of each capability, laid out as one byte each so that sums are quick.

A row holds one code per organisation, in the order of `assessment.organisations`: the level 0..5,
or one of the codes below. `bytes.translate` and whole numbers then look at a whole row at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.organisations import OrganisationId
from techmodel.core.provided import Pair, is_asked, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techmodel.core.answers import Answer
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Capability, CapabilityId, KindId

NOT_ANSWERED, DONT_KNOW, NOT_APPLICABLE = 6, 7, 8
NOT_ASKED = 15
"""All four bits set, so that "or" turns any other code into it."""

_CODES = {
    State.NOT_ANSWERED: NOT_ANSWERED,
    State.DONT_KNOW: DONT_KNOW,
    State.NOT_APPLICABLE: NOT_APPLICABLE,
}
_PAIRS = (*(Pair(State.LEVEL, n) for n in range(6)), *(Pair(state, None) for state in _CODES))
"""What each code means; shared, because a million pairs come to nine different things."""


def read_pairs(assessment: Assessment) -> dict[CapabilityId, Pairs]:
    """The asked pairs of every capability in scope; looks at each answer once."""
    positions = {o.id: i for i, o in enumerate(assessment.organisations)}
    blank = bytes([NOT_ANSWERED]) * len(positions)
    rows = {c.id: bytearray(blank) for c in assessment.checklist.capabilities}
    others = _write_levels(assessment.answers.values(), rows, positions)
    provided = _write_others(assessment, others, rows, positions)
    masks: dict[tuple[KindId, ...], int] = {}
    pairs = {}
    for c in assessment.capabilities:
        mask = masks.get(c.applies_to)
        if mask is None:
            mask = masks[c.applies_to] = _mask(assessment, c)
        codes = (int.from_bytes(rows[c.id]) | mask).to_bytes(len(blank))
        pairs[c.id] = Pairs(positions, codes, provided.get(c.id, _NONE))
    return pairs


def _write_levels(
    answers: Iterable[Answer],
    rows: Mapping[CapabilityId, bytearray],
    positions: Mapping[OrganisationId, int],
) -> list[Answer]:
    """Write the levels and give back the answers that are something else."""
    others = []
    for answer in answers:
        level = answer.value.level
        if level is None:
            others.append(answer)
        else:
            try:
                rows[answer.capability][positions[answer.organisation]] = level
            except KeyError:  # kept from a checklist that still had the capability
                continue
    return others


def _write_others(
    assessment: Assessment,
    others: Iterable[Answer],
    rows: Mapping[CapabilityId, bytearray],
    positions: Mapping[OrganisationId, int],
) -> dict[CapabilityId, dict[OrganisationId, Pair]]:
    provided: dict[CapabilityId, dict[OrganisationId, Pair]] = {}
    for answer in others:
        capability, organisation, state = (
            answer.capability,
            answer.organisation,
            answer.value.state,
        )
        if state is State.PROVIDED_BY:
            pair = resolve(assessment, capability, organisation)
            if pair is None:
                continue
            provided.setdefault(capability, {})[organisation] = pair
            code = _CODES[pair.state] if pair.level is None else pair.level
        else:
            code = _CODES[state]
        if capability in rows:
            rows[capability][positions[organisation]] = code
    return provided


def _mask(assessment: Assessment, capability: Capability) -> int:
    asked = (is_asked(assessment, capability, o) for o in assessment.organisations)
    return int.from_bytes(bytes(0 if a else NOT_ASKED for a in asked))


class Pairs(Mapping[OrganisationId, Pair]):
    """The asked pairs of one capability by organisation, in order.

    Attributes:
        codes: one code for every organisation of the assessment, NOT_ASKED among them.
    """

    __slots__ = ("_positions", "_provided", "codes")

    def __init__(
        self,
        positions: Mapping[OrganisationId, int],
        codes: bytes,
        provided: Mapping[OrganisationId, Pair],
    ) -> None:
        self.codes = codes
        self._positions = positions
        self._provided = provided

    def __getitem__(self, organisation: OrganisationId) -> Pair:
        code = self.codes[self._positions[organisation]]
        if code == NOT_ASKED:
            raise KeyError(organisation)
        return self._provided.get(organisation) or _PAIRS[code]

    def __iter__(self) -> Iterator[OrganisationId]:
        for organisation, code in zip(self._positions, self.codes, strict=True):
            if code != NOT_ASKED:
                yield organisation

    def __len__(self) -> int:
        return len(self.codes) - self.codes.count(NOT_ASKED)

    def __repr__(self) -> str:
        return repr(dict(self))


_NONE: Mapping[OrganisationId, Pair] = {}
