"""What the sentences about files say: where the work is, what happened, what to do."""

import errno
from types import SimpleNamespace

import pytest

from techmodel.store import problems
from techmodel.store.problems import local_time, reading_problem


@pytest.mark.parametrize(
    "marks",
    [
        {"st_file_attributes": 0x400000},
        {"st_file_attributes": 0x1000},
        {"st_flags": 0x40000000},
    ],
)
def test_a_file_that_is_only_a_name_here_needs_the_internet(tmp_path, monkeypatch, marks):
    path = tmp_path / "a.techmodel"
    monkeypatch.setattr(type(path), "stat", lambda _: SimpleNamespace(**marks))
    error = str(reading_problem(path, OSError(errno.EIO, "x")))

    assert error.startswith("'a.techmodel' is not on this computer yet, only its name is.")
    assert "Connect to the internet" in error


def test_a_file_whose_drive_does_not_answer_is_not_called_damaged(tmp_path):
    error = str(reading_problem(tmp_path / "a.techmodel", OSError(errno.EIO, "x")))

    assert "did not answer as it should" in error
    assert "damaged" not in error


@pytest.mark.parametrize("text", ["", "yesterday", "9999-99-99"])
def test_a_time_that_is_none_is_left_out(text):
    assert local_time(text) == ""


def test_a_day_is_said_only_when_it_is_another(monkeypatch):
    assert local_time("2020-01-05T09:00:00Z").startswith("5 January ")
    assert len(local_time(problems.datetime.now(problems.UTC).isoformat())) == 5
