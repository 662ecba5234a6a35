"""Who a process is, on systems with and without /proc."""

import os
import subprocess
import sys

import pytest

from techmodel.store import process
from techmodel.store.process import Process, is_running, started, this_process

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the ways of POSIX")


@pytest.fixture
def child():
    made = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield made
    made.communicate(b"\n")


def test_this_process_runs():
    assert is_running(this_process())


def test_a_process_that_ended_does_not_run_even_before_it_is_waited_for(child):
    before = Process(this_process().machine, child.pid, started(child.pid))
    assert is_running(before)
    child.kill()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)

    assert not is_running(before)


def test_two_starts_differ(child):
    """One that starts now and ours, which started many ticks of the system's clock ago."""
    assert started(child.pid) != started(os.getpid())


def test_a_process_of_another_machine_is_taken_to_run():
    assert is_running(Process("LT-0423", 2**22 - 1, ""))


@pytest.fixture
def without_proc(monkeypatch, tmp_path):
    monkeypatch.setattr(process, "_PROC", tmp_path)


@pytest.mark.usefixtures("without_proc")
def test_without_proc_a_process_is_known_by_its_number_alone(child):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()

    assert (started(child.pid), started(ended.pid)) == ("", None)
    assert is_running(Process(this_process().machine, child.pid, "some time"))


@pytest.mark.usefixtures("without_proc")
def test_a_process_we_may_not_signal_runs(monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(os, "kill", refuse)

    assert started(1) == ""
