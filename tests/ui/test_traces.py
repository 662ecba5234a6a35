"""What is told of a bug helps to find it and holds nothing of anybody's."""

from __future__ import annotations

import pytest

from techmodel.ui.traces import FIRST, LAST, qt_words, trace_words

SECRET = "Riverside Trust answered 2"


def words_of(function) -> str:
    """What is told of the error that a function raises."""
    try:
        function()
    except Exception as error:
        return trace_words(type(error), error.__traceback__, error)
    raise AssertionError


def fail() -> None:
    int(SECRET)


def fail_because_of_another() -> None:
    try:
        fail()
    except ValueError as error:
        raise KeyError(SECRET) from error


def sink() -> None:
    sink()


def test_kind_place_and_machine_are_told_without_the_error_s_own_text() -> None:
    told = words_of(fail)

    assert told.startswith("techmodel ")
    assert "ValueError at\n" in told
    assert "  test_traces.py, line" in told
    assert ", in fail" in told
    assert SECRET not in told
    assert "/tests/" not in told


def test_the_errors_behind_an_error_are_told() -> None:
    told = words_of(fail_because_of_another)

    assert told.index("KeyError at") < told.index("because of ValueError at")
    assert SECRET not in told


def test_a_long_trace_loses_its_middle() -> None:
    told = words_of(sink)

    assert told.count("\n") <= 3 + FIRST + LAST + 2
    assert " more\n" in told


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "QObject::connect: Cannot connect (nil)::x() to QLabel::y()",
            "QObject::connect: … connect … to QLabel::y()",
        ),
        ("QPainter::begin(): Paint device", "QPainter::begin(): … device"),
        (f"Could not parse stylesheet of '{SECRET}' here", "… not parse stylesheet of … here"),
        ('"a quoted, name" is unknown', "… is unknown"),
        ("QFile: /home/jane/Q3-plan.techmodel is gone", "QFile: … is gone"),
        ("", ""),
    ],
)
def test_of_a_message_of_qt_only_qt_s_own_words_are_kept(message, told) -> None:
    assert qt_words(message) == told
