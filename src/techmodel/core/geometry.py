"""The geometry of a radar chart, shared by the printed one and the one in the window."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
"""x to the right, y downwards."""


def radar_points(shares: Sequence[float], centre: Point, radius: float) -> tuple[Point, ...]:
    """The corner on each axis, at a share (0..1) of the radius.

    The first axis points straight up; the others follow clockwise at equal angles.
    """
    return tuple(
        (centre[0] + radius * share * sin(turn), centre[1] - radius * share * cos(turn))
        for share, turn in zip(shares, _turns(len(shares)), strict=True)
    )


def radar_sides(axes: int) -> tuple[int, ...]:
    """Where the label of each axis goes: -1 to its left, 0 centred on it, 1 to its right."""
    return tuple((x > 1e-9) - (x < -1e-9) for x in (sin(turn) for turn in _turns(axes)))


def _turns(axes: int) -> tuple[float, ...]:
    """The angle of each axis from straight up, clockwise, in radians."""
    return tuple(2 * pi * n / axes for n in range(axes))
