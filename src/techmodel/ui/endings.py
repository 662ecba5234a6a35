"""The system ends us: what can be published in five seconds is, and nobody is asked anything."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QGuiApplication

SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")
"""By these, systems with such signals ask a program to end (trust.md F31)."""


class Endings(QObject):
    """Listens for the end of the system's session, and for being told to end.

    Where publishing takes too long the process ends all the same: the work is in the working
    file and is offered when the document is next opened.
    """

    def __init__(
        self,
        app: QGuiApplication,
        publish: Callable[[], bool],
        end: Callable[[], bool],
    ) -> None:
        """Both say whether the document holds everything; `end` also lets it go."""
        super().__init__(app)
        self._publish, self._end = publish, end
        app.commitDataRequest.connect(self._on_session_ends)
        if os.name == "posix":
            self._listen()

    def _listen(self) -> None:
        """Let signals wake the loop: Python runs their handlers only between its own steps."""
        self._pipe, write = os.pipe()
        os.set_blocking(self._pipe, False)
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for name in SIGNALS:
            signal.signal(getattr(signal, name), _nothing_here)
        self._notifier = QSocketNotifier(self._pipe, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_told)

    def _on_session_ends(self) -> None:
        self._publish()

    def _on_told(self) -> None:
        self._notifier.setEnabled(False)
        os.read(self._pipe, 64)
        if self._end():
            QCoreApplication.exit(0)
        else:
            os._exit(0)  # a thread that hangs in a dead drive would keep us for ever


def _nothing_here(*_: object) -> None:
    """What was asked for is done in the window's loop, which the signal wakes."""
