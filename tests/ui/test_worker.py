"""The worker runs plain functions one after the other and delivers in the window's thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from techmodel.ui.worker import Worker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def worker(qtbot: QtBot) -> Worker:
    return Worker()


def fail(_: object) -> None:
    raise ValueError("no")


def test_results_come_in_order(worker: Worker, qtbot: QtBot) -> None:
    got: list[int] = []
    for n in range(5):
        worker.start(lambda value: value * 2, n, got.append)
    qtbot.waitUntil(lambda: len(got) == 5)

    assert got == [0, 2, 4, 6, 8]


def test_work_is_done_elsewhere_and_delivered_here(worker: Worker, qtbot: QtBot) -> None:
    seen: list[object] = []

    def deliver(there: object) -> None:
        seen.extend([there, threading.get_ident()])

    worker.start(lambda _: threading.get_ident(), None, deliver)
    qtbot.waitUntil(lambda: bool(seen))

    assert seen[0] != seen[1] == threading.get_ident()


def test_an_exception_is_handed_over(worker: Worker, qtbot: QtBot) -> None:
    got: list[object] = []
    worker.start(fail, None, got.append)
    qtbot.waitUntil(lambda: bool(got))

    assert isinstance(got[0], ValueError)


def test_finish_waits_and_delivers(worker: Worker) -> None:
    got: list[int] = []
    worker.start(lambda value: value + 1, 1, got.append)
    busy = worker.busy
    worker.finish()

    assert (busy, got, worker.busy) == (True, [2], False)
