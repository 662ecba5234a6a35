"""The asked pairs of each capability, laid out as one byte each so that sums are quick.

A row holds one code per organisation, in the order of `assessment.organisations`: the level 0..5,
or one of the codes below. `bytes.translate` and whole numbers then look at a whole row at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.organisations import OrganisationId
from techmodel.core.provided import Pair, is_asked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techmodel.core.answers import Answer
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, KindId

DONT_KNOW, NOT_ANSWERED, NOT_APPLICABLE = 6, 7, 8
NOT_ASKED = 15
"""All four bits set, so that "or" turns any other code into it."""

_CODES = {
    State.DONT_KNOW: DONT_KNOW,
    State.NOT_ANSWERED: NOT_ANSWERED,
    State.NOT_APPLICABLE: NOT_APPLICABLE,
}
_PAIRS = (*(Pair(State.LEVEL, n) for n in range(6)), *(Pair(state, None) for state in _CODES))
"""What each code means; shared, because a million pairs come to nine different things."""


def read_pairs(assessment: Assessment) -> list[Pairs]:
    """The asked pairs of the capabilities in scope, in order; looks at each answer once."""
    positions = {o.id: i for i, o in enumerate(assessment.organisations)}
    rows = {
        c.id: bytearray([NOT_ANSWERED]) * len(positions) for c in assessment.checklist.capabilities
    }
    others = _write_own(assessment.answers.values(), rows, positions)
    _mask(assessment, rows)
    provided = _write_provided(others, rows, positions)
    return [
        Pairs(positions, bytes(rows[c.id]), provided.get(c.id, _NONE))
        for c in assessment.capabilities
    ]


def _write_own(
    answers: Iterable[Answer],
    rows: Mapping[CapabilityId, bytearray],
    positions: Mapping[OrganisationId, int],
) -> list[Answer]:
    """Write what organisations answer themselves; give back the answers that others provide."""
    provided = []
    for answer in answers:
        code = answer.value.level
        if code is None:
            code = _CODES.get(answer.value.state)
            if code is None:
                provided.append(answer)
                continue
        try:
            rows[answer.capability][positions[answer.organisation]] = code
        except KeyError:  # kept from a checklist that still had the capability
            continue
    return provided


def _mask(assessment: Assessment, rows: Mapping[CapabilityId, bytearray]) -> None:
    """Write NOT_ASKED over the pairs that are not asked."""
    masks: dict[tuple[KindId, ...], int] = {}
    for c in assessment.capabilities:
        mask = masks.get(c.applies_to)
        if mask is None:
            asked = (is_asked(assessment, c, o) for o in assessment.organisations)
            mask = int.from_bytes(bytes(0 if a else NOT_ASKED for a in asked))
            masks[c.applies_to] = mask
        if mask:
            row = rows[c.id]
            row[:] = (int.from_bytes(row) | mask).to_bytes(len(row))


def _write_provided(
    answers: Iterable[Answer],
    rows: Mapping[CapabilityId, bytearray],
    positions: Mapping[OrganisationId, int],
) -> dict[CapabilityId, dict[OrganisationId, Pair]]:
    """Write what the providers say, and give back the pairs with who provides them.

    Until every provider was looked up, the pairs it provides say not answered themselves; so
    nothing is provided through another, and no circle has a level.
    """
    looked_up = []
    for answer in answers:
        row = rows.get(answer.capability, b"")
        at = positions.get(answer.organisation, len(row))
        if at < len(row) and row[at] != NOT_ASKED:
            by = positions.get(answer.value.provider or _NOBODY)
            looked_up.append((answer, at, NOT_ASKED if by is None else row[by]))
    pairs: dict[CapabilityId, dict[OrganisationId, Pair]] = {}
    alike: dict[tuple[int, OrganisationId | None], Pair] = {}
    for answer, at, code in looked_up:
        key = (code, answer.value.provider)
        pair = alike.get(key) or alike.setdefault(key, _provided(*key))
        pairs.setdefault(answer.capability, {})[answer.organisation] = pair
        if code <= DONT_KNOW:
            rows[answer.capability][at] = code
    return pairs


def _provided(code: int, provider: OrganisationId | None) -> Pair:
    """The pair that a provider with this code of its own stands for."""
    if code <= DONT_KNOW:
        return Pair(_PAIRS[code].state, _PAIRS[code].level, provider)
    return Pair(State.NOT_ANSWERED, None, provider, broken=True)


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
_NOBODY = OrganisationId("")
