"""No network: the program opens no AF_INET or AF_INET6 socket, in commands or in the window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PROBE = "import socket; s = socket.socket(); s.settimeout(1); s.connect_ex(('127.0.0.1', 9))"


def sockets(trace: Path, *command: str) -> list[str]:
    """The internet sockets a command opens, as strace saw them, over all its children."""
    assert shutil.which("strace"), "packaging/dev.py test installs strace"
    run = ["strace", "-f", "-o", str(trace), "-e", "trace=socket", *command]
    done = subprocess.run(run, capture_output=True, text=True, check=False, env=os.environ)
    assert done.returncode == 0, done.stderr
    return [line for line in trace.read_text().splitlines() if "AF_INET" in line]


@pytest.mark.skipif(sys.platform != "linux", reason="strace is a Linux program")
def test_the_trace_would_see_a_socket(tmp_path):
    assert sockets(tmp_path / "trace", sys.executable, "-c", PROBE)


@pytest.mark.skipif(sys.platform != "linux", reason="strace is a Linux program")
def test_the_self_test_opens_every_page_and_makes_every_export_without_a_socket(tmp_path):
    assert not sockets(tmp_path / "trace", sys.executable, "-m", "techmodel", "--self-test")
