"""Run every benchmark; `--write` puts what they print into the README, with machine and date."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
README = HERE.parents[1] / "README.md"
BLOCK = re.compile(r"<!-- speed -->.*?<!-- /speed -->", re.DOTALL)


def main(arguments: list[str]) -> None:
    """Print the lines of all benchmarks, one script after the other."""
    lines = [f"{datetime.now(UTC):%d %B %Y}, {machine()}"]
    for script in sorted(HERE.glob("bench_*.py")):
        done = subprocess.run(
            [sys.executable, str(script)], capture_output=True, text=True, check=False
        )
        lines += done.stdout.splitlines() or [f"{script.name} failed: {done.stderr[-200:]}"]
        print("\n".join(lines[-len(done.stdout.splitlines()) :]), flush=True)
    if "--write" in arguments:
        block = "<!-- speed -->\n```\n" + "\n".join(lines) + "\n```\n<!-- /speed -->"
        text = README.read_text(encoding="utf-8")
        README.write_text(BLOCK.sub(lambda _: block, text), encoding="utf-8")


def machine() -> str:
    """The processor, its count, the system and Python, in a few words."""
    cpu = "a processor"
    info = Path("/proc/cpuinfo")
    if info.exists():
        cpu = re.findall(r"model name\s*: (.*)", info.read_text())[0]
    return (
        f"{os.cpu_count()} cores of {cpu}, {platform.system()}, Python {platform.python_version()}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
