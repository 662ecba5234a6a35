"""The colours of what is done now, next and later: the accent, and two paler ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from techmodel.core.roadmap import Horizon

if TYPE_CHECKING:
    from techmodel.ui.look import Look

_SHARES = {Horizon.NOW: 1.0, Horizon.NEXT: 0.45, Horizon.LATER: 0.18}


def horizon_fill(look: Look, horizon: Horizon) -> QColor:
    """What fills the bars of a horizon; nothing does in high contrast."""
    if look.high_contrast:
        return look.colour("surface")
    return mixed(look.colour("accent"), look.colour("surface"), _SHARES[horizon])


def horizon_ink(look: Look, horizon: Horizon) -> QColor:
    """The colour of words on such a bar."""
    plain = look.high_contrast or horizon is not Horizon.NOW
    return look.colour("ink" if plain else "on_accent")


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """A colour with some of the ground in it; a share of 1 is the colour alone."""
    parts = zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index] # four numbers
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))
