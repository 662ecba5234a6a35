"""Where words stand on a page, as poppler sees it."""

import re
import shutil
import subprocess

import pytest

from techmodel.export.pdf.styles import MARGIN, PAGE

POPPLER = shutil.which("pdftotext")
_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
)


def words_outside(path, slack=1.5):
    """The words that leave the margins, each with its box; poppler must be installed."""
    if not POPPLER:
        pytest.skip("needs poppler's pdftotext")
    done = subprocess.run(
        [POPPLER, "-bbox", str(path), "-"], capture_output=True, text=True, check=True
    )
    words = [(*map(float, m.groups()[:4]), m[5]) for m in _WORD.finditer(done.stdout)]
    assert words
    return [w for w in words if not _inside(*w[:4], slack)]


def _inside(left, top, right, bottom, slack):
    across = MARGIN - slack <= left and right <= PAGE[0] - MARGIN + slack
    return across and top >= 25 and bottom <= PAGE[1] - 15
