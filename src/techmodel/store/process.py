"""Who this process is, and whether another one of this machine still runs."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

if sys.platform == "win32":
    import ctypes

_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Process:
    """A process: its machine, its number, and when it started, as text that tells two apart.

    `started` is "" where the system does not say.
    """

    machine: str
    pid: int
    started: str


def this_process() -> Process:
    """The process we are."""
    return Process(machine_name(), os.getpid(), started(os.getpid()) or "")


def is_running(process: Process) -> bool:
    """Whether a process still runs; one of another machine is taken to.

    A number that was given to another process since is told by its time of start.
    """
    if process.machine != machine_name():
        return True
    now = started(process.pid)
    return now is not None and (not process.started or not now or now == process.started)


def is_known_to_run(process: Process) -> bool:
    """Whether a process is one of this machine that runs, beyond doubt: its start is the same."""
    here = process.machine == machine_name() and bool(process.started)
    return here and started(process.pid) == process.started


def machine_name() -> str:
    """What this machine is called."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def started(pid: int) -> str | None:
    """When a process of this machine started; None when there is none, "" when unknown."""
    if sys.platform == "win32":
        return _started_windows(pid)
    if _PROC.joinpath("self", "stat").exists():
        return _started_linux(pid)
    return _started_elsewhere(pid)


def _started_linux(pid: int) -> str | None:
    """The boot and the clock ticks since then: field 22 of `/proc/PID/stat` (proc(5))."""
    try:
        stat = _PROC.joinpath(str(pid), "stat").read_bytes()
        boot = _PROC.joinpath("sys", "kernel", "random", "boot_id").read_text().strip()
    except OSError:
        return None
    state, *fields = stat.rpartition(b")")[2].split()
    return None if state == b"Z" else f"{boot} {fields[18].decode()}"


def _started_elsewhere(pid: int) -> str | None:
    """Only whether there is such a process."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        return ""
    return ""


if sys.platform == "win32":

    def _started_windows(pid: int) -> str | None:
        """The time of creation in Windows' own count (GetProcessTimes)."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        query_limited, still_active, not_allowed = 0x1000, 259, 5
        handle = kernel.OpenProcess(query_limited, 0, pid)
        if not handle:
            return "" if ctypes.get_last_error() == not_allowed else None
        times = [ctypes.c_uint64() for _ in range(4)]
        code = ctypes.c_uint32()
        try:
            kernel.GetExitCodeProcess(ctypes.c_void_p(handle), ctypes.byref(code))
            if code.value != still_active:
                return None
            kernel.GetProcessTimes(ctypes.c_void_p(handle), *map(ctypes.byref, times))
        finally:
            kernel.CloseHandle(ctypes.c_void_p(handle))
        return str(times[0].value)
