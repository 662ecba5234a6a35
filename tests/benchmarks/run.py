"""Every ratio of design.md 11 that can be measured yet; `--write` puts the table into the README."""

from __future__ import annotations

import datetime
import platform
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
README = HERE.parents[1] / "README.md"
