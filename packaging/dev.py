"""Run the program or its tests on any machine with Python 3.11: `dev.py run` and `dev.py test`.

Makes `.venv`, installs exactly what `requirements.lock` names, and on Debian (as root) the
system libraries Qt needs. A second call finds all that in place and starts at once. Standard
library only.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "installed.sha256"

QT_PACKAGES = {
    "libglib2.0-0": "glib-2.0",
    "libgl1": "GL",
    "libegl1": "EGL",
    "libdbus-1-3": "dbus-1",
    "libfontconfig1": "fontconfig",
    "libfreetype6": "freetype",
    "libxkbcommon0": "xkbcommon",
    "libxcb-cursor0": "xcb-cursor",
    "libxcb-icccm4": "xcb-icccm",
    "libxcb-image0": "xcb-image",
    "libxcb-keysyms1": "xcb-keysyms",
    "libxcb-randr0": "xcb-randr",
    "libxcb-render-util0": "xcb-render-util",
    "libxcb-shape0": "xcb-shape",
    "libxcb-sync1": "xcb-sync",
    "libxcb-xfixes0": "xcb-xfixes",
    "libxcb-xkb1": "xcb-xkb",
    "libxkbcommon-x11-0": "xkbcommon-x11",
}
"""Debian packages the window needs, with the library that shows each is there (tech.md 1.3)."""

TEST_PROGRAMS = {
    "soffice": "libreoffice-calc",
    "qpdf": "qpdf",
    "pdftotext": "poppler-utils",
    "strace": "strace",
    "Xvfb": "xvfb",
    "git": "git",
    "gcc": "gcc",
    "java": "default-jre-headless",
}
"""Programs the tests call, with the Debian package of each."""
TEST_FILES = {
    "/usr/share/fonts/truetype/liberation": "fonts-liberation",
    "/usr/include/stdio.h": "libc6-dev",
}
"""Files the tests need, with the Debian package of each."""

USAGE = "Use: python3 packaging/dev.py run | test [arguments for check.py] | install"


def main(arguments: list[str]) -> int:
    """Prepare what is missing, then run the program or the tests; their exit code."""
    verb, rest = (arguments[0] if arguments else "", arguments[1:])
    if verb not in {"run", "test", "install"}:
        print(USAGE, file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 - this is where an older Python is told
        print("techmodel needs Python 3.11 or newer.", file=sys.stderr)
        return 1
    if not (install_system_packages(tests=verb == "test") and install_environment()):
        return 1
    if verb == "run":
        return run_program(rest)
    if verb == "test":
        return call([PYTHON, ROOT / "packaging" / "check.py", *rest])
    return 0


def run_program(arguments: list[str]) -> int:
    """Open the window on the sample; without a display make it, its gaps and exports."""
    if arguments:
        return call([PYTHON, "-m", "techmodel", *arguments])
    if os.name == "nt" or sys.platform == "darwin" or has_display():
        return call([PYTHON, "-m", "techmodel", "--open-sample"])
    folder = ROOT / "techmodel-out"
    folder.mkdir(exist_ok=True)
    sample = folder / "sample.techmodel"
    commands = (
        ["sample", sample, "--force"],
        ["gaps", sample],
        ["export", sample, folder / "sample.xlsx", "--force"],
        ["export", sample, folder / "sample.pdf", "--force"],
    )
    for command in commands:
        code = call([PYTHON, "-m", "techmodel", *command])
        if code:
            return code
    print(f"\nThere is no display here. The sample, its workbook and its report are in {folder}.")
    return 0


def has_display() -> bool:
    """Whether a window could be shown."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def install_system_packages(*, tests: bool) -> bool:
    """Install missing Debian packages as root, or say the one command; True when all is there."""
    if not sys.platform.startswith("linux"):
        return True
    missing = missing_packages(tests=tests)
    if not missing:
        return True
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        prefix = "sudo " if shutil.which("sudo") else ""
        print(
            "Some system packages are missing. Install them with this one command, then try again:"
        )
        print(f"  {prefix}{' '.join(command)}", file=sys.stderr)
        return False
    print(f"Installing {len(missing)} system packages: {' '.join(missing)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], command):
        done = subprocess.run(step, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stdout[-2000:] + done.stderr[-2000:], file=sys.stderr)
            return False
    return True


def missing_packages(*, tests: bool) -> list[str]:
    """The Debian packages this machine lacks."""
    missing = [p for p, library in QT_PACKAGES.items() if not has_library(library)]
    if tests:
        missing += [p for program, p in TEST_PROGRAMS.items() if shutil.which(program) is None]
        missing += [p for path, p in TEST_FILES.items() if not Path(path).exists()]
    if not PYTHON.exists() and not has_ensurepip():
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return missing


def has_library(name: str) -> bool:
    """Whether the dynamic linker knows a library."""
    return any(f"lib{name}.so" in line for line in known_libraries())


@cache
def known_libraries() -> tuple[str, ...]:
    """The lines of the linker's list of libraries."""
    program = shutil.which("ldconfig", path="/sbin:/usr/sbin:" + os.environ.get("PATH", ""))
    if program is None:
        return ()
    done = subprocess.run([program, "-p"], capture_output=True, text=True, check=False)
    return tuple(done.stdout.splitlines())


def has_ensurepip() -> bool:
    """Whether this Python can make an environment with pip in it (Debian splits that off)."""
    try:
        import ensurepip  # noqa: F401, PLC0415 - only whether it is there; Debian splits it off
    except ImportError:
        return False
    return True


def install_environment() -> bool:
    """Make `.venv` as the lock file says, unless the stamp shows that it is; True on success."""
    wanted = hashlib.sha256(
        b"".join(p.read_bytes() for p in (LOCK, ROOT / "pyproject.toml"))
        + sys.version.encode()
        + str(ROOT).encode()
    ).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return True
    print("Installing the locked Python packages into .venv ...", flush=True)
    if not PYTHON.exists() and call([sys.executable, "-m", "venv", VENV]):
        return False
    uv = [PYTHON, "-m", "uv", "pip"]
    steps = (
        [PYTHON, "-m", "pip", "install", "-q", "--no-deps", "--require-hashes", "-r", uv_lock()],
        [*uv, "sync", "-q", "--python", PYTHON, "--require-hashes", "--compile-bytecode", LOCK],
        [
            *uv,
            "install",
            "-q",
            "--python",
            PYTHON,
            "--no-deps",
            "--no-build-isolation",
            "-e",
            ROOT,
        ],
    )
    for step in steps:
        if call(step):
            return False
    STAMP.write_text(wanted)
    return True


def uv_lock() -> Path:
    """The part of the lock file that names uv, as a file; uv then installs the rest fast."""
    lines, keep = [], False
    for line in LOCK.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            keep = line.startswith("uv==")
        if keep:
            lines.append(line)
    path = VENV / "uv.lock.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def call(command: list[str | Path]) -> int:
    """Run a program in the project's folder with our environment first; its exit code."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["VIRTUAL_ENV"] = str(VENV)
    environment["PATH"] = f"{BIN}{os.pathsep}{environment.get('PATH', '')}"
    return subprocess.run([str(c) for c in command], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
