"""Where bugs and Qt's warnings go: into the log, and bugs onto the screen; the program goes on."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext
    from PySide6.QtWidgets import QWidget

_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
"""Messages that are logged; others are not."""


def install(window: QWidget, saved: Callable[[], str]) -> Hooks:
    """Watch over this process until `uninstall`: every bug is logged and shown over the window.

    Args:
        window: where bugs are shown.
        saved: until when the work is saved, such as "14:31"; "" when nothing is open.
    """
    hooks = Hooks(window, saved)
    hooks.install()
    return hooks


def log_message(kind: QtMsgType, _: QMessageLogContext, message: str | None) -> None:
    """Log a warning of Qt or worse, in Qt's own words only."""
    level = _LEVELS.get(kind)
    if level is not None:
        from techmodel.ui.crash import write_log  # noqa: PLC0415 - the start needs no log
        from techmodel.ui.traces import qt_words  # noqa: PLC0415

        write_log(f"Qt: {qt_words(message or '')}", level)


class Hooks(QObject):
    """What is called when nobody has caught an error.

    Signals:
        happened(object, object, object): kind, error and trace of a bug in another thread.
    """

    happened = Signal(object, object, object)

    def __init__(self, window: QWidget, saved: Callable[[], str]) -> None:
        super().__init__(window)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._window, self._saved = window, saved
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log and show a bug; the program goes on. Ctrl+C ends it."""
        from techmodel.ui.problems import take  # noqa: PLC0415 - needed for bugs only

        take(self._window, kind, error, trace, self._until())

    def take_from_thread(self, bug: threading.ExceptHookArgs) -> None:
        """Log a bug of another thread and let it be shown in the window's."""
        if bug.exc_value is not None:
            _log(bug.exc_type, bug.exc_value, bug.exc_traceback)
            self.happened.emit(bug.exc_type, bug.exc_value, bug.exc_traceback)

    def take_unraisable(self, bug: sys.UnraisableHookArgs) -> None:
        """Log a bug that Python cannot raise, at the end of an object's life."""
        if bug.exc_value is not None:
            _log(bug.exc_type, bug.exc_value, bug.exc_traceback)

    def install(self) -> None:
        """Take the place of what would be called otherwise."""
        sys.excepthook = self.take
        threading.excepthook = self.take_from_thread
        sys.unraisablehook = self.take_unraisable
        self._qt_before = qInstallMessageHandler(log_message)

    def uninstall(self) -> None:
        """Let everything be as it was before `install`."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._qt_before)

    def _show(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        from techmodel.ui.problems import show_bug  # noqa: PLC0415 - needed for bugs only
        from techmodel.ui.traces import trace_words  # noqa: PLC0415

        show_bug(self._window, trace_words(kind, trace, error), self._until())

    def _until(self) -> str | None:
        """Until when the work is saved; None if even that cannot be said."""
        try:
            return self._saved()
        except Exception as error:  # a second bug must not hide the first
            _log(type(error), error, error.__traceback__)
            return None


def _log(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    from techmodel.ui.crash import write_log  # noqa: PLC0415 - the start needs no log
    from techmodel.ui.traces import trace_words  # noqa: PLC0415

    write_log(trace_words(kind, trace, error))
