"""Make the one-folder bundle, then run the built program's own self-test.

`python3 packaging/build.py`; the result is `dist/techmodel`. The self-test runs with an empty
environment and, as root on Linux, without any network.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile

import dev

BUNDLE = dev.ROOT / "dist" / "techmodel"
FORBIDDEN = (
    "libQt6Network", "libQt6Sql", "libQt6Charts", "libQt6Graphs", "libQt6DataVisualization",
    "libQt6VirtualKeyboard", "libssl", "libcrypto", "_ssl.", "DarkGarden",
)  # fmt: skip
"""Parts that must not be shipped: network, a second SQLite, and GPL modules (tech.md 8, 9)."""


def main() -> int:
    """Build, look through the bundle, run its self-test; 0 when all is well."""
    if not (dev.install_system_packages(tests=False) and dev.install_environment()):
        return 1
    if shutil.which("objdump") is None and sys.platform.startswith("linux"):
        print("PyInstaller needs objdump: apt-get install -y binutils", file=sys.stderr)
        return 1
    for folder in (BUNDLE, dev.ROOT / "build"):
        shutil.rmtree(folder, ignore_errors=True)
    spec = dev.ROOT / "packaging" / "techmodel.spec"
    options = ["--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", dev.ROOT / "dist", "--workpath", dev.ROOT / "build"]
    if dev.call([dev.PYTHON, "-m", "PyInstaller", *options, *places, spec]):
        return 1
    found = [p.name for p in BUNDLE.rglob("*") if any(f in p.name for f in FORBIDDEN)]
    if found:
        print(f"These must not be in the bundle: {', '.join(found)}", file=sys.stderr)
        return 1
    size = sum(p.stat().st_size for p in BUNDLE.rglob("*") if p.is_file() and not p.is_symlink())
    print(f"Built {BUNDLE.relative_to(dev.ROOT)}: {size / 1e6:.0f} MB.", flush=True)
    return self_test()


def self_test() -> int:
    """Run the built program's self-test in an empty environment and folder; its exit code."""
    program = BUNDLE / ("techmodel.exe" if os.name == "nt" else "techmodel")
    command = [str(program), "--self-test"]
    if sys.platform.startswith("linux"):
        if os.geteuid() == 0 and shutil.which("unshare"):
            command = ["unshare", "-n", *command]
        else:
            print("Not root: the self-test runs with the network there.", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        environment = {"HOME": folder, "QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin"}
        if os.name == "nt":
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run(command, cwd=folder, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
