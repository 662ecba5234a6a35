"""Rounds in words: when they were marked, and what the list says about them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from techmodel.core.rounds import Round


def local_moment(at: str) -> datetime:
    """A journal's time in local time."""
    return datetime.fromisoformat(at).astimezone()


def moment_words(at: str) -> str:
    """A journal's time for lists, in local time: "3 Mar 2026 14:03"."""
    moment = local_moment(at)
    return f"{short_date(moment.date())} {moment:%H:%M}"


def round_when(round_: Round) -> str:
    """When a round was marked: "3 Mar 2026 14:03"."""
    return moment_words(round_.at)
