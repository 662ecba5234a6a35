"""The log and the trace of a crash: at most 5 MB, without answers and names (trust.md F34)."""

from __future__ import annotations

import faulthandler
import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from techmodel.settings import log_file

if TYPE_CHECKING:
    from typing import TextIO

_open_traces: list[TextIO] = []
"""Kept open: it is written to when everything else has failed."""


def write_log(details: str) -> None:
    """Add to the log; a place that cannot be written is no reason to stop."""
    logger = logging.getLogger("techmodel")
    with suppress(OSError):
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_file(), maxBytes=1_000_000, backupCount=4, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        logger.propagate = False
        try:
            logger.error("%s", details)
        finally:
            logger.removeHandler(handler)
            handler.close()


def watch_crashes() -> None:
    """Let a crash of the machine code write its trace beside the log."""
    with suppress(OSError):
        log_file().parent.mkdir(parents=True, exist_ok=True)
        _open_traces.append(log_file().with_name("crash.log").open("w", encoding="utf-8"))
        faulthandler.enable(_open_traces[-1])
