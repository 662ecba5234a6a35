"""The days on which nobody works: bank holidays of England, and days people closed by hand."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from techmodel.core.working_days import WorkingDays

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from holidays.countries.united_kingdom import UnitedKingdom

_COUNTRIES = "holidays.countries"


@lru_cache
def bank_holidays(year: int) -> Mapping[date, str]:
    """The bank holidays of England in a year, by day, with their names.

    They come from the `holidays` package, which is imported when the first year is asked for.
    """
    return dict(sorted(_united_kingdom()(subdiv="ENG", years=year).items()))


def working_days(first: date, closed: Collection[date] = ()) -> WorkingDays:
    """The working days from a day on: no weekends, no bank holidays, none that people closed."""
    return WorkingDays(first, lambda year: {*bank_holidays(year), *closed})


@lru_cache
def _united_kingdom() -> type[UnitedKingdom]:
    """The one country that is needed.

    The package of all countries imports every one of them, 250 modules, which takes longer than
    the longest plan; while importing, an empty package stands in its place.
    """
    import holidays

    whole = sys.modules.get(_COUNTRIES)
    if whole is None:
        sys.modules[_COUNTRIES] = empty = ModuleType(_COUNTRIES)
        empty.__path__ = [str(Path(path, "countries")) for path in holidays.__path__]
    try:
        from holidays.countries.united_kingdom import UnitedKingdom
    finally:
        if whole is None:
            del sys.modules[_COUNTRIES]
    return UnitedKingdom
