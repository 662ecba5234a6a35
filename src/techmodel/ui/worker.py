"""The one background worker: runs plain functions of frozen values, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable


class _Done(QObject):
    """Carries a result from the worker's thread to the window's.

    Signals:
        ready(int, object): the number of the job and its result, or the exception it raised.
    """

    ready = Signal(int, object)


class _Job(QRunnable):
    def __init__(
        self, number: int, function: Callable[[Any], Any], value: object, done: _Done
    ) -> None:
        super().__init__()
        self._number, self._function, self._value, self._done = number, function, value, done

    @override
    def run(self) -> None:
        try:
            result = self._function(self._value)
        except BaseException as error:  # handed to the window's thread
            result = error
        self._done.ready.emit(self._number, result)


class Worker(QObject):
    """Runs jobs in the order they came; results arrive in the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting: dict[int, Callable[[Any], None]] = {}
        self._count = 0
        self._done = _Done(self)
        self._done.ready.connect(self._on_ready)

    def start(
        self, function: Callable[[Any], Any], value: object, on_done: Callable[[Any], None]
    ) -> None:
        """Run `function(value)` in the background; `on_done` gets its result or exception here."""
        self._count += 1
        self._waiting[self._count] = on_done
        self._pool.start(_Job(self._count, function, value, self._done))

    @property
    def busy(self) -> bool:
        """Whether a job has not reported yet."""
        return bool(self._waiting)

    def finish(self, seconds: float | None = None) -> bool:
        """Wait for all jobs, or so many seconds, and deliver results; whether all are done."""
        wait = -1 if seconds is None else max(0, round(seconds * 1000))
        done = self._pool.waitForDone(wait)
        QCoreApplication.sendPostedEvents(self)
        return bool(done)

    def _on_ready(self, number: int, result: object) -> None:
        on_done = self._waiting.pop(number)
        if isinstance(result, BaseException) and not isinstance(result, Exception):
            raise result
        on_done(result)
