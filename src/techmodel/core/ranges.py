"""Numbers that may not be known exactly."""

from __future__ import annotations

from dataclasses import dataclass

SAME = 1e-9
"""Shares that differ by no more than this are the same (design.md 4)."""


@dataclass(frozen=True, slots=True)
class Range:
    """A low and a high end; equal when all is known."""

    low: float
    high: float

    @property
    def certain(self) -> bool:
        """Whether both ends are the same."""
        return self.low == self.high


UNKNOWN = Range(0.0, 1.0)
"""A share of which nothing is known: people are shown a dash, never a zero."""
