"""Sets of capabilities kept as one bit each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from techmodel.core.checklist import CapabilityId


def places(bits: int) -> Iterator[int]:
    """The places whose bits are set, lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


class Members(Sequence[CapabilityId]):
    """Some of many capabilities, in their order; listed only when looked at.

    Everything that waits for a capability may be nearly all there are: as lists that would be the
    square of the content. Equal to any sequence of the same ids.
    """

    __slots__ = ("_all", "_bits")

    def __init__(self, everything: Sequence[CapabilityId], bits: int) -> None:
        self._all = everything
        self._bits = bits

    @overload
    def __getitem__(self, index: int) -> CapabilityId: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[CapabilityId]: ...
    def __getitem__(self, index: int | slice) -> CapabilityId | Sequence[CapabilityId]:
        return tuple(self)[index]

    def __iter__(self) -> Iterator[CapabilityId]:
        return (self._all[i] for i in places(self._bits))

    def __len__(self) -> int:
        return self._bits.bit_count()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
