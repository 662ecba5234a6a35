"""The frozen picture that every export shows."""

from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest

from techmodel.core.report import Report


def report(made):
    return Report(
        assessment=SimpleNamespace(),
        gaps=SimpleNamespace(),
        decisions=(),
        checks=(),
        batches=(),
        made=made,
        answers_to=None,
        revision=0,
        version="1.0",
    )


def test_today_is_the_day_on_the_clock_of_the_person():
    summer = timezone(timedelta(hours=1))

    assert report(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)).today == date(2026, 6, 30)
    assert report(datetime(2026, 7, 1, 0, 30, tzinfo=summer)).today == date(2026, 7, 1)


def test_a_report_cannot_be_changed():
    made = report(datetime(2026, 6, 30, tzinfo=UTC))

    with pytest.raises(FrozenInstanceError):
        made.revision = 2
