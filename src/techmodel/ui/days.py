"""Days as people say them beside what happened then."""

from __future__ import annotations

from datetime import datetime, timedelta

from techmodel.wording.numbers import british_date, short_date


def day_words(moment: datetime, now: datetime) -> str:
    """The day of a moment: "today", "yesterday", "on 3 March 2026"; both in local time."""
    if moment.date() == now.date():
        return "today"
    if moment.date() == now.date() - timedelta(days=1):
        return "yesterday"
    return f"on {british_date(moment.date())}"


def when_words(moment: datetime, now: datetime) -> str:
    """Day and time in few words: "today 14:03", "yesterday 14:03", "3 Mar 2026"."""
    said = day_words(moment, now)
    return short_date(moment.date()) if said.startswith("on ") else f"{said} {moment:%H:%M}"


def parse_moment(text: str) -> datetime | None:
    """An ISO time as local time; None when it is not one."""
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError:
        return None
