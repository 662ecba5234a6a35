"""Spare copies in words."""

from datetime import UTC, datetime

import pytest

from techmodel.store.copies import Reason
from techmodel.wording.backups import moment_of_day, offer_words, reason_words

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
AT = "2026-11-24T11:20:00Z"


def local(at):
    return datetime.fromisoformat(at).astimezone()


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_words_of_its_own(reason):
    assert reason_words(reason) != reason_words("of another version")


def test_a_day_is_said_only_when_it_is_another():
    assert moment_of_day(AT, local(AT)) == f"{local(AT):%H:%M}"
    assert moment_of_day("2026-01-05T12:00:00Z", NOW).startswith("5 January 2026 ")


def test_a_path_with_spaces_is_offered_in_quotes():
    assert 'techmodel backups "a b.techmodel" --save 2 OUT' in offer_words(
        "a b.techmodel", 2, AT, NOW
    )
