"""The level that the partners hold together (design.md 4.2)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

from techmodel.core.pairs import DONT_KNOW, NOT_ANSWERED, NOT_APPLICABLE, NOT_ASKED
from techmodel.core.ranges import SAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.organisations import OrganisationId

_UNKNOWN = 6
"""Where a tally counts the pairs that are not known, after the levels 0..5."""

_ONE_BIT = bytes.maketrans(
    bytes([0, 1, 2, 3, 4, 5, NOT_ANSWERED, DONT_KNOW, NOT_APPLICABLE, NOT_ASKED]),
    bytes([1, 2, 4, 8, 16, 32, 64, 64, 0, 0]),
)
"""Turns each code into one bit, so that a row's pairs at a level are counted in one go."""

_AT_MOST = [bytes(code <= level for code in range(256)) for level in range(6)]


class Partners:
    """Who has a say, with what weight; finds partnership levels from the rows of pairs."""

    def __init__(self, assessment: Assessment) -> None:
        self._ids = tuple(o.id for o in assessment.organisations)
        self._weights = [o.weight for o in assessment.organisations]
        self._equal = len(set(self._weights)) < 2
        self._share = assessment.threshold - SAME
        ones = int.from_bytes(b"\1" * len(self._ids))
        self._masks = [ones << level for level in range(_UNKNOWN + 1)]

    def level(self, codes: bytes) -> Partnership | None:
        """The level held together, None where no pair is applicable. `codes` as in `Pairs`."""
        bits = int.from_bytes(codes.translate(_ONE_BIT))
        counts = [(bits & mask).bit_count() for mask in self._masks]
        if not bits:
            return None
        held: Sequence[float] = counts if self._equal else self._weigh(codes)
        needed = self._share * sum(held)
        low = _highest(held, 0, needed)
        unknown = held[_UNKNOWN]
        high = _highest(held, unknown, needed) if unknown else low
        return self._with_spread(codes, counts, low, high)

    def _weigh(self, codes: bytes) -> list[float]:
        """The weight at each level and, at index 6, of those not known."""
        held = [0.0] * 16
        for code, weight in zip(codes, self._weights, strict=True):
            held[code] += weight
        held[NOT_ANSWERED] += held[DONT_KNOW]
        return held[: _UNKNOWN + 1]

    def _with_spread(self, codes: bytes, counts: list[int], low: int, high: int) -> Partnership:
        known = b"".join([_LEVEL[n] * counts[n] for n in range(6)])
        if not known:
            return Partnership(low, high, None, None, None, ())
        doubled = known[(len(known) - 1) // 2] + known[len(known) // 2]
        bar = max(low - 1, doubled // 2 - 2)
        outliers: tuple[OrganisationId, ...] = ()
        if known[0] <= bar:
            outliers = tuple(compress(self._ids, codes.translate(_AT_MOST[bar])))
        return Partnership(low, high, known[0], doubled / 2, known[-1], outliers)


_LEVEL = [bytes([level]) for level in range(6)]


def _highest(held: Sequence[float], above: float, needed: float) -> int:
    """The highest level that enough weight is at; `above` counts as level 5."""
    for level in (5, 4, 3, 2, 1):
        above += held[level]
        if above >= needed:
            return level
    return 0


@dataclass(frozen=True, slots=True)
class Partnership:
    """The level partners hold together (design.md 4.2).

    `min`, `median` and `max` are over the known pairs, None if there are none.
    """

    low: int
    high: int
    min: int | None
    median: float | None
    max: int | None
    outliers: tuple[OrganisationId, ...]
