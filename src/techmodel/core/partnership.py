"""The level that the partners hold together (design.md 4.2)."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from techmodel.core.pairs import DONT_KNOW, NOT_ANSWERED, NOT_APPLICABLE, NOT_ASKED
from techmodel.core.ranges import SAME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.organisations import OrganisationId

_UNKNOWN = 6
"""Where a tally counts the pairs that are not known, after the levels 0..5."""

_ONE_BIT = bytes.maketrans(
    bytes([*range(6), DONT_KNOW, NOT_ANSWERED, NOT_APPLICABLE, NOT_ASKED]),
    bytes([1, 2, 4, 8, 16, 32, 64, 64, 0, 0]),
)
"""Turns each code into one bit, so that a row's pairs at a level are counted in one go."""

_AT_MOST = [bytes(code <= level for code in range(256)) for level in range(6)]


def level_finder(assessment: Assessment) -> Callable[[bytes], Partnership | None]:
    """A function from a row of codes, as in `core.pairs`, to the partnership level.

    It gives None where no pair is applicable.
    """
    ids = tuple(o.id for o in assessment.organisations)
    weights = [o.weight for o in assessment.organisations]
    alike = len(set(weights)) < 2
    share = assessment.threshold - SAME
    ones = int.from_bytes(b"\1" * len(ids))
    masks = [ones << level for level in range(_UNKNOWN + 1)]

    def find(codes: bytes) -> Partnership | None:
        bits = int.from_bytes(codes.translate(_ONE_BIT))
        if not bits:
            return None
        counts = [(bits & mask).bit_count() for mask in masks]
        held: Sequence[float] = counts if alike else _weigh(codes, weights)
        needed = share * sum(held)
        low = _highest(held, 0, needed)
        unknown = held[_UNKNOWN]
        high = _highest(held, unknown, needed) if unknown else low
        return _with_spread(ids, codes, counts, (low, high))

    return find


def _weigh(codes: bytes, weights: Sequence[float]) -> list[float]:
    """The weight at each level and, at index 6, of those not known."""
    held = [0.0] * (NOT_ASKED + 1)
    for code, weight in zip(codes, weights, strict=True):
        held[code] += weight
    held[_UNKNOWN] = held[NOT_ANSWERED] + held[DONT_KNOW]
    return held[: _UNKNOWN + 1]


def _highest(held: Sequence[float], above: float, needed: float) -> int:
    """The highest level that enough weight is at; `above` counts as level 5."""
    for level in (5, 4, 3, 2, 1):
        above += held[level]
        if above >= needed:
            return level
    return 0


def _with_spread(
    ids: Sequence[OrganisationId], codes: bytes, counts: Sequence[int], held: tuple[int, int]
) -> Partnership:
    low, high = held
    zero, one, two, three, four, five, _ = counts
    known = b"\0" * zero + b"\1" * one + b"\2" * two + b"\3" * three + b"\4" * four + b"\5" * five
    if not known:
        return Partnership(low, high, None, None, None, ())
    doubled = known[(len(known) - 1) // 2] + known[len(known) // 2]
    bar = max(low - 1, doubled // 2 - 2)
    outliers = tuple(compress(ids, codes.translate(_AT_MOST[bar]))) if known[0] <= bar else ()
    return Partnership(low, high, known[0], doubled / 2, known[-1], outliers)


class Partnership(NamedTuple):
    """The level partners hold together (design.md 4.2).

    `min`, `median` and `max` are over the known pairs, None if there are none. A named tuple: it
    takes a fraction of the time of a frozen dataclass, and each answer makes one per capability.
    """

    low: int
    high: int
    min: int | None
    median: float | None
    max: int | None
    outliers: tuple[OrganisationId, ...]
