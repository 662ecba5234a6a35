"""The control: the same workbooks, opened without a guard, hang, burst or lose rows in silence."""

from __future__ import annotations

import subprocess
import sys
import time

from tests.faults.workbooks.making import far_cell, merges, million_rows
from tests.faults.workbooks.zips import bomb

NAIVE = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (300_000_000, 300_000_000))
from openpyxl import load_workbook
workbook = load_workbook(sys.argv[1], read_only=sys.argv[2] == "lazily", data_only=True)
print(sum(1 for _ in workbook.active.iter_rows()))
"""
SECONDS = 2.5
SUITE = "Hostile workbooks, opened without the guard"


def test_without_the_guard_they_hang_burst_or_lose_rows(tmp_path, results):
    cases = {
        "far cell": (far_cell(), "whole"),
        "merges": (merges(), "whole"),
        "bomb": (bomb(100_000_000), "whole"),
        "a million rows": (million_rows(), "lazily"),
    }
    ends = _all_at_once(cases, tmp_path)
    caught = [name for name, end in ends.items() if end in {"hung", "burst", "1 row"}]
    results.control(SUITE, len(cases), len(cases), len(caught))

    assert ends == {
        "far cell": "hung",
        "merges": "hung",
        "bomb": "burst",
        "a million rows": "1 row",
    }


def _all_at_once(cases, folder):
    """How every naive reader ends; they run side by side, since some must be waited for."""
    children = {}
    for name, (raw, how) in cases.items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(raw)
        command = [sys.executable, "-c", NAIVE, str(path), how]
        children[name] = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
    until = time.monotonic() + SECONDS
    return {name: _end_of(child, until) for name, child in children.items()}


def _end_of(child, until):
    try:
        said, _ = child.communicate(timeout=max(0.1, until - time.monotonic()))
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        return "hung"
    return f"{said.strip()} row" if child.returncode == 0 else "burst"
